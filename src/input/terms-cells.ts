import type { Place, PricingError } from "../core/errors";
import { sameWord } from "../core/fuzzy-match";
import { fail, failWith, type Result, succeed } from "../core/result";
import {
  DEFAULT_TERMS,
  LARGEST_PREMIUM,
  parseTerms,
  readTerm,
  type TermName,
  type TermRow,
  type Terms,
} from "../core/terms";
import { BLANK, type Cell, isBlankOrZero, quoteCell, readRange } from "./cells/cells";
import { readNumber } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import { readNumberText } from "./cells/text";
import { bareFigure, percentScale } from "./headings/percent-scale";
import { namedTerm } from "./headings/term-names";

type Cells = readonly Cell[];

/**
 * Reads terms: two columns, term and value, in any order of rows. A first row `Term | Value` with titles above it, blank rows and
 * columns that are blank throughout are ignored; an omitted argument or a blank cell means the defaults.
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
  const places = findColumns(used.map(({ cells }) => cells));
  if (!places.ok) return places;
  const { labels, values, body } = places.value;
  const faults: PricingError[] = [];
  const terms: TermRow[] = [];
  for (const { row, cells } of used.slice(body)) {
    const [term, value] = [cells[labels] ?? BLANK, cells[values] ?? BLANK];
    if (isBlankOrZero(term) && isBlankOrZero(value)) continue;
    const read = readTermRow(term, value, row);
    if (read.ok) terms.push(read.value);
    else faults.push(...read.errors);
  }
  const parsed = parseTerms(terms);
  if (faults.length === 0) return parsed;
  return failWith([...faults, ...(parsed.ok ? [] : parsed.errors)]);
}

function readTermRow(label: Cell, value: Cell, row: number): Result<TermRow> {
  if (isBlankOrZero(label))
    return fail({
      kind: "missing",
      place: { argument: "terms", field: "the name of the term", row },
      expected: "a term such as Overage",
    });
  const { term, percent } = namedTerm(quoteCell(label));
  const field = term ?? quoteCell(label);
  const place = { argument: "terms", field: term ?? `"${field}"`, row };
  const refused = faultsOfTermValue(value, place);
  if (refused.length > 0) return failWith(refused);
  const divisor =
    percent && term ? percentScale([value], MOST_AS_FRACTION[term], place) : undefined;
  if (divisor && !divisor.ok) return divisor;
  const said = isUnsaidChoice(field, value) ? null : termValue(value, divisor?.value);
  return succeed({ row, term: field, value: said });
}

/** The largest fraction that a term may be: a figure above it under a heading with % is a percentage. */
export const MOST_AS_FRACTION: Readonly<Record<TermName, number>> = {
  Basis: 0,
  Overage: 0,
  "Overage premium": LARGEST_PREMIUM,
  "Forfeited share": 1,
};

/** Which columns hold the terms and their values, and how many used rows stand above the first term. */
interface TermColumns {
  readonly labels: number;
  readonly values: number;
  readonly body: number;
}

function findColumns(used: readonly Cells[]): Result<TermColumns> {
  const headed = (cells: Cells, ...words: readonly string[]): number =>
    cells.findIndex((cell) => words.some((word) => sameWord(quoteCell(cell), word)));
  for (const [index, cells] of used.slice(0, MOST_TITLES).entries()) {
    const [labels, values] = [headed(cells, "term", "terms"), headed(cells, "value", "values")];
    if (labels >= 0 && values > labels) return succeed({ labels, values, body: index + 1 });
    // Only a title may stand above the heading.
    if (cells.filter((cell) => !isBlankOrZero(cell)).length > 1) break;
  }
  const isEmpty = (column: number): boolean =>
    used.every((cells) => isBlankOrZero(cells[column] ?? BLANK));
  const width = used.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const filled = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !isEmpty(column),
  );
  const labels = filled.length > 1 ? (filled[0] ?? 0) : 0;
  const body = sameWord(quoteCell(used[0]?.[labels] ?? BLANK), "term") ? 1 : 0;
  const behind = filled.find((column) => column > labels);
  const next = labels + 1;
  if (behind === undefined || behind === next) return succeed({ labels, values: next, body });
  const passed = { labels, values: behind, body };
  if (used.every((cells) => (cells[next] ?? BLANK).kind === "blank")) return succeed(passed);
  // Zeros: blanks from the desktop if what stands behind them are the values, typed ones if it is notes.
  const rows = used.slice(body).filter((cells) => !isBlankOrZero(cells[behind] ?? BLANK));
  const valued = rows.filter((cells) => isValue(cells[labels] ?? BLANK, cells[behind] ?? BLANK));
  if (valued.length === 0) return succeed({ labels, values: next, body });
  const isWordTerm = (cells: Cells): boolean =>
    /^(?:Overage|Basis)$/.test(namedTerm(quoteCell(cells[labels] ?? BLANK)).term ?? "");
  return valued.length === rows.length && rows.some(isWordTerm)
    ? succeed(passed)
    : fail({ kind: "blankColumn", argument: "terms", column: next + 1 });
}

/** Rows among which the heading is looked for. */
const MOST_TITLES = 20;

function isValue(label: Cell, value: Cell): boolean {
  const { term } = namedTerm(quoteCell(label));
  const said = termValue(value);
  if (term === undefined || said === null) return false;
  return typeof said === "number" || readTerm(term, said, { argument: "terms" }).ok;
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

/**
 * The value of a term: a number where the text says one (5% is 0.05), else the text itself; null for a blank.
 *
 * @param divisor 100 where its heading says that figures are whole percents.
 */
export function termValue(cell: Cell, divisor: 1 | 100 = 1): string | number | boolean | null {
  switch (cell.kind) {
    case "blank":
      return null;
    case "number":
      return cell.value / divisor;
    case "boolean":
      return cell.value;
    case "error":
      return cell.code;
    case "text": {
      const read = readNumberText(cell.text);
      if (read.kind !== "number" || read.unit === "money") return cell.text;
      return bareFigure(cell) === undefined ? read.value : read.value / divisor;
    }
  }
}
