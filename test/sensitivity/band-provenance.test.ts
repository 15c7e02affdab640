import { describe, expect, test } from "vitest";
import { readBands } from "../../src/input/bands-cells";
import { type BandProvenance, bandProvenance } from "../../src/sensitivity/band-provenance";
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
    ["Low", true],
    ["very low", true],
    ["a guess", true],
    ["Estimated", true],
    ["", true],
    ["none", true],
    ["–", true],
    ["30%", true],
    ["80%", false],
    [0.3, true],
    [0.5, false],
  ])("a confidence of %j makes it a guess: %j", (confidence, isGuess) => {
    expect(provenance(["Source", "Confidence"], ["Vendor quote", confidence]).isGuess).toBe(
      isGuess,
    );
  });

  test.each([
    ["Vendor quote of 12 May 2026", false],
    ["Our estimate", true],
    ["Illustrative", true],
    ["assumed from a peer", true],
    ["", true],
    ["n/a", true],
    // Not a word of doubt, although it begins with one.
    ["Lowell & Sons, signed offer", false],
  ])("without a column of confidence a source of %j makes it a guess: %j", (source, isGuess) => {
    expect(provenance(["Source"], [source]).isGuess).toBe(isGuess);
  });

  test("without any such column it is a guess, and nothing is noted", () => {
    expect(provenance(["Rate lock"], ["12 months"])).toEqual({
      isGuess: true,
      source: "",
      confidence: "",
    });
  });

  test("tells the source from the confidence and the date", () => {
    expect(
      provenance(
        ["Source", "Confidence", "As of", "Evidence"],
        ["Vendor quote", "High", "May 2026", "e-mail"],
      ),
    ).toEqual({ isGuess: false, source: "Vendor quote, e-mail", confidence: "High" });
  });
});
