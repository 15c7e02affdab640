import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { policiesOf, termOfDeal } from "../../../src/deal/term-of-deal";
import type { DealNumbers } from "../../../src/sheets/deal-numbers";
import { readSelectedText } from "../../../src/workbook/excel/selected-text";
import { recordsIn } from "../../../src/workbook/journal/record";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { insertNumbers } from "../../../src/workbook/sheets/insert-numbers";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { readDeal } from "../read";
import { snapshot } from "../snapshot";

const HOSTILE = [
  '=HYPERLINK("https://example.com","pay here")',
  "+1 555 0100",
  "-10% for you",
  "@SUM(A1:A9)",
  "'quoted",
  "12/11/2026",
  "TRUE",
  "",
  "  indented",
];

const SAID = {
  ...{ overage: "committed", overagePremiumFraction: 0.05, forfeitedShareFraction: 0.5 },
  policies: [
    ["Term", 3],
    ["Rollover share", 0.5],
    ["Price path", "locked"],
  ] as const,
  commitmentsUsd: [300_000, 400_000, 500_000],
  ...{ source: "proposal, received 12 Nov", confidence: "Low", text: HOSTILE },
  alsoSaid: [
    { label: "Term", isTerm: true, words: "3 years: “three years”" },
    { label: "Not understood", isTerm: false, words: '=CMD("calc")' },
  ],
};

const PROPOSAL: DealNumbers = {
  bands: [
    { thresholdUsd: 250_000, discountFraction: 0.1, name: "=Growth" },
    { thresholdUsd: 500_000, discountFraction: 0.155, name: "" },
  ],
  commitmentUsd: 300_000,
  forecast: { kind: "spread", meanUsd: 600_000, spreadFraction: 0.35 },
  proposal: SAID,
};

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

async function cellsOfDeal(): Promise<
  Record<"values" | "formulas", readonly (readonly unknown[])[]>
> {
  return workbook.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Deal").getRange("A1:I60");
    used.load("values,formulas");
    await context.sync();
    return { values: used.values, formulas: used.formulas };
  });
}

describe("insertNumbers() with what a proposal says", () => {
  test("writes its terms, its source, what no term says and its text, each as text", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    const before = workbook.trace.batches;
    done(await insertNumbers(PROPOSAL, US_DOLLAR));
    expect(workbook.trace.batches - before).toBeLessThanOrEqual(3);
    const reading = readDealCells(done(await readDeal()));
    expect(reading.faults).toEqual([]);
    expect(reading.bands?.bands.slice(1)).toMatchObject([
      { thresholdUsd: 250_000, discountFraction: 0.1, name: "=Growth" },
      { thresholdUsd: 500_000, discountFraction: 0.155 },
    ]);
    expect(reading.bands?.bands.at(1)?.texts).toEqual(
      expect.arrayContaining([
        { heading: "Source", text: "proposal, received 12 Nov" },
        { heading: "Confidence", text: "Low" },
      ]),
    );
    expect(reading.agreement?.bands.at(-1)).toMatchObject({
      ...{ overage: "committed", overagePremiumFraction: 0.05, forfeitedFraction: 0.5 },
    });
    expect(policiesOf(reading)).toMatchObject({
      ...{ Term: 3, "Rollover share": 0.5, "Price path": "locked" },
    });
    const term = termOfDeal(reading, { policies: {}, commitmentsUsd: undefined });
    expect(term?.ok && term.value.whole.plan.commitmentsUsd).toEqual(SAID.commitmentsUsd);
    const { values, formulas } = await cellsOfDeal();
    const column = values.map(([first]) => first);
    const at = column.indexOf("Also said");
    expect(values.slice(at, at + 3).map((row) => row.slice(0, 3))).toEqual([
      ["Also said", "Priced", "As written"],
      ["Term", "not priced yet", "3 years: “three years”"],
      ["Not understood", "not priced", '=CMD("calc")'],
    ]);
    const text = column.indexOf("The proposal as received") + 1;
    expect(column.slice(text, text + HOSTILE.length)).toEqual(HOSTILE);
    const made = formulas.flat().filter((cell) => /^=(HYPER|CMD|Growth)/.test(String(cell)));
    // A text that begins so is its own formula text only where the cell holds a text.
    expect(made.every((cell) => values.flat().includes(cell))).toBe(true);
  });

  test("leaves nothing behind when it is removed", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    const before = await snapshot(workbook);
    done(await insertNumbers(PROPOSAL, US_DOLLAR));
    const ids = await workbook.Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.load("items/key,items/value");
      await context.sync();
      const kept = JSON.stringify(settings.items.map(({ value }) => value));
      expect(kept).not.toContain("HYPERLINK");
      return recordsIn(settings).map(({ id }) => id);
    });
    done(await removeTable(ids[0] ?? ""));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("leaves the workbook as it was where a fault stops it on the way", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    expect(
      await failsWithoutTrace(workbook, saboteur, () => insertNumbers(PROPOSAL, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });

  test("writes no table and no text where there are none", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);

    done(
      await insertNumbers(
        { ...PROPOSAL, proposal: { ...SAID, alsoSaid: [], text: [] } },
        US_DOLLAR,
      ),
    );
    const { values } = await cellsOfDeal();
    expect(values.flat()).not.toContain("Also said");
    expect(values.flat()).not.toContain("The proposal as received");
  });
});

describe("readSelectedText()", () => {
  test("takes numbers whole, whatever their format rounds away, in one round trip", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    await workbook.Excel.run(async (context) => {
      const block = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C4");
      block.values = [
        ["Commitment", "Discount"],
        [250_000.25, 0.125],
        [500_000, 0.15],
      ];
      block.numberFormat = [
        ["General", "General"],
        ["$#,##0", "0%"],
        ["#,##0", "0%"],
      ];
      block.select();
      await context.sync();
    });
    const before = workbook.trace.batches;
    expect(done(await readSelectedText())).toBe(
      "Commitment\tDiscount\n$250000.25\t12.5%\n500000\t15%",
    );
    expect(workbook.trace.batches - before).toBeLessThanOrEqual(2);
  });

  test("is empty where the selected cells are", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    expect(done(await readSelectedText())).toBe("");
  });
});
