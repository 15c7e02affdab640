import { afterEach, describe, expect, test } from "vitest";
import { bandName } from "../../src/core/band-name";
import { CURRENCIES, currency, labelAmounts, withSign } from "../../src/core/currency";
import { describeError } from "../../src/core/errors";
import { formatShortUsd } from "../../src/core/money";
import { describeVerdict } from "../../src/core/verdict";
import { readBands } from "../../src/input/bands-cells";
import { good } from "./deals";

afterEach(() => labelAmounts("USD"));

describe("the label of amounts", () => {
  test("is USD until another is chosen, again after what is no code, and the code itself where it is not listed", () => {
    expect(currency()).toEqual({ code: "USD", sign: "$" });
    labelAmounts("EUR");
    expect(currency()).toEqual({ code: "EUR", sign: "€" });
    for (const code of ["dollars", "EUROS", "eUSD", ""]) {
      labelAmounts("GBP");
      labelAmounts(code);
      expect(currency().code).toBe("USD");
    }
    labelAmounts("XAF");
    expect(currency()).toEqual({ code: "XAF", sign: "XAF\u00a0" });
  });

  test("stands before every amount, and changes no digit", () => {
    labelAmounts("EUR");
    const bands = good(readBands([[250_000, 0.1]]));
    expect(bandName(300_000, bands)).toBe("€250k and above");
    expect(formatShortUsd(-262_500)).toBe("-€262.5k");
    expect(describeVerdict({ kind: "dearer", fromUsd: 527_777.78, untilUsd: undefined })).toBe(
      "dearer: needs usage of €527,778",
    );
    labelAmounts("CHF");
    expect(withSign("250k")).toBe("CHF\u00a0250k");
  });

  test("is in the sentences that ask for an amount", () => {
    labelAmounts("GBP");
    const place = { argument: "usage" };
    expect(describeError({ kind: "wrongUnit", place, given: "15%", wanted: "amount" })).toBe(
      'Usage is "15%": give an amount in GBP, such as 250000 or 250k.',
    );
    expect(describeError({ kind: "noBands" })).toContain("threshold (GBP)");
  });

  test("are the signs that Unicode's data knows for English, but for the dollar of Singapore", () => {
    expect(CURRENCIES.map(({ code }) => code)).toEqual(
      "AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS INR JPY KRW MXN NOK NZD PLN SEK SGD USD ZAR".split(
        " ",
      ),
    );
    for (const { code, sign } of CURRENCIES) {
      const parts = new Intl.NumberFormat("en-US", {
        style: "currency",
        currency: code,
      }).formatToParts(1);
      const known = parts.find(({ type }) => type === "currency")?.value;
      if (code === "SGD") expect(sign).toBe("S$");
      else expect(sign).toBe(known === code ? `${code}\u00a0` : known);
    }
  });

  test("is asked for where another is typed", () => {
    const place = { argument: "commitment" };
    expect(describeError({ kind: "otherCurrency", place, given: "€480k", code: "EUR" })).toBe(
      'Commitment is "€480k", but amounts here are in USD: give the number alone, or choose EUR under Currency.',
    );
    expect(describeError({ kind: "otherCurrency", place, given: "₽480k", code: undefined })).toBe(
      'Commitment is "₽480k", but amounts here are in USD: give the number alone.',
    );
  });

  test("no two labels look alike", () => {
    expect(new Set(CURRENCIES.map(({ sign }) => sign)).size).toBe(CURRENCIES.length);
  });
});
