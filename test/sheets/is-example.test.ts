import { expect, test } from "vitest";
import { readDealCells } from "../../src/deal/parse-deal";
import { isExample } from "../../src/sheets/is-example";
import { dealCells, EXAMPLE_BANDS, RANGE_BANDS } from "../taskpane/pane-scenarios";

const HEADINGS = ["Threshold", "Discount", "Source"];

test.each<readonly [string, readonly (readonly unknown[])[], boolean]>([
  ["the example", EXAMPLE_BANDS, true],
  [
    "the example with other numbers",
    [HEADINGS, [0, 0, "Illustrative"], [9e5, 0.3, "Illustrative"]],
    true,
  ],
  [
    "the example with one quoted band",
    [HEADINGS, [0, 0, "Illustrative"], [9e5, 0.3, "Quote"]],
    false,
  ],
  ["an offer with sources", RANGE_BANDS, false],
  ["an offer without sources", [[250_000, 0.1]], false],
  [
    "a note that says illustrative",
    [
      ["Threshold", "Discount", "Note"],
      [0, 0, "Illustrative"],
    ],
    false,
  ],
  [
    "bands that cannot be read",
    [
      ["Threshold", "Discount"],
      ["lots", 15],
    ],
    false,
  ],
])("isExample() of %s", (_, bands, expected) => {
  expect(isExample(readDealCells(dealCells({ bands })))).toBe(expected);
});
