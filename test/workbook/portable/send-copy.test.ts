import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { addFileMembers } from "../../../src/host/office/file-members";
import { sendCopy } from "../../../src/workbook/portable/send-copy";
import { canCopyWorkbook } from "../../../src/workbook/portable/workbook-file";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { snapshot } from "../snapshot";

const MADE_ON = "28 November 2026";
let workbook: LocalWorkbook;
/** The workbooks that were opened, as snapshots. */
let opened: Awaited<ReturnType<typeof snapshot>>[];
let save: () => Promise<Uint8Array>;
const saboteur = new FaultInjector();

/** A workbook with a formula that can be Excel's own, and one that cannot. */
beforeEach(async () => {
  opened = [];
  workbook = await openForWorkbookCode({
    ...UNCALCULATED,
    registerFunctions: false,
    beforeAction: saboteur.beforeAction,
  });
  save = async () => new TextEncoder().encode(JSON.stringify(await snapshot(workbook)));
  addFileMembers(workbook.window, {
    save: () => save(),
    open: (file) => void opened.push(JSON.parse(new TextDecoder().decode(file))),
  });
  await workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B3").values = [
      ["Threshold", "Discount"],
      [0, 0],
      [250_000, 0.1],
    ];
    context.workbook.tables.add("Sheet1!A1:B3", true).name = "Rates";
    context.workbook.names.add("Bands", "=Rates[#All]");
    sheet.getRange("D1:D3").formulas = [
      ["=COMMIT.BAND_RATE(300000,Bands)"],
      ["=COMMIT.FUTURE(1)"],
      ["=1+1"],
    ];
    await context.sync();
  });
});
afterEach(() => {
  saboteur.disarm();
  workbook.close();
});

const send = () => sendCopy(MADE_ON, US_DOLLAR);

describe("sendCopy()", () => {
  test("opens a copy without our functions, and leaves the workbook as it was", async () => {
    expect(canCopyWorkbook()).toBe(true);
    const before = await snapshot(workbook);
    expect(done(await send())).toEqual({ live: 1, frozen: 1, left: 0, changed: [] });
    expect(await snapshot(workbook)).toEqual(before);
    const [copy, ...more] = opened;
    expect(more).toEqual([]);
    // Not every program knows Tables in names.
    expect(before.names).toContain("Bands =Rates[#All]");
    expect(copy?.names).toContain("Bands =Sheet1!$A$1:$B$3");
    const visible = copy?.sheets.filter(({ name }) => !name.startsWith("Bandwise")) ?? [];
    expect(visible.map(({ name }) => name)).toEqual(["Sheet1", "Workings", "Frozen numbers"]);
    const [sheet] = visible;
    expect(sheet?.formulas.slice(0, 3).map((row) => row[3])).toEqual([
      expect.stringMatching(/^=Workings!/),
      0,
      "=1+1",
    ]);
  });

  test("of a workbook without our functions is the workbook", async () => {
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("D1:D2").clear();
      await context.sync();
    });
    expect(done(await send())).toEqual({ live: 0, frozen: 0, left: 0, changed: [] });
    expect(opened).toHaveLength(1);
  });

  test("counts the cells of protected sheets, which still need us", async () => {
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").protection.protect();
      await context.sync();
    });
    expect(done(await send())).toEqual({ live: 0, frozen: 0, left: 2, changed: [] });
  });

  test("with a fault on the way opens nothing, and leaves the workbook as it was", async () => {
    const faults = await failsWithoutTrace(workbook, saboteur, send);
    expect(faults).toBeGreaterThan(1);
    // The last attempt had no fault.
    expect(opened).toHaveLength(1);
  });

  test("where Excel does not give the file opens nothing, and leaves the workbook as it was", async () => {
    save = () => Promise.reject(new Error("The file is too large."));
    const before = await snapshot(workbook);
    expect(await send()).toMatchObject({
      ok: false,
      fault: { kind: "failed", message: "The file is too large" },
    });
    expect([opened, await snapshot(workbook)]).toEqual([[], before]);
  });
});
