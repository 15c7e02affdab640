import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OfferBenchmark, offerBenchmark } from "../../../../src/analysis/offer-benchmark";
import { US_DOLLAR } from "../../../../src/core/currency";
import { readComparableDeals } from "../../../../src/deal/comparable-deals";
import { readDealCells } from "../../../../src/deal/parse-deal";
import {
  comparablesAnswer,
  comparablesEvidence,
} from "../../../../src/taskpane/views/offer/comparables-messages";
import { stripPlot } from "../../../../src/taskpane/views/offer/comparables-strip";
import { comparablesWords } from "../../../../src/taskpane/views/offer/comparables-words";
import { assertProperty } from "../../../support/property";
import { dealCells } from "../../pane-scenarios";

type Row = readonly [commitment: unknown, discount: unknown, source?: unknown];

const cellsOf = (rows: readonly Row[]) => ({
  address: "Comparables!B5:D25",
  values: [
    ["Commitment", "Discount", "Source"],
    ...rows.map((row) => [row[0], row[1], row[2] ?? ""]),
  ],
});

/** Deals of $300k at some discounts, and of $600k at others. */
const at = (inBand: readonly number[], above: readonly number[] = []): readonly Row[] => [
  ...inBand.map((discount): Row => [300_000, discount, "peer"]),
  ...above.map((discount): Row => [600_000, discount]),
];

/** The example: $480,000 at 10%, in the band from $250k to $500k. */
function found(rows: readonly Row[], commitment: unknown = 480_000): OfferBenchmark | undefined {
  const { deals } = readComparableDeals(cellsOf(rows));
  return offerBenchmark(readDealCells(dealCells({ commitment })), deals, US_DOLLAR);
}

describe("the answer about comparable deals", () => {
  test.each<readonly [string, readonly Row[], string, string, string]>([
    [
      "seven in its band",
      at([0.05, 0.06, 0.08, 0.09, 0.12, 0.13, 0.15]),
      "Better than 4 of 7 comparable deals in $250k to $500k",
      "Their median is 9%, 1 point less than the 10% on offer: at the median the same usage would cost $5,333 a year more.",
      "better than 4 of 7 comparable deals in its band",
    ],
    [
      "some that are equal",
      at([0.08, 0.1, 0.1, 0.12, 0.15]),
      "Better than 1 of 5 comparable deals and equal to 2 in $250k to $500k",
      "Its discount of 10% is the median of these deals.",
      "better than 1 of 5 comparable deals and equal to 2 in its band",
    ],
    [
      "none that is worse",
      at([0.11, 0.12, 0.13, 0.14, 0.15]),
      "Better than none of 5 comparable deals in $250k to $500k",
      "Their median is 13%, 3 points more than the 10% on offer: at the median the same usage would cost $16,000 a year less.",
      "better than none of 5 comparable deals in its band",
    ],
    [
      "none that is better",
      at([0, 0.01, 0.02, 0.03, 0.04]),
      "Better than all 5 comparable deals in $250k to $500k",
      "Their median is 2%, 8 points less than the 10% on offer: at the median the same usage would cost $42,667 a year more.",
      "better than all 5 comparable deals in its band",
    ],
    [
      "too few in its band, enough over all",
      at([0.08, 0.12], [0.15, 0.16, 0.18]),
      "Better than 1 of 5 comparable deals of any commitment",
      "In $250k to $500k, the band of this offer: 2 comparable deals, 5 are needed. Their median is 15%, 5 points more than the 10% on offer: at the median the same usage would cost $26,667 a year less.",
      "better than 1 of 5 comparable deals",
    ],
    [
      "enough in its band, more over all",
      at([0.08, 0.09, 0.12, 0.13, 0.15], [0.18]),
      "Better than 2 of 5 comparable deals in $250k to $500k",
      "Their median is 12%, 2 points more than the 10% on offer: at the median the same usage would cost $10,667 a year less. Over all bands it is better than 2 of 6 comparable deals.",
      "better than 2 of 5 comparable deals in its band",
    ],
    [
      "three",
      at([0.08, 0.09, 0.12]),
      "3 comparable deals, 5 are needed",
      "",
      "3 comparable deals, 5 are needed",
    ],
    ["one", at([0.08]), "1 comparable deal, 5 are needed", "", "1 comparable deal, 5 are needed"],
    ["none", [], "No comparable deal, 5 are needed", "", ""],
    [
      "text",
      [
        ["$300k", "8%"],
        [" 300 000 ", "9%"],
      ],
      "2 comparable deals, 5 are needed",
      "",
      "2 comparable deals, 5 are needed",
    ],
  ])("%s", (_, rows, answer, evidence, words) => {
    const offer = found(rows);
    if (!offer) throw new Error("there is an offer");
    expect(comparablesAnswer(offer)).toBe(answer);
    expect(comparablesEvidence(offer, US_DOLLAR).join(" ")).toBe(evidence);
    expect(comparablesWords(readComparableDeals(cellsOf(rows)), offer)).toBe(words);
  });

  test.each([0, "", "soon"])("waits where the commitment is %j", (commitment) => {
    const rows = at([0.08, 0.1, 0.1, 0.12, 0.15]);
    expect(found(rows, commitment)).toBeUndefined();
    expect(comparablesWords(readComparableDeals(cellsOf(rows)), undefined)).toBe("");
  });

  test("is about a table that can be read, and names the cells of what cannot", () => {
    const read = readComparableDeals(cellsOf([...at([0.08]), [250_000, 15], ["", 0.1]]));
    expect(read.deals).toEqual([]);
    expect(read.faults.map(({ error, cell }) => [error.kind, cell])).toEqual([
      ["levelOutOfRange", "Comparables!C7"],
      ["missing", "Comparables!B8:D8"],
    ]);
    expect(comparablesWords(read, undefined)).toBe("2 faults in the comparable deals");
  });
});

