import { describe, expect, test } from "vitest";
import { US_DOLLAR, withSign } from "../../../src/core/currency";
import { describeError } from "../../../src/core/errors";
import { otherLabel, readTypedUsd, withoutLabel } from "../../../src/taskpane/kit/typed-amount";
import { CURRENCIES, currencyOf } from "../../../src/wording/format/currencies";
import { formatExactUsd } from "../../../src/wording/format/format";

const PLACE = { argument: "commitment" };

function said(text: string, code = "USD"): string | number {
  const currency = currencyOf(code);
  const read = readTypedUsd(text, PLACE, currency);
  return read.ok ? read.value : read.errors.map((one) => describeError(one, currency)).join();
}

describe("readTypedUsd()", () => {
  test.each(CURRENCIES)("in $code reads what people write", (currency) => {
    const { code } = currency;
    const symbol = /\p{Sc}$/u.exec(withSign("", currency))?.[0] ?? code;
    for (const [digits, amountUsd] of [
      ["250000", 250_000],
      ["250,000.50", 250_000.5],
      ["250k", 250_000],
      ["1.2M", 1_200_000],
      ["3bn", 3e9],
    ] as const)
      for (const text of [
        digits,
        withSign(digits, currency),
        `${symbol} ${digits}`,
        `${digits}${symbol}`,
        `${digits} ${symbol}`,
        `${code} ${digits}`,
        `${digits}${code.toLowerCase()}`,
        `${digits} ${code}`,
      ])
        expect([text, said(text, code)]).toEqual([text, amountUsd]);
    for (const shown of [0, 0.5, 300_000, 499_999.99])
      expect(said(formatExactUsd(shown, currency), code)).toBe(shown);
  });

  test.each([
    ["USD", "US $250k"],
    ["CAD", "C$250k"],
    ["CAD", "CA$ 250k"],
    ["JPY", "￥250k"],
    ["CNY", "¥250k"],
  ])("in %s reads %s", (code, text) => {
    expect(said(text, code)).toBe(250_000);
  });

  test.each([
    ["USD", "€480k", "EUR"],
    ["USD", "480k€", "EUR"],
    ["USD", "¥480k", "JPY"],
    ["USD", "480k EUR", "EUR"],
    ["USD", "480kGBP", "GBP"],
    ["EUR", "$480k", "USD"],
    ["EUR", "480k USD", "USD"],
    ["EUR", "480kUSD", "USD"],
    ["EUR", "1.2MUSD", "USD"],
    ["EUR", "€ 480k$", "USD"],
    ["CHF", "$480k", "USD"],
    ["CAD", "US$480k", "USD"],
    ["CAD", "US $ 480k", "USD"],
    ["CAD", "A$480k", "AUD"],
  ])("in %s takes none that says %s", (code, text, other) => {
    expect(said(text, code)).toBe(
      `Commitment is "${text}", but amounts here are in ${code}: give the number alone, or choose ${other} under Currency.`,
    );
  });

  test("a currency that is not among the labels is refused without being named", () => {
    expect(said("₽480k")).toBe(
      'Commitment is "₽480k", but amounts here are in USD: give the number alone.',
    );
  });

  test.each(["$", "USD", "€", "k", "lots"])(
    "of %s alone, which is no amount, it says so",
    (text) => {
      expect(said(text, text === "€" ? "EUR" : "USD")).toBe(
        `Commitment is "${text}": give a number.`,
      );
    },
  );

  test("a negative amount keeps its sign, and so is refused as one", () => {
    for (const text of ["-$5", "($5)", "$-5", "−$5", "(5 $)"]) {
      const read = readTypedUsd(text, PLACE, US_DOLLAR);
      expect(read.ok ? "" : read.errors[0]?.kind).toBe("negativeAmount");
    }
  });
});

test("words are left alone, and a heading that says another currency is not", () => {
  expect(withoutLabel("Threshold")).toBe("Threshold");
  expect(withoutLabel("Threshold (USD)")).toBe("Threshold (USD)");
  expect(otherLabel("Threshold (USD)", PLACE, US_DOLLAR)).toBeUndefined();
  expect(otherLabel("Threshold (EUR)", PLACE, US_DOLLAR)).toMatchObject({ code: "EUR" });
});
