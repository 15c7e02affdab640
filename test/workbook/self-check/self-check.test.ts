import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CASES_FILE, renderCases } from "../../../scripts/self-check-cases.mjs";
import { US_DOLLAR } from "../../../src/core/currency";
import { HostError } from "../../../src/host/office/host-error";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { PRICED_CASES } from "../../../src/workbook/self-check/cases";
import { formatReport } from "../../../src/workbook/self-check/report";
import { checkThisExcel } from "../../../src/workbook/self-check/self-check";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import type { LocalWorkbook } from "../../support/local-workbook";
import { done, openForWorkbookCode } from "../open";
import { listTables } from "../read";
import { snapshot } from "../snapshot";

let workbook: LocalWorkbook;
afterEach(() => {
  workbook?.close();
  vi.restoreAllMocks();
});

const ROOT = path.join(import.meta.dirname, "../../..");

async function all() {
  return { ...(await snapshot(workbook)), selection: workbook.grid.selection() };
}

/**
 * Fails at one action of one batch, or at all actions from there on. Batch 0 writes the scratch sheet, 1 releases what it held,
 * 2 formats and 3 reads.
 */
class Saboteur {
  #plan: { batch: number; action: number; onwards: boolean } | undefined;
  #first: number | undefined;
  #start = 0;

  arm(batch: number, action: number, onwards = false): void {
    this.#plan = { batch, action, onwards };
    this.#first = undefined;
  }

  disarm(): void {
    this.#plan = undefined;
  }

  readonly beforeAction = (batch: number, action: number, name: string): void => {
    if (this.#plan === undefined) return;
    if (this.#first === undefined && name.includes("settings.add(")) {
      this.#first = batch;
      this.#start = action;
    }
    if (this.#first === undefined) return;
    const here = batch - this.#first;
    const isLater = here > this.#plan.batch && this.#plan.onwards;
    const from = here === 0 ? this.#start : 0;
    const isHere = here === this.#plan.batch && action === from + this.#plan.action;
    if (isHere || isLater) throw new HostError("GeneralException", "The line is down.", 500);
  };
}

describe("checkThisExcel()", () => {
  test.each([
    ["null", "as nothing"],
    ["zero", "as 0"],
  ] as const)(
    "passes where a blank cell is %s, and leaves the workbook as it was",
    async (blankAs, words) => {
      workbook = await openForWorkbookCode({ blankAs });
      done(await insertExample(US_DOLLAR));
      const before = await all();
      const report = done(await checkThisExcel(US_DOLLAR));
      expect(report.failures).toEqual([]);
      expect(report.checks).toBeGreaterThan(100);
      expect(report.observations[0]).toBe(`A blank cell reaches a function ${words}.`);
      expect(await all()).toEqual(before);
    },
  );

  test("says where it ran", async () => {
    workbook = await openForWorkbookCode();
    const report = done(await checkThisExcel(US_DOLLAR));
    expect(formatReport(report).split("\n").slice(0, 3)).toEqual([
      `Bandwise self-check: All ${report.checks} checks passed.`,
      "Local workbook, en-US",
      "Requirement sets: ExcelApi 1.17, ExcelApiOnline 1.1, CustomFunctionsRuntime 1.3, SharedRuntime 1.1, AddinCommands 1.1",
    ]);
  });

  test("uses names that are free, in a workbook that has its own", async () => {
    workbook = await openForWorkbookCode();
    await workbook.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Bandwise check");
      sheet.getRange("A1").values = [["Mine"]];
      context.workbook.names.add("Bandwise_Check_1", sheet.getRange("A1"));
      await context.sync();
    });
    const before = await all();
    expect(done(await checkThisExcel(US_DOLLAR)).failures).toEqual([]);
    expect(await all()).toEqual(before);
  });

  test("re-reads cells that are still calculating, but not for ever, and says which they are", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    workbook = await openForWorkbookCode();
    workbook.window.CustomFunctions.associate("BAND_NAME", () => "#BUSY!");
    const before = await all();
    let pauses = 0;
    const report = done(
      await checkThisExcel(US_DOLLAR, async () => {
        pauses++;
      }),
    );
    expect(pauses).toBe(19);
    expect(report.failures.map(({ found }) => found)).toEqual(Array(6).fill("#BUSY!"));
    expect(formatReport(report)).toContain(
      "\nFAILED BAND_NAME between thresholds\n=COMMIT.BAND_NAME(300000,$O$1:$P$4)\nexpected $250k to $500k, found #BUSY!",
    );
    expect(await all()).toEqual(before);
  });

  test("a refusal early or late in the writing is a fault, and nothing is left", async () => {
    const saboteur = new Saboteur();
    workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    const before = await all();
    for (const action of [0, 1, 2, 3, 5, 8, 13, 21, 34, 55]) {
      saboteur.arm(0, action);
      const outcome = await checkThisExcel(US_DOLLAR);
      saboteur.disarm();
      expect(outcome.ok ? null : outcome.fault, `action ${action}`).toMatchObject({
        kind: "failed",
      });
      expect(await all(), `action ${action}`).toEqual(before);
    }
  });

  test("formats that Excel refuses are a failure among the others", async () => {
    const saboteur = new Saboteur();
    workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
    const before = await all();
    saboteur.arm(2, 20);
    const { failures } = done(await checkThisExcel(US_DOLLAR));
    saboteur.disarm();
    expect(failures).toMatchObject([{ name: "Formats of the tables" }]);
    expect(failures[0]?.found).toMatch(/^GeneralException at workbook.*: The line is down/);
    expect(await all()).toEqual(before);
  });

  test("a reading that fails is a fault, and the sheet goes", async () => {
    const saboteur = new Saboteur();
    workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
    const before = await all();
    saboteur.arm(3, 0);
    expect(await checkThisExcel(US_DOLLAR)).toMatchObject({ ok: false, fault: { kind: "failed" } });
    saboteur.disarm();
    expect(await all()).toEqual(before);
  });

  test.each([
    ["after a check that was done", 4],
    ["after a reading that failed", 3],
  ])("a sheet that could not be removed, %s, is listed and can be removed", async (_, batch) => {
    const saboteur = new Saboteur();
    workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
    const before = await all();
    saboteur.arm(batch, 0, true);
    expect(await checkThisExcel(US_DOLLAR)).toMatchObject({
      ok: false,
      fault: { kind: "notRestored" },
    });
    saboteur.disarm();
    const [left] = done(await listTables());
    expect(left).toMatchObject({ title: "Check of this Excel", complete: false });
    done(await removeTable(left?.id ?? ""));
    expect(await all()).toEqual(before);
  });
});

describe("the cases that the check carries", () => {
  test("are those of test/cases, as scripts/self-check-cases.mjs writes them", async () => {
    expect(await readFile(path.join(ROOT, CASES_FILE), "utf8")).toBe(await renderCases());
    expect(PRICED_CASES).toHaveLength(60);
  });
});
