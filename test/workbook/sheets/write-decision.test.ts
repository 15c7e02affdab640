import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { expectedCost } from "../../../src/forecast/expected-cost";
import { optimalCommitment } from "../../../src/forecast/optimal-commitment";
import { type Block, blockOf } from "../../../src/input/cells/a1";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeDecision } from "../../../src/workbook/sheets/write-decision";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { agrees } from "../../tolerance";
import { decisionRequest } from "../decision-request";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables } from "../read";
import { snapshot } from "../snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const CLAUSES_HEADING =
  "What each clause is worth at the present commitment; points as with overage at the committed rate";

/** Width of a text in points where each letter is as wide as most in Arial 11. */
const widthOf = (text: string): number => text.length * 6.2;

/** The first column of the curve, beside everything else. */
async function curveAmounts(): Promise<readonly unknown[]> {
  return (await workbook.readCells("Decision", "AD1:AD200")).flat();
}

async function columnWidth(address: string): Promise<number> {
  return workbook.Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem("Decision").getRange(address);
    format.load("columnWidth");
    await context.sync();
    return format.columnWidth;
  });
}

describe("writeDecision()", () => {
  test("proves the answer with live formulas over the inputs", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const { request, forecast, agreement } = await decisionRequest();
    const written = done(await writeDecision(request, US_DOLLAR));
    expect(written).toMatchObject({ title: "Which commitment", sheet: "Decision", complete: true });
    expect(await workbook.readCell("Decision", "A2")).toContain(
      "Made by Bandwise on 22 November 2026, 10:30 from Bands, Terms, Usage, Commitment and Forecast.",
    );
    const best = optimalCommitment(forecast, agreement);
    const [[commitment], [cost], [saving]] = (await workbook.readCells("Decision", "B7:B9")) as [
      [number],
      [number],
      [number],
    ];
    expect(commitment).toBe(best);
    expect(agrees(cost, expectedCost(forecast, commitment, agreement))).toBe(true);
    const now = expectedCost(forecast, 480_000, agreement);
    expect(Math.abs(saving - (now - cost))).toBeLessThan(1e-6);
  });

  test("prints the answer with its options, then what stands beside it, and no rows of the curve", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    const { sheets } = await captureWorkbook(workbook.host);
    const { page, cells = [] } = sheets.find(({ name }) => name === "Decision") ?? {};
    const [first, second, third, ...more] = (page?.areas ?? []).map(blockOf);
    expect(more).toEqual([]);
    const headings = (area: Block | undefined) =>
      cells.flatMap(({ row, col, value }) =>
        area && col === area.column && row >= area.row && row < area.row + area.rows
          ? [String(value)]
          : [],
      );
    expect(headings(first)).toEqual(
      expect.arrayContaining([
        "The answer",
        expect.stringMatching(/^Commitments compared/),
        expect.stringMatching(/^Made by Bandwise/),
        expect.stringMatching(/^Inputs: /),
      ]),
    );
    expect(headings(second)).toEqual(
      expect.arrayContaining([CLAUSES_HEADING, "Each threshold at this usage"]),
    );
    expect(headings(third)).toContain("What each band carries");
    // The title is in a row that heads every page.
    expect(page?.titleRows).toBe("$1:$2");
    for (const { column } of [first, second, third] as Block[])
      expect(cells).toContainEqual(
        expect.objectContaining({ row: 0, col: column, value: "Which commitment" }),
      );
    // Room for three bands more than the four that there are, each with an option at its threshold and one inside.
    const options = cells.find(({ value }) => /^Commitments compared/.test(String(value)));
    expect(first?.rows).toBe((options?.row ?? 0) + 1 + 2 + 2 * (4 + 3));
    const curve = cells.find(({ value }) => /on both sides of every/.test(String(value)));
    expect(third && third.column + third.columns).toBeLessThanOrEqual(curve?.col ?? 0);
  });

  test("keeps nothing below a block that grows, and no block is a screen away from the top", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    const { sheets } = await captureWorkbook(workbook.host);
    const cells = (sheets.find(({ name }) => name === "Decision")?.cells ?? []).filter(
      ({ value, formula }) => (value ?? "") !== "" || formula !== null,
    );
    for (const heading of [/^Commitments compared/, /^Each threshold at/, /^What each band/]) {
      const at = cells.find(({ value }) => heading.test(String(value)));
      expect(at?.row).toBeLessThan(40);
      const spill = (at?.row ?? 0) + 1;
      expect(cells.filter(({ row, col }) => col === at?.col && row > spill)).toEqual([]);
    }
  });

  test("has the thresholds, the options, the clauses, and both sides of every threshold", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    const cells = await workbook.readCells("Decision", "A1:AF200");
    const under = (heading: string): unknown => {
      const row = cells.findIndex((line) => line.includes(heading));
      return cells[row + 1]?.[cells[row]?.indexOf(heading) ?? -1];
    };
    expect(under("Each threshold at this usage")).toBe("Threshold");
    expect(
      under(
        "Commitments compared under the forecast. Probability to fill is the fill probability; probability of a loss, the loss probability (of paying more than list); worst 10%, the worst tenth of years",
      ),
    ).toBe("Commitment");
    expect(under(CLAUSES_HEADING)).toBe("Clause");
    for (const usd of [249_999, 250_000, 250_001, 499_999, 500_000, 999_999, 1_000_000])
      expect(await curveAmounts()).toContain(usd);
    const row = (await curveAmounts()).lastIndexOf(500_000) + 1;
    const [[below], [at]] = (await workbook.readCells("Decision", `AE${row - 1}:AE${row}`)) as [
      [number],
      [number],
    ];
    // One dollar across the threshold is worth thousands.
    expect(at - below).toBeGreaterThan(5_000);
    workbook.setCell("Deal", "A8", 463_000);
    // A dollar below 500,000 is now in its band.
    const [[moved]] = (await workbook.readCells("Decision", `AE${row - 1}`)) as [[number]];
    expect(moved - below).toBeGreaterThan(5_000);
  });

  test("draws the savings curve in a chart beside the answer, cliffs and all", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const { id } = done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    const charts = async () =>
      (await captureWorkbook(workbook.host)).sheets.flatMap((sheet) =>
        sheet.charts.map((chart) => ({ sheet: sheet.name, chart })),
      );
    const [drawn, ...others] = await charts();
    expect(others).toEqual([]);
    expect(drawn).toMatchObject({
      sheet: "Decision",
      chart: {
        name: "Expected saving by commitment",
        title: "Expected saving by commitment",
        showsLegend: false,
        acrossAxis: { title: "Commitment, USD", labelPosition: "Low" },
        upAxis: { title: "Expected saving a year, USD", numberFormat: '"$"#,##0;-"$"#,##0' },
      },
    });
    const [curve, none] = drawn?.chart.series ?? [];
    expect(none).toBeUndefined();
    const column = await curveAmounts();
    const last = column.findLastIndex((value) => typeof value === "number");
    const heading = column.lastIndexOf("Commitment");
    const block = { row: heading + 1, rows: last - heading, cols: 1 };
    expect([curve?.across, curve?.up]).toEqual([
      { ...block, col: 29 },
      { ...block, col: 30 },
    ]);
    // It stands beside the inputs and the answer, over cells that hold nothing.
    expect(drawn?.chart.place).toEqual({ row: 6, col: 3, rows: 18, cols: 6 });
    const under = (await workbook.readCells("Decision", "D7:I24")).flat();
    expect(new Set(under)).toEqual(new Set([null]));
    done(await removeTable(id));
    expect(await charts()).toEqual([]);
  });

  test("says n/a where a question has no answer, and shows no error", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const { address } = done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    const cells = (await workbook.readCells("Decision", address)).flat();
    const errors = cells.filter((cell) => typeof cell === "string" && cell.startsWith("#"));
    expect(errors).toEqual([]);
    // Break-even and waste of the one threshold below the commitment; 10.3 points on a band of 10%, alone and added last.
    expect(cells.filter((cell) => cell === "n/a")).toHaveLength(4);
    const rows = await workbook.readCells("Decision", "M1:Q20");
    const together = () => rows.find(([first]) => first === "All together")?.slice(3);
    expect(together()).toEqual(["n/a", "n/a"]);
    const sure = await workbook.readCells("Decision", "D25:D27");
    expect(sure.flat()).toEqual([
      ...["How sure", "Best on offer for average usage from $636,231 to $1,199,310."],
      "Least bad where the forecast is wrong: $446,455, at worst $45,450 more than the best.",
    ]);
    const half = rows.find(([first]) => first === "Half the shortfall returned");
    expect(half?.slice(3).every((points) => Number(points) > 0 && Number(points) <= 10)).toBe(true);
    expect(widthOf("Expected saving over the present one")).toBeLessThan(await columnWidth("A1"));
  });

  test("says its answer in a sentence that follows", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    const sentence = () => workbook.readCell("Decision", "A5");
    expect(await sentence()).toBe(
      "Commit to $500,000: its expected cost is $653,815 a year. That saves about $17,600 a year against the present commitment.",
    );
    workbook.setCell("Deal", "F13", 500_000);
    expect(await sentence()).toMatch(/^Stay at \$500,000: .* would\.$/);
    for (const cell of ["B7", "B8", "B9"]) workbook.setCell("Deal", cell, 0);
    expect(await sentence()).toMatch(/^Commit to nothing: its expected cost is \$700,000 a year\./);
  });

  test("has room for twenty bands more, and its curve moves with their thresholds", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const { address } = done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    expect(await curveAmounts()).not.toContain(463_000);
    workbook.setCell("Deal", "A8", 463_000);
    const after = await curveAmounts();
    for (const usd of [462_999, 463_000, 463_001]) expect(after).toContain(usd);
    expect(after).not.toContain(499_999);
    await workbook.Excel.run(async (context) => {
      const { rows } = context.workbook.tables.getItem("DealBands");
      const carried = Array.from({ length: 7 }, () => "");
      for (let index = 0; index < 20; index++)
        rows.add(undefined, [[1_100_000 + index * 50_000, 0.201 + index / 1000, ...carried]]);
      await context.sync();
    });
    const cells = (await workbook.readCells("Decision", address)).flat();
    const errors = cells.filter((cell) => typeof cell === "string" && cell.startsWith("#"));
    expect(errors).toEqual([]);
    expect(cells).toContain(1_100_000 + 19 * 50_000);
  });

  test("is listed with the tables and removed like one", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    const before = await snapshot(workbook);
    const { id } = done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    expect(done(await listTables())).toMatchObject([{ id, sheet: "Decision" }]);
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("says that a protected workbook takes no sheet", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    const { request } = await decisionRequest();
    await workbook.Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    expect(await writeDecision(request, US_DOLLAR)).toEqual({
      ok: false,
      fault: { kind: "protectedWorkbook" },
    });
  });

  test("leaves the workbook as it was when it fails on the way", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    const { request } = await decisionRequest();
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeDecision(request, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });
});
