import type { PricingError } from "../core/errors";
import type { Place } from "../core/faults/place";
import { isClose, nearest, sameWord } from "../core/fuzzy-match";
import { fail, failWith, type Result, succeed } from "../core/result";
import {
  BLANK,
  type Cell,
  isBlankOrZero,
  isZero,
  quoteCell,
  readRange,
  transposed,
} from "./cells/cells";
import { readFraction } from "./cells/number-range";
import { readNumber } from "./cells/numbers";
import { headingWords } from "./headings/heading-words";

type Cells = readonly Cell[];

/** The headings that a table may have. */
export interface TableShape<H extends string> {
  readonly argument: string;
  readonly headings: readonly H[];
  /** Of each group one heading has to be there. */
  readonly required: readonly (readonly H[])[];
  /** Headings above words or days: a 0 under one shows that Excel hands over its blank cells as 0. Absent: it does not matter. */
  readonly words?: readonly H[];
  /** The heading that a text means which is none of them, such as the name of a column of an export. */
  readonly alsoNamed?: (text: string) => H | undefined;
}

export interface Table<H extends string> {
  readonly headings: ReadonlySet<H>;
  /** Rows that are not blank. */
  readonly rows: readonly TableRow<H>[];
  /** Whether a 0 may be a blank cell: it is, it is not, or nothing in the table shows which. */
  readonly zeros: "blank" | "typed" | "unknown";
}

export interface TableRow<H extends string> {
  /** Position in the range, from 1. */
  readonly row: number;
  /** The cell under a heading; blank where the table has none such. */
  readonly cell: (heading: H) => Cell;
  /** Where that cell is, for the sentence of a refusal. */
  readonly place: (heading: H) => Place;
}

/**
 * Reads a table with headings, which are compared as words. They may stand in any order below titles, or run down the first
 * column. Columns under other headings are ignored and blank rows skipped.
 *
 * @returns The rows, none where the range is blank or omitted; or what is wrong with the headings: one is missing, stands twice,
 *   or is most likely a known one, misspelt.
 */
export function readTable<H extends string>(raw: unknown, shape: TableShape<H>): Result<Table<H>> {
  const upright = readRange(raw);
  const used = upright.findIndex((cells) => !cells.every(isBlankOrZero));
  if (used < 0) return succeed({ headings: new Set<H>(), rows: [], zeros: "unknown" });
  const row = headingRow(upright, shape);
  if (row >= 0) return readBelow(upright, row, shape, false);
  const across = transposed(upright);
  const column = headingRow(across, shape);
  return column >= 0
    ? readBelow(across, column, shape, true)
    : readBelow(upright, used, shape, false);
}

/** Rows among which the headings are looked for. */
const MOST_TITLES = 20;

/** The first row that has all the headings that a table needs; -1 where none does. */
function headingRow<H extends string>(rows: readonly Cells[], shape: TableShape<H>): number {
  return rows.slice(0, MOST_TITLES).findIndex((cells) => {
    const found = new Set(cells.map((cell) => headingIn(cell, shape)));
    return shape.required.every((group) => group.some((heading) => found.has(heading)));
  });
}

function headingIn<H extends string>(cell: Cell, shape: TableShape<H>): H | undefined {
  if (cell.kind !== "text") return undefined;
  const { headings, alsoNamed } = shape;
  return headings.find((heading) => sameWord(heading, cell.text)) ?? alsoNamed?.(cell.text);
}

function readBelow<H extends string>(
  rows: readonly Cells[],
  top: number,
  shape: TableShape<H>,
  isAcross: boolean,
): Result<Table<H>> {
  const columns = findColumns(rows[top] ?? [], shape, isAcross);
  if (!columns.ok) return columns;
  const below = rows.slice(top + 1);
  const across = isAcross && ({ across: true } as const);
  const read = below.map((cells, index) => {
    const row = top + index + 2;
    return {
      row,
      isBlank: cells.every(isBlankOrZero),
      cell: (heading: H) => cells[columns.value.get(heading) ?? -1] ?? BLANK,
      place: (heading: H) => ({ argument: shape.argument, field: heading, row, ...across }),
    };
  });
  const hasZeroWord = read.some(({ cell }) =>
    shape.words?.some((heading) => isZero(cell(heading))),
  );
  const hasBlank = below.some((cells) => cells.some(({ kind }) => kind === "blank"));
  return succeed({
    headings: new Set(columns.value.keys()),
    rows: read.filter(({ isBlank }) => !isBlank),
    zeros: hasZeroWord ? "blank" : hasBlank ? "typed" : "unknown",
  });
}

