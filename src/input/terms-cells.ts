import type { Place, PricingError } from "../core/errors";
import { fail, failWith, type Result, succeed } from "../core/result";
import { DEFAULT_TERMS, parseTerms, type TermRow, type Terms } from "../core/terms";
import { sameWord } from "../core/words";
import { type Cell, quoteCell, readRange } from "./cells";
import { readNumber } from "./numbers";
import { rememberingLast } from "./remember-last";
import { readNumberText } from "./text";

/**
 * Reads terms: two columns, term and value, in any order of rows. A first row `Term | Value` and blank rows are ignored;
 * an omitted argument or a blank cell means the defaults.
 *
 * @returns The terms, or every fault with its row as it stands in the range.
 */
export const readTerms = rememberingLast(readCells);

function readCells(raw: unknown): Result<Terms> {
  const rows = readRange(raw).map((cells, index) => ({ row: index + 1, cells }));
  const used = rows.filter(({ cells }) => !cells.every(isBlankOrZero));
  if (used.length === 0) return succeed(DEFAULT_TERMS);
  const columns = used.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (columns < 2)
    return fail({
      kind: "tooFewColumns",
      argument: "terms",
      columns,
      expected: "two columns, term and value",
    });
  const faults: PricingError[] = [];
  const terms: TermRow[] = [];
  for (const [index, { row, cells }] of used.entries()) {
    const [term, value] = [cells[0] ?? BLANK, cells[1] ?? BLANK];
    if (index === 0 && sameWord(quoteCell(term), "term")) continue;
    const field = quoteCell(term);
    const refused = faultsOfTermValue(value, { argument: "terms", field, row });
    if (isBlankOrZero(term))
      faults.push({
        kind: "missing",
        place: { argument: "terms", field: "the name of the term", row },
        expected: "a term such as Overage",
      });
    else if (refused.length > 0) faults.push(...refused);
    else
      terms.push({
        row,
        term: field,
        value: isUnsaidChoice(field, value) ? null : termValue(value),
      });
  }
  const parsed = parseTerms(terms);
  if (faults.length === 0) return parsed;
  return failWith([...faults, ...(parsed.ok ? [] : parsed.errors)]);
}

const BLANK: Cell = { kind: "blank" };

function isBlankOrZero(cell: Cell): boolean {
  return cell.kind === "blank" || (cell.kind === "number" && cell.value === 0);
}

/** Basis and Overage are words, so a 0 there is a blank cell. */
function isUnsaidChoice(term: string, value: Cell): boolean {
  return isBlankOrZero(value) && (sameWord(term, "Basis") || sameWord(term, "Overage"));
}

/** Faults that a value has whichever term it is of: it is neither a number nor a word. */
export function faultsOfTermValue(cell: Cell, place: Place): readonly PricingError[] {
  const read = readNumber(cell, place, "fraction");
  return read.ok ? [] : read.errors.filter(({ kind }) => NEITHER.has(kind));
}

const NEITHER: ReadonlySet<PricingError["kind"]> = new Set([
  "cellError",
  "ambiguousNumber",
  "swappedSeparators",
]);

/** The value of a term: a number where the text says one (5% is 0.05), else the text itself; null for a blank. */
export function termValue(cell: Cell): string | number | boolean | null {
  switch (cell.kind) {
    case "blank":
      return null;
    case "number":
    case "boolean":
      return cell.value;
    case "error":
      return cell.code;
    case "text": {
      const read = readNumberText(cell.text);
      return read.kind === "number" && read.unit !== "money" ? read.value : cell.text;
    }
  }
}
