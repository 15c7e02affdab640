import { type BandRow, type BandTable, type BandText, parseBandTable } from "../core/bands";
import { currency } from "../core/currency";
import type { PricingError } from "../core/errors";
import { fail, failWith, type Result, succeed } from "../core/result";
import { BAND_TERM_NAMES, type BandTermName } from "../core/terms";
import { sameWord } from "../core/words";
import { type Cell, quoteCell, readRange } from "./cells";
import { readNumber } from "./numbers";
import { rememberingLast } from "./remember-last";
import { faultsOfTermValue, termValue } from "./terms-cells";
import { readNumberText } from "./text";

/** What a column of a band table holds, by its heading. */
type Column =
  | { readonly kind: "threshold" | "discount" | "name" }
  | { readonly kind: "term"; readonly term: BandTermName }
  | { readonly kind: "text"; readonly heading: string };

type Cells = readonly Cell[];
const THREE: readonly Column[] = [{ kind: "threshold" }, { kind: "discount" }, { kind: "name" }];

/**
 * Reads a range of bands: threshold (USD), discount (fraction), and optionally name.
 *
 * A header row and blank rows are ignored. With a header row further columns may follow: those headed Overage, Overage
 * premium or Forfeited share are terms of the band, any other is text about it.
 *
 * @returns The table, or every fault with its row as it stands in the range, the header counted.
 */
export const readBands = rememberingLast(readCells);

function readCells(raw: unknown): Result<BandTable> {
  const rows = readRange(raw);
  const width = rows.reduce((widest, cells) => Math.max(widest, usedWidth(cells)), 0);
  if (rows.length > 0 && width < 2)
    return fail(
      width === 0
        ? { kind: "noBands" }
        : {
            kind: "tooFewColumns",
            argument: "bands",
            columns: width,
            expected: `threshold (${currency().code}) and discount (fraction)`,
          },
    );
  const first = headingRow(rows);
  const heading = rows[first];
  const headed = heading !== undefined;
  if (!headed && width > 3) return fail({ kind: "columnsWithoutHeader", columns: width });
  const faults: PricingError[] = [];
  const columns = headed ? readHeadings(heading, faults) : THREE;
  const bands: BandRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if ((headed && index === first) || isBlankRow(cells, bands.length > 0)) continue;
    const band = readBand(cells, index + 1, columns);
    if (band.ok) bands.push(band.value);
    else faults.push(...band.errors);
  }
  const table = parseBandTable(bands);
  if (faults.length === 0) return table;
  // Rows that could not be read are not missing bands.
  const rest = table.ok ? [] : table.errors.filter(({ kind }) => kind !== "noBands");
  return failWith([...faults, ...rest]);
}

/** Where the heading of bands stands among their rows; -1 where they have none. */
export function headingRow(rows: readonly Cells[]): number {
  const first = rows.findIndex((cells) => usedWidth(cells) > 0);
  const cells = rows[first];
  return cells !== undefined && isHeading(cells) ? first : -1;
}

function usedWidth(cells: Cells): number {
  return cells.findLastIndex(({ kind }) => kind !== "blank") + 1;
}

/** Two words where a threshold and a discount would stand. */
function isHeading([threshold, discount]: Cells): boolean {
  return [threshold, discount].every(
    (cell) => cell?.kind === "text" && readNumberText(cell.text).kind === "notANumber",
  );
}

function readHeadings(cells: Cells, faults: PricingError[]): readonly Column[] {
  const columns: Column[] = [];
  for (const [index, cell] of cells.entries()) {
    const heading = cell.kind === "number" && cell.value === 0 ? "" : quoteCell(cell);
    const term = BAND_TERM_NAMES.find((name) => sameWord(name, heading));
    const earlier = columns.findIndex((column) => column.kind === "term" && column.term === term);
    if (index > 1 && sameWord(heading, "Basis")) faults.push({ kind: "basisColumn" });
    if (index < 2) columns.push({ kind: index === 0 ? "threshold" : "discount" });
    else if (term && earlier >= 0) {
      faults.push({ kind: "repeatedColumn", heading: term, columns: [earlier + 1, index + 1] });
      columns.push({ kind: "text", heading });
    } else if (term) columns.push({ kind: "term", term });
    else if (index === 2 && /^$|name|band|label/i.test(heading)) columns.push({ kind: "name" });
    else columns.push({ kind: "text", heading });
  }
  return columns;
}

/** Blank cells may arrive as 0, so after the first band a row of threshold 0 and discount 0 is blank. */
function isBlankRow([threshold, discount]: Cells, afterFirst: boolean): boolean {
  const blank = (cell: Cell | undefined): boolean => cell === undefined || cell.kind === "blank";
  const zero = (cell: Cell | undefined): boolean =>
    blank(cell) || (cell?.kind === "number" && cell.value === 0);
  if (blank(threshold) && blank(discount)) return true;
  return afterFirst && zero(threshold) && zero(discount);
}

function readBand(cells: Cells, row: number, columns: readonly Column[]): Result<BandRow> {
  const faults: PricingError[] = [];
  const texts: BandText[] = [];
  const terms: { term: BandTermName; value: string | number | boolean }[] = [];
  const band = { thresholdUsd: 0, discountFraction: 0, name: "" };
  const numeric = (cell: Cell, field: string, wanted: "amount" | "fraction"): number => {
    const read = readNumber(cell, { argument: "bands", field, row }, wanted);
    if (!read.ok) faults.push(...read.errors);
    return read.ok ? read.value : 0;
  };
  const zerosAreBlanks = sendsZeroForBlank(cells, columns);
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? { kind: "blank" };
    switch (column.kind) {
      case "threshold":
        band.thresholdUsd = numeric(cell, "threshold", "amount");
        break;
      case "discount":
        band.discountFraction = numeric(cell, "discount", "fraction");
        break;
      case "name":
        band.name = wordsIn(cell);
        break;
      case "text":
        texts.push({ heading: column.heading, text: wordsIn(cell) });
        break;
      case "term": {
        const zero = cell.kind === "number" && cell.value === 0;
        const value = zero && zerosAreBlanks ? null : termValue(cell);
        const refused = faultsOfTermValue(cell, { argument: "bands", field: column.term, row });
        if (refused.length > 0) faults.push(...refused);
        else if (value !== null) terms.push({ term: column.term, value });
        break;
      }
    }
  }
  if (faults.length > 0) return failWith(faults);
  const { thresholdUsd, discountFraction, name } = band;
  // Spreading the record, whose fields went from 0 to fractions, took half of the time of a whole EFFECTIVE_COST.
  return succeed({ row, thresholdUsd, discountFraction, name, terms, texts });
}

/**
 * A 0 where only words can stand is a blank that Excel on the desktop sent as 0; then the zeros beside it are blanks too.
 * It errs towards the agreement's own terms: a forfeited share of 0 typed beside a blank can be written as 0%.
 */
function sendsZeroForBlank(cells: Cells, columns: readonly Column[]): boolean {
  return columns.some((column, index) => {
    const cell = cells[index];
    const wordsOnly =
      column.kind === "name" || (column.kind === "term" && column.term === "Overage");
    return wordsOnly && cell?.kind === "number" && cell.value === 0;
  });
}

/** Text of a cell; a 0 is a blank cell here. */
function wordsIn(cell: Cell): string {
  return cell.kind === "number" && cell.value === 0 ? "" : quoteCell(cell);
}
