import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_TERMS } from "../../src/core/terms";
import { readPeriod } from "../../src/input/period-cells";
import { readTerms, readTermsAndBlanks } from "../../src/input/terms-cells";
import { known } from "../cases/door";
import { assertProperty } from "../support/property";

describe("readTerms()", () => {
  test.each([
    [[["Overage", "committed"]], { overage: "committed" }],
    [
      [
        ["term", "what applies"],
        ["Overage", "committed"],
      ],
      { overage: "committed" },
    ],
    [[["Forfeited share", "50%"]], { forfeitedFraction: 0.5 }],
    [[["Forfeited share", 0]], { forfeitedFraction: 0 }],
    [
      [
        ["Overage premium", "5%", "as in the letter"],
        ["Basis", 0],
        ["Overage", ""],
      ],
      { overagePremiumFraction: 0.05 },
    ],
    [[["Basis"], ["Overage", "committed"]], { overage: "committed" }],
    [[["Forfeited share", null]], {}],
    [[["Basis (%)", "list"]], { basis: "list" }],
    [[["Overage (%)", "committed"]], { overage: "committed" }],
    [
      [
        ["Terms", "Value"],
        ["Overage", "committed"],
      ],
      { overage: "committed" },
    ],
    [
      [
        ["", ""],
        ["term", "what applies"],
        ["Overage", "committed"],
      ],
      { overage: "committed" },
    ],
    [
      [
        ["Overage", "committed", ""],
        ["", "", "a note"],
      ],
      { overage: "committed" },
    ],
    // Behind a column that arrives as 0.
    [
      [
        ["Overage", 0, "committed"],
        ["Forfeited share", 0, 0.5],
      ],
      { overage: "committed", forfeitedFraction: 0.5 },
    ],
    [
      [
        ["Overage", 0, "committed"],
        ["Forfeited share", 0, ""],
      ],
      { overage: "committed" },
    ],
    [[["Forfeited share", 0, "as agreed"]], { forfeitedFraction: 0 }],
  ])("reads %j", (raw, terms) => {
    expect(readTerms(raw)).toEqual({ ok: true, value: { ...DEFAULT_TERMS, ...terms } });
  });

  test.each<readonly [unknown, readonly unknown[]]>([
    [
      [["Overage"], ["Basis"]],
      [
        {
          kind: "tooFewColumns",
          argument: "terms",
          columns: 1,
          expected: "two columns, term and value",
        },
      ],
    ],
    [
      [["Forfeited share", "#REF!"]],
      [
        {
          kind: "cellError",
          place: { argument: "terms", field: "Forfeited share", row: 1 },
          code: "#REF!",
        },
      ],
    ],
    [
      [
        ["Overage premium", "2,5%"],
        ["Forfeited share", "1.250"],
      ],
      [
        {
          kind: "swappedSeparators",
          place: { argument: "terms", field: "Overage premium", row: 1 },
          given: "2,5%",
          written: "2.5%",
        },
        {
          kind: "ambiguousNumber",
          place: { argument: "terms", field: "Forfeited share", row: 2 },
          given: "1.250",
          readings: [1.25, 1250],
        },
      ],
    ],
    [
      [
        [5, "net"],
        ["", "list"],
        ["Term", "Value"],
      ],
      [
        {
          kind: "missing",
          place: { argument: "terms", field: "the name of the term", row: 2 },
          expected: "a term such as Overage",
        },
        { kind: "unknownTerm", row: 1, given: "5", nearest: undefined },
        {
          kind: "notANumber",
          place: { argument: "terms", field: "Term", row: 3 },
          given: "Value",
        },
      ],
    ],
    [
      [["Colour", "#REF!"]],
      [
        {
          kind: "cellError",
          place: { argument: "terms", field: '"Colour"', row: 1 },
          code: "#REF!",
        },
      ],
    ],
    [
      [["Forfeited share (%)", 1]],
      [
        {
          kind: "percentOrFraction",
          place: { argument: "terms", field: "Forfeited share", row: 1 },
          given: [1],
        },
      ],
    ],
    [
      [
        ["Markup", 0.1],
        ["Surcharge", 0.1],
      ],
      [
        { kind: "unknownTerm", row: 1, given: "Markup", nearest: "Overage premium" },
        { kind: "unknownTerm", row: 2, given: "Surcharge", nearest: "Overage premium" },
      ],
    ],
    [
      [
        ["", "Value"],
        ["Overage", "committed"],
      ],
      [
        {
          kind: "missing",
          place: { argument: "terms", field: "the name of the term", row: 1 },
          expected: "a term such as Overage",
        },
      ],
    ],
    [
      [
        ["note", "Overage", "committed"],
        ["", "Basis", "list"],
      ],
      [
        {
          kind: "missing",
          place: { argument: "terms", field: "the name of the term", row: 2 },
          expected: "a term such as Overage",
        },
        { kind: "unknownTerm", row: 1, given: "note", nearest: undefined },
      ],
    ],
    ...[
      [
        ["Overage premium", "", 0.05],
        ["Forfeited share", 0, 0.5],
      ],
      [
        ["Overage", 0, "committed"],
        ["Forfeited share", 0, "as agreed"],
      ],
      [
        ["Overage", 0, "committed"],
        ["Colour", 0, "red"],
      ],
    ].map((rows) => [rows, [{ kind: "blankColumn", argument: "terms", column: 2 }]] as const),
    [
      [["Overage", 5]],
      [
        {
          kind: "unknownChoice",
          place: { argument: "terms", field: "Overage", row: 1 },
          given: "5",
          choices: ["list", "committed", "step-up", "re-rate"],
        },
      ],
    ],
    [
      [["Forfeited share", "$0.5"]],
      [
        {
          kind: "notANumber",
          place: { argument: "terms", field: "Forfeited share", row: 1 },
          given: "$0.5",
        },
      ],
    ],
    [
      [["Forfeited share", true]],
      [
        {
          kind: "notANumber",
          place: { argument: "terms", field: "Forfeited share", row: 1 },
          given: "true",
        },
      ],
    ],
  ])("refuses %j", (raw, errors) => {
    const read = readTerms(raw);
    expect(read.ok ? [] : read.errors).toEqual(errors);
  });
});

