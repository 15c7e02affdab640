import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { byInput } from "../../../src/deal/deal-inputs";
import { readDealCells } from "../../../src/deal/parse-deal";
import { oddThresholdsSentence } from "../../../src/wording/messages/odd-threshold-words";
import { dealCells } from "../../taskpane/pane-scenarios";

/** Of thresholds from Deal!B6 on, in the order of the cells. */
function said(thresholds: readonly (number | string)[], usage = 700_000): string {
  const bands = [["Threshold", "Discount"], ...thresholds.map((usd, at) => [usd, (at + 1) / 50])];
  const cells = dealCells({ bands, usage, forecast: null });
  const addresses = byInput((input) => (input === "Bands" ? "Deal!$B$5:$C$9" : null));
  return oddThresholdsSentence(readDealCells({ ...cells, addresses }), US_DOLLAR);
}

describe("oddThresholdsSentence()", () => {
  test.each<[why: string, Parameters<typeof said>[0], sentence: string]>([
    [
      "one in thousands",
      [500, 250_000, 1_000_000],
      "Check Deal!B6 first: its threshold $500 is far below the others. If $500,000 is meant, the answer below is wrong.",
    ],
    [
      "one where the bands are not sorted",
      [250_000, 500, 1_000_000],
      "Check Deal!B7 first: its threshold $500 is far below the others. If $500,000 is meant, the answer below is wrong.",
    ],
    [
      "the last",
      [250_000, 500_000, 1_000],
      "Check Deal!B8 first: its threshold $1,000 is far below the others. If $1,000,000 is meant, the answer below is wrong.",
    ],
    [
      "two",
      [250, 500, 750_000, 1_000_000, 2_000_000],
      "Check Deal!B6 and Deal!B7 first: their thresholds $250 and $500 are far below the others. If $250,000 and $500,000 are meant, the answer below is wrong.",
    ],
    [
      "one in full among thousands",
      [250, 500, 1_000_000],
      "Check Deal!B8 first: its threshold $1,000,000 is far above the others. If $1,000 is meant, the answer below is wrong.",
    ],
    [
      "one of a thousand times too much",
      [250_000, 500_000_000, 1_000_000],
      "Check Deal!B7 first: its threshold $500,000,000 is far above the others. If $500,000 is meant, the answer below is wrong.",
    ],
    [
      "one of two, further from usage",
      [500, 250_000],
      "Check Deal!B6 first: its threshold $500 is far below the others. If $500,000 is meant, the answer below is wrong.",
    ],
    [
      "one as text",
      ["$500", 250_000, 1_000_000],
      "Check row 2 of Bands first: its threshold $500 is far below the others. If $500,000 is meant, the answer below is wrong.",
    ],
    ["none in a usual table", [250_000, 500_000, 1_000_000], ""],
    ["none after a first band from 0", [0, 250_000, 500_000], ""],
    ["none in wide steps", [1_000, 10_000, 100_000, 1_000_000], ""],
    ["none a hundred times the one before", [10_000, 1_000_000, 10_000_000], ""],
    ["none that a thousand does not bring near", [5, 250_000, 1_000_000], ""],
    ["none of a single band", [500], ""],
  ])("names %s", (_, thresholds, sentence) => {
    expect(said(thresholds)).toBe(sentence);
  });

  test("names the threshold in full where usage is in thousands too", () => {
    expect(said([500, 250_000], 700)).toContain("Check Deal!B7 first: its threshold $250,000");
  });
});
