import { type BandRow, type BandTable, type BandText, parseBandTable } from "../core/bands";
import { countedAcross, type PricingError } from "../core/errors";
import { CURRENCY_CODE } from "../core/faults/text";
import { fail, failWith, type Result, succeed } from "../core/result";
import type { BandTerms } from "../core/terms";
import type { Column } from "./band-columns";
import { type BandLayout, layOutBands } from "./band-layout";
import { BLANK, type Cell, isBlankOrZero, isZero, quoteCell, readRange } from "./cells/cells";
import { readNumber } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import type { Heading } from "./headings/headings";
import { bareFigure } from "./headings/percent-scale";
import { isWordTerm, readTermCell } from "./term-cell";
import { type BandEnd, readBandEnd, readThresholdRange } from "./threshold-range";

type Cells = readonly Cell[];

/** Bands, and where they are in the range that they were read from. */
export interface LaidOutBands {
  readonly table: BandTable;
  readonly layout: BandLayout;
}

/**
 * Reads a range of bands: threshold (USD), discount (fraction), and optionally name.
 *
 * Headings that name threshold and discount decide their columns, upright or across; else these are the first two. Blank
 * rows, a title above and notes below are ignored. With headings further columns may follow: those headed Overage, Overage
 * premium or Forfeited share are terms of the band, any other is text about it.
 *
 * @returns The table, or every fault with its row in the range, the header counted.
 */
export function readBands(raw: unknown): Result<BandTable> {
  const read = readLaidOutBands(raw);
  return read.ok ? succeed(read.value.table) : read;
}

/** As readBands, with the layout of the range, for a caller that names its cells. */
export const readLaidOutBands = rememberingLast((raw: unknown) => readCells(raw));

/** As readLaidOutBands, for bands in any order of their thresholds: the table has the lowest first, each band with its own row. */
export const readLaidOutInAnyOrder = rememberingLast((raw: unknown) => readCells(raw, "any"));

/** @param order In any order, bands that are not sorted are no fault, and are sorted here. */
function readCells(raw: unknown, order?: "any"): Result<LaidOutBands> {
  const rows = readRange(raw);
  const width = rows.reduce((widest, cells) => Math.max(widest, usedWidth(cells)), 0);
  if (width < 2)
    return fail(
      width === 0
        ? { kind: "noBands" }
        : {
            kind: "tooFewColumns",
            argument: "bands",
            columns: width,
            expected: `threshold (${CURRENCY_CODE}) and discount (fraction)`,
          },
    );
  const layout = layOutBands(rows);
  if (!layout.ok) return layout;
  const table = readLayout(layout.value, order);
  if (table.ok) return succeed({ table: table.value, layout: layout.value });
  return layout.value.across ? failWith(table.errors.map(countedAcross)) : table;
}

function usedWidth(cells: Cells): number {
  return cells.findLastIndex(({ kind }) => kind !== "blank") + 1;
}

/** A band as read, and where it ends if a cell says so. */
interface ReadBand extends BandRow {
  readonly end: BandEnd | undefined;
}

function readLayout(layout: BandLayout, order?: "any"): Result<BandTable> {
  const { rows, body, columns } = layout;
  const faults: PricingError[] = [...layout.faults];
  const termFaults: PricingError[] = [];
  const read: ReadBand[] = [];
  const [threshold, discount] = ["threshold", "discount"].map((kind) =>
    columns.findIndex((column) => column.kind === kind),
  );
  for (const [index, cells] of rows.entries()) {
    if (index < body) continue;
    // From the highest down, the band from 0 is the last.
    const afterFirst =
      order === "any" ? read.some(({ thresholdUsd }) => thresholdUsd === 0) : read.length > 0;
    if (isBlankRow(cells[threshold ?? 0], cells[discount ?? 1], afterFirst)) continue;
    const band = readBand(cells, index + 1, columns, faults, termFaults);
    if (band)
      read.push(threshold === 0 && !layout.across ? band : placed(band, layout.across, threshold));
  }
  const bands =
    order === "any" ? read.toSorted((one, other) => one.thresholdUsd - other.thresholdUsd) : read;
  if (layout.rate !== undefined) faults.push(...faultsOfRate(bands, layout.rate));
  const table = parseBandTable(bands);
  if (faults.length + termFaults.length === 0) {
    if (table.ok) faults.push(...faultsOfEnds(bands));
    if (faults.length === 0) return table;
  }
  // Rows that could not be read are not missing bands.
  const rest = table.ok ? [] : table.errors.filter(({ kind }) => kind !== "noBands");
  return failWith([...faults, ...rest, ...termFaults]);
}

/** A band whose threshold is not the first cell of its row. */
function placed(band: ReadBand, across: boolean, threshold = 0): ReadBand {
  return { ...band, cell: across ? [threshold + 1, band.row] : [band.row, threshold + 1] };
}

/** Blank cells may arrive as 0, so after the first band a row of threshold 0 and discount 0 is blank. */
function isBlankRow(
  threshold: Cell | undefined,
  discount: Cell | undefined,
  afterFirst: boolean,
): boolean {
  const isBlank = afterFirst
    ? isBlankOrZero
    : (cell: Cell | undefined): boolean => (cell ?? BLANK).kind === "blank";
  return isBlank(threshold) && isBlank(discount);
}