/** The column under each heading, from 0. */
function findColumns<H extends string>(
  cells: Cells,
  shape: TableShape<H>,
  isAcross: boolean,
): Result<ReadonlyMap<H, number>> {
  const where = { argument: shape.argument, ...(isAcross && ({ across: true } as const)) };
  const errors: PricingError[] = [];
  const columns = new Map<H, number>();
  for (const [column, cell] of cells.entries()) {
    const heading = headingIn(cell, shape);
    if (heading === undefined) continue;
    const first = columns.get(heading);
    if (first === undefined) columns.set(heading, column);
    else
      errors.push({
        kind: "repeatedHeading",
        heading,
        columns: [first + 1, column + 1],
        ...where,
      });
  }
  const absent = shape.headings.filter((heading) => !columns.has(heading));
  for (const [index, cell] of cells.entries()) {
    if (cell.kind !== "text" || headingIn(cell, shape) !== undefined) continue;
    const meant = absent.find(
      (heading) => isMisspelt(heading, cell.text) || means(heading, cell.text, shape),
    );
    if (meant === undefined) continue;
    const found = { heading: cell.text, column: index + 1, ...where };
    // A price per million is written so; an amount in millions is not.
    const isScaled = headingWords(cell.text).unit.factor !== 1 && !/\/|\bper\b/.test(cell.text);
    errors.push(
      isScaled
        ? { kind: "unfitHeading", fault: "scaled", ...found }
        : { kind: "misspeltHeading", nearest: meant, ...found },
    );
  }
  const groups = shape.required.filter((group) => !group.some((heading) => columns.has(heading)));
  if (groups.length > 0) errors.push({ kind: "missingHeading", groups, ...where });
  return errors.length > 0 ? failWith(errors) : succeed(columns);
}

/** Letters from which a heading is close enough to be a known one misspelt: Spend is not Speed. */
const LEAST_LETTERS = 6;

function isMisspelt(heading: string, given: string): boolean {
  return Math.max(heading.length, given.length) >= LEAST_LETTERS && isClose(heading, given);
}

/** Words of columns that say something about a value, and are not the value. */
const ABOUT = /\b(?:owner|notes?|comments?|source|confidence|contact)\b/;
/** Other words for a heading, by its first word. */
const OTHER_WORDS: Readonly<Record<string, RegExp>> = {
  cache: /^cache/,
  from: /^(?:model|start|since|valid from)\b/,
  to: /^(?:until|till|through|end|valid to)\b/,
  workload: /^workspace\b/,
};

/** Whether a text most likely means a heading: in another unit, "Input (M)", with a word more, "Model name", or "Cached input". */
function means<H extends string>(heading: H, text: string, { alsoNamed }: TableShape<H>): boolean {
  const { words } = headingWords(text);
  const known = heading.toLowerCase();
  return (
    !ABOUT.test(words) &&
    (alsoNamed?.(words) === heading ||
      new RegExp(`^${known}\\b|\\b${known}$`).test(words) ||
      OTHER_WORDS[known.replace(/ .*/, "")]?.test(words) === true)
  );
}

/** Words in a cell; undefined for a blank, or the 0 of a blank. */
export function readWords(cell: Cell, place: Place): Result<string | undefined> {
  if (cell.kind === "error") return fail({ kind: "cellError", place, code: cell.code });
  return succeed(isBlankOrZero(cell) ? undefined : quoteCell(cell));
}

/** One of the known words, compared as words; undefined for a blank. An unknown one is refused with the nearest. */
export function readChoice<T extends string>(
  cell: Cell,
  known: readonly T[],
  place: Place,
): Result<T | undefined> {
  const words = readWords(cell, place);
  if (!words.ok) return words;
  const given = words.value;
  if (given === undefined) return succeed(undefined);
  const choice = known.find((word) => sameWord(word, given));
  if (choice !== undefined) return succeed(choice);
  return fail({ kind: "unknownWord", place, given, nearest: nearest(given, known), known });
}

/** A number of 0 or more, in text too; undefined for a blank. */
export function readQuantity(cell: Cell, place: Place): Result<number | undefined> {
  if (cell.kind === "blank") return succeed(undefined);
  const read = readNumber(cell, place, "amount");
  if (!read.ok)
    // A percentage where a quantity is wanted is no number of it.
    return failWith(
      read.errors.map((error) =>
        error.kind === "wrongUnit" ? { ...error, kind: "notANumber" } : error,
      ),
    );
  if (read.value < 0) return fail({ kind: "negativeNumber", place, given: read.value });
  if (read.value > Number.MAX_SAFE_INTEGER)
    return fail({
      kind: "numberOutOfRange",
      place,
      given: read.value,
      expected: "a number up to 9,007,199,254,740,991",
    });
  return read;
}

/** A share from 0 to 1, in percent text too; undefined for a blank. */
export function readShare(cell: Cell, place: Place): Result<number | undefined> {
  if (cell.kind === "blank") return succeed(undefined);
  return readFraction(cell, { least: 0, most: 1 }, place);
}
