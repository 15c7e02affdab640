import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { type TermSettings, termOfDeal } from "../../../src/deal/term-of-deal";
import type { TermSheetKind } from "../../../src/sheets/sheet-definition";
import {
  isTermStale,
  type TermSheetRequest,
  termSheetRequest,
} from "../../../src/sheets/term/term-request";
import { termCost } from "../../../src/term/cash-flows";
import { ledger, sumOfPeriods } from "../../../src/term/ledger";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeSchedule } from "../../../src/workbook/sheets/write-schedule";
import { writeTerm } from "../../../src/workbook/sheets/write-term";
import type { LocalWorkbook } from "../../support/local-workbook";
import { agrees } from "../../tolerance";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables, readDeal } from "../read";
import { snapshot } from "../snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const AS_CELLS: TermSettings = { policies: {}, commitmentsUsd: undefined };
const SET: TermSettings = {
  policies: {
    ...{ Term: 3, "List price change": -0.2, "Rollover share": 1, "Discounting rate": 0.08 },
    "Start date": 46_388,
  },
  commitmentsUsd: [600_000, 500_000, 700_000],
};
const SCHEDULE = {
  years: [
    { usage: 600_000, commitment: 250_000, listIndex: 1 },
    { usage: "", commitment: 500_000, listIndex: 0.9 },
  ],
  largestUsd: 1_000_000,
};

async function requestOf(sheet: TermSheetKind, settings: TermSettings): Promise<TermSheetRequest> {
  const reading = readDealCells(done(await readDeal()));
  const request = termSheetRequest(reading, settings, sheet, "28 Nov 2026");
  if (typeof request === "string") throw new Error(request);
  return request;
}

/** The row of a sheet whose first cell holds this text. */
async function rowOf(sheet: string, label: string) {
  const rows = await workbook.readCells(sheet, "A1:M120");
  return rows.find(([first]) => first === label) ?? [];
}

/** What the core says of the deal: cost on demand, cost, and what is never used of the commitment. */
async function priced(settings: TermSettings): Promise<readonly number[]> {
  const term = termOfDeal(readDealCells(done(await readDeal())), settings);
  if (!term?.ok) throw new Error(JSON.stringify(term));
  const { plan, usageUsd } = term.value.whole;
  const { atListUsd, lapsedUsd, creditExpiredUsd, closingCreditUsd } = ledger(plan, usageUsd);
  const lost = sumOfPeriods(lapsedUsd) + sumOfPeriods(creditExpiredUsd);
  return [
    ...[sumOfPeriods(atListUsd), termCost(plan, usageUsd), lost + (closingCreditUsd.at(-1) ?? 0)],
    termCost(plan, usageUsd, "present value"),
  ];
}

async function agreesWithCore(settings: TermSettings): Promise<void> {
  const total = await rowOf("Term", "Total");
  const [ours, xnpv, difference] = [
    await rowOf("Term", "Present value, by TERM_COST"),
    await rowOf("Term", "The same by XNPV of Excel"),
    await rowOf("Term", "Difference"),
  ];
  const shown = [total[1], total[2], total[8], ours[2]].map(Number);
  const wanted = await priced(settings);
  for (const [index, usd] of shown.entries()) expect(agrees(usd, wanted[index] ?? 0)).toBe(true);
  expect([Number(xnpv[2]).toFixed(4), difference[2]]).toEqual([Number(ours[2]).toFixed(4), 0]);
  const asIs = await rowOf("Term", "As the deal is");
  expect(asIs.slice(1).reduce<number>((sum, usd) => sum + (Number(usd) || 0), 0)).toBeCloseTo(
    2 * (wanted[1] ?? 0),
    4,
  );
}

