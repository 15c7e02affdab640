import { expectedSaving } from "../analysis/expected-saving";
import type { Agreement } from "../core/agreement";
import { type BandTable, writtenThresholds } from "../core/bands";
import { thresholdAxis } from "../core/threshold-axis";
import type { Forecast } from "../forecast/forecast";
import { columnLetters } from "../input/cells/a1";
import { PERCENT, TEXT, USD } from "../wording/format/number-formats";
import { type CellContent, commit, excel, type Formula, operation, quoted } from "./formulas/call";
import { headingAt, type PartLook, type SheetBlock } from "./sheet-block";
import { spilledAxis } from "./tables/commitment-axis";
import { roundGrid } from "./tables/round-steps";

/** Where the chart's numbers stand: commitments and expected savings, without their headings. */
export interface CurvePlace {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

const CURVE_HEADING = "Expected saving by commitment, on both sides of every threshold";
const CURVE_HEADINGS = ["Commitment", "Expected saving", "Fill probability"] as const;
/** Rows of the curve where the thresholds leave room for points between; with more thresholds it has as many as they need. */
const CURVE_ROWS = 120;

const TOO_MANY = "more thresholds than rows: build it again";

/**
 * The curve: where it ends, which somebody may change; how many points stand between thresholds, so that its rows suffice for
 * more of them; and a row for each commitment. Rows that are not needed repeat the last.
 */
export function curveParts(
  { row, column }: { readonly row: number; readonly column: number },
  table: BandTable,
  bands: string,
  toUsd: number,
  valuesAt: (commitment: string) => readonly Formula[],
): { readonly parts: readonly SheetBlock[]; readonly curve: CurvePlace } {
  const columns = CURVE_HEADINGS.length;
  const [end, between, first] = [row + 1, row + 2, row + 5];
  const [amountLetters, valueLetters] = [columnLetters(column), columnLetters(column + 1)];
  const toCell = `$${valueLetters}$${end + 1}`;
  const stepsCell = `$${valueLetters}$${between + 1}`;
  const needed = excel("ROWS", commit("THRESHOLD_AXIS", bands, 0, 0, toCell));
  const rows = curveRows(table, toUsd);
  // Three rows a threshold and two ends: a gap less than a third of them, and one more.
  const gaps = operation(operation(operation(needed, "-", 2), "/", 3), "+", 1);
  const even = excel("INT", operation(operation(rows, "-", needed), "/", gaps));
  const steps = excel("IF", operation(needed, ">", rows), quoted(TOO_MANY), excel("MAX", 0, even));
  const axis = commit("THRESHOLD_AXIS", bands, stepsCell, 0, toCell);
  const amounts = Array.from({ length: rows }, (_, index) =>
    index === 0
      ? excel("INDEX", axis, 1)
      : excel("IFERROR", excel("INDEX", axis, index + 1), `${amountLetters}${first + index}`),
  );
  const label = (at: number, text: string): SheetBlock => ({
    ...{ row: at, column, rows: 1, columns: 1, cells: [[text]] },
    ...{ look: "labels", formats: [TEXT] },
  });
  const value = (at: number, cell: CellContent, format: string, look: PartLook): SheetBlock => ({
    ...{ row: at, column: column + 1, rows: 1, columns: 1, cells: [[cell]] },
    ...{ look, formats: [format] },
  });
  return {
    curve: { row: first, column, rows },
    parts: [
      headingAt(row, CURVE_HEADING, columns, column),
      label(end, "Commitments up to"),
      value(end, toUsd, USD, "inputs"),
      label(between, "Points between thresholds"),
      value(between, steps, "0", "results"),
      {
        ...{ row: first - 1, column, cells: [CURVE_HEADINGS], rows: 1, columns },
        // Beside the answer, whose rows take one line.
        ...{ look: "wideBody", formats: [] },
      },
      {
        ...{ row: first, column, rows, columns },
        cells: amounts.map((amount, index) => [
          amount,
          ...valuesAt(`$${amountLetters}${first + index + 1}`),
        ]),
        ...{ look: "results", formats: [USD, USD, PERCENT] },
      },
    ],
  };
}

/** How many rows the curve has. */
export function curveRows(table: BandTable, toUsd: number): number {
  const sure = thresholdAxis(writtenThresholds(table), { lowUsd: 0, highUsd: toUsd, steps: 0 });
  return Math.max(CURVE_ROWS, 2 * sure.length);
}

/** Points between thresholds that are looked at to find where the curve ends. */
const POINTS_BETWEEN = 3;
/** The present commitment is on the curve, with some room after it. */
const ABOVE_PRESENT = 1.1;
/** Round amounts along the curve at most. */
const MARKS = 12;

/**
 * Where the curve of expected savings ends, a round amount, USD: where a commitment costs about as much more than list prices as
 * the best one saves. Farther on, its fall would press everything else flat.
 */
export function curveEndUsd(
  table: BandTable,
  agreement: Agreement,
  forecast: Forecast,
  commitmentUsd = 0,
): number {
  const { amountsUsd } = spilledAxis(writtenThresholds(table), POINTS_BETWEEN);
  const savings = amountsUsd.map((usd) => expectedSaving(forecast, agreement, usd));
  const bestUsd = Math.max(0, ...savings);
  const last = savings.findLastIndex((saving) => saving >= -bestUsd);
  const wantedUsd = Math.max(amountsUsd[last] ?? 0, commitmentUsd * ABOVE_PRESENT);
  const { start, step, count } = roundGrid(0, wantedUsd || (amountsUsd.at(-1) ?? 0), MARKS);
  return start + step * (count - 1);
}