describe("stripPlot()", () => {
  const plotOf = (rows: readonly Row[]) => {
    const offer = found(rows);
    if (!offer) throw new Error("there is an offer");
    return stripPlot(offer);
  };

  test("has a strip for each band with a deal and for the offer's, lowest first", () => {
    expect(
      plotOf(at([], [0.15, 0.18])).strips.map(({ name, deals, offerAt }) => [
        ...[name, deals.length, offerAt !== undefined],
      ]),
    ).toEqual([
      ["$250k to $500k", 0, true],
      ["$500k to $1M", 2, false],
    ]);
  });

  test("draws a deal without a source hollow, and one on another line than a deal that it would touch", () => {
    const [strip] = plotOf([
      [300_000, 0.12, " "],
      [300_000, 0.12, "peer"],
      [300_000, 0.2, 0],
    ]).strips;
    expect(strip?.deals.map(({ lane, isSourced }) => [lane, isSourced])).toEqual([
      [0, false],
      [1, true],
      [0, false],
    ]);
    expect(strip?.lanes).toBe(2);
  });

  test("of one deal at the offer has an axis around it, from no less than 0%", () => {
    const { strips, ticks } = plotOf(at([0.1]));
    expect(strips[0]?.deals[0]?.at).toBeCloseTo(0.5, 9);
    expect(ticks.length).toBeGreaterThan(1);
    expect(plotOf(at([0])).ticks[0]).toEqual({ at: 0, fraction: 0 });
  });

  test("keeps every mark on the axis, and dots of a line apart while there are lines", () => {
    const discounts = fc.array(fc.double({ min: 0, max: 0.99, noNaN: true }), { maxLength: 12 });
    assertProperty(
      fc.property(discounts, (given) => {
        for (const { deals, offerAt = 0 } of plotOf(at(given)).strips)
          for (const { at: place } of [...deals, { at: offerAt }]) {
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThanOrEqual(1);
          }
      }),
    );
  });
});
