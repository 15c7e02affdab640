import { writtenThresholds } from "../core/bands";
import { nearest, sameWord } from "../core/fuzzy-match";
import { toCents } from "../core/money";
import { combine, fail, type Result, succeed } from "../core/result";
import { BAND_POLICY_NAMES, BAND_TERM_NAMES, POLICY_NAMES, TERM_NAMES } from "../core/terms";
import type { Column } from "./band-columns";
import { type BandLayout, layOutBands } from "./band-layout";
import { readBands } from "./bands-cells";
import {
  BLANK,
  type Cell,
  isBlankOrZero,
  quoteCell,
  readCell,
  readRange,
  widthOf,
} from "./cells/cells";
import { readAmountUsd } from "./cells/numbers";
import { usedRows } from "./cells/used-rows";
import { isWordTerm } from "./term-cell";
import { readTermsAndBlanks } from "./terms-cells";

/** Cells as a function answers them; a blank is an empty text. */
export type CellValues = readonly (readonly CellValue[])[];
type CellValue = string | number;

/** Columns of bands that set a price, by their headings. */
const PRICED_COLUMNS = ["Threshold", "Discount", ...BAND_TERM_NAMES, ...BAND_POLICY_NAMES] as const;
type PricedColumn = (typeof PRICED_COLUMNS)[number];

/** The other terms in a sentence, which are too many to list. */
const OF_SEVERAL_YEARS = "and those of several years, such as Rollover share";

type Cells = readonly Cell[];
/**
 * The cells of bands with one of them replaced, as if the user had typed over it.
 *
 * The row is the one whose threshold is the given one to the cent. A term that has no column yet gets one, blank for the other
 * bands. All other cells stay as they are.
 *
 * @returns The cells, or every fault: of the bands, no such threshold, a column that is not known, bands without the heading that
 *   a column of terms needs. The function that prices the bands checks the value.
 */
export function bandsWith(
  bands: unknown,
  threshold: unknown,
  column: unknown,
  value: unknown,
): Result<CellValues> {
  const raw = usedRows(bands);
  const read = combine({
    table: readBands(raw),
    thresholdUsd: readAmountUsd(threshold, { argument: "threshold" }),
    column: readName(column, "column", PRICED_COLUMNS, [
      "Threshold",
      "Discount",
      ...BAND_TERM_NAMES,
      OF_SEVERAL_YEARS,
    ]),
    value: readValue(value),
  });
  if (!read.ok) return read;
  const { table, thresholdUsd } = read.value;
  const cents = toCents(thresholdUsd);
  const row = table.bands.find((band) => band.row && toCents(band.thresholdUsd) === cents)?.row;
  if (row === undefined) {
    const known = writtenThresholds(table).toSorted(
      (a, b) => Math.abs(a - thresholdUsd) - Math.abs(b - thresholdUsd),
    );
    return fail({ kind: "noSuchThreshold", thresholdUsd, nearestUsd: known[0] });
  }
  const layout = layOutBands(readRange(raw));
  if (!layout.ok) return layout;
  const { heading, columns } = layout.value;
  const rows = layout.value.rows.slice(0, table.bands.at(-1)?.row);
  const width = widthOf(rows);
  const at = columnAt(layout.value, read.value.column, width);
  if (at === undefined) return fail({ kind: "noHeadingForColumn", column: read.value.column });
  const written = saidZero(inPercent(read.value.value, columns[at]), read.value.column);
  return succeed(
    rows.map((cells, index) => {
      const values = padded(cells, width);
      if (index === row - 1) return put(values, at, written);
      return at < width ? values : [...values, index === heading ? read.value.column : ""];
    }),
  );
}

/**
 * The cells of terms with one term set, as if the user had typed it: over its value where it has a row, else below the others.
 *
 * @returns The cells, or every fault: of the terms, and a term that is not known.
 */
export function termsWith(given: unknown, term: unknown, value: unknown): Result<CellValues> {
  const raw = usedRows(given);
  const read = combine({
    terms: readTermsAndBlanks(raw),
    term: readName(
      term,
      "term",
      [...TERM_NAMES, ...POLICY_NAMES],
      [...TERM_NAMES, OF_SEVERAL_YEARS],
    ),
    value: readValue(value),
  });
  if (!read.ok) return read;
  const { terms, term: name, value: written } = read.value;
  const { labels, values } = terms;
  const all = readRange(raw);
  const rows = all.slice(0, all.findLastIndex((cells) => !cells.every(isBlankOrZero)) + 1);
  const width = Math.max(values + 1, widthOf(rows));
  const at = terms.rows.get(name) ?? rows.length + 1;
  return succeed(
    [...rows, ...(at > rows.length ? [[]] : [])].map((cells, index) => {
      const row = padded(cells, width);
      if (index !== at - 1) return row;
      return put(put(row, labels, row[labels] || name), values, written);
    }),
  );
}

function readName<T extends string>(
  raw: unknown,
  argument: string,
  known: readonly T[],
  shown: readonly string[],
): Result<T> {
  const cell = readCell(raw);
  if (cell.kind === "error")
    return fail({ kind: "cellError", place: { argument }, code: cell.code });
  const given = quoteCell(cell);
  const name = known.find((one) => sameWord(one, given));
  if (name) return succeed(name);
  if (cell.kind === "blank")
    return fail({ kind: "missing", place: { argument }, expected: `one of ${shown.join(", ")}` });
  return fail({
    kind: "unknownName",
    argument,
    given,
    nearest: nearest(given, known),
    known: shown,
  });
}

function readValue(raw: unknown): Result<CellValue> {
  const cell = readCell(raw);
  if (cell.kind !== "error") return succeed(cellValue(cell));
  return fail({ kind: "cellError", place: { argument: "value" }, code: cell.code });
}

/** Index of a column; one past the last where a term has none yet; undefined where there is no heading to name it. */
function columnAt(
  { heading, columns }: BandLayout,
  wanted: PricedColumn,
  width: number,
): number | undefined {
  const at = columns.findIndex((column) =>
    column.kind === "term" ? column.term === wanted : sameWord(column.kind, wanted),
  );
  return at >= 0 ? at : heading < 0 ? undefined : width;
}

/** A fraction as the figures beside it are written: under whole percents it has its sign. */
function inPercent(value: CellValue, column: Column | undefined): CellValue {
  const isPercent = column && "divisor" in column && column.divisor === 100;
  if (!isPercent || typeof value !== "number" || Math.abs(value) >= 1) return value;
  return `${Number((value * 100).toPrecision(15))}%`;
}

/**
 * A term of 0. Beside a blank that Excel sent as 0 a number would count as blank too, and a text does not; in a column of words
 * it is a blank itself.
 */
function saidZero(value: CellValue, column: PricedColumn): CellValue {
  if (value !== 0 || column === "Threshold" || column === "Discount") return value;
  return isWordTerm(column) ? "" : "0%";
}

function padded(cells: Cells, width: number): readonly CellValue[] {
  return Array.from({ length: width }, (_, column) => cellValue(cells[column] ?? BLANK));
}

function put<T>(values: readonly T[], at: number, value: T): readonly T[] {
  return [...values.slice(0, at), value, ...values.slice(at + 1)];
}

/** An error stays an error: the function that reads it refuses it and names its cell. */
function cellValue(cell: Cell): CellValue {
  return cell.kind === "number" ? cell.value : quoteCell(cell);
}
