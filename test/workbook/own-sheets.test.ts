import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { AS_IT_IS, type Assumptions } from "../../src/deal/assumptions";
import { readDealCells } from "../../src/deal/parse-deal";
import { readScenarioTable } from "../../src/deal/parse-scenario";
import { blockAddress, blockOf, withoutSheet } from "../../src/input/cells/a1";
import type { SheetForm } from "../../src/sheets/sheet-definition";
import { comparisonRequest } from "../../src/taskpane/context/comparison-request";
import { decisionRequest } from "../../src/taskpane/context/decision/decision-request";
import type { PaneContext } from "../../src/taskpane/context/pane-context";
import type { PaneState } from "../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../src/taskpane/first-state";
import { fitOf } from "../../src/taskpane/views/sheets/fit";
import { RebuildModel } from "../../src/taskpane/views/sheets/rebuild-model";
import type { WriteProgress } from "../../src/workbook/excel/progress";
import { blockNameOf } from "../../src/workbook/journal/record";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { addScenario } from "../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeComparison } from "../../src/workbook/sheets/write-comparison";
import { writeDecision } from "../../src/workbook/sheets/write-decision";
import type { LocalWorkbook } from "../support/local-workbook";
import { FaultInjector } from "./fault-injector";
import { done, openForWorkbookCode } from "./open";
import { listTables, readDeal, readScenarios } from "./read";
import { snapshot } from "./snapshot";

const injector = new FaultInjector();
const [BEFORE, NOW] = [new Date(2026, 10, 24, 9, 0), new Date(2026, 10, 25, 15, 0)];
let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openForWorkbookCode({ beforeAction: injector.beforeAction });
  done(await insertExample(US_DOLLAR));
});
afterEach(() => workbook.close());

async function stateNow(): Promise<PaneState> {
  const cells = done(await readDeal());
  const table = done(await readScenarios());
  const deal = { kind: "read", reading: readDealCells(cells) } as const;
  const scenarios = table ? readScenarioTable(table, cells, US_DOLLAR) : [];
  return { ...FIRST_STATE, deal, workbookDeal: deal, scenarios };
}

async function decisionNow(form: SheetForm, whatIf: Assumptions = AS_IT_IS) {
  const request = decisionRequest((await stateNow()).deal, whatIf, BEFORE, form);
  if (typeof request === "string") throw new Error(request);
  return request;
}

async function comparisonNow(form: SheetForm) {
  const request = comparisonRequest((await stateNow()).scenarios, BEFORE, form);
  if (typeof request === "string") throw new Error(request);
  return request;
}

async function addScenarios(...names: readonly string[]): Promise<void> {
  for (const name of names)
    done(
      await addScenario(
        {
          ...{
            name,
            commitmentUsd: 500_000,
            usageUsd: 600_000,
            forecast: { kind: "certain" as const },
          },
          ...NO_CELLS,
        },
        US_DOLLAR,
      ),
    );
}
const ONE_CELL = { rows: 1, columns: 1 };
const NO_CELLS = { bands: "", terms: "", notes: "" };

async function only() {
  const listed = done(await listTables()).filter(({ holdsScenarios }) => !holdsScenarios);
  const [table] = listed;
  if (!table || listed.length > 1) throw new Error(`${listed.length} sheets are listed`);
  return table;
}

/** Rebuilds the only sheet as the pane does, and returns what the pane says. */
async function rebuild(): Promise<string | undefined> {
  let state = await stateNow();
  const pane = {
    actions: {
      writeDecision: (request: Parameters<typeof writeDecision>[0]) =>
        writeDecision(request, US_DOLLAR),
      writeComparison: (request: Parameters<typeof writeComparison>[0]) =>
        writeComparison(request, US_DOLLAR),
    },
    state: () => state,
    put: (change: Partial<PaneState>) => {
      state = { ...state, ...change };
    },
    during: (_: unknown, __: string, work: (progress: WriteProgress) => Promise<void>) =>
      work({ signal: new AbortController().signal, writing: () => {} }),
    refresh: async () => {},
  } as unknown as PaneContext;
  await new RebuildModel(pane).rebuild(await only(), NOW);
  return state.status?.text;
}

async function outdated(): Promise<string | undefined> {
  return fitOf(await only(), await stateNow(), US_DOLLAR).outdated;
}

const shown = async () => {
  const { sheet, address } = await only();
  return workbook.readCells(sheet, address);
};