describe("writeTerm()", () => {
  test("the sheet of a term answers as the core does, beside Excel's own XNPV, until it is removed", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const before = await snapshot(workbook);
    const written = done(await writeTerm(await requestOf("term", SET), US_DOLLAR));
    await agreesWithCore(SET);
    const rows = await workbook.readCells("Term", "A1:M120");
    expect(rows.flat().filter((cell) => String(cell).startsWith("#"))).toEqual([]);
    expect(rows[4]?.[0]).toMatch(/^3 years cost \$1,8\d\d,\d{3}, \$\d+,\d{3} more than on demand/);
    const [listed] = done(await listTables());
    expect(listed).toMatchObject({ id: written.id, definition: { kind: "term", sheet: "term" } });
    done(await removeTable(written.id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("follows the schedule of the deal, by months too, and is written again where its shape changes", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    done(await writeSchedule(SCHEDULE, US_DOLLAR));
    const months = {
      ...AS_CELLS,
      policies: { Period: "month", Payment: "monthly in arrears" } as const,
    };
    const request = await requestOf("term", months);
    const written = done(await writeTerm(request, US_DOLLAR));
    await agreesWithCore(months);
    workbook.setCell("Schedule", "B6", 900_000);
    workbook.setCell("Schedule", "C5", 300_000);
    await agreesWithCore(months);
    workbook.setCell("Schedule", "A7", 3);
    workbook.setCell("Schedule", "C7", 600_000);
    await workbook.Excel.run(async (context) => {
      context.workbook.tables.getItem("DealSchedule").resize("A4:D7");
      await context.sync();
    });
    const reading = readDealCells(done(await readDeal()));
    expect(isTermStale(request.definition, reading)).toBe(true);
    done(await writeTerm(await requestOf("term", months), US_DOLLAR, written));
    await agreesWithCore(months);
  });

  test("the burndown follows the months that are typed, and accrues the shortfall by quarter", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    done(await writeTerm(await requestOf("burndown", AS_CELLS), US_DOLLAR));
    const { before } = { before: (await workbook.readCells("Burndown", "A1:H78")).flat() };
    expect(before.filter((cell) => String(cell).startsWith("#"))).toEqual([]);
    // 480,000 at 10%: 40,000 and 44,000 at list use 75,600 of it in 2 months, 453,600 in 12.
    workbook.setCell("Burndown", "B16", 40_000);
    workbook.setCell("Burndown", "B17", 44_000);
    expect((await rowOf("Burndown", "Months past"))[2]).toBe(2);
    expect((await rowOf("Burndown", "All months")).slice(1, 5)).toEqual([
      ...[37_800, 453_600, 0.945, 26_400],
    ]);
    expect((await workbook.readCells("Burndown", "C27:E27")).flat()).toEqual([
      ...[453_600, 480_000, 480_000],
    ]);
    const shown = async (label: string) => (await rowOf("Burndown", label))[2];
    // 504,000 a year at list, 453,600 of it at the contracted price, 480,000 paid.
    for (const [label, value] of [
      ["Usage of the year, at list", 504_000],
      ["Cost of the year", 480_000],
      ["Utilization", 0.945],
      ["Coverage", 1],
      ["Effective savings rate, over list", 24 / 504],
      ["Effective savings rate, over contract", -264 / 4536],
      ["Leakage", 0.1 - 24 / 504],
      ["The discount brings", 50_400],
      ["The commitment costs", 26_400],
      ["Saving", 24_000],
    ] as const)
      expect(agrees(Number(await shown(label)), value), label).toBe(true);
    expect((await rowOf("Burndown", "Utilization"))[3]).toBe(
      "used of it, over the commitment of $480,000",
    );
    // J-accrual: 64,000 expected, 32,000 of it after 6 of 12 months.
    workbook.setCell("Burndown", "C12", 64_000);
    expect((await workbook.readCells("Burndown", "A72:D72")).flat()).toEqual([
      ...[2, 16_000, 32_000, 32_000],
    ]);
  });

  test("the burndown has no ratio where there is nothing to divide by, and says so", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const request = await requestOf("burndown", { policies: {}, commitmentsUsd: [0] });
    done(await writeTerm(request, US_DOLLAR));
    workbook.setCell("Burndown", "B16", 0);
    const rows = await workbook.readCells("Burndown", "A1:H78");
    expect(rows.flat().filter((cell) => String(cell).startsWith("#"))).toEqual([]);
    for (const label of ["Utilization", "Coverage", "Effective savings rate, over list", "Leakage"])
      expect((await rowOf("Burndown", label))[2], label).toBe("n/a");
  });

  test("leaves no trace where it stops on the way", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    const request = await requestOf("burndown", AS_CELLS);
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeTerm(request, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });
});
