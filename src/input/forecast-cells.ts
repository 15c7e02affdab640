import { countedAcross, type PricingError } from "../core/errors";
import { sameWord } from "../core/fuzzy-match";
import { fail, failWith, type Result, succeed } from "../core/result";
import type { Forecast } from "../forecast/forecast";
import { FORECAST_LABELS, nearestLabel } from "../forecast/forecast-labels";
import type { LabelledRow } from "../forecast/labelled-forecast";
import { parseForecast, type WrittenForecast } from "../forecast/parse-forecast";
import { amountFault } from "./band-heading-faults";
import {
  BLANK,
  type Cell,
  isBlankOrZero,
  quoteCell,
  readRange,
  transposed,
  widthOf,
} from "./cells/cells";
import { readNumber } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import { readNumberText } from "./cells/text";
import { faultOfZerosInARow } from "./cells/zeros-in-a-row";
import { namedLabel } from "./forecast-names";
import { headingWords } from "./headings/heading-words";
import { bareFigure, percentScale } from "./headings/percent-scale";
import { arePeriods } from "./headings/periods";

type Cells = readonly Cell[];
type Rows = readonly Cells[];

/** A CV above this is refused, so under a heading with % it is a percentage. */
const LARGEST_CV = 10;

/**
 * Reads a forecast of usage in any form in which it may be written:
 *
 * - a number: certain usage;
 * - a column or row of numbers: equally likely outcomes (docs/assumptions.md P15); blanks are skipped, a number 0 is kept;
 * - columns headed Usage and Probability: outcomes with their probabilities; other columns are ignored;
 * - usages beside or below their months, quarters or years: equally likely outcomes;
 * - labels and values in two columns: Distribution and its parameters; a first row `Label | Value` is ignored;
 * - labels across, three or more, and their values below them: a row of a table under its headings.
 *
 * With headings or labels, a row of blanks and zeros is blank, since Excel on the desktop passes a blank cell as 0.
 *
 * @returns The forecast, or every fault with its row in the range.
 */
export const readForecast = rememberingLast(readCells);

function readCells(raw: unknown): Result<Forecast> {
  const rows = readRange(raw);
  const { height, width } = usedSize(rows);
  if (height === 0)
    return missing(
      "a number, a row or column of numbers, or labels and values such as Mean and CV",
    );
  if (height === 1 && width === 1) return readCertain(rows);
  const first = rows.findIndex((cells) => !cells.every(isBlankOrZero));
  const heading = rows[first] ?? [];
  const [usage, probability] = [columnHeaded(USAGE, heading), columnHeaded(PROBABILITY, heading)];
  const misfit = unfitHeading(heading[usage]);
  if (misfit) return fail(misfit);
  if (usage >= 0 && probability >= 0) return readOutcomes(rows, first, usage, probability);
  const months = besidePeriods(rows) ?? besidePeriods(twoRowsUpright(rows));
  if (months) return readNumbers(months.rows, -1, "usage");
  if (width > 2 && liesAcross(rows, first)) return readAcross(rows, first);
  const label = heading.findIndex(isWord);
  if (width === 1 || (height === 1 && (label < 0 || width > 2)))
    return readNumbers(rows, usage >= 0 ? first : -1);
  if (label < 0)
    return fail({ kind: "numberBlock", argument: "forecast", rows: height, columns: width });
  return wordsBesideUsages(rows, label) ?? readLabelled(rows, first, label);
}

const USAGE =
  /^(?:(?:annual|yearly|monthly|quarterly|list|possible|expected|forecast) )*(?:usage|consumption)(?: (?:at list|a year|per (?:month|quarter|year)))?$/;
const PROBABILITY = /^(?:probability|probabilities|prob|chance|chances|likelihood|weights?)$/;

function unfitHeading(heading: Cell | undefined): PricingError | undefined {
  if (heading?.kind !== "text") return undefined;
  const fault = amountFault(headingWords(heading.text).unit);
  return fault && { kind: "unfitHeading", argument: "forecast", heading: heading.text, fault };
}

function twoRowsUpright(rows: Rows): Rows {
  const filled = rows.filter((cells) => cells.some(({ kind }) => kind !== "blank"));
  return filled.length === 2 ? transposed(filled) : [];
}

/** Usages in one column of two, beside months or other periods, without a row of headings. */
function besidePeriods(rows: Rows): { readonly rows: Rows } | undefined {
  const places = new Set<number>();
  for (const cells of rows)
    for (const [column, cell] of cells.entries()) {
      if (!isBlankOrZero(cell)) places.add(column);
      if (places.size > 2) return undefined;
    }
  const [one, other] = places;
  if (one === undefined || other === undefined) return undefined;
  const isUsed = (cells: Cells): boolean => !cells.every(isBlankOrZero);
  const used = rows.filter(isUsed);
  for (const [periods, usages] of [
    [one, other],
    [other, one],
  ] as const) {
    const [first = []] = used;
    const headed = isHeadingOf(first[usages]) && first[periods]?.kind !== "number";
    const body = (headed ? used.slice(1) : used).map((cells) => cells[periods] ?? BLANK);
    if (!arePeriods(body, headed ? first[periods] : undefined)) continue;
    const skipped = headed ? rows.indexOf(first) : -1;
    const isUsage = (cells: Cells, row: number): boolean => row > skipped && isUsed(cells);
    return {
      rows: rows.map((cells, row) => (isUsage(cells, row) ? [cells[usages] ?? BLANK] : [])),
    };
  }
  return undefined;
}

