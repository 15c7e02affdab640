import { describe, expect, test } from "vitest";
import { holdsAmount } from "../../../src/input/headings/amount-words";

describe("holdsAmount()", () => {
  test.each([
    ...["250", "0", "２５０", "$250", "$000", "(250)", "-5", "≥ 250", "< 250", "€ 250", "US$250"],
    ...["kr 250", "Rs. 250", "SEK 250", "SEK250", "ABC 250", "ABC250", "AB 250 USD"],
    ...["2025.5", "5 units in 2025 only", "about (5) USD"],
    ...["about 250", "approx. 250", "approximately 250", "at least 250", "c. 250", "ca 250"],
    ...["circa 250", "between 250 and 300", "from 250", "up to 250", "max 5", "min. 5", "nearly 5"],
    ...["more than 5", "less than 5", "under 5", "over 5", "exceeds 5", "around 5", "roughly 5"],
  ])("of %j: it begins as one", (text) => {
    expect(holdsAmount(text)).toBe(true);
  });

  test.each([
    ...["Discount 5%", "Discount 12.5 %", "Discount 5 percent", "Target 2025 5%"],
    ...[
      "Spend 250k",
      "Spend 1.5 million",
      "Spend 5 thousand",
      "Spend 250 USD",
      "Spend USD 5",
      "Spend ABC 5",
    ],
    ...["Spend EUR 5", "Spend 5 €", "Spend €5", "Spend € 5", "Spend €05"],
    ...["Spend 1,250", "Spend 1.250", "Spend 1 250", "Spend 1'250", "Spend 12500", "Spend 2125"],
    ...["Usage x10000", "Usage 2025k", "Usage 2025.50", "Usage 20255"],
  ])("of %j: it holds one further on", (text) => {
    expect(holdsAmount(text)).toBe(true);
  });

  test.each([
    ...["", "words", "n/a", "P10", "Tier 2", "Spend 125", "Spend 5kg", "Tier 0%", "Spend ($000)"],
    ...["aboutness 5", "fromage 5", "XSEK 250", "abc 250", "BAND 5"],
    ...["Usage 2025", "Usage 1995", "2025 usage", "2025  usage", "Usage FY25", "Usage FY 25"],
    ...["Usage FY2025/26", "Usage 2025-26", "Usage 2025 / 2026", "CY2025 usage"],
    ...["3-year discount", "3 year discount", "3 years discount", "10 years discount"],
    ...["1 yr discount", "2 yrs discount", "6 month term", "36 months term", "36months term"],
    ...["Usage (x1000)", "x1000", "Usage × 1,000", "Usage (1000)"],
    ...["Threshold¹", "Threshold ¹²", "Threshold (1)", "Threshold [12]:", "Threshold. (2)"],
    ...["Usage 2025¹", "Usage 2025 (1)", "Threshold² "],
    ...["From (12)", "From(1)", "From¹²", "From* [1]", "Minimum (1): ", "Up to ².", "Above (1)"],
  ])("of %j: a year, a unit, a footnote or no figure", (text) => {
    expect(holdsAmount(text)).toBe(false);
  });
});
