/** What amounts are labelled with for people to read. */
export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  /** Written before an amount. */
  readonly sign: string;
}

/** The first label: of the functions in cells, which know no workbook, and of a workbook where no other was chosen. */
export const US_DOLLAR: Currency = { code: "USD", sign: "$" };

/** Codes of the labels to choose from (wording/format/currencies.ts). */
export const CURRENCY_CODES = [
  ...["AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "ILS"],
  ...["INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "SEK", "SGD", "USD", "ZAR"],
];

/** Digits as an amount: "$250k", "CHF 250k". */
export function withSign(digits: string, { sign }: Currency): string {
  return sign + digits;
}
