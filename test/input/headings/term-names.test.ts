import { describe, expect, test } from "vitest";
import { POLICY_NAMES, TERM_NAMES } from "../../../src/core/terms";
import { namedTerm } from "../../../src/input/headings/term-names";

describe("namedTerm()", () => {
  test.each([
    ["Overage", "Overage", false],
    ["Overages", "Overage", false],
    ["Overage:", "Overage", false],
    ["Overage* (%)", "Overage", true],
    ["forfeited-share", "Forfeited share", false],
  ])("%s names %s", (text, term, percent) => {
    expect(namedTerm(text)).toEqual({ term, percent });
  });

  test.each([...TERM_NAMES, ...POLICY_NAMES])("%s names itself", (name) => {
    expect(namedTerm(name)).toEqual({ term: name, percent: false });
  });

  test.each([
    [
      "Overage",
      ["Ovg", "Ovr", "Overag", "Overaged", "Overagee", "ovr rate", "Excess", "In excess"],
    ],
    [
      "Overage",
      ["Excess usage", "Excess term", "Overrun terms", "Overuse spend", "Overspend rate"],
    ],
    ["Overage", ["OverageRate", "Overages rate", "Keynote overage", "Overage sourced"]],
    ["Overage premium", ["Prem", "Premium", "Uplift", "Markup on", "Surcharge fee", "Prem rates"]],
    ["Overage premium", ["Overage prem", "Ovr uplift", "Prem rate", "Uplift price", "Markups"]],
    [
      "Forfeited share",
      ["Shortfall", "Shortfalls", "Unused", "Unused commitment", "Unused part lost"],
    ],
    ["Forfeited share", ["Undrawn share", "Share", "Forf", "Forfieted", "Forfeited share (k)"]],
    ["Forfeited share", ["Shares", "Unused shares", "Share lost"]],
    ["Basis", ["Basiss", "Discount basis"]],
    ["Rollover share", ["Rolover share"]],
  ] as const)("is close to %s: %j", (near, texts) => {
    expect(texts.map((text) => namedTerm(text).near)).toEqual(texts.map(() => near));
  });

  test.each([
    ...["Coverage", "Coverages", "Coverage ratio", "Averages", "Recoverage", "Leverage", "Basics"],
    ...["Excessive", "Excess reuse", "Excess rated", "Reuplift", "Unused cost", "Basis points"],
    ...[
      "Averaged",
      "Nonexcess usage",
      "Excesses",
      "Ovrhead",
      "Premised",
      "Premium region",
      "Premium format",
    ],
    ...["TotalUnused", "UnusedHours", "Unused corporate", "Unused rated", "Overage comment"],
    ...["Contact", "Target overage", "Overage note"],
  ])("%s is neither a term nor close to one", (text) => {
    expect(namedTerm(text)).toEqual({ percent: false });
  });
});
