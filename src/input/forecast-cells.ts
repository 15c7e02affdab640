import type { PricingError } from "../core/errors";
import { fail, failWith, type Result, succeed } from "../core/result";
import { sameWord } from "../core/words";
import type { Forecast } from "../forecast/forecast";
import { FORECAST_LABELS } from "../forecast/forecast-labels";
import type { LabelledRow } from "../forecast/labelled-forecast";
import { parseForecast, type WrittenForecast } from "../forecast/parse-forecast";
import { type Cell, quoteCell, readRange } from "./cells";
import { readNumber } from "./numbers";
import { rememberingLast } from "./remember-last";
import { readNumberText } from "./text";
import { faultOfZerosInARow } from "./zeros-in-a-row";

type Cells = readonly Cell[];
type Rows = readonly Cells[];

const BLANK: Cell = { kind: "blank" };

/**
 * Reads a forecast of usage in any form in which it may be written:
 *
 * - a number: certain usage;
 * - a column or row of numbers: equally likely outcomes; blanks are skipped, a number 0 is kept;
 * - columns headed Usage and Probability: outcomes with their probabilities; other columns are ignored;
 * - labels and values in two columns: Distribution and its parameters; a first row `Label | Value` is ignored;
 * - labels across, three or more, and their values below them: a row of a table under its headings.
 *
 * With headings or labels, a row of blanks and zeros is blank, since Excel on the desktop hands over a blank cell as 0.
 *
 * @returns The forecast, or every fault with its row as it stands in the range.
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
  const [usage, probability] = [
    columnHeaded("Usage", heading),
    columnHeaded("Probability", heading),
  ];
  if (usage >= 0 && probability >= 0) return readOutcomes(rows, first, usage, probability);
  if (width > 2 && liesAcross(rows, first)) return readAcross(rows, first);
  const label = heading.findIndex(isWord);
  if (width === 1 || (height === 1 && (label < 0 || width > 2)))
    return readNumbers(rows, usage >= 0 ? first : -1);
  return label >= 0
    ? readLabelled(rows, first, label)
    : fail({ kind: "numberBlock", argument: "forecast", rows: height, columns: width });
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

function isBlankOrZero(cell: Cell): boolean {
  return cell.kind === "blank" || (cell.kind === "number" && cell.value === 0);
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
  return cell.kind === "text" && FORECAST_LABELS.some((label) => sameWord(label, cell.text));
}

function columnHeaded(word: string, heading: Cells): number {
  return heading.findIndex((cell) => cell.kind === "text" && sameWord(cell.text, word));
}

function missing(expected: string): Result<never> {
  return fail({ kind: "missing", place: { argument: "forecast" }, expected });
}

function readCertain(rows: Rows): Result<Forecast> {
  const cell = rows.flat().find(({ kind }) => kind !== "blank") ?? BLANK;
  const read = readNumber(cell, { argument: "forecast" }, "amount");
  return read.ok ? parseForecast({ kind: "certain", usageUsd: read.value }) : read;
}

/** One row or column of numbers; its heading, if it has one, is the given row. */
function readNumbers(rows: Rows, headingRow: number): Result<Forecast> {
  const faults: PricingError[] = [];
  const usagesUsd: number[] = [];
  const items: number[] = [];
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.kind === "blank" || row <= headingRow) continue;
      const item = Math.max(row, column) + 1;
      const read = readUsual(cell, item, undefined, "amount");
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
    // What cannot be read counts as 0, so that what stands beside it is judged too.
    usagesUsd.push(typeof usageUsd === "number" ? usageUsd : 0);
    probabilities.push(typeof share === "number" ? share : 0);
    numbers.push(index + 1);
  }
  if (usagesUsd.length === 0) return missing("rows of usage and probability below their headings");
  return join(faults, { kind: "outcomes", usagesUsd, rows: numbers, probabilities });
}

/** A number or its faults. Of 100,000 cells nearly all are numbers, and those make no object on the way. */
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

/** A block that lies across, read as if it stood upright. */
function readAcross(rows: Rows, first: number): Result<Forecast> {
  const [values = []] = filledBelow(rows, first);
  if (values.every(isBlankOrZero))
    return missing("values below their labels, such as Mean and CV, or P10 and P90");
  const upright = (rows[first] ?? []).map((label, column) => [label, values[column] ?? BLANK]);
  const read = readLabelled(upright, 0, 0);
  return read.ok ? read : failWith(read.errors.map(countedAcross));
}

function countedAcross(error: PricingError): PricingError {
  switch (error.kind) {
    case "unknownLabel":
    case "repeatedLabel":
    case "foreignLabel":
    case "descendingLabels":
      return { ...error, across: true };
    default:
      return "place" in error ? { ...error, place: { ...error.place, across: true } } : error;
  }
}

function readLabelled(rows: Rows, firstRow: number, labelColumn: number): Result<Forecast> {
  const faults: PricingError[] = [];
  const labelled: LabelledRow[] = [];
  for (const [index, cells] of rows.entries()) {
    const [label, value] = [cells[labelColumn] ?? BLANK, cells[labelColumn + 1] ?? BLANK];
    const isHeading = index === firstRow && sameWord(quoteCell(label), "Label");
    if (isHeading || (isBlankOrZero(label) && isBlankOrZero(value))) continue;
    const read = readLabelledRow(label, value, index + 1);
    if (!read.ok) faults.push(...read.errors);
    else if (read.value) labelled.push(read.value);
  }
  return join(faults, { kind: "labelled", rows: labelled });
}

/** A label and its value; undefined where the value is blank. */
function readLabelledRow(label: Cell, value: Cell, row: number): Result<LabelledRow | undefined> {
  const written = quoteCell(label);
  const known = FORECAST_LABELS.find((one) => sameWord(one, written));
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
  if (value.kind === "error") return fail({ kind: "cellError", place, code: value.code });
  if (known === "Distribution") {
    const name = quoteCell(value);
    return succeed(isBlankOrZero(value) ? undefined : { row, label: known, value: name });
  }
  if (value.kind === "blank") return succeed(undefined);
  const read = readNumber(value, place, known === "CV" ? "fraction" : "amount");
  return read.ok ? succeed({ row, label: known, value: read.value }) : read;
}

/** The faults of the cells and those of what could be read; what could not be read is not missing too. */
function join(faults: readonly PricingError[], written: WrittenForecast): Result<Forecast> {
  const forecast = parseForecast(written);
  if (faults.length === 0) return forecast;
  const followOn = ["parameterSet", "foreignLabel", "probabilitySum"];
  const rest = forecast.ok ? [] : forecast.errors.filter(({ kind }) => !followOn.includes(kind));
  return { ok: false, errors: [...faults, ...rest] };
}
