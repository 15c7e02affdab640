import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { byInput, type DealCells, foundDeal } from "../../../src/deal/deal-inputs";
import { readDealCells } from "../../../src/deal/parse-deal";
import { logRows } from "../../../src/sheets/log/log-rows";
import { loggedDeal } from "../../../src/sheets/log/logged-deal";

type Block = readonly (readonly (string | number)[])[];

const BANDS: Block = [
  ["Threshold", "Discount"],
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const FORECAST: Block = [
  ["Mean", 700_000],
  ["CV", 0.35],
];

interface Change {
  readonly Bands?: Block;
  readonly Commitment?: number;
  readonly Forecast?: Block | null;
  /** Rows by which every address is lower than in the example. */
  readonly lower?: number;
}

/** A deal on a sheet: bands in A5, the commitment in F12, the forecast in A20. */
function deal({ lower = 0, ...change }: Change = {}): DealCells {
  const blocks = { Bands: BANDS, Commitment: 480_000, Forecast: FORECAST, ...change };
  const at = {
    Bands: ["A", 5, "B"],
    Commitment: ["F", 12, "F"],
    Forecast: ["A", 20, "B"],
  } as const;
  const found = byInput((input) => {
    if (input !== "Bands" && input !== "Commitment" && input !== "Forecast") return null;
    const held = blocks[input];
    if (held === null) return null;
    const cells = typeof held === "number" ? [[held]] : held;
    const [left, top, right] = at[input];
    const first = `${left}${top + lower}`;
    const last = `${right}${top + lower + cells.length - 1}`;
    return {
      reference: input,
      cells,
      address: `Deal!${first === last ? first : `${first}:${last}`}`,
    };
  });
  return { ...foundDeal(found), chosen: false };
}

const logged = (change?: Change) => loggedDeal(readDealCells(deal(change)), US_DOLLAR);
const rows = (change: Change, before?: Change) => logRows(logged(before), logged(change), "now");
const withBand = (row: number, column: number, value: number | string): Block =>
  BANDS.map((line, at) => line.map((one, along) => (at === row && along === column ? value : one)));

describe("logRows()", () => {
  test("are none where no answer is another, whatever moved", () => {
    expect(rows({})).toEqual([]);
    expect(rows({ lower: 3 })).toEqual([]);
    // No commitment near the best is priced by it.
    expect(rows({ Bands: withBand(4, 1, 0.19) })).toEqual([]);
  });

  // What changed, the answers that did, and the input as the log names it.
  test.each<readonly [string, Change, readonly unknown[]]>([
    ["a discount", { Bands: withBand(3, 1, 0.3) }, ["Bands, Discount", "Deal!B8", 0.15, 0.3]],
    [
      "a threshold",
      { Bands: withBand(3, 0, 450_000) },
      ["Bands, Threshold", "Deal!A8", 500_000, 450_000],
    ],
    [
      "text for a number",
      { Bands: withBand(3, 1, "30%") },
      ["Bands, Discount", "Deal!B8", 0.15, "30%"],
    ],
    [
      "a mean",
      {
        Forecast: [
          ["Mean", 900_000],
          ["CV", 0.35],
        ],
      },
      ["Forecast, Mean", "Deal!B20", 700_000, 900_000],
    ],
    [
      "a spread",
      {
        Forecast: [
          ["Mean", 700_000],
          ["CV", 0.6],
        ],
      },
      ["Forecast, CV", "Deal!B21", 0.35, 0.6],
    ],
    [
      "a certain year",
      {
        Forecast: [
          ["Mean", 700_000],
          ["CV", 0],
        ],
      },
      ["Forecast, CV", "Deal!B21", 0.35, 0],
    ],
    [
      "a band more",
      { Bands: [...BANDS.slice(0, 4), [600_000, 0.3], ...BANDS.slice(4)] },
      ["Bands", "Deal!A5:B10", "Deal!A5:B9", "Deal!A5:B10"],
    ],
    [
      "a band less",
      { Bands: BANDS.slice(0, 3) },
      ["Bands", "Deal!A5:B7", "Deal!A5:B9", "Deal!A5:B7"],
    ],
    ["no forecast", { Forecast: null }, ["Forecast", "Deal!A20:B21", "Deal!A20:B21", "none"]],
    ["a fault", { Bands: withBand(3, 1, 15) }, ["Bands, Discount", "Deal!B8", 0.15, 15]],
  ])("of %s name it with its cell, from what to what", (_, change, input) => {
    const [first, ...more] = rows(change);
    expect(first?.slice(4)).toEqual(input);
    expect(more.every((row) => row.slice(4).every((cell) => cell === ""))).toBe(true);
    const answers = [first, ...more].map((row) => row?.[1]);
    expect(answers.length).toBeGreaterThan(1);
    expect(new Set(answers).size).toBe(answers.length);
  });

  test("have each answer from what to what, as the pane has them", () => {
    const [verdict, best] = rows({ Bands: withBand(3, 1, 0.1) });
    expect(verdict?.slice(0, 3)).toEqual(["now", "Verdict", "Commit $500k, not $480k"]);
    expect(best?.slice(1, 4)).toEqual(["Best commitment on offer", 500_000, 250_000]);
  });

  test("say that there was no answer", () => {
    const answers = rows({}, { Bands: withBand(3, 1, 15) });
    expect(answers.map(([, answer, from]) => [answer, from])).toEqual([
      ["Verdict", "No answer yet"],
      ["Best commitment on offer", "none"],
      ["Its expected cost", "none"],
      ["Its expected saving over list prices", "none"],
      ["Its fill probability", "none"],
    ]);
  });

  test("of many cells list the first, and count the others", () => {
    const many = (scale: number): Block =>
      Array.from({ length: 20 }, (_, at) => [scale * (300_000 + 10_000 * at)]);
    const all = rows({ Forecast: many(2) }, { Forecast: many(1) });
    expect(all.map((row) => row[4])).toEqual([...Array(8).fill("Forecast"), "12 more cells"]);
  });

  test("of more cells than the workbook keeps say that they changed", () => {
    const many = (scale: number): Block =>
      Array.from({ length: 400 }, (_, at) => [scale * (300_000 + 1000 * at)]);
    const [first] = rows({ Forecast: many(2) }, { Forecast: many(1) });
    expect(first?.slice(4)).toEqual([
      ...["Forecast", "Deal!A20:B419", "other values", "its values now"],
    ]);
  });
});
