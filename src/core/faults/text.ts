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
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** "net", "net or list". */
export function list(choices: readonly string[]): string {
  if (choices.length < 2) return choices.join();
  return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}

export function inWords(expected: string, currency: Currency): string {
  return expected.replace(CURRENCY_CODE, currency.code);
}
