import type { Currency } from "../../../core/currency";
import { collect, fail, type Result } from "../../../core/result";
import { readTypedUsd } from "../../kit/typed-amount";

/** Between amounts: a semicolon, a line, a tab, "then", or a comma with a space after it. */
const BETWEEN = / *(?:;|\n|\t|\bthen\b|,(?=\s)) */i;
/** A mark at the end of a line adds no amount to that of the line. */
const LINE_END = /[;, ]*\r?\n/g;

/** Several amounts as they are typed or pasted: one line, or one column. */
export function readAmounts(
  text: string,
  argument: string,
  currency: Currency,
): Result<readonly number[]> {
  const typed = text.trim().replaceAll(LINE_END, "\n");
  const lines = typed.split("\n");
  const amounts = typed.split(BETWEEN);
  // Of two columns one may be months or years, which would pass for amounts.
  if (lines.length > 1 && lines.some((line) => line.trim().includes("\t")))
    return fail({
      kind: "entries",
      ...{ argument, entries: amounts.length, expected: "one row or one column, no block" },
    });
  return collect(
    amounts.map((amount, index) => {
      const place = amounts.length === 1 ? { argument } : { argument, row: index + 1 };
      return amount === ""
        ? fail({ kind: "missing", place, expected: `an amount in ${currency.code}, such as 500k` })
        : readTypedUsd(amount, place, currency);
    }),
  );
}