test("readTermsAndBlanks() names the rows of blank values", () => {
  const blanks = (raw: unknown) => known(readTermsAndBlanks(raw)).blanks;
  expect(blanks(null)).toEqual([]);
  expect(blanks([["Basis", "list"]])).toEqual([]);
  expect(
    blanks([
      ["Basis", "list"],
      ["Forfeited share", ""],
      ["Payment", 0],
    ]),
  ).toEqual([
    { row: 2, term: "Forfeited share" },
    { row: 3, term: "Payment" },
  ]);
});

describe("readTerms() of several rows", () => {
  const GIVEN = [
    ["Basis", "list"],
    ["Overage", "committed"],
    ["Overage premium", 0.05],
    ["Forfeited share", 0.25],
  ] as const;

  test("names an unknown term with its nearest, a term given twice, and each value out of range", () => {
    const read = readTerms([
      ["Forfieted", 1],
      ["Basis", "gross"],
      ["basis", "net"],
      ["Forfeited share", 50],
      ["Overage premium", 5],
      ["Renewal", 0.1],
    ]);
    expect(read.ok ? [] : read.errors).toEqual([
      { kind: "unknownTerm", row: 1, given: "Forfieted", nearest: "Forfeited share" },
      expect.objectContaining({ kind: "unknownChoice", given: "gross" }),
      { kind: "givenTwice", argument: "terms", what: "Basis", rows: [2, 3] },
      expect.objectContaining({ kind: "fractionOutOfRange", given: 50, least: 0, most: 1 }),
      expect.objectContaining({ kind: "fractionOutOfRange", given: 5, least: -1, most: 4 }),
      { kind: "unknownTerm", row: 6, given: "Renewal", nearest: "Rollover only on renewal" },
    ]);
  });

  test("reads them in any order", () => {
    assertProperty(
      fc.property(fc.shuffledSubarray([...GIVEN], { minLength: GIVEN.length }), (shuffled) => {
        expect(readTerms(shuffled)).toEqual(readTerms(GIVEN));
      }),
    );
  });
});

describe("readPeriod()", () => {
  test("names usage and commitment in their faults", () => {
    const read = readPeriod("lots", -1, [[0, 0]], undefined);
    expect(read.ok ? [] : read.errors).toEqual([
      { kind: "notANumber", place: { argument: "usage" }, given: "lots" },
      { kind: "negativeAmount", place: { argument: "commitment" }, amountUsd: -1 },
    ]);
  });
});
