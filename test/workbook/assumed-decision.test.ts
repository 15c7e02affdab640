import { afterEach, describe, expect, test } from "vitest";
import { recommendedUsd } from "../../src/analysis/recommendation";
import { US_DOLLAR } from "../../src/core/currency";
import {
  AS_IT_IS,
  type Assumptions,
  readingAsWon,
  readingAtLoad,
} from "../../src/deal/assumptions";
import { readDealCells } from "../../src/deal/parse-deal";
import { expectedCost } from "../../src/forecast/expected-cost";
import { assumedCells } from "../../src/taskpane/context/decision/assumed-cells";
import {
  decisionNote,
  decisionRequest,
} from "../../src/taskpane/context/decision/decision-request";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeDecision } from "../../src/workbook/sheets/write-decision";
import type { LocalWorkbook } from "../support/local-workbook";
import { agrees } from "../tolerance";
import { done, openForWorkbookCode } from "./open";
import { readDeal } from "./read";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const COMMITTED = "Overage at the committed rate";
const STEP_UP = "Step-up right";
const HALF = "Half the shortfall returned";

/** Cells of the example deal that are typed over before the sheet is built. */
type Edits = Readonly<Record<string, string | number>>;

const TARGETS: Edits = { H5: "Target", H6: "", H7: 0.12, H8: 0.18, H9: 0.25 };

const CASES: readonly (readonly [name: string, whatIf: Partial<Assumptions>, edits: Edits])[] = [
  ["one clause", { clauses: [COMMITTED] }, {}],
  ["a step-up right, over a band with its own overage", { clauses: [STEP_UP] }, {}],
  ["half the shortfall", { clauses: [HALF] }, {}],
  ["all clauses", { clauses: [COMMITTED, STEP_UP, HALF] }, {}],
  ["more usage", { loadFactor: 1.2 }, {}],
  ["less usage and a clause", { loadFactor: 0.7, clauses: [HALF] }, {}],
  ["targets", { price: "target" }, TARGETS],
  [
    "targets, a clause and more usage",
    { price: "target", clauses: [STEP_UP], loadFactor: 1.1 },
    TARGETS,
  ],
  ["a premium that a clause takes away", { clauses: [COMMITTED] }, { B15: 0.1 }],
  ["a band that re-rates and keeps it", { clauses: [COMMITTED] }, { D8: "re-rate" }],
  ["a band of its own step-up", { clauses: [STEP_UP, HALF] }, { D7: "step-up" }],
  ["percentiles", { loadFactor: 1.5 }, { A21: "P10", A22: "P90", B21: 400_000, B22: 1_100_000 }],
];

describe("a decision sheet of a deal that is supposed", () => {
  test.each(CASES)("proves what the pane shows: %s", async (_, change, edits) => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    for (const [cell, value] of Object.entries(edits)) workbook.setCell("Deal", cell, value);
    await workbook.readCells("Deal", "A1");
    const whatIf = { ...AS_IT_IS, ...change };
    const deal = readDealCells(done(await readDeal()));
    expect(deal.faults).toEqual([]);
    const shown = readingAtLoad(readingAsWon(deal, whatIf), whatIf.loadFactor);
    const { usageUsd, commitmentUsd, forecast, agreement } = shown;
    if (!forecast || !agreement || commitmentUsd === undefined) throw new Error("not read");
    const request = decisionRequest(
      { kind: "read", reading: deal },
      whatIf,
      new Date(2026, 10, 27),
    );
    if (typeof request === "string") throw new Error(request);
    done(await writeDecision(request, US_DOLLAR));
    const values = (await workbook.readCells("Decision", "B7:B19")).map(([value]) => value);
    const best = recommendedUsd(forecast, agreement, commitmentUsd);
    expect(values[7]).toBeCloseTo(usageUsd ?? 0, 6);
    expect(values[8]).toBe(commitmentUsd);
    expect(values[10]).toBeCloseTo(forecast.meanUsd, 4);
    expect(values[0]).toBeCloseTo(best, 2);
    const cost = expectedCost(forecast, Number(values[0]), agreement);
    expect(agrees(Number(values[1]), cost)).toBe(true);
    const now = expectedCost(forecast, commitmentUsd, agreement);
    expect(Math.abs(Number(values[2]) - (now - cost))).toBeLessThan(1e-5);
    // It differs from the deal in the workbook, so that a sheet of that would not pass.
    const { forecast: before, agreement: signed } = deal;
    if (!before || !signed) throw new Error("not read");
    expect(expectedCost(before, commitmentUsd, signed)).not.toBeCloseTo(now, 2);
    expect(await workbook.readCell("Decision", "A3")).toMatch(
      /^This is not the deal in the workbook\. /,
    );
    const all = (await workbook.readCells("Decision", "A1:N350")).flat();
    expect(all.filter((cell) => typeof cell === "string" && cell.startsWith("#"))).toEqual([]);
  });

  test("follows an edit of the workbook, and of what is assumed", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const deal = readDealCells(done(await readDeal()));
    const whatIf = { ...AS_IT_IS, loadFactor: 1.2 };
    const request = decisionRequest(
      { kind: "read", reading: deal },
      whatIf,
      new Date(2026, 10, 27),
    );
    if (typeof request === "string") throw new Error(request);
    done(await writeDecision(request, US_DOLLAR));
    const usage = () => workbook.readCell("Decision", "B14");
    expect(await usage()).toBe(840_000);
    workbook.setCell("Deal", "F12", 500_000);
    expect(await usage()).toBe(600_000);
    expect(await workbook.readCell("Decision", "B17")).toBeCloseTo(600_000, 4);
    const column = (await workbook.readCells("Decision", "A1:A350")).map(([value]) => value);
    workbook.setCell("Decision", `B${column.indexOf("Usage is multiplied by") + 1}`, 1);
    expect(await usage()).toBe(500_000);
  });

  test("lists what it assumes, in cells", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const deal = readDealCells(done(await readDeal()));
    const whatIf: Assumptions = { ...AS_IT_IS, clauses: [HALF] };
    const request = decisionRequest(
      { kind: "read", reading: deal },
      whatIf,
      new Date(2026, 10, 27),
    );
    if (typeof request === "string") throw new Error(request);
    done(await writeDecision(request, US_DOLLAR));
    const rows = await workbook.readCells("Decision", "A1:B350");
    expect(rows).toContainEqual(["Forfeited share", 0.5]);
    expect(rows[2]?.[0]).toContain(HALF);
  });
});

describe("decisionNote()", () => {
  test("says at the button what the sheet will show", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const deal = readDealCells(done(await readDeal()));
    expect(decisionNote(deal, AS_IT_IS)).toBe("");
    expect(decisionNote(deal, { ...AS_IT_IS, loadFactor: 1.2 })).toMatch(
      /^The sheet shows what the pane shows/,
    );
    // Amounts that somebody typed as text are not multiplied in a cell.
    const forecast = [
      ["Mean", "700k"],
      ["CV", 0.35],
    ];
    const text = readDealCells({ ...deal.cells, forecast });
    expect(assumedCells(text, { ...AS_IT_IS, loadFactor: 1.2 })).toBeUndefined();
    expect(decisionNote(text, { ...AS_IT_IS, loadFactor: 1.2 })).toMatch(
      /^The sheet shows the deal in the workbook: /,
    );
  });
});
