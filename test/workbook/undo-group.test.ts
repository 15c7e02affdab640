import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { HostError } from "../../src/host/office/host-error";
import type { TableRequest } from "../../src/workbook/journal/written-table";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import type { LocalWorkbook } from "../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { REQUEST, usageSteps } from "./request";
import { snapshot, withoutChance } from "./snapshot";

let workbook: LocalWorkbook;
/** Whether each Excel.run so far asked to be one step of undo. */
let groups: boolean[];
let isGrouped = false;
/** Action of a grouped, writing batch that is refused; undefined refuses none. */
let refuseAt: number | undefined;
let start: readonly [batch: number, action: number] | undefined;

/** src/workbook remembers that a group was refused, so each test has it anew. */
async function freshWriteTable() {
  vi.resetModules();
  const { writeTable } = await import("../../src/workbook/sheets/write-table");
  return writeTable;
}

async function open(excelApi: string): Promise<void> {
  workbook = await openForWorkbookCode({
    ...UNCALCULATED,
    requirementSets: { ExcelApi: excelApi, SharedRuntime: "1.1", CustomFunctionsRuntime: "1.3" },
    beforeAction(batch, action, name) {
      if (!isGrouped || refuseAt === undefined) return;
      if (start === undefined && name.includes("settings.add(")) start = [batch, action];
      if (start?.[0] === batch && action === start[1] + refuseAt)
        throw new HostError("UndoNotSupported", "This cannot be undone.", 400);
    },
  });
  const run = (options: Excel.RunOptions, work: unknown) => {
    const wasGrouped = isGrouped;
    isGrouped = options.mergeUndoGroup === true;
    groups.push(isGrouped);
    return (workbook.Excel.run as (...args: unknown[]) => Promise<never>)(options, work).finally(
      () => {
        isGrouped = wasGrouped;
      },
    );
  };
  Object.assign(globalThis, { Excel: { ...workbook.Excel, run } });
  done(await insertExample(US_DOLLAR));
  groups = [];
}

beforeEach(() => {
  groups = [];
  refuseAt = undefined;
  start = undefined;
});
afterEach(() => workbook.close());

describe("writeTable() as one step of Excel's undo", () => {
  test("asks for one group where Excel has them", async () => {
    await open("1.20");
    const writeTable = await freshWriteTable();
    expect(done(await writeTable(REQUEST, US_DOLLAR)).sheet).toBe("Cost table");
    expect(groups).toEqual([true]);
  });

  test("does not ask where Excel has none", async () => {
    await open("1.19");
    const writeTable = await freshWriteTable();
    done(await writeTable(REQUEST, US_DOLLAR));
    expect(groups).toEqual([false]);
  });

  test.each<readonly [string, Partial<TableRequest>]>([
    ["a table with a hidden sheet behind it", { destination: { kind: "selection" } }],
    ["a large block of formulas", { rows: usageSteps(10_000, 1e6, 100) }],
  ])("does not ask for %s, which Excel refuses", async (_what, change) => {
    await open("1.20");
    const writeTable = await freshWriteTable();
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("C5").select();
      await context.sync();
    });
    done(await writeTable({ ...REQUEST, ...change }, US_DOLLAR));
    expect(groups).not.toContain(true);
  });

  test("refused at any action, the write is repaired and done without, to the same end", async () => {
    await open("1.20");
    const { removeTable } = await import("../../src/workbook/journal/roll-back");
    const before = await snapshot(workbook);
    const plain = done(await (await freshWriteTable())(REQUEST, US_DOLLAR));
    const whole = withoutChance(await snapshot(workbook));
    done(await removeTable(plain.id));
    // Every action in turn is tried by faults.test.ts; here some of them show that the repair and the second try agree.
    for (const at of [0, 1, 2, 3, 9, 20, 33]) {
      refuseAt = at;
      start = undefined;
      groups = [];
      const { id } = done(await (await freshWriteTable())(REQUEST, US_DOLLAR));
      expect(groups, `action ${at}`).toEqual([true, false, false]);
      expect(withoutChance(await snapshot(workbook)), `action ${at}`).toEqual(whole);
      done(await removeTable(id));
      expect(await snapshot(workbook), `action ${at}`).toEqual(before);
    }
  });

  test("once refused and done without, does not ask again", async () => {
    await open("1.20");
    const writeTable = await freshWriteTable();
    refuseAt = 3;
    done(await writeTable(REQUEST, US_DOLLAR));
    groups = [];
    done(await writeTable(REQUEST, US_DOLLAR));
    expect(groups).toEqual([false]);
  });
});