describe("a live sheet", () => {
  test("that assumes a clause is rebuilt in its place, under its name, and still assumes it", async () => {
    const whatIf: Assumptions = { ...AS_IT_IS, clauses: ["Overage at the committed rate"] };
    const made = done(await writeDecision(await decisionNow("live", whatIf), US_DOLLAR));
    expect(await outdated()).toBeUndefined();
    workbook.setCell("Sheet1", "A1", "=Decision!A3");
    const terms = blockOf(withoutSheet(done(await readDeal()).addresses?.Terms ?? ""));
    const overage = blockAddress({ row: terms.row + 2, column: terms.column + 1, ...ONE_CELL });
    workbook.setCell("Deal", overage, "committed");
    expect(await outdated()).toMatch(/^The cells in which the sheet assumes something/);
    expect(await rebuild()).toBe("Rebuilt Which commitment on Decision.");
    const again = await only();
    expect(again).toMatchObject({ id: made.id, sheet: "Decision" });
    expect(await outdated()).toBeUndefined();
    expect(await workbook.readCell("Decision", "A2")).toContain("November 25, 2026");
    expect(await workbook.readCell("Sheet1", "A1")).toMatch(/^This is not the deal/);
  });

  test("that compares scenarios takes in one that was added since", async () => {
    await addScenarios("Hold", "Reach");
    done(await writeComparison(await comparisonNow("live"), US_DOLLAR));
    expect(await outdated()).toBeUndefined();
    await addScenarios("Sit");
    expect(await outdated()).toBe("Sit is not on this sheet.");
    expect(await rebuild()).toBe("Rebuilt Scenarios compared on Comparison.");
    expect(await outdated()).toBeUndefined();
    expect((await shown())[5]?.slice(0, 4)).toEqual(["Scenario", "Hold", "Reach", "Sit"]);
    done(await removeTable((await only()).id));
  });

  test("that no longer begins in A1 is left as it is", async () => {
    const { id } = done(await writeDecision(await decisionNow("live"), US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      // As after a row was inserted above it.
      const name = context.workbook.names.getItem(blockNameOf(id));
      name.load("formula");
      await context.sync();
      const shifted = (_: string, row: string): string => `$${Number(row) + 1}`;
      name.formula = String(name.formula).replace(/\$(\d+)/g, shifted);
      await context.sync();
    });
    const before = await snapshot(workbook);
    expect(await rebuild()).toMatch(/^Decision begins in A2 now/);
    expect(await snapshot(workbook)).toEqual(before);
  });
});

describe("a sheet of plain values", () => {
  test.each<[string, () => Promise<void>, (form: SheetForm) => Promise<unknown>]>([
    [
      "decision",
      async () => {},
      async (form) => done(await writeDecision(await decisionNow(form), US_DOLLAR)),
    ],
    [
      "comparison",
      () => addScenarios("Hold", "2027"),
      async (form) => done(await writeComparison(await comparisonNow(form), US_DOLLAR)),
    ],
  ])(
    "%s: shows what the live one shows, and stays when the deal changes",
    async (_, prepare, write) => {
      await prepare();
      await write("live");
      const live = await shown();
      done(await removeTable((await only()).id));
      await write("values");
      const { sheet, address, title } = await only();
      expect(title).toMatch(/: values of November 24, 2026 at 9:00 AM$/);
      const values = await shown();
      expect(values.slice(3)).toEqual(live.slice(3));
      const formulas = await workbook.Excel.run(async (context) => {
        const block = context.workbook.worksheets.getItem(sheet).getRange(address);
        block.load("formulas");
        await context.sync();
        return block.formulas.flat().filter((cell) => String(cell).startsWith("="));
      });
      expect(formulas).toEqual([]);
      workbook.setCell("Deal", "B8", 0.4);
      expect(await shown()).toEqual(values);
      expect(await outdated()).toMatch(/these plain values are of/);
      expect(await rebuild()).toMatch(/^Rebuilt .*: values of November 25, 2026/);
      expect(await outdated()).toBeUndefined();
      expect((await shown()).slice(3)).not.toEqual(values.slice(3));
    },
  );

  test.each([0, 1])(
    "that cannot be replaced by its values is taken out, or put back as it was: change %i",
    async (change) => {
      const before = await snapshot(workbook);
      const request = await decisionNow("values");
      injector.arm(() => false, change);
      expect((await writeDecision(request, US_DOLLAR)).ok).toBe(false);
      injector.disarm();
      expect(await snapshot(workbook)).toEqual(before);
      done(await writeDecision(request, US_DOLLAR));
      workbook.setCell("Deal", "B8", 0.4);
      const written = await snapshot(workbook);
      injector.arm(() => false, change);
      expect(await rebuild()).toMatch(/^Excel refused: The line is down/);
      injector.disarm();
      expect(await snapshot(workbook)).toEqual(written);
    },
  );
});
