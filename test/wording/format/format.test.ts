import { expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { currencyOf } from "../../../src/wording/format/currencies";
import {
  formatCounted,
  formatExactPercent,
  formatExactUsd,
  formatList,
  formatPercent,
  formatPoints,
  formatUsd,
} from "../../../src/wording/format/format";

test.each([
  [0, "$0"],
  [5.8e-11, "$0"],
  [-0.001, "$0"],
  [0.4, "$0.40"],
  [34_901.96, "$34,902"],
  [499_999.5, "$500,000"],
  [-1.5, "−$2"],
  [-18_750, "−$18,750"],
  [1e15, "$1,000,000,000,000,000"],
])("formatUsd() writes %d as %s", (amount, text) => {
  expect(formatUsd(amount, US_DOLLAR)).toBe(text);
});

test.each([
  [480_000, "$480,000"],
  [499_999.99, "$499,999.99"],
  [0.01, "$0.01"],
  [262_500.5, "$262,500.50"],
])("formatExactUsd() writes %d as %s", (amount, text) => {
  expect(formatExactUsd(amount, US_DOLLAR)).toBe(text);
});

test.each([
  [0, "0.0%"],
  [1, "100.0%"],
  [0.1466, "14.7%"],
  [-0.142857, "−14.3%"],
  [0.0001, "under 0.1%"],
  [0.99999, "over 99.9%"],
  [1 - 1e-15, "100.0%"],
])("formatPercent() writes %d as %s", (fraction, text) => {
  expect(formatPercent(fraction)).toBe(text);
});

test.each([
  [0.1, "10%"],
  [0.1225, "12.25%"],
  [0.29, "29%"],
  [0, "0%"],
  [-0.05, "−5%"],
])("formatExactPercent() writes %d as %s", (fraction, text) => {
  expect(formatExactPercent(fraction)).toBe(text);
});

test("formatPoints() counts a difference of percentages", () => {
  expect(formatPoints(0.15 - 0.1)).toBe("5 points");
  expect(formatPoints(0.01)).toBe("1 point");
});

test("formatCounted() has a word for one", () => {
  expect(formatCounted(1, "row", "rows")).toBe("1 row");
  expect(formatCounted(1234, "row", "rows")).toBe("1,234 rows");
});

test("formatList() joins with commas and an and", () => {
  expect(["", "a", "a and b", "a, b and c"]).toEqual(
    [[], ["a"], ["a", "b"], ["a", "b", "c"]].map((parts) => formatList(parts)),
  );
});

test("amounts have the label that they are given", () => {
  const euro = currencyOf("EUR");
  expect(formatUsd(-405_000, euro)).toBe("−€405,000");
  expect(formatUsd(0, euro)).toBe("€0");
  expect(formatUsd(0.5, euro)).toBe("€0.50");
  expect(formatExactUsd(499_999.99, euro)).toBe("€499,999.99");
});
