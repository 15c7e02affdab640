import { describe, expect, test } from "vitest";
import type { PricingError } from "../../src/core/errors";
import type { TermName, Terms } from "../../src/core/terms";
import { readBands } from "../../src/input/bands-cells";
import { readCell } from "../../src/input/cells/cells";
import { readTermCell } from "../../src/input/term-cell";

const PLACE = { argument: "terms", field: "X", row: 2 };
const read = (term: TermName, raw: unknown, divisor: 1 | 100 = 1) =>
  readTermCell(readCell(raw), term, PLACE, divisor);

describe("readTermCell()", () => {
  test.each<readonly [TermName, unknown, 1 | 100, Partial<Terms> | undefined]>([
    ["Basis", "List", 1, { basis: "list" }],
    ["Basis", "net basis", 1, { basis: "net" }],
    ["Overage", null, 1, undefined],
    ["Overage", "  ", 1, undefined],
    ["Overage", "Step up", 1, { overage: "step-up" }],
    ["Overage", "Re rate", 1, { overage: "re-rate" }],
    ["Overage", "RE RATE", 1, { overage: "re-rate" }],
    ["Overage", "at the committed rate", 1, { overage: "committed" }],
    ["Overage", "At each band’s rate as it is reached", 1, { overage: "re-rate" }],
    ["Overage premium", "5%", 1, { overagePremiumFraction: 0.05 }],
    ["Overage premium", "5%", 100, { overagePremiumFraction: 0.05 }],
    ["Overage premium", 5, 100, { overagePremiumFraction: 0.05 }],
    ["Overage premium", "5", 100, { overagePremiumFraction: 0.05 }],
    ["Overage premium", -1, 1, { overagePremiumFraction: -1 }],
    ["Overage premium", 4, 1, { overagePremiumFraction: 4 }],
    ["Forfeited share", 0, 1, { forfeitedFraction: 0 }],
    ["Forfeited share", "0.5", 1, { forfeitedFraction: 0.5 }],
    ["Forfeited share", "forfeited", 1, { forfeitedFraction: 1 }],
    ["Forfeited share", "25% returned", 1, { forfeitedFraction: 0.75 }],
    ["Forfeited share", "12.25% forfeited", 1, { forfeitedFraction: 0.1225 }],
    ["Forfeited share", [[0.25]], 1, { forfeitedFraction: 0.25 }],
  ])("%s of %j (percents of %d) is %j", (term, raw, divisor, value) => {
    expect(read(term, raw, divisor)).toEqual({ ok: true, value });
  });

  test.each<readonly [TermName, unknown, Partial<Extract<PricingError, { place: unknown }>>]>([
    ["Basis", 1, { kind: "unknownChoice", given: "1", choices: ["net", "list"] }],
    ["Overage", "free", { kind: "unknownChoice", given: "free" }],
    ["Overage", "5%", { kind: "unknownChoice", given: "0.05" }],
    ["Overage", "committed at the rate", { kind: "unknownChoice" }],
    ["Overage", "#REF!", { kind: "cellError", code: "#REF!" }],
    ["Overage", "500.000", { kind: "ambiguousNumber", given: "500.000" }],
    ["Overage premium", "2,5%", { kind: "swappedSeparators", written: "2.5%" }],
    ["Overage premium", -1.01, { kind: "fractionOutOfRange", given: -1.01, least: -1, most: 4 }],
    ["Overage premium", 4.01, { kind: "fractionOutOfRange", given: 4.01, least: -1, most: 4 }],
    ["Forfeited share", -0.01, { kind: "fractionOutOfRange", given: -0.01, least: 0, most: 1 }],
    ["Forfeited share", 1.01, { kind: "fractionOutOfRange", given: 1.01, least: 0, most: 1 }],
    ["Forfeited share", "forfeited later", { kind: "notANumber", given: "forfeited later" }],
    ["Forfeited share", "half", { kind: "notANumber", given: "half" }],
    ["Forfeited share", "$0.5", { kind: "notANumber", given: "$0.5" }],
    ["Forfeited share", true, { kind: "notANumber", given: "true" }],
  ])("refuses %s of %j", (term, raw, fault) => {
    const refused = read(term, raw);
    expect(refused.ok ? [] : refused.errors).toEqual([
      expect.objectContaining({ ...fault, place: PLACE }),
    ]);
  });
});

describe("readBands() of a term that cannot be read", () => {
  const HEADINGS = ["Threshold", "Discount", "Overage"];

  test("names its row, and the fault of a threshold beside it", () => {
    const bands = readBands([HEADINGS, [0, 0, "list"], [500, 0.1, "free"], [500, 0.2, "#N/A"]]);
    expect(bands.ok ? [] : bands.errors).toEqual([
      { kind: "repeatedThreshold", thresholdUsd: 500, rows: [3, 4] },
      expect.objectContaining({
        kind: "unknownChoice",
        place: { argument: "bands", field: "Overage", row: 3 },
      }),
      expect.objectContaining({
        kind: "cellError",
        place: { argument: "bands", field: "Overage", row: 4 },
      }),
    ]);
  });
});