function isHeadingOf(cell: Cell | undefined): boolean {
  return cell?.kind === "text" && USAGE.test(headingWords(cell.text).words);
}

/** Usages beside words, none of which is or may be a label. */
function wordsBesideUsages(rows: Rows, label: number): Result<never> | undefined {
  const used = rows.filter((cells) => !cells.every(isBlankOrZero));
  const beside = used.map((cells) => cells[label] ?? BLANK);
  const words = beside.map(quoteCell);
  const figures = used.filter((cells) => bareFigure(cells[label + 1]) !== undefined);
  const mayBeLabel = (word: string): boolean =>
    namedLabel(word).label !== undefined || nearestLabel(word) !== undefined || word === "";
  if (figures.length < 2 || figures.length < used.length || words.some(mayBeLabel))
    return undefined;
  const odd = beside.find((cell) => !arePeriods([cell], undefined));
  return fail({ kind: "wordsBesideUsages", given: quoteCell(odd ?? BLANK) });
}

/** How many rows and columns hold anything. */
function usedSize(rows: Rows): { readonly height: number; readonly width: number } {
  const columns = new Set<number>();
  let height = 0;
  for (const cells of rows) {
    let used = false;
    for (const [column, { kind }] of cells.entries()) {
      if (kind === "blank") continue;
      used = true;
      columns.add(column);
    }
    if (used) height++;
  }
  return { height, width: columns.size };
}

function isWord(cell: Cell): boolean {
  return cell.kind === "text" && readNumberText(cell.text).kind === "notANumber";
}

/** Labels in one row and at most one row of values: an upright block has no second label beside its first. */
function liesAcross(rows: Rows, first: number): boolean {
  const heading = (rows[first] ?? []).filter(({ kind }) => kind !== "blank");
  return (
    heading.filter(isLabel).length > 1 &&
    heading.every(isWord) &&
    filledBelow(rows, first).length < 2
  );
}

function filledBelow(rows: Rows, first: number): Rows {
  return rows.slice(first + 1).filter((cells) => cells.some(({ kind }) => kind !== "blank"));
}

function isLabel(cell: Cell): boolean {
  return cell.kind === "text" && namedLabel(cell.text).label !== undefined;
}

function columnHeaded(words: RegExp, heading: Cells): number {
  return heading.findIndex(
    (cell) => cell.kind === "text" && words.test(headingWords(cell.text).words),
  );
}

function missing(expected: string): Result<never> {
  return fail({ kind: "missing", place: { argument: "forecast" }, expected });
}

function readCertain(rows: Rows): Result<Forecast> {
  const cell = rows.flat().find(({ kind }) => kind !== "blank") ?? BLANK;
  const read = readNumber(cell, { argument: "forecast" }, "amount");
  return read.ok ? parseForecast({ kind: "certain", usageUsd: read.value }) : read;
}

/** One row or column of numbers; its heading, if it has one, is the given row. With a field, faults count by rows. */
function readNumbers(rows: Rows, headingRow: number, field?: "usage"): Result<Forecast> {
  const faults: PricingError[] = [];
  const usagesUsd: number[] = [];
  const items: number[] = [];
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.kind === "blank" || row <= headingRow) continue;
      const item = Math.max(row, column) + 1;
      const read = readUsual(cell, item, field, "amount");
      if (typeof read === "number") {
        usagesUsd.push(read);
        items.push(item);
      } else faults.push(...read);
    }
  }
  if (faults.length === 0 && usagesUsd.length === 0) return missing("usages below their heading");
  faults.push(...faultOfZerosInARow(usagesUsd, "forecast"));
  return join(faults, { kind: "outcomes", usagesUsd, rows: items });
}

function readOutcomes(
  rows: Rows,
  headingRow: number,
  usageColumn: number,
  probabilityColumn: number,
): Result<Forecast> {
  const faults: PricingError[] = [];
  const usagesUsd: number[] = [];
  const probabilities: number[] = [];
  const numbers: number[] = [];
  for (const [index, cells] of rows.entries()) {
    const [usage, probability] = [cells[usageColumn] ?? BLANK, cells[probabilityColumn] ?? BLANK];
    if (index <= headingRow || (isBlankOrZero(usage) && isBlankOrZero(probability))) continue;
    const usageUsd = readUsual(usage, index + 1, "usage", "amount");
    const share = readUsual(probability, index + 1, "probability", "fraction");
    for (const read of [usageUsd, share]) if (typeof read !== "number") faults.push(...read);
    // A cell that cannot be read counts as 0, so that the cells beside it are checked too.
    usagesUsd.push(typeof usageUsd === "number" ? usageUsd : 0);
    probabilities.push(typeof share === "number" ? share : 0);
    numbers.push(index + 1);
  }
  if (usagesUsd.length === 0) return missing("rows of usage and probability below their headings");
  if (inPercent(rows[headingRow]?.[probabilityColumn]) && isSumOfPercents(probabilities))
    for (const [index, percent] of probabilities.entries()) probabilities[index] = percent / 100;
  return join(faults, { kind: "outcomes", usagesUsd, rows: numbers, probabilities });
}

