import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { AS_IT_IS } from "../../src/deal/assumptions";
import { readDealCells } from "../../src/deal/parse-deal";
import type { DealNumbers } from "../../src/sheets/deal-numbers";
import { decisionRequest } from "../../src/taskpane/context/decision/decision-request";
import { FRESH_FORM, readTableForm } from "../../src/taskpane/views/sheets/table-form-state";
import { currencyOf } from "../../src/wording/format/currencies";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { insertNumbers } from "../../src/workbook/sheets/insert-numbers";
import { writeDecision } from "../../src/workbook/sheets/write-decision";
import { writeForecast } from "../../src/workbook/sheets/write-forecast";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { done, opensWorkbooks } from "./open";
import { readDeal } from "./read";

const open = opensWorkbooks();
interface Shown {
  readonly address: string;
  readonly text: string;
  readonly value: unknown;
  readonly width: number;
}

/** Every cell of a sheet that shows something, with the width of its column in points. */
async function shownOn(workbook: LocalWorkbook, name: string): Promise<readonly Shown[]> {
  return workbook.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
    range.load("text,values,columnCount");
    await context.sync();
    const columns = Array.from({ length: range.columnCount }, (_, index) => range.getColumn(index));
    for (const column of columns) column.load("format/columnWidth");
    await context.sync();
    return range.text.flatMap((row, at) =>
      row.flatMap((text, index) => {
        const value: unknown = range.values[at]?.[index];
        const width = columns[index]?.format.columnWidth ?? 0;
        return text === "" ? [] : [{ address: `${index + 1}, ${at + 1}`, text, value, width }];
      }),
    );
  });
}

/** Width of a number in Arial 11, the widest of the fonts that a workbook begins with, in points (AFM of Arial, units of 1/1000). */
const ARIAL: Readonly<Record<string, number>> = {
  ",": 278,
  ".": 278,
  "-": 333,
  "%": 889,
  "\u00a0": 278,
};
function widthOf(text: string): number {
  const units = [...text].reduce(
    (sum, letter) => sum + (ARIAL[letter] ?? (/[A-Z]/.test(letter) ? 722 : 556)),
    0,
  );
  // A cell keeps about two pixels free at either side.
  return (units / 1000) * 11 + 3;
}

/** Numbers that their column would not show. */
function narrow(shown: readonly Shown[]): readonly Shown[] {
  return shown.filter(
    ({ value, text, width }) => typeof value === "number" && widthOf(text) > width,
  );
}

/** A deal in a line: pairs of threshold and discount, the commitment, the mean of usage. */
const deal = (
  pairs: readonly (readonly [number, number])[],
  commitmentUsd: number,
  meanUsd: number,
): DealNumbers => ({
  bands: pairs.map(([thresholdUsd, discountFraction]) => ({
    thresholdUsd,
    discountFraction,
    name: "",
  })),
  commitmentUsd,
  forecast: { kind: "spread", meanUsd, spreadFraction: 0.355 },
});

const DEALS: readonly (readonly [name: string, deal: DealNumbers])[] = [
  [
    "the usual size",
    deal(
      [
        [250_000, 0.1],
        [500_000, 0.155],
      ],
      300_000,
      600_000,
    ),
  ],
  [
    "a few dollars",
    deal(
      [
        [25, 0.1],
        [50, 0.155],
      ],
      30,
      60,
    ),
  ],
  [
    "usage far above the bands",
    deal(
      [
        [250, 0.1],
        [500, 0.155],
      ],
      300,
      60_000_000,
    ),
  ],
  [
    "billions",
    deal(
      [
        [1_234_567_890, 0.1],
        [12_345_678_901, 0.155],
      ],
      1_500_000_000,
      9_876_543_210,
    ),
  ],
  [
    "hundreds of billions",
    deal(
      [
        [250e9, 0.1],
        [500e9, 0.15],
      ],
      480e9,
      700e9,
    ),
  ],
  [
    "all that a cell holds",
    deal(
      [
        [1e14, 0.1],
        [9e14, 0.15],
      ],
      5e14,
      9e14,
    ),
  ],
  [
    "cents",
    deal(
      [
        [249_999.99, 0.1],
        [499_999.95, 0.15],
      ],
      480_000.5,
      700_000.25,
    ),
  ],
  [
    "discounts of a part of a percent",
    deal(
      [
        [250_000, 0.0045],
        [500_000, 0.00625],
      ],
      480_000,
      700_000,
    ),
  ],
  [
    "discounts of four decimals",
    deal(
      [
        [250_000, 0.101234],
        [500_000, 0.15125],
      ],
      480_000,
      700_000,
    ),
  ],
  [
    "a commitment in the last band",
    deal(
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
      600_000,
      700_000,
    ),
  ],
  [
    "no commitment",
    deal(
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
      0,
      700_000,
    ),
  ],
  [
    "usage that fills no commitment",
    deal(
      [
        [250_000, 0.1],
        [500_000, 0.15],
      ],
      480_000,
      10,
    ),
  ],
];

/** Writes every kind of sheet for a deal and names them. */
async function writeAll(numbers: DealNumbers, currency = US_DOLLAR): Promise<readonly string[]> {
  const sheets = [done(await insertNumbers(numbers, currency)).sheet];
  const read = { kind: "read", reading: readDealCells(done(await readDeal())) } as const;
  const decision = decisionRequest(read, AS_IT_IS, new Date(2026, 10, 27));
  if (typeof decision === "string") throw new Error(decision);
  sheets.push(done(await writeDecision(decision, currency)).sheet);
  const { request } = readTableForm(
    { ...FRESH_FORM, rows: "3", measure: "saving" },
    read.reading,
    US_DOLLAR,
  );
  if (request) sheets.push(done(await writeTable({ ...request, madeOn: "" }, currency)).sheet);
  return sheets;
}

