import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import { bandsWith, type CellValues, termsWith } from "../../src/input/what-if-cells";
import { good } from "../core/deals";

const sentence = (read: Result<CellValues>): string =>
  read.ok ? "" : describeErrors(read.errors, US_DOLLAR);

const HEADED = [
  ["Threshold", "Discount", "Name", "Forfeited share", "Overage"],
  [0, 0, "Base", "", ""],
  [250_000, 0.1, "Growth", 0.5, "list"],
  [500_000, 0.15, "Scale", 0.4, "committed"],
];
const BARE = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
];

/** The cells of HEADED with one of them replaced. */
const headed = (row: number, column: number, value: unknown) =>
  HEADED.map((cells, index) =>
    cells.map((cell, at) => (index === row && at === column ? value : cell)),
  );

describe("bandsWith()", () => {
  test.each([
    [250_000, "Discount", 0.2, headed(2, 1, 0.2)],
    ["$250k", "discount", "20%", headed(2, 1, "20%")],
    [[[500_000]], [["DISCOUNT"]], [[0.2]], headed(3, 1, 0.2)],
    [250_000, "Threshold", 300_000, headed(2, 0, 300_000)],
    [250_000, "Forfeited share", 1, headed(2, 3, 1)],
    [250_000, "forfeited-share", "25%", headed(2, 3, "25%")],
    [500_000, "Overage", "step-up", headed(3, 4, "step-up")],
    [0, "Overage", "re-rate", headed(1, 4, "re-rate")],
    [undefined, "Discount", 0.05, headed(1, 1, 0.05)],
  ])("at %j replaces %j by %j", (threshold, column, value, cells) => {
    expect(good(bandsWith(HEADED, threshold, column, value))).toEqual(cells);
  });

  test("finds the threshold to the cent, and not one that is a cent off", () => {
    expect(good(bandsWith(HEADED, 250_000.001, "Discount", 0.2))).toEqual(headed(2, 1, 0.2));
    expect(sentence(bandsWith(HEADED, 250_000.01, "Discount", 0.2))).toBe(
      "No band starts at the threshold 250,000.01: give one that stands in bands, such as 250,000.",
    );
  });

  test("changes threshold and discount of bands without a heading", () => {
    expect(good(bandsWith(BARE, 250_000, "Discount", 0.2))).toEqual([
      [0, 0],
      [250_000, 0.2],
      [500_000, 0.15],
    ]);
    expect(good(bandsWith(BARE, 250_000, "Threshold", 300_000))).toEqual([
      [0, 0],
      [300_000, 0.1],
      [500_000, 0.15],
    ]);
  });

  test("adds a column for a term without one, blank for the other bands", () => {
    expect(good(bandsWith(HEADED, 500_000, "overage premium", "5%"))).toEqual([
      ["Threshold", "Discount", "Name", "Forfeited share", "Overage", "Overage premium"],
      [0, 0, "Base", "", "", ""],
      [250_000, 0.1, "Growth", 0.5, "list", ""],
      [500_000, 0.15, "Scale", 0.4, "committed", "5%"],
    ]);
  });

  test("gives the new column its heading in the row of the heading, below blank rows", () => {
    expect(
      good(bandsWith([[""], ["Threshold", "Discount"], ...BARE], 250_000, "Overage", "list")),
    ).toEqual([
      ["", "", ""],
      ["Threshold", "Discount", "Overage"],
      [0, 0, ""],
      [250_000, 0.1, "list"],
      [500_000, 0.15, ""],
    ]);
  });

  test("counts blank rows among the rows, and fills short ones", () => {
    expect(
      good(bandsWith([[null], [0, 0], [], [250_000, 0.1, "Growth"]], 250_000, "Discount", 0.2)),
    ).toEqual([
      ["", "", ""],
      [0, 0, ""],
      ["", "", ""],
      [250_000, 0.2, "Growth"],
    ]);
  });

  test.each([
    [0.18, "18%"],
    [0.155, "15.5%"],
    [-0.5, "-50%"],
    [18, 18],
    [1, 1],
    ["18%", "18%"],
  ])("writes a discount of %j under whole percents as %j", (value, written) => {
    const percents = [
      ["Threshold", "Discount %"],
      [0, 0],
      [100, 10],
    ];
    expect(good(bandsWith(percents, 100, "Discount", value))[2]).toEqual([100, written]);
  });

  test("drops the rows below the last band", () => {
    const below = [
      [0, 0],
      ["", null],
    ];
    expect(good(bandsWith([...BARE, ...below], 500_000, "Discount", 0.2))).toEqual([
      [0, 0],
      [250_000, 0.1],
      [500_000, 0.2],
    ]);
  });

  test("keeps other cells unchanged: numbers, words, truth values and errors", () => {
    const notes = [
      ["Threshold", "Discount", "Contact"],
      [0, 0, true],
      [250_000, "10%", { type: "Error", basicValue: "#N/A" }],
      [500_000, { type: "Double", basicValue: 0.15 }, "  Ada   L. "],
    ];
    expect(good(bandsWith(notes, 0, "Discount", "1%"))).toEqual([
      ["Threshold", "Discount", "Contact"],
      [0, "1%", "TRUE"],
      [250_000, "10%", "#N/A"],
      [500_000, 0.15, "Ada L."],
    ]);
  });

  test.each([
    ["Overage", 0, ""],
    ["Forfeited share", 0, "0%"],
    ["Overage premium", 0, "0%"],
    ["Forfeited share", "", ""],
    ["Forfeited share", true, "TRUE"],
  ])("writes %s as %j so that it stays what was meant", (column, value, written) => {
    const cells = good(bandsWith(HEADED, 250_000, column, value));
    const at = cells[0]?.indexOf(column) ?? -1;
    expect(cells[2]?.[at]).toBe(written);
  });

  test("writes a threshold or discount of 0 as a number", () => {
    expect(good(bandsWith(HEADED, 250_000, "Discount", 0))).toEqual(headed(2, 1, 0));
    expect(good(bandsWith(HEADED, 250_000, "Threshold", 0))).toEqual(headed(2, 0, 0));
  });

  test("looks for a term under a heading past the discount only", () => {
    const odd = [
      ["Overage", "Forfeited share"],
      [0, 0],
      [250_000, 0.1],
    ];
    expect(good(bandsWith(odd, 250_000, "Overage", "list"))).toEqual([
      ["Overage", "Forfeited share", "Overage"],
      [0, 0, ""],
      [250_000, 0.1, "list"],
    ]);
    expect(good(bandsWith(odd, 250_000, "Forfeited share", 1))).toEqual([
      ["Overage", "Forfeited share", "Forfeited share"],
      [0, 0, ""],
      [250_000, 0.1, 1],
    ]);
  });

  test("finds a term under the third heading", () => {
    const third = [
      ["Threshold", "Discount", "Overage"],
      [0, 0, "list"],
    ];
    expect(good(bandsWith(third, 0, "Overage", "committed"))).toEqual([
      ["Threshold", "Discount", "Overage"],
      [0, 0, "committed"],
    ]);
  });

  test.each([
    [
      300_000,
      "No band starts at the threshold 300,000: give one that stands in bands, such as 250,000.",
    ],
    [
      400_000,
      "No band starts at the threshold 400,000: give one that stands in bands, such as 500,000.",
    ],
    [
      9_000_000,
      "No band starts at the threshold 9,000,000: give one that stands in bands, such as 500,000.",
    ],
    [100_000, "No band starts at the threshold 100,000: give one that stands in bands, such as 0."],
    ["x", 'Threshold is "x": give a number.'],
    [-1, "Threshold is -1: give an amount of 0 or more."],
    ["#N/A", "Threshold holds the error #N/A: mend that cell first."],
  ])("refuses the threshold %j", (threshold, words) => {
    expect(sentence(bandsWith(BARE, threshold, "Discount", 0.2))).toBe(words);
  });

  test("does not find the implied band from 0 among bands", () => {
    expect(sentence(bandsWith([[250_000, 0.1]], 0, "Discount", 0.2))).toBe(
      "No band starts at the threshold 0: give one that stands in bands, such as 250,000.",
    );
    expect(good(bandsWith([[250_000, 0.1]], 250_000, "Discount", 0.2))).toEqual([[250_000, 0.2]]);
  });

  const KNOWN =
    "Threshold, Discount, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share";
  test.each([
    ["Discont", `Column is "Discont": did you mean Discount? Known: ${KNOWN}.`],
    ["Basis", `Column is "Basis". Known: ${KNOWN}.`],
    [2, `Column is "2". Known: ${KNOWN}.`],
    [undefined, `Column is missing: give one of ${KNOWN}.`],
    [" ", `Column is missing: give one of ${KNOWN}.`],
    ["#REF!", "Column holds the error #REF!: mend that cell first."],
  ])("refuses the column %j", (column, words) => {
    expect(sentence(bandsWith(HEADED, 250_000, column, 0.2))).toBe(words);
  });

  test("refuses an error as the value", () => {
    expect(sentence(bandsWith(HEADED, 250_000, "Discount", "#DIV/0!"))).toBe(
      "Value holds the error #DIV/0!: mend that cell first.",
    );
  });

  test("refuses a column of terms where bands have no headings", () => {
    expect(sentence(bandsWith(BARE, 250_000, "Overage", "list"))).toBe(
      "Bands has no header row, so nothing says where its Overage would stand: include the header row (for a table, Table[#All]).",
    );
  });

  test("reports the faults of all arguments together", () => {
    expect(sentence(bandsWith([[0, 15]], "x", "", "#N/A"))).toBe(
      `Discount in row 1 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%. Threshold is "x": give a number. Column is missing: give one of ${KNOWN}. Value holds the error #N/A: mend that cell first.`,
    );
  });
});

