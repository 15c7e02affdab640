/** What amounts are labelled with for people to read. */
export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  /** Written before an amount. */
  readonly sign: string;
}

/** The first label: of the functions in cells, which know no workbook, and of a workbook where no other was chosen. */
export const US_DOLLAR: Currency = { code: "USD", sign: "$" };

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
  US_DOLLAR,
  { code: "ZAR", sign: "ZAR\u00a0" },
];

/**
 * The label of a code; a code that is not among the labels is its own label, and what is no code is USD.
 *
 * A label only (docs/assumptions.md P16): nothing is converted, and no number depends on it.
 */
export function currencyOf(code: string): Currency {
  const unlisted = /^[A-Z]{3}$/.test(code) ? { code, sign: `${code}\u00a0` } : US_DOLLAR;
  return CURRENCIES.find((one) => one.code === code) ?? unlisted;
}

/** Digits as an amount: "$250k", "CHF 250k". */
export function withSign(digits: string, { sign }: Currency): string {
  return sign + digits;
}
