import { expect } from "vitest";
import { HostError } from "../../src/host/office/host-error";
import type { Outcome } from "../../src/workbook/excel/outcome";
import { EXHAUSTIVE } from "../support/exhaustive";
import type { LocalWorkbook } from "../support/local-workbook";
import { snapshot } from "./snapshot";

/**
 * Members that lead to a change, read, or let the client hold its objects. A fault there leaves the workbook that a fault
 * at the next change leaves, so nothing fails at them. A member that is missing here is only tried in vain.
 */
const CHANGES_NOTHING =
  /^(get\w*|load|_KeepReference|_RemoveReference|workbook|range|worksheets?|names|settings|tables|rows|protection|dataValidation|conditionalFormats|custom|colorScale|format|font|fill|freezePanes|pageLayout|charts|series|legend|axes|categoryAxis|valueAxis|title)$/;

/** An action that changes the workbook. */
interface Change {
  /** Place among the changes of its batch, from 0. */
  readonly index: number;
  /** The member and the one before it, such as "names.add". */
  readonly kind: string;
}

/** Which changes of the batches after the first one fail: none, every action, or one change by its place from 0. */
type RepairFault = "none" | "every action" | number;

/** Makes the workbook fail at one change of the batch that begins to write, and in the batches after it if wanted. */
export class FaultInjector {
  readonly #begins: string;
  #failsAt: ((change: Change) => boolean) | undefined;
  #repair: RepairFault = "none";
  #batch: number | undefined;
  #index = 0;
  #repairIndex = 0;
  #hasFailed = false;

  /** @param begins Words of the action with which the writing begins. */
  constructor(begins = "settings.add(") {
    this.#begins = begins;
  }

  /** Whether anything has failed since it was armed. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  arm(failsAt: (change: Change) => boolean, repair: RepairFault = "none"): void {
    this.#failsAt = failsAt;
    this.#repair = repair;
    this.#batch = undefined;
    this.#index = 0;
    this.#repairIndex = 0;
    this.#hasFailed = false;
  }

  disarm(): void {
    this.#failsAt = undefined;
  }

  readonly beforeAction = (batch: number, _action: number, statement: string): void => {
    if (this.#failsAt === undefined) return;
    if (this.#batch === undefined && statement.includes(this.#begins)) this.#batch = batch;
    if (this.#batch === undefined) return;
    const kind = kindOfChange(statement);
    if (batch > this.#batch) {
      if (this.#repair === "every action") this.#fail();
      if (kind !== undefined && this.#repairIndex++ === this.#repair) this.#fail();
      return;
    }
    if (kind !== undefined && this.#failsAt({ index: this.#index++, kind })) this.#fail();
  };

  #fail(): never {
    this.#hasFailed = true;
    throw new HostError("GeneralException", "The line is down.", 500);
  }
}

/** The kind of change that a statement of the add-in makes; undefined where it makes none. */
export function kindOfChange(statement: string): string | undefined {
  const members = statement.match(/(?<=\.)[a-z_]\w*(?=[.(]|$)/g) ?? [];
  if (CHANGES_NOTHING.test(members.at(-1) ?? statement)) return undefined;
  return members.slice(-2).join(".");
}

/** Names the changes to fail at; a change with a name that was tried already, or without one, is let through. */
export type FaultPoints = (change: Change) => string | undefined;

export const EVERY_CHANGE: FaultPoints = ({ index, kind }) => `change ${index}, ${kind}`;

/** Each change of the journal's own protocol is tried; what is left to show of a sheet is that it goes through the journal. */
const THREE_CHANGES: FaultPoints = ({ index, kind }) =>
  index === 1 || index === 9 || kind === "add.value" ? kind : undefined;

export const EACH_KIND: FaultPoints = ({ kind }) => kind;

/**
 * Attempts to write with a fault at one change after another, and in the end with none.
 *
 * @param check Looks at what each fault left.
 * @param points The first change of each kind unless said otherwise; in an exhaustive run it is every one.
 * @returns What the attempt without a fault gave, and how many faults came before it.
 */
export async function failAtEach<Result>(
  saboteur: FaultInjector,
  attempt: () => Promise<Result>,
  check: (result: Result, at: string) => Promise<void>,
  points: FaultPoints = EACH_KIND,
): Promise<{ readonly result: Result; readonly faults: number }> {
  const tried = new Set<string>();
  const nameOf = EXHAUSTIVE ? EVERY_CHANGE : points;
  for (;;) {
    let at: string | undefined;
    saboteur.arm((change) => {
      const point = nameOf(change);
      if (point === undefined || tried.has(point)) return false;
      tried.add(point);
      at = point;
      return true;
    });
    const result = await attempt();
    saboteur.disarm();
    if (at === undefined) return { result, faults: tried.size };
    await check(result, at);
  }
}

/** Writes with a fault at each change, until it gets through: each fault is told, and the workbook is as it was. */
export async function failsWithoutTrace(
  workbook: LocalWorkbook,
  saboteur: FaultInjector,
  write: () => Promise<Outcome<unknown>>,
  points: FaultPoints = THREE_CHANGES,
): Promise<number> {
  const before = await snapshot(workbook);
  const check = async (outcome: Outcome<unknown>, at: string): Promise<void> => {
    expect(outcome, at).toMatchObject({
      ok: false,
      fault: { kind: "failed", message: expect.stringContaining("The line is down") },
    });
    expect(await snapshot(workbook), at).toEqual(before);
  };
  const { result, faults } = await failAtEach(saboteur, write, check, points);
  expect(result.ok).toBe(true);
  return faults;
}
