import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAgreement } from "../../src/core/agreement";
import { parseBandTable } from "../../src/core/bands";
import { DEFAULT_TERMS, parseTerms, type TermRow } from "../../src/core/terms";
import { assertProperty } from "../support/property";
import { bandRows, DEMO, good, table } from "./deals";

const rows = (...pairs: readonly [string, TermRow["value"]][]): TermRow[] =>
  pairs.map(([term, value], index) => ({ row: index + 1, term, value }));

describe("parseTerms()", () => {
  test("without rows is the conservative reading", () => {
    expect(parseTerms([])).toEqual({ ok: true, value: DEFAULT_TERMS });
  });

  test("reads names and choices however they are spelt", () => {
    const read = parseTerms(
      rows(
        ["BASIS", "List"],
        ["overage-premium", 0],
        ["Forfeited  share", 0.5],
        ["Overage", "Step up"],
      ),
    );
    expect(read).toEqual({
      ok: true,
      value: {
        basis: "list",
        overage: "step-up",
        overagePremiumFraction: 0,
        forfeitedFraction: 0.5,
      },
    });
  });

  test("names every fault: an unknown term with the nearest, one given twice, values out of range", () => {
    const read = parseTerms(
      rows(
        ["Forfeited shares", 1],
        ["Basis", "gross"],
        ["basis", "net"],
        ["Forfeited share", 50],
        ["Overage premium", 5],
      ),
    );
    expect(read.ok ? [] : read.errors).toEqual([
      { kind: "unknownTerm", row: 1, given: "Forfeited shares", nearest: "Forfeited share" },
      expect.objectContaining({ kind: "unknownChoice", given: "gross" }),
      { kind: "repeatedTerm", term: "Basis", rows: [2, 3] },
      expect.objectContaining({ kind: "fractionOutOfRange", given: 50, least: 0, most: 1 }),
      expect.objectContaining({ kind: "fractionOutOfRange", given: 5 }),
    ]);
  });
});

describe("a value of a term", () => {
  test.each([
    ["Overage premium", -1],
    ["Overage premium", 4],
    ["Forfeited share", 0],
    ["Forfeited share", 1],
    ["Overage", null],
  ] as const)("%s may be %s", (term, value) => {
    expect(parseTerms(rows([term, value])).ok).toBe(true);
  });

  test.each([
    ["Overage premium", -1.01, { kind: "fractionOutOfRange", given: -1.01, least: -1, most: 4 }],
    ["Overage premium", 4.01, { kind: "fractionOutOfRange", given: 4.01, least: -1, most: 4 }],
    ["Forfeited share", -0.01, { kind: "fractionOutOfRange", given: -0.01, least: 0, most: 1 }],
    ["Forfeited share", 1.01, { kind: "fractionOutOfRange", given: 1.01, least: 0, most: 1 }],
    ["Forfeited share", "half", { kind: "notANumber", given: "half" }],
    ["Forfeited share", true, { kind: "notANumber", given: "true" }],
    ["Basis", 1, { kind: "unknownChoice", given: "1", choices: ["net", "list"] }],
  ] as const)("%s may not be %s", (term, value, error) => {
    const read = parseTerms(rows(["Overage", "list"], [term, value]));
    expect(read.ok ? [] : read.errors).toEqual([
      { ...error, place: { argument: "terms", field: term, row: 2 } },
    ]);
  });
});

describe("parseAgreement()", () => {
  test("refuses a premium with step-up or re-rate overage, once", () => {
    for (const overage of ["step-up", "re-rate"] as const) {
      const joined = parseAgreement(table(), {
        ...DEFAULT_TERMS,
        overage,
        overagePremiumFraction: 0.05,
      });
      expect(joined.ok ? [] : joined.errors).toEqual([
        { kind: "premiumNotPriced", overage, row: undefined },
      ]);
    }
  });

  test("names the band whose own terms do not go together", () => {
    const own = bandRows(DEMO).map((row) =>
      row.row === 4 ? { ...row, terms: [{ term: "Overage" as const, value: "step-up" }] } : row,
    );
    const joined = parseAgreement(good(parseBandTable(own)), {
      ...DEFAULT_TERMS,
      overagePremiumFraction: 0.05,
    });
    expect(joined.ok ? [] : joined.errors).toEqual([
      { kind: "premiumNotPriced", overage: "step-up", row: 4 },
    ]);
  });
});

describe("parseAgreement() of a premium", () => {
  const own = (
    terms: Readonly<
      Record<number, readonly { term: "Overage" | "Overage premium"; value: string | number }[]>
    >,
  ) =>
    good(
      parseBandTable(
        bandRows(DEMO).map((row) => {
          const of = terms[row.row];
          return of ? { ...row, terms: of } : row;
        }),
      ),
    );

  test("that a band gives itself is a fault of that band", () => {
    const joined = parseAgreement(own({ 2: [{ term: "Overage premium", value: 0.05 }] }), {
      ...DEFAULT_TERMS,
      overage: "step-up",
    });
    expect(joined.ok ? [] : joined.errors).toEqual([
      { kind: "premiumNotPriced", overage: "step-up", row: 2 },
    ]);
  });

  test("is refused once for the terms and once for each band of its own", () => {
    const joined = parseAgreement(
      own({
        2: [{ term: "Overage", value: "re-rate" }],
        4: [{ term: "Overage", value: "re-rate" }],
      }),
      { ...DEFAULT_TERMS, overage: "step-up", overagePremiumFraction: 0.05 },
    );
    expect(joined.ok ? [] : joined.errors).toEqual([
      { kind: "premiumNotPriced", overage: "step-up", row: undefined },
      { kind: "premiumNotPriced", overage: "re-rate", row: 2 },
      { kind: "premiumNotPriced", overage: "re-rate", row: 4 },
    ]);
  });
});

describe("properties", () => {
  test("the order of term rows is irrelevant", () => {
    const given = rows(
      ["Basis", "list"],
      ["Overage", "committed"],
      ["Overage premium", 0.05],
      ["Forfeited share", 0.25],
    );
    assertProperty(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (shuffled) => {
        expect(parseTerms(shuffled)).toEqual(parseTerms(given));
      }),
    );
  });
});
