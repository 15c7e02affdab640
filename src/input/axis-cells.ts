import { checkAmountUsd } from "../core/amount";
import { currency } from "../core/currency";
import type { PricingError } from "../core/errors";
import { fail, failWith, type Result, succeed } from "../core/result";
import { quoteCell, readRange } from "./cells";
import { readNumber } from "./numbers";
import { readNumberText } from "./text";
import { faultOfZerosInARow } from "./zeros-in-a-row";

/**
 * Reads the amounts along an axis of a table, in reading order. Blanks and words are skipped.
 *
 * @returns At least one amount, or every fault by its position: negative, too large, an error cell, or ambiguous text.
 */
export function readAxisUsd(raw: unknown, argument: string): Result<readonly number[]> {
  const faults: PricingError[] = [];
  const amountsUsd: number[] = [];
  for (const [index, cell] of readRange(raw).flat().entries()) {
    const isWords = cell.kind === "text" && readNumberText(cell.text).kind === "notANumber";
    if (cell.kind === "blank" || cell.kind === "boolean" || isWords) continue;
    const place = { argument, row: index + 1 };
    const read = readNumber(cell, place, "amount");
    const amount = read.ok ? checkAmountUsd(read.value, place) : read;
    if (amount.ok) amountsUsd.push(amount.value);
    else faults.push(...amount.errors);
  }
  faults.push(...faultOfZerosInARow(amountsUsd, argument));
  if (faults.length > 0) return failWith(faults);
  if (amountsUsd.length === 0)
    return fail({
      kind: "missing",
      place: { argument },
      expected: `a row or column of amounts in ${currency().code}`,
    });
  return succeed(amountsUsd);
}

/** Reads a word that chooses: omitted or blank is undefined. */
export function readWord(raw: unknown): string | undefined {
  const [cell] = readRange(raw).flat();
  if (!cell || cell.kind === "blank" || (cell.kind === "number" && cell.value === 0))
    return undefined;
  return quoteCell(cell);
}
