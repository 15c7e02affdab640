import type { Currency } from "../currency";

/** Placeholder in the `expected` of a fault for the code of the currency that labels amounts. */
export const CURRENCY_CODE = "{currency}";

/** 15 is most likely 15%, so the example shows that number as a fraction. */
export function exampleFraction(given: number): string {
  if (given > 1 && given < 100) return `${plain(given / 100)} for ${plain(given)}%`;
  return "0.15 for 15%";
}

export function number(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 10 });
}

export function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** "Mean", "Mean and CV", "Low, Mode and High". */
export function all(words: readonly string[]): string {
  return joined(words, "and");
}

/** "net", "net or list". */
export function list(choices: readonly string[]): string {
  return joined(choices, "or");
}

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** "1 row", "1,200 rows". */
export function count(many: number, what: string): string {
  return `${number(many)} ${what}${many === 1 ? "" : "s"}`;
}

/** "2 rows and 1 column". */
export function size(block: { readonly rows: number; readonly columns: number }): string {
  return `${count(block.rows, "row")} and ${count(block.columns, "column")}`;
}

export function inWords(expected: string, currency: Currency): string {
  return expected.replace(CURRENCY_CODE, currency.code);
}
