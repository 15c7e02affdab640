import { CURRENCY_CODES, type Currency, US_DOLLAR } from "../../core/currency";

/** Signs by code. A currency without a sign that is its alone goes by its code. */
const SIGNS: Readonly<Record<string, string>> = {
  AUD: "A$",
  BRL: "R$",
  CAD: "CA$",
  CNY: "CN¥",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  ILS: "₪",
  INR: "₹",
  JPY: "¥",
  KRW: "₩",
  MXN: "MX$",
  NZD: "NZ$",
  SGD: "S$",
  USD: US_DOLLAR.sign,
};

/** Labels to choose from. */
export const CURRENCIES: readonly Currency[] = CURRENCY_CODES.map(labelled);

/**
 * The label of a code; a code that is not among the labels is its own label, and what is no code is USD.
 *
 * A label only (docs/assumptions.md P16): nothing is converted, and no number depends on it.
 */
export function currencyOf(code: string): Currency {
  return /^[A-Z]{3}$/.test(code) ? labelled(code) : US_DOLLAR;
}

function labelled(code: string): Currency {
  return { code, sign: SIGNS[code] ?? `${code}\u00a0` };
}
