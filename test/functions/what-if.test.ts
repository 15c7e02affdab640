import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, risingBands } from "../core/deals";
import { assertProperty } from "../support/property";
import { call, number } from "./shown";

const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const HEADED = [
  ["Threshold", "Discount", "Name", "Forfeited share", "Contact"],
  ["$0", "0%", null, null, null],
  ["$250k", "10%", "Growth", 0.5, "A. Person"],
  [500_000, 0.15, "Scale", null, "B. Person"],
];
const value = (message: string) => ({ code: "#VALUE!", message });

describe("BANDS_WITH()", () => {
  test("replaces the discount of the band at a threshold", () => {
    expect(call("BANDS_WITH", BANDS, 500_000, "Discount", 0.18)).toEqual([
      [0, 0],
      [250_000, 0.1],
      [500_000, 0.18],
      [1_000_000, 0.2],
    ]);
    // 800,000 at list buys 500,000 / 0.82 of capacity; the rest is at list.
    const priced = number(
      "EFFECTIVE_COST",
      800_000,
      500_000,
      call("BANDS_WITH", BANDS, 500_000, "Discount", 0.18),
      null,
    );
    expect(priced).toBeCloseTo(500_000 + 800_000 - 500_000 / 0.82, 8);
  });

  test("finds a threshold to the cent, and moves it", () => {
    const moved = call("BANDS_WITH", BANDS, 500_000.004, "threshold", 450_000);
    expect(moved).toEqual([BANDS[0], BANDS[1], [450_000, 0.15], BANDS[3]]);
    expect(call("BAND_RATE", 450_000, moved)).toBe(0.15);
    expect(call("BAND_RATE", 449_999, moved)).toBe(0.1);
  });

  test("returns all other cells unchanged, blanks as empty texts", () => {
    expect(call("BANDS_WITH", HEADED, "$250k", "Forfeited share", "25%")).toEqual([
      HEADED[0],
      ["$0", "0%", "", "", ""],
      ["$250k", "10%", "Growth", "25%", "A. Person"],
      [500_000, 0.15, "Scale", "", "B. Person"],
    ]);
  });

  test("adds the column of a term that has none, blank for the other bands", () => {
    const headed = HEADED.map((row) => row.slice(0, 2));
    const added = call("BANDS_WITH", headed, 500_000, "overage premium", 0.05);
    expect(added).toEqual([
      ["Threshold", "Discount", "Overage premium"],
      ["$0", "0%", ""],
      ["$250k", "10%", ""],
      [500_000, 0.15, 0.05],
    ]);
    const overage = 800_000 - 500_000 / 0.85;
    expect(number("OVERAGE_COST", 800_000, 500_000, added, null)).toBeCloseTo(1.05 * overage, 8);
    expect(number("OVERAGE_COST", 400_000, 250_000, added, null)).toBeCloseTo(
      400_000 - 250_000 / 0.9,
      8,
    );
  });

  test("keeps a share of 0 apart from a blank, where the desktop sends 0 for both", () => {
    const desktop = HEADED.map((row) => row.map((cell) => cell ?? 0));
    const none = call("BANDS_WITH", desktop, 500_000, "Forfeited share", 0);
    expect(call("EFFECTIVE_COST", 340_000, 500_000, none, null)).toBe(0.85 * 340_000);
    const nameless = desktop.map((row, index) => (index === 3 ? row.with(2, 0) : row));
    const still = call("BANDS_WITH", nameless, 500_000, "Forfeited share", 0);
    expect(call("EFFECTIVE_COST", 340_000, 500_000, still, null)).toBe(0.85 * 340_000);
    expect(call("EFFECTIVE_COST", 340_000, 500_000, nameless, null)).toBe(500_000);
  });

  test("clears a term for a blank, which in a column of words may arrive as 0", () => {
    const committed = [
      ["Threshold", "Discount", "Overage"],
      [500_000, 0.15, "committed"],
    ];
    for (const blank of [null, "", 0]) {
      const given = call("BANDS_WITH", committed, 500_000, "Overage", blank);
      expect(given).toEqual([committed[0], [500_000, 0.15, ""]]);
    }
  });

  test("omits any number of rows below the last band", () => {
    const long = [...BANDS, ...Array.from({ length: 1_000 }, () => [0, 0])];
    expect(call("BANDS_WITH", long, 250_000, "Discount", 0.1)).toEqual(BANDS);
  });

  test("leaves it to the pricing function to refuse a value, by its row", () => {
    const faulty = call("BANDS_WITH", HEADED, 500_000, "Discount", 15);
    expect(call("BAND_RATE", 500_000, faulty)).toEqual(
      value(
        "Discount in row 4 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
      ),
    );
    const past = call("BANDS_WITH", BANDS, 500_000, "Threshold", 1_200_000);
    expect(call("BAND_RATE", 500_000, past)).toEqual(
      value(
        "Threshold in row 4 of bands (1,000,000) is below the one in row 3 (1,200,000): sort the bands by threshold, lowest first.",
      ),
    );
  });

  test.each([
    [
      [BANDS, 300_000, "Discount", 0.1],
      "No band starts at the threshold 300,000: give one that stands in bands, such as 250,000.",
    ],
    [
      [[[250_000, 0.1]], 0, "Discount", 0.1],
      "No band starts at the threshold 0: give one that stands in bands, such as 250,000.",
    ],
    [
      [BANDS, 250_000, "Discont", 0.1],
      'Column is "Discont": did you mean Discount? Known: Threshold, Discount, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share.',
    ],
    [
      [BANDS, 250_000, null, 0.1],
      "Column is missing: give one of Threshold, Discount, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share.",
    ],
    [
      [BANDS, 250_000, "Forfeited share", 0.1],
      "Bands has no header row, so nothing says where its Forfeited share would stand: include the header row (for a table, Table[#All]).",
    ],
    [
      [[[250_000, 15]], -1, "Discount", { type: "Error", basicValue: "#N/A" }],
      "Discount in row 1 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%. " +
        "Threshold is -1: give an amount of 0 or more. Value holds the error #N/A: mend that cell first.",
    ],
  ])("refuses what it cannot do: case %#", (args, sentence) => {
    expect(call("BANDS_WITH", ...args)).toEqual(value(sentence));
  });
});

