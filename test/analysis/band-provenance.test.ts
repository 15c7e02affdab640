import { describe, expect, test } from "vitest";
import { type BandProvenance, bandProvenance } from "../../src/analysis/band-provenance";
import { readBands } from "../../src/input/bands-cells";
import { good } from "../core/deals";

function provenance(headings: readonly string[], cells: readonly unknown[]): BandProvenance {
  const table = good(
    readBands([
      ["Threshold", "Discount", ...headings],
      [0, 0, ...cells],
      [250_000, 0.1, ...cells],
    ]),
  );
  return bandProvenance(table.bands[1] ?? table.bands[0]);
}

describe("bandProvenance()", () => {
  test.each([
    ["High", false],
    ["Medium", false],
    ["Confirmed", false],
    ["certain", false],
    ["80%", false],
    [0.5, false],
    ["Low", true],
    ["very low", true],
    ["a guess", true],
    ["Estimated", true],
    ["not confirmed", true],
    ["Not yet verified", true],
    ["to be confirmed", true],
    ["Unconfirmed", true],
    ["TBC", true],
    ["?", true],
    ["30%", true],
    [0.3, true],
    // Without a confidence the source counts, which is a quote.
    ["", false],
    ["none", false],
    ["–", false],
  ])("a confidence of %j leaves it unconfirmed: %j", (confidence, isUnconfirmed) => {
    const told = provenance(["Source", "Confidence"], ["Vendor quote", confidence]);
    expect(told.isUnconfirmed).toBe(isUnconfirmed);
  });

  test.each([
    ["Vendor quote of 12 May 2026", false],
    ["Signed offer", false],
    ["", false],
    ["n/a", false],
    // Not a word of doubt, although it begins with one.
    ["Lowell & Sons, signed offer", false],
    ["Our estimate", true],
    ["Illustrative", true],
    ["assumed from a peer", true],
    ["Verbal, by phone", true],
    ["Draft of 3 June", true],
    ["indicative quote", true],
    ["2024 price list?", true],
    ["Hearsay", true],
  ])("a source of %j leaves it unconfirmed: %j", (source, isUnconfirmed) => {
    expect(provenance(["Source"], [source]).isUnconfirmed).toBe(isUnconfirmed);
    expect(provenance(["Source", "Confidence"], [source, ""]).isUnconfirmed).toBe(isUnconfirmed);
    expect(provenance(["Source", "Confidence"], [source, "High"]).isUnconfirmed).toBe(false);
  });

  test("without any such column counts as typed from an offer", () => {
    expect(provenance(["Rate lock"], ["12 months"])).toEqual({
      isUnconfirmed: false,
      source: "",
      confidence: "",
    });
  });

  test("keeps the source apart from the confidence and the date", () => {
    expect(
      provenance(
        ["Source", "Confidence", "As of", "Evidence"],
        ["Vendor quote", "High", "May 2026", "e-mail"],
      ),
    ).toEqual({ isUnconfirmed: false, source: "Vendor quote, e-mail", confidence: "High" });
  });
});
