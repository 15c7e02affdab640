import { describe, expect, test } from "vitest";
import { bandName } from "../../src/core/band-name";
import { US_DOLLAR, withSign } from "../../src/core/currency";
import { describeError } from "../../src/core/errors";
import { formatShortUsd } from "../../src/core/money";
import { describeVerdict } from "../../src/core/verdict";
import { readBands } from "../../src/input/bands-cells";
import { CURRENCIES, currencyOf } from "../../src/wording/format/currencies";
import { good } from "./deals";

describe("a currency", () => {
  test("of an unlisted code is the code, and of anything else USD", () => {
    expect(currencyOf("EUR")).toEqual({ code: "EUR", sign: "€" });
    for (const code of ["USD", "dollars", "EUROS", "eUSD", ""])
      expect(currencyOf(code)).toEqual({ code: "USD", sign: "$" });
    expect(currencyOf("XAF")).toEqual({ code: "XAF", sign: "XAF\u00a0" });
  });

  test("labels every amount, and changes no digit", () => {
    const bands = good(readBands([[250_000, 0.1]]));
    const euro = currencyOf("EUR");
    expect(bandName(300_000, bands, euro)).toBe("€250k and above");
    expect(formatShortUsd(-262_500, euro)).toBe("-€262.5k");
    const verdict = { kind: "dearer", fromUsd: 527_777.78, untilUsd: undefined } as const;
    expect(describeVerdict(verdict, euro)).toBe("dearer: needs usage of €527,778");
    expect(withSign("250k", currencyOf("CHF"))).toBe("CHF\u00a0250k");
  });

  test("is in the sentences that ask for an amount", () => {
    const pound = currencyOf("GBP");
    const place = { argument: "usage" };
    expect(describeError({ kind: "wrongUnit", place, given: "15%", wanted: "amount" }, pound)).toBe(
      'Usage is "15%": give an amount in GBP, such as 250000 or 250k.',
    );
    expect(describeError({ kind: "noBands" }, pound)).toContain("threshold (GBP)");
    const narrow = readBands([[250_000], [500_000]]);
    expect(narrow.ok ? [] : narrow.errors.map((error) => describeError(error, pound))).toEqual([
      "Bands has 1 column: give threshold (GBP) and discount (fraction).",
    ]);
  });

  test("are the signs in Unicode's data for English, but for the Singapore dollar", () => {
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

  test("is named in the refusal of an amount typed in another", () => {
    const place = { argument: "commitment" };
    expect(
      describeError({ kind: "otherCurrency", place, given: "€480k", code: "EUR" }, US_DOLLAR),
    ).toBe(
      'Commitment is "€480k", but amounts here are in USD: give the number alone, or choose EUR under Currency.',
    );
    expect(
      describeError({ kind: "otherCurrency", place, given: "₽480k", code: undefined }, US_DOLLAR),
    ).toBe('Commitment is "₽480k", but amounts here are in USD: give the number alone.');
  });

  test("no two labels look alike", () => {
    expect(new Set(CURRENCIES.map(({ sign }) => sign)).size).toBe(CURRENCIES.length);
  });
});