describe("termsWith()", () => {
  const TERMS = [
    ["Term", "Value"],
    ["Overage", "committed"],
    ["Overage premium", 0.05],
  ];

  test.each([
    [undefined, "Overage", "committed", [["Overage", "committed"]]],
    [null, "overage", "list", [["Overage", "list"]]],
    [[[0, 0]], "Basis", "list", [["Basis", "list"]]],
    [[["", null]], "Forfeited share", 0, [["Forfeited share", 0]]],
    [
      [["Overage", "committed"]],
      "Basis",
      "list",
      [
        ["Overage", "committed"],
        ["Basis", "list"],
      ],
    ],
    [[["Overage", "committed"]], "OVERAGE", "list", [["Overage", "list"]]],
    [[["Overage premium", null]], "overage premium", "5%", [["Overage premium", "5%"]]],
    [[["Overage", "committed"]], "Overage", "", [["Overage", ""]]],
    [[["Forfeited share", 1]], "Forfeited share", true, [["Forfeited share", "TRUE"]]],
    [[["forfeited-share", 1]], [["Forfeited share"]], [[0.5]], [["forfeited-share", 0.5]]],
    [[["Overage:", "committed"]], "Overage", "list", [["Overage:", "list"]]],
    [[["Overages*", "committed"]], "Overage", "list", [["Overages*", "list"]]],
    [[["Overage premium (%)", 5]], "Overage premium", "10%", [["Overage premium (%)", "10%"]]],
    [[["Overage", null, "committed"]], "Overage", "list", [["Overage", "", "list"]]],
    [[["Overage", 0, "committed"]], "Overage", "list", [["Overage", 0, "list"]]],
    [[[null, "Overage", "committed"]], "Overage", "list", [["", "Overage", "list"]]],
    [
      [[null, "Overage", "committed"]],
      "Basis",
      "list",
      [
        ["", "Overage", "committed"],
        ["", "Basis", "list"],
      ],
    ],
    [
      [
        ["Term", "Note", "Value"],
        ["Overage", "old", "committed"],
      ],
      "Overage",
      "list",
      [
        ["Term", "Note", "Value"],
        ["Overage", "old", "list"],
      ],
    ],
    [
      [
        ["Term", "Value"],
        ["Term", 2],
      ],
      "Term",
      3,
      [
        ["Term", "Value"],
        ["Term", 3],
      ],
    ],
    [
      [
        ["Agreed terms", null],
        ["Term", "Value"],
        ["Overage", "committed"],
      ],
      "Overage",
      "list",
      [
        ["Agreed terms", ""],
        ["Term", "Value"],
        ["Overage", "list"],
      ],
    ],
  ])("in %j sets %j to %j", (raw, term, value, cells) => {
    expect(good(termsWith(raw, term, value))).toEqual(cells);
  });

  test("keeps the heading and the other terms", () => {
    expect(good(termsWith(TERMS, "Overage", "list"))).toEqual([
      ["Term", "Value"],
      ["Overage", "list"],
      ["Overage premium", 0.05],
    ]);
    expect(good(termsWith(TERMS, "Basis", "list"))).toEqual([...TERMS, ["Basis", "list"]]);
  });

  test("keeps blank rows between terms and drops those below", () => {
    const raw = [["", ""], ["Overage", "committed"], [0, 0], ["Basis", "net"], [null, 0], [""]];
    expect(good(termsWith(raw, "Forfeited share", 0.5))).toEqual([
      ["", ""],
      ["Overage", "committed"],
      [0, 0],
      ["Basis", "net"],
      ["Forfeited share", 0.5],
    ]);
    expect(good(termsWith(raw, "Basis", "list"))).toEqual([
      ["", ""],
      ["Overage", "committed"],
      [0, 0],
      ["Basis", "list"],
    ]);
  });

  test("keeps a last term whose value is blank", () => {
    expect(
      good(
        termsWith(
          [
            ["Overage", "list"],
            ["Basis", 0],
          ],
          "Forfeited share",
          1,
        ),
      ),
    ).toEqual([
      ["Overage", "list"],
      ["Basis", 0],
      ["Forfeited share", 1],
    ]);
  });

  test("fills short rows, and the new one to the width of the widest", () => {
    const raw = [[], ["Overage", "list", "as in the letter"], ["Basis"]];
    expect(good(termsWith(raw, "Forfeited share", 0.5))).toEqual([
      ["", "", ""],
      ["Overage", "list", "as in the letter"],
      ["Basis", "", ""],
      ["Forfeited share", 0.5, ""],
    ]);
    expect(good(termsWith(raw, "Overage", "committed"))).toEqual([
      ["", "", ""],
      ["Overage", "committed", "as in the letter"],
      ["Basis", "", ""],
    ]);
  });

  test("refuses terms that have one column", () => {
    expect(sentence(termsWith([["Overage"], ["Basis"]], "Overage", "list"))).toBe(
      "Terms has 1 column: give two columns, term and value.",
    );
  });

  const KNOWN =
    "Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share";
  test.each([
    ["Overrage", `Term is "Overrage": did you mean Overage? Known: ${KNOWN}.`],
    [0, `Term is "0". Known: ${KNOWN}.`],
    [undefined, `Term is missing: give one of ${KNOWN}.`],
    ["#NAME?", "Term holds the error #NAME?: mend that cell first."],
  ])("refuses the term %j", (term, words) => {
    expect(sentence(termsWith(TERMS, term, "list"))).toBe(words);
  });

  test("reports the faults of all arguments together", () => {
    expect(sentence(termsWith([["Overage", "free"]], "", "#NUM!"))).toBe(
      `Overage in row 1 of terms is "free": give list, committed, step-up or re-rate. Term is missing: give one of ${KNOWN}. Value holds the error #NUM!: mend that cell first.`,
    );
  });
});
