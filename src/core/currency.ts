/** What amounts are labelled with where people read them. */
export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  /** What stands before an amount. */
  readonly sign: string;
}

const USD: Currency = { code: "USD", sign: "$" };

/** Labels to choose from. Those without a sign that is theirs alone go by their code. */
export const CURRENCIES: readonly Currency[] = [
  { code: "AED", sign: "AED\u00a0" },
  { code: "AUD", sign: "A$" },
  { code: "BRL", sign: "R$" },
  { code: "CAD", sign: "CA$" },
  { code: "CHF", sign: "CHF\u00a0" },
  { code: "CNY", sign: "CN¥" },
  { code: "CZK", sign: "CZK\u00a0" },
  { code: "DKK", sign: "DKK\u00a0" },
  { code: "EUR", sign: "€" },
  { code: "GBP", sign: "£" },
  { code: "HKD", sign: "HK$" },
  { code: "ILS", sign: "₪" },
  { code: "INR", sign: "₹" },
  { code: "JPY", sign: "¥" },
  { code: "KRW", sign: "₩" },
  { code: "MXN", sign: "MX$" },
  { code: "NOK", sign: "NOK\u00a0" },
  { code: "NZD", sign: "NZ$" },
  { code: "PLN", sign: "PLN\u00a0" },
  { code: "SEK", sign: "SEK\u00a0" },
  { code: "SGD", sign: "S$" },
  USD,
  { code: "ZAR", sign: "ZAR\u00a0" },
];

let chosen = USD;

/**
 * The label of amounts, USD unless another was chosen.
 *
 * A label only (docs/assumptions.md P16): nothing is converted, and no number depends on it. It is one for the whole pane, as a
 * language would be, and the functions in cells, which know no workbook, always have the first one.
 */
export function currency(): Currency {
  return chosen;
}

/** Labels amounts from now on; a code that is not among the labels stands for itself, and what is no code is USD. */
export function labelAmounts(code: string): void {
  const unlisted = /^[A-Z]{3}$/.test(code) ? { code, sign: `${code}\u00a0` } : USD;
  chosen = CURRENCIES.find((one) => one.code === code) ?? unlisted;
}

/** Digits as an amount: "$250k", "CHF 250k". */
export function withSign(digits: string): string {
  return chosen.sign + digits;
}