describe("numbers on the sheets that are written", () => {
  test("fit their columns when hundreds of billions are typed later", async () => {
    const workbook = await open();
    done(await insertExample(US_DOLLAR));
    const read = { kind: "read", reading: readDealCells(done(await readDeal())) } as const;
    const decision = decisionRequest(read, AS_IT_IS, new Date(2026, 10, 27));
    if (typeof decision === "string") throw new Error(decision);
    done(await writeDecision(decision, US_DOLLAR));
    for (const [cell, usd] of [
      ...[["A7", 123_456_789_012] as const, ["A8", 234_567_890_123] as const],
      ...[["A9", 345_678_901_234] as const, ["F12", 456_789_012_345] as const],
      ["F13", 234_567_890_123] as const,
    ])
      workbook.setCell("Deal", cell, usd);
    for (const sheet of ["Deal", "Decision"]) {
      const shown = await shownOn(workbook, sheet);
      expect(shown.some(({ value }) => Number(value) > 2e11)).toBe(true);
      expect(narrow(shown), sheet).toEqual([]);
    }
  });

  test("of a usual table would fit a hundred times as large, in columns that stay narrow", async () => {
    const workbook = await open();
    const sheets = await writeAll(
      deal(
        [
          [250_000, 0.1],
          [500_000, 0.15],
        ],
        480_000,
        700_000,
      ),
    );
    const shown = await shownOn(workbook, sheets.at(-1) ?? "");
    const amounts = shown.filter(({ text }) => text.startsWith("$"));
    expect(amounts.length).toBeGreaterThan(10);
    const larger = amounts.map(({ value, ...cell }) => ({
      ...cell,
      ...{ value, text: `$${Math.round(100 * Number(value)).toLocaleString("en-US")}` },
    }));
    expect(narrow(larger)).toEqual([]);
    expect(Math.min(...amounts.map(({ width }) => width))).toBeLessThan(100);
  });

  test.each(DEALS)(
    "of %s fit their columns, and show no negative zero and no bare error",
    async (_, numbers) => {
      const workbook = await open();
      const sheets = await writeAll(numbers);
      expect(sheets.length).toBeGreaterThanOrEqual(3);
      for (const sheet of sheets) {
        const shown = await shownOn(workbook, sheet);
        expect(narrow(shown), sheet).toEqual([]);
        const texts = shown.map(({ text }) => text);
        expect(
          texts.filter((text) => /^-\$0$|^-0\.0%$/.test(text)),
          sheet,
        ).toEqual([]);
        if (!sheet.endsWith("table"))
          expect(
            texts.filter((text) => text.startsWith("#")),
            sheet,
          ).toEqual([]);
      }
    },
  );

  test.each([
    { kind: "points", lowUsd: 1, likelyUsd: 2, highUsd: 3 },
    { kind: "points", lowUsd: 5e9, likelyUsd: 7.5e9, highUsd: 12_345_678_901 },
    { kind: "spread", meanUsd: 9e14, spreadFraction: 0.3333 },
    { kind: "percentiles", p10Usd: 400_000.25, p90Usd: 987_654.75 },
  ] as const)("of the forecast %j fit their column", async (forecast) => {
    const workbook = await open();
    const { sheet } = done(await writeForecast(forecast, US_DOLLAR));
    expect(narrow(await shownOn(workbook, sheet))).toEqual([]);
  });

  test("in a label of four letters fit as well", async () => {
    const workbook = await open();
    for (const sheet of await writeAll(
      deal(
        [
          [250e9, 0.1],
          [500e9, 0.15],
        ],
        480e9,
        700e9,
      ),
      currencyOf("CHF"),
    )) {
      expect(narrow(await shownOn(workbook, sheet)), sheet).toEqual([]);
    }
  });

  test("as somebody wrote them keep their decimals and their cents", async () => {
    const workbook = await open();
    const { sheet } = done(
      await insertNumbers(
        deal(
          [
            [249_999.99, 0.0045],
            [500_000, 0.15125],
            [1_000_000, 0.2],
          ],
          480_000.5,
          700_000,
        ),
        US_DOLLAR,
      ),
    );
    const texts = (await shownOn(workbook, sheet)).map(({ text }) => text);
    for (const text of [
      "$249,999.99",
      "$500,000.00",
      "0.45%",
      "15.125%",
      "20.0%",
      "$480,000.50",
      "35.5%",
    ])
      expect(texts).toContain(text);
    // The discount of the band, as it is written beside its threshold.
    expect(texts.filter((text) => text === "0.45%")).toHaveLength(2);
  });

  test("a negative amount below half a dollar is $0, and one above has its minus", async () => {
    const workbook = await open();
    done(await insertExample(US_DOLLAR));
    const saving = async (usage: number): Promise<string | undefined> => {
      workbook.setCell("Deal", "F12", usage);
      await workbook.readCells("Deal", "F20");
      return (await shownOn(workbook, "Deal")).find(({ address }) => address === "6, 20")?.text;
    };
    // At a commitment of $480,000 usage of as much costs 480,000.
    expect(await saving(479_999.7)).toBe("$0");
    expect(await saving(479_999.4)).toBe("-$1");
    expect(await saving(480_000)).toBe("$0");
    expect(await saving(400_000)).toBe("-$80,000");
  });
});