/**
 * A band, or undefined if its threshold, discount or end cannot be read. Its faults join the others; faults of its terms
 * are kept apart, so that its threshold is still compared with its neighbours.
 */
function readBand(
  cells: Cells,
  row: number,
  columns: readonly Column[],
  allFaults: PricingError[],
  termFaults: PricingError[],
): ReadBand | undefined {
  const faults: PricingError[] = [];
  const texts: BandText[] = [];
  let terms: BandTerms = {};
  let thresholdUsd = 0;
  let discountFraction = 0;
  let name = "";
  let end: BandEnd | undefined;
  const take = <T>(read: Result<T>, otherwise: T): T => {
    if (!read.ok) faults.push(...read.errors);
    return read.ok ? read.value : otherwise;
  };
  const zerosAreBlanks = sendsZeroForBlank(cells, columns);
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? BLANK;
    switch (column.kind) {
      case "threshold": {
        const place = { argument: "bands", field: "threshold", row };
        const range = column.mayBeRange
          ? take(readThresholdRange(cell, place), { thresholdUsd: 0 })
          : { thresholdUsd: take(readNumber(cell, place, "amount"), 0) };
        thresholdUsd = range.thresholdUsd;
        if ("end" in range) end = range.end;
        break;
      }
      case "discount":
        discountFraction = take(readDiscount(cell, row, column.divisor), 0);
        break;
      case "end":
        end = take(readBandEnd(cell, { argument: "bands", field: "end", row }), undefined);
        break;
      case "name":
        name = wordsIn(cell);
        break;
      case "text":
        texts.push({ heading: column.heading, text: wordsIn(cell) });
        break;
      case "term": {
        if (zerosAreBlanks && isZero(cell)) break;
        const place = { argument: "bands", field: column.term, row };
        const read = readTermCell(cell, column.term, place, column.divisor);
        if (read.ok) terms = { ...terms, ...read.value };
        else termFaults.push(...read.errors);
        break;
      }
    }
  }
  allFaults.push(...faults);
  return faults.length > 0
    ? undefined
    : { row, thresholdUsd, discountFraction, name, terms, texts, end };
}

function readDiscount(cell: Cell, row: number, divisor: 1 | 100): Result<number> {
  const read = readNumber(cell, { argument: "bands", field: "discount", row }, "fraction");
  if (!read.ok) return read;
  if (bareFigure(cell) !== undefined) return succeed(read.value / divisor);
  if (read.value >= 0 && read.value < 1) return read;
  const given = quoteCell(cell);
  return fail({ kind: "discountOutOfRange", row, discountFraction: read.value, given });
}

/**
 * A 0 where only words belong, or in a column that is blank throughout, is a blank that Excel on the desktop sent as 0; then
 * the zeros beside it are blanks too.
 * It errs towards the agreement's own terms: a user can write a forfeited share of 0 beside a blank as 0%.
 */
export function sendsZeroForBlank(cells: Cells, columns: readonly Column[]): boolean {
  return columns.some((column, index) => {
    const wordsOnly =
      column.kind === "name" ||
      column.kind === "blank" ||
      (column.kind === "term" && isWordTerm(column.term));
    return wordsOnly && isZero(cells[index]);
  });
}

/** Text of a cell; a 0 is a blank cell here. */
function wordsIn(cell: Cell): string {
  return isBlankOrZero(cell) ? "" : quoteCell(cell);
}

/**
 * A rate that falls as thresholds rise, or that is half or more, is most likely the price paid; under a heading that no rule
 * knows, figures that are half or more and do not rise.
 */
function faultsOfRate(
  bands: readonly BandRow[],
  { says, text: heading }: Heading,
): readonly PricingError[] {
  const fractions = bands.map(({ discountFraction }) => discountFraction);
  const falls = fractions.some((fraction, index) => fraction < (fractions[index - 1] ?? 0));
  const isPaid =
    says === "discount"
      ? falls || Math.max(...fractions) >= 0.5
      : (falls || fractions.length === 1) && Math.min(...fractions) >= 0.5;
  return isPaid ? [{ kind: "unfitHeading", argument: "bands", heading, fault: "paid" }] : [];
}

/** Each band ends where the next starts, or one unit below: a cent, a dollar or the last digit written. */
function faultsOfEnds(bands: readonly ReadBand[]): readonly PricingError[] {
  return bands.flatMap(({ row, thresholdUsd, end }, index): readonly PricingError[] => {
    if (end === undefined) return [];
    const { endUsd, unitUsd } = end;
    const next = bands[index + 1] ?? { row, thresholdUsd };
    const gapCents = Math.round((next.thresholdUsd - endUsd) * 100);
    const meets = [0, 1, 100, Math.round(unitUsd * 100)].includes(gapCents);
    if (next.row === row ? endUsd >= thresholdUsd : meets) return [];
    return [{ kind: "unevenEnd", row, endUsd, nextUsd: next.thresholdUsd, nextRow: next.row }];
  });
}
