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

/** Makes the workbook fail at one change of the batch that begins to write, and in every batch after it if wanted. */
export class FaultInjector {
  readonly #begins: string;
  #failsAt: ((change: Change) => boolean) | undefined;
  #repairFails = false;
  #batch: number | undefined;
  #index = 0;

  /** @param begins Words of the action with which the writing begins. */
  constructor(begins = "settings.add(") {
    this.#begins = begins;
  }

  arm(failsAt: (change: Change) => boolean, repairFails = false): void {
    this.#failsAt = failsAt;
    this.#repairFails = repairFails;
    this.#batch = undefined;
    this.#index = 0;
  }

  disarm(): void {
    this.#failsAt = undefined;
  }

  readonly beforeAction = (batch: number, _action: number, statement: string): void => {
    if (this.#failsAt === undefined) return;
    if (this.#batch === undefined && statement.includes(this.#begins)) this.#batch = batch;
    if (this.#batch === undefined) return;
    if (batch > this.#batch) {
      if (this.#repairFails) fail();
      return;
    }
    const kind = kindOfChange(statement);
    if (kind !== undefined && this.#failsAt({ index: this.#index++, kind })) fail();
  };
}

/** The kind of change that a statement of the add-in makes; undefined where it makes none. */
export function kindOfChange(statement: string): string | undefined {
  const members = statement.match(/(?<=\.)[a-z_]\w*(?=[.(]|$)/g) ?? [];
  if (CHANGES_NOTHING.test(members.at(-1) ?? statement)) return undefined;
  return members.slice(-2).join(".");
}

function fail(): never {
  throw new HostError("GeneralException", "The line is down.", 500);
}

/**
 * Attempts to write with a fault at one change after another, the first of each kind or in an exhaustive run every one,
 * and in the end with none.
 *
 * @param check Looks at what each fault left.
 * @returns What the attempt without a fault gave, and how many faults came before it.
 */
export async function failAtEach<Result>(
  saboteur: FaultInjector,
  attempt: () => Promise<Result>,
  check: (result: Result, at: string) => Promise<void>,
): Promise<{ readonly result: Result; readonly faults: number }> {
  const tried = new Set<string>();
  for (;;) {
    let at: string | undefined;
    saboteur.arm(({ index, kind }) => {
      const point = EXHAUSTIVE ? `change ${index}, ${kind}` : kind;
      if (tried.has(point)) return false;
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
): Promise<number> {
  const before = await snapshot(workbook);
  const { result, faults } = await failAtEach(saboteur, write, async (outcome, at) => {
    expect(outcome, at).toMatchObject({
      ok: false,
      fault: { kind: "failed", message: expect.stringContaining("The line is down") },
    });
    expect(await snapshot(workbook), at).toEqual(before);
  });
  expect(result.ok).toBe(true);
  return faults;
}