describe("TERMS_WITH()", () => {
  test("sets a term over its value, in any spelling", () => {
    const terms = [
      ["Term", "Value"],
      ["Overage premium", 0.05],
      ["overage", "committed"],
    ];
    expect(call("TERMS_WITH", terms, "OVERAGE", "list")).toEqual([
      terms[0],
      terms[1],
      ["overage", "list"],
    ]);
  });

  test.each([
    ["omitted terms", null],
    ["a blank cell", [[""]]],
    [
      "blank rows",
      [
        [0, 0],
        [null, null],
      ],
    ],
  ])("adds a term to %s", (_, terms) => {
    expect(call("TERMS_WITH", terms, "forfeited-share", 0.5)).toEqual([["Forfeited share", 0.5]]);
  });

  test("adds a term below the others, in rows of their width", () => {
    const terms = [
      ["Overage", "list", null],
      [null, null, null],
    ];
    expect(call("TERMS_WITH", terms, "Basis", "list")).toEqual([
      ["Overage", "list", ""],
      ["Basis", "list", ""],
    ]);
  });

  test("names the term that was meant", () => {
    expect(call("TERMS_WITH", null, "premium", 0.05)).toEqual(
      value(
        'Term is "premium": did you mean Overage premium? Known: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share.',
      ),
    );
  });
});

describe("properties", () => {
  /** Bands, the position of one of them, usage and commitment. */
  const asked = fc.record({
    bands: risingBands,
    pick: fc.nat(),
    usage: cents,
    commitment: cents,
    discount: fc.integer({ min: 0, max: 999 }).map((part) => part / 1000),
    share: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  });

  test("with its own value nothing changes in price", () => {
    assertProperty(
      fc.property(asked, ({ bands, pick, usage, commitment }) => {
        const [threshold = 0, discount = 0] = bands[pick % bands.length] ?? [];
        const cost = call("EFFECTIVE_COST", usage, commitment, bands, null);
        for (const [column, own] of [
          ["Threshold", threshold],
          ["Discount", discount],
        ] as const) {
          const same = call("BANDS_WITH", bands, threshold, column, own);
          expect(call("EFFECTIVE_COST", usage, commitment, same, null)).toBe(cost);
        }
        for (const [term, own] of [
          ["Forfeited share", 1],
          ["Overage", "list"],
        ]) {
          const same = call("TERMS_WITH", null, term, own);
          expect(call("EFFECTIVE_COST", usage, commitment, bands, same)).toBe(cost);
        }
      }),
    );
  });

  test("the price is that of a table edited by hand", () => {
    assertProperty(
      fc.property(asked, ({ bands, pick, usage, commitment, discount, share }) => {
        const at = pick % bands.length;
        const threshold = bands[at]?.[0] ?? 0;
        const cost = (table: unknown) => call("EFFECTIVE_COST", usage, commitment, table, null);
        const edited = bands.map((row, index) => (index === at ? [row[0], discount] : row));
        expect(cost(call("BANDS_WITH", bands, threshold, "Discount", discount))).toEqual(
          cost(edited),
        );
        const headed = [["Threshold", "Discount"], ...bands];
        const own = [
          ["Threshold", "Discount", "Forfeited share"],
          ...bands.map((row, index) => [...row, index === at ? share : null]),
        ];
        expect(cost(call("BANDS_WITH", headed, threshold, "Forfeited share", share))).toEqual(
          cost(own),
        );
      }),
    );
  });
});
