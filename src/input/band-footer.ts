import type { PricingError } from "../core/errors";
import { type Cell, isBlankOrZero, quoteCell } from "./cells/cells";
import { YEARS } from "./headings/amount-words";
import { MONTHS } from "./headings/calendar-labels";
import { figureIn } from "./headings/percent-scale";

type Cells = readonly Cell[];

/** A row under the last band that is not a band: a note, or a total. */
export interface LeftOutRow {
  readonly row: number;
  readonly given: string;
}

/** What is under the last band: how many rows remain, which rows are left out, and what is wrong with those. */
export interface Footer {
  /** Rows up to the last band. */
  readonly height: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly faults: readonly PricingError[];
}

const TOTAL = /^(?:grand |sum |sub)?-?\s?(?:totals?|sums?|summe|gesamt|Σ)\s*(?:[([*:].*)?$/i;
const STARTS_AS_NOTE = /^(?:\*|notes?\b)/i;
const DATES = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th|\\.)? (?:${MONTHS})[a-z]*|(?:${MONTHS})[a-z]* \\d{1,2}\\b|\\d{1,4}([/.-])\\d{1,2}\\1\\d{1,4}`,
  "gi",
);

/**
 * Finds notes and totals under the last band.
 *
 * A note is one cell of words, behind a blank row or a note, or with a star or "Note" before it. A row named Total or Sum is left
 * out where it holds no figure, or the sums of the bands above it. A last row without a discount whose threshold is the sum of
 * those above it may be either, and is a fault.
 *
 * @param body Index of the first row of bands.
 * @param summed Columns whose figures a total may sum: threshold and discount.
 */
export function findFooter(
  rows: readonly Cells[],
  body: number,
  summed: readonly number[],
): Footer {
  const faults: PricingError[] = [];
  const leftOut: LeftOutRow[] = [];
  let height = rows.length;
  for (let row = rows.length; row > body; row--) {
    const cells = rows[row - 1] ?? [];
    const filled = cells.filter(isFilled);
    const [first] = filled;
    if (first === undefined) continue;
    const name = filled.find((cell) => cell.kind === "text" && TOTAL.test(cell.text));
    if (name !== undefined) faults.push(...faultsOfTotal(rows, body, row, name, summed));
    else if (isNote(rows, body, row - 1)) faults.push(...faultsOfNote(first, row));
    else if (summed.some((column) => isFilled(cells[column]))) {
      const [threshold = 0, discount = 1] = summed;
      const above = rows.slice(body, row - 1);
      const discounted = above.filter((band) => isFilled(band[discount]));
      if (discounted.length > 1 && !isFilled(cells[discount]) && isSum(above, cells, threshold))
        faults.push({ kind: "footer", row, given: quoteCell(first), fault: "sum" });
      break;
    } else continue;
    leftOut.unshift({ row, given: quoteCell(name ?? first) });
    height = row - 1;
  }
  return { height, leftOut, faults };
}

function isFilled(cell: Cell | undefined): boolean {
  return !isBlankOrZero(cell);
}

function isNote(rows: readonly Cells[], body: number, index: number): boolean {
  const filled = (rows[index] ?? []).filter(isFilled);
  const [words] = filled;
  if (filled.length !== 1 || words?.kind !== "text") return false;
  if (STARTS_AS_NOTE.test(words.text)) return true;
  const above = rows[index - 1] ?? [];
  return index > body && (!above.some(isFilled) || isNote(rows, body, index - 1));
}

function faultsOfNote(note: Cell, row: number): readonly PricingError[] {
  const given = quoteCell(note);
  const rest = given
    .replace(/^\*+\s?\d\)?\s/, "")
    .replace(DATES, "")
    .replace(YEARS, "");
  return /\p{N}/u.test(rest) ? [{ kind: "footer", row, given, fault: "figures" }] : [];
}

function faultsOfTotal(
  rows: readonly Cells[],
  body: number,
  row: number,
  name: Cell,
  summed: readonly number[],
): readonly PricingError[] {
  const above = rows.slice(body, row - 1);
  const cells = rows[row - 1] ?? [];
  const areSums = summed.every(
    (column) => cells[column] === name || !isFilled(cells[column]) || isSum(above, cells, column),
  );
  return areSums ? [] : [{ kind: "footer", row, given: quoteCell(name), fault: "total" }];
}

function isSum(above: readonly Cells[], cells: Cells, column: number): boolean {
  const sum = above.reduce((total, band) => total + (figureIn(band[column]) ?? 0), 0);
  return Math.abs((figureIn(cells[column]) ?? Number.NaN) - sum) <= Math.abs(sum) * 1e-9;
}
