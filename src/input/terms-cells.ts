import type { PricingError } from "../core/errors";
import type { Place } from "../core/faults/place";
import { nearest, sameWord } from "../core/fuzzy-match";
import { chain, fail, failWith, type Result, succeed } from "../core/result";
import {
  DEFAULT_TERMS,
  POLICY_NAMES,
  type PolicyName,
  TERM_NAMES,
  type TermName,
  type Terms,
} from "../core/terms";
import { BLANK, type Cell, isBlankOrZero, quoteCell, readRange, widthOf } from "./cells/cells";
import { readNumber } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import { percentScale } from "./headings/percent-scale";
import { namedTerm } from "./headings/term-names";
import {
  isWordTerm,
  mostAsFraction,
  parseTerm,
  readTermCell,
  readWrittenTerm,
  type WrittenTerm,
} from "./term-cell";

type Cells = readonly Cell[];

/**
 * Reads terms: two columns, term and value, in any order of rows. A first row `Term | Value` with titles above it, blank rows and
 * columns that are blank throughout are ignored; an omitted argument or a blank cell means the defaults.
 *
 * @returns The terms, or every fault with its row in the range.
 */
export function readTerms(raw: unknown): Result<Terms> {
  const read = readTermsAndBlanks(raw);
  return read.ok ? succeed(read.value.terms) : read;
}

/** Terms, where each is written, and the rows that name one whose value is blank. */
export interface ReadTerms {
  readonly terms: Terms;
  /** The row of each term, from 1. */
  readonly rows: ReadonlyMap<TermName | PolicyName, number>;
  /** Indexes of the columns of terms and values. */
  readonly labels: number;
  readonly values: number;
  readonly blanks: readonly { readonly row: number; readonly term: TermName | PolicyName }[];
}

/** The same with the rows of blank values. */
export const readTermsAndBlanks = rememberingLast((raw: unknown): Result<ReadTerms> => {
  const rows = readRange(raw).map((cells, index) => ({ row: index + 1, cells }));
  const used = rows.filter(({ cells }) => !cells.every(isBlankOrZero));
  if (used.length === 0)
    return succeed({ terms: DEFAULT_TERMS, rows: new Map(), labels: 0, values: 1, blanks: [] });
  const filled = used.map(({ cells }) => cells);
  const columns = widthOf(filled);
  if (columns < 2)
    return fail({
      kind: "tooFewColumns",
      argument: "terms",
      columns,
      expected: "two columns, term and value",
    });
  const places = findColumns(filled);
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
  const parsed = parseTermRows(terms);
  if (faults.length === 0) return chain(parsed, (whole) => succeed({ ...whole, labels, values }));
  return failWith([...faults, ...(parsed.ok ? [] : parsed.errors)]);
});

/** A row of terms as written; its term is undefined where its first cell names none. */
interface TermRow {
  readonly row: number;
  readonly given: string;
  readonly term: TermName | PolicyName | undefined;
  readonly place: Place;
  readonly value: WrittenTerm;
}

function readTermRow(label: Cell, value: Cell, row: number): Result<TermRow> {
  if (isBlankOrZero(label))
    return fail({
      kind: "missing",
      place: { argument: "terms", field: "the name of the term", row },
      expected: "a term such as Overage",
    });
  const given = quoteCell(label);
  const { term, percent } = namedTerm(given);
  const place = { argument: "terms", field: term ?? `"${given}"`, row };
  const scale =
    percent && term ? percentScale([value], mostAsFraction(term), place) : succeed(1 as const);
  const written = readWrittenTerm(value, place, scale.ok ? scale.value : 1);
  if (!written.ok) return written;
  if (!scale.ok) return scale;
  // A 0 where words belong is a blank cell.
  const isUnsaid = isBlankOrZero(value) && term !== undefined && isWordTerm(term);
  return succeed({ row, given, term, place, value: isUnsaid ? null : written.value });
}

