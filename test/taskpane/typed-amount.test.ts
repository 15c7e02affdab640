import { afterEach, describe, expect, test } from "vitest";
import { labelAmounts } from "../../src/core/currency";
import { describeError } from "../../src/core/errors";
import { otherLabel, readTypedUsd, withoutLabel } from "../../src/taskpane/typed-amount";

const PLACE = { argument: "commitment" };

afterEach(() => labelAmounts("USD"));

describe("readTypedUsd()", () => {
  test.each([
    ["USD", "250k", 250_000],
    ["USD", "$250k", 250_000],
    ["USD", "US$ 1.2M", 1_200_000],
    ["USD", "250,000.50 usd", 250_000.5],
    ["EUR", "250k", 250_000],
    ["EUR", "€250k", 250_000],
    ["EUR", "250 000 €", 250_000],
    ["EUR", "eur 250,000", 250_000],
    ["CAD", "$250k", 250_000],
    ["CAD", "CA$250k", 250_000],
    ["CAD", "C$250k", undefined],
    ["JPY", "¥250k", 250_000],
    ["CNY", "CN¥ 250k", 250_000],
    ["CHF", "CHF\u00a0250k", 250_000],
    ["CHF", "250k chf", 250_000],
  ])("with amounts in %s reads %s", (code, text, amountUsd) => {
    labelAmounts(code);
    const read = readTypedUsd(text, PLACE);
    expect(read.ok ? read.value : undefined).toBe(amountUsd);
  });

  test.each([
    ["USD", "€480k"],
    ["USD", "480k EUR"],
    ["EUR", "$480k"],
    ["EUR", "480k USD"],
    ["CHF", "$480k"],
    ["CAD", "US$480k"],
    ["CAD", "A$480k"],
  ])("with amounts in %s takes none that says %s", (code, text) => {
    labelAmounts(code);
    const read = readTypedUsd(text, PLACE);
    expect(read.ok ? "" : read.errors.map(describeError).join()).toBe(
      `Commitment is "${text}", but amounts here are in ${code}: give one in ${code}, such as 250k.`,
    );
  });

  test("of what is no amount at all it says what would be one", () => {
    const read = readTypedUsd("lots", PLACE);
    expect(read.ok ? "" : read.errors.map(describeError).join()).toBe(
      'Commitment is "lots": give a number.',
    );
  });

  test("a negative amount keeps its sign, and so is refused as one", () => {
    for (const text of ["-$5", "($5)", "$-5", "−$5"]) {
      const read = readTypedUsd(text, PLACE);
      expect(read.ok ? "" : read.errors[0]?.kind).toBe("negativeAmount");
    }
  });
});

test("a label is taken off one end only, and words are left alone", () => {
  expect(withoutLabel("$5$")).toBe("5$");
  expect(withoutLabel(" $ 5 ")).toBe("  5 ");
  expect(withoutLabel("Threshold")).toBe("Threshold");
});

test("a heading with another label is no amount", () => {
  expect(otherLabel("Threshold (EUR)", PLACE)).toBeUndefined();
});
