import { describe, expect, test } from "vitest";
import { cellsAsText } from "../../../src/input/offers/cells-as-text";
import { readOffer } from "../../../src/input/offers/read-offer";
import { expectedVerdict, offerCases, verdictOf } from "./offer-cases";

const one = (value: unknown, format: string, text = ""): string =>
  cellsAsText({ values: [[value]], formats: [[format]], texts: [[text]] });

describe("cellsAsText()", () => {
  test.each<readonly [unknown, string, string]>([
    [0.125, "0%", "12.5%"],
    [0.0015, "0.0%", "0.15%"],
    [250_000, "$#,##0", "$250000"],
    [250_000, '0.0,,"M"', "250000"],
    [249_999.99, '"$"#,##0', "$249999.99"],
    [1_250_000, "[$€-407] #,##0", "€1250000"],
    [1_250_000, '#,##0 "EUR"', "EUR 1250000"],
    [0.1, "General", "0.1"],
    [0.1 + 0.2, "General", "0.3"],
    ["a\nb\tc", "General", "a b c"],
    [null, "General", ""],
    [true, "General", "true"],
  ])("writes %j formatted as %j as %j", (value, format, text) => {
    expect(one(value, format, "####")).toBe(text);
  });

  test("writes a date as its cell shows it", () => {
    expect(one(46_000, "d mmm yyyy", "9 Dec 2025")).toBe("9 Dec 2025");
  });

  test("has no blank cells or rows at its end", () => {
    const values = [
      ["A", "", ""],
      ["", "B", ""],
      ["", "", ""],
    ];
    expect(cellsAsText({ values, formats: [], texts: [] })).toBe("A\n\tB");
  });

  const CELLS = offerCases("offers.json")
    .concat(offerCases("offer-wordings.json"))
    .filter(({ cells }) => cells !== undefined);

  /** A number that is neither expected nor asked is a wrong one in silence. */
  test.each(CELLS.map((one) => [one.id, one] as const))("loses no number of %s", (_, one) => {
    const cells = one.cells ?? [];
    const general = cells.map((row) => row.map(() => "General"));
    const text = cellsAsText({ values: cells, formats: general, texts: general });
    const read = verdictOf(readOffer(text), one) as { readonly bands: readonly unknown[] };
    const expected = expectedVerdict(one) as { readonly bands: readonly unknown[] };
    for (const band of read.bands) expect(expected.bands).toContainEqual(band);
    const isAsked = readOffer(text).asks.length > 0;
    if (!isAsked) expect(read.bands).toEqual(expected.bands);
  });
});