function parseTermRows(rows: readonly TermRow[]): Result<Omit<ReadTerms, "labels" | "values">> {
  const errors: PricingError[] = [];
  const blanks: { row: number; term: TermName | PolicyName }[] = [];
  const seen = new Map<TermName | PolicyName, number>();
  let terms: Terms = DEFAULT_TERMS;
  for (const { row, given, term, place, value } of rows) {
    if (!term) {
      errors.push({ kind: "unknownTerm", row, given, nearest: nearestTerm(given) });
      continue;
    }
    const earlier = seen.get(term);
    if (earlier !== undefined) {
      errors.push({ kind: "givenTwice", argument: "terms", what: term, rows: [earlier, row] });
      continue;
    }
    seen.set(term, row);
    if (value === null) {
      blanks.push({ row, term });
      continue;
    }
    const parsed = parseTerm(term, value, place);
    if (parsed.ok) terms = { ...terms, ...parsed.value };
    else errors.push(...parsed.errors);
  }
  return errors.length > 0 ? failWith(errors) : succeed({ terms, rows: seen, blanks });
}

/** Words that people use for what a term prices. */
const MEANINGS: readonly (readonly [RegExp, TermName])[] = [
  [/premium|uplift|surcharge|mark-?up/i, "Overage premium"],
  [/unused|unspent|shortfall|forfei|lapse/i, "Forfeited share"],
  [/over(?:age|run|spend)|excess|beyond/i, "Overage"],
];

/** The term that the writer most likely meant: by its letters, else by its meaning. */
function nearestTerm(written: string): TermName | PolicyName | undefined {
  return (
    nearest(written, [...TERM_NAMES, ...POLICY_NAMES]) ??
    MEANINGS.find(([words]) => words.test(written))?.[1]
  );
}

/** Which columns hold the terms and their values, and how many used rows are above the first term. */
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
    // Only a title may be above the heading.
    if (cells.filter((cell) => !isBlankOrZero(cell)).length > 1) break;
  }
  const isEmpty = (column: number): boolean => used.every((cells) => isBlankOrZero(cells[column]));
  const filled = Array.from({ length: widthOf(used) }, (_, column) => column).filter(
    (column) => !isEmpty(column),
  );
  const labels = filled.length > 1 ? (filled[0] ?? 0) : 0;
  const [top = []] = used;
  // Term is a heading, and a term of its own where a length is beside it, or what somebody took for one.
  const isHeading = sameWord(quoteCell(top[labels] ?? BLANK), "term");
  const body = isHeading && !top.some((cell) => LENGTH.test(quoteCell(cell))) ? 1 : 0;
  const behind = filled.find((column) => column > labels);
  const next = labels + 1;
  if (behind === undefined || behind === next) return succeed({ labels, values: next, body });
  const passed = { labels, values: behind, body };
  if (used.every((cells) => (cells[next] ?? BLANK).kind === "blank")) return succeed(passed);
  // Zeros: blanks from the desktop if values follow them, typed ones if notes do.
  const rows = used.slice(body).filter((cells) => !isBlankOrZero(cells[behind]));
  const valued = rows.filter((cells) => isValue(cells[labels] ?? BLANK, cells[behind] ?? BLANK));
  if (valued.length === 0) return succeed({ labels, values: next, body });
  const hasWords = (cells: Cells): boolean => {
    const { term } = namedTerm(quoteCell(cells[labels] ?? BLANK));
    return term !== undefined && isWordTerm(term);
  };
  return valued.length === rows.length && rows.some(hasWords)
    ? succeed(passed)
    : fail({ kind: "blankColumn", argument: "terms", column: next + 1 });
}

const LENGTH = /\d|\b(?:one|two|three|four|five|half|dozen|years?|true|false)\b/i;
/** Rows among which the heading is looked for. */
const MOST_TITLES = 20;

function isValue(label: Cell, value: Cell): boolean {
  const { term } = namedTerm(quoteCell(label));
  if (term === undefined) return false;
  const place = { argument: "terms" };
  return readNumber(value, place, "fraction").ok || readTermCell(value, term, place).ok;
}