function inPercent(heading: Cell | undefined): boolean {
  return heading?.kind === "text" && headingWords(heading.text).unit.percent;
}

/** Whole percents add up to 100, within the rounding of doubles; fractions never get near it. */
function isSumOfPercents(figures: readonly number[]): boolean {
  return Math.abs(figures.reduce((sum, figure) => sum + figure, 0) - 100) < 1e-7;
}

/** A number or its faults. Nearly all of 100,000 cells are numbers, and a number allocates no object. */
function readUsual(
  cell: Cell,
  row: number,
  field: string | undefined,
  wanted: "amount" | "fraction",
): number | readonly PricingError[] {
  if (cell.kind === "number") return cell.value;
  const place = { argument: "forecast", row, ...(field !== undefined && { field }) };
  const read = readNumber(cell, place, wanted);
  return read.ok ? read.value : read.errors;
}

/** A block that lies across, read as if it were upright. */
function readAcross(rows: Rows, first: number): Result<Forecast> {
  const [values = []] = filledBelow(rows, first);
  if (values.every(isBlankOrZero))
    return missing("values below their labels, such as Mean and CV, or P10 and P90");
  const upright = (rows[first] ?? []).map((label, column) => [label, values[column] ?? BLANK]);
  const read = readLabelled(upright, 0, 0);
  return read.ok ? read : failWith(read.errors.map(countedAcross));
}

function readLabelled(rows: Rows, firstRow: number, labelColumn: number): Result<Forecast> {
  const faults: PricingError[] = [];
  const labelled: LabelledRow[] = [];
  const valueColumn = columnOfValues(rows, labelColumn);
  for (const [index, cells] of rows.entries()) {
    const [label, value] = [cells[labelColumn] ?? BLANK, cells[valueColumn] ?? BLANK];
    const isHeading = index === firstRow && sameWord(quoteCell(label), "Label");
    if (isHeading || (isBlankOrZero(label) && isBlankOrZero(value))) continue;
    const read = readLabelledRow(label, value, index + 1);
    if (!read.ok) faults.push(...read.errors);
    else if (read.value) labelled.push(read.value);
  }
  return join(faults, { kind: "labelled", rows: labelled });
}

/** The column beside the labels; where that is blank throughout and the next has values, the next. */
function columnOfValues(rows: Rows, labelColumn: number): number {
  const isValue = (cell: Cell | undefined): boolean => bareFigure(cell) !== undefined;
  const next = labelColumn + 1;
  const width = widthOf(rows);
  for (let column = next; column < width; column++) {
    const filled = rows.filter((cells) => !isBlankOrZero(cells[column]));
    if (filled.length === 0) continue;
    return filled.some((cells) => isValue(cells[column])) ? column : next;
  }
  return next;
}

/** A label and its value; undefined where the value is blank. */
function readLabelledRow(label: Cell, value: Cell, row: number): Result<LabelledRow | undefined> {
  const written = quoteCell(label);
  const { label: known, percent, fault } = namedLabel(written);
  const place = { argument: "forecast", field: known ?? written, row };
  if (isBlankOrZero(label))
    return fail({
      kind: "missing",
      place: { argument: "forecast", field: "the label", row },
      expected: `one of ${FORECAST_LABELS.join(", ")}`,
    });
  if (label.kind === "error")
    return fail({ kind: "cellError", place: { ...place, field: "the label" }, code: label.code });
  if (!known) return succeed({ row, label: written, value: quoteCell(value) });
  if (fault) return fail({ kind: "unfitHeading", argument: "forecast", heading: written, fault });
  if (value.kind === "error") return fail({ kind: "cellError", place, code: value.code });
  if (known === "Distribution") {
    const name = quoteCell(value);
    return succeed(isBlankOrZero(value) ? undefined : { row, label: known, value: name });
  }
  if (value.kind === "blank") return succeed(undefined);
  const read = readNumber(value, place, known === "CV" ? "fraction" : "amount");
  if (!read.ok) return read;
  const divisor = percent ? percentScale([value], LARGEST_CV, place) : succeed(1);
  return divisor.ok ? succeed({ row, label: known, value: read.value / divisor.value }) : divisor;
}

/** The faults of the cells and of what could be read; a cell that could not be read is not reported as missing too. */
function join(faults: readonly PricingError[], written: WrittenForecast): Result<Forecast> {
  const forecast = parseForecast(written);
  if (faults.length === 0) return forecast;
  const followOn = ["parameterSet", "foreignLabel", "probabilitySum"];
  const rest = forecast.ok ? [] : forecast.errors.filter(({ kind }) => !followOn.includes(kind));
  return { ok: false, errors: [...faults, ...rest] };
}
