import type { PricingError } from "../core/errors";
import { CURRENCY_CODE } from "../core/faults/text";
import { fail, failWith, type Result, succeed } from "../core/result";
import { amountFault } from "./band-heading-faults";
import { isBlankOrZero, quoteCell, readRange } from "./cells/cells";
import { readAmountIn } from "./cells/numbers";
import { faultOfZerosInARow } from "./cells/zeros-in-a-row";
import { holdsAmount } from "./headings/amount-words";
import { headingWords } from "./headings/heading-words";

/**
 * Reads the amounts along an axis of a table, in reading order. Blanks and words are skipped, also those with a year in them.
 *
 * @returns At least one amount, or every fault by its position: negative, too large, an error cell, text that begins as an amount
 *   and cannot be read, or a heading that says the amounts are not dollars a year.
 */
export function readAxisUsd(raw: unknown, argument: string): Result<readonly number[]> {
  const faults: PricingError[] = [];
  const amountsUsd: number[] = [];
  for (const [index, cell] of readRange(raw).flat().entries()) {
    if (cell.kind === "blank" || cell.kind === "boolean") continue;
    if (cell.kind === "text" && !holdsAmount(cell.text)) {
      const fault = amountFault(headingWords(cell.text).unit);
      if (fault) faults.push({ kind: "unfitHeading", argument, heading: cell.text, fault });
      continue;
    }
    const place = { argument, row: index + 1 };
    const amount = readAmountIn(cell, place);
    if (amount.ok) amountsUsd.push(amount.value);
    else faults.push(...amount.errors);
  }
  faults.push(...faultOfZerosInARow(amountsUsd, argument));
  if (faults.length > 0) return failWith(faults);
  if (amountsUsd.length === 0)
    return fail({
      kind: "missing",
      place: { argument },
      expected: `a row or column of amounts in ${CURRENCY_CODE}`,
    });
  return succeed(amountsUsd);
}

/** Reads a word that chooses: omitted or blank is undefined. */
export function readWord(raw: unknown): string | undefined {
  const [cell] = readRange(raw).flat();
  return cell && !isBlankOrZero(cell) ? quoteCell(cell) : undefined;
}
