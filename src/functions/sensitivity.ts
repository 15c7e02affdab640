import { writtenThresholds } from "../core/bands";
import { combine, fail, type Result, succeed } from "../core/result";
import { DEFAULT_STEPS, HIGH_END_OF_LAST_THRESHOLD, thresholdAxis } from "../core/threshold-axis";
import { readAxisUsd, readWord } from "../input/axis-cells";
import { readAxisEnds } from "../input/axis-range-cells";
import { readBands } from "../input/bands-cells";
import { readAgreement } from "../input/period-cells";
import { sensitivityGrid } from "../sheets/tables/grid";
import { parseMeasure } from "../sheets/tables/measure";
import { answer, tableCell } from "./cell-answer";

/**
 * Commitments just below, at and just above each threshold, and evenly between: the axis of a sensitivity table, USD.
 *
 * One column without a header, ascending, each amount once to the cent: low, high, one dollar below, at and above each
 * threshold, and the given number of even points between neighbours of low, the thresholds and high.
 *
 * @customfunction THRESHOLD_AXIS
 * @helpurl https://localhost:3000/help.html#THRESHOLD_AXIS
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [steps] Even points between two neighbours, a whole number from 0 to 1,000. If omitted: 9.
 * @param [low] Where the axis begins, USD. If omitted: 0.
 * @param [high] Where the axis ends, USD, above low. If omitted: 1.25 times the last threshold.
 * @returns One column of commitments, USD, low and high included.
 * @throws #VALUE! when high is not above low, or naming every argument and row that is wrong.
 * @example =COMMIT.THRESHOLD_AXIS({250000,0.1;500000,0.15}, 0, 100000, 600000) is {100000;249999;250000;250001;499999;500000;500001;600000}
 * @example =COMMIT.THRESHOLD_AXIS({100,0.1}, 1) is {0;50;99;100;101;112.5;125}
 */
export function thresholdAxisFunction(
  bands: unknown[][],
  steps?: unknown,
  low?: unknown,
  high?: unknown,
): unknown[][] {
  return answer(readAxis(bands, steps, low, high), ({ thresholdsUsd, ends }) =>
    thresholdAxis(thresholdsUsd, ends).map((usd) => [usd]),
  );
}

function readAxis(bands: unknown, steps: unknown, low: unknown, high: unknown) {
  const table = readBands(bands);
  // Without bands the default end is unknown, and a fault of the ends would be a fault of the bands.
  if (!table.ok) return table;
  const thresholdsUsd = writtenThresholds(table.value);
  const defaults = {
    steps: DEFAULT_STEPS,
    lowUsd: 0,
    highUsd: (thresholdsUsd.at(-1) ?? 0) * HIGH_END_OF_LAST_THRESHOLD,
  };
  return combine({
    thresholdsUsd: succeed(thresholdsUsd),
    ends: readAxisEnds(steps, low, high, defaults),
  });
}

/** Most cells of one spilled table; Excel holds more, but would take too long. */
const MOST_CELLS = 1_000_000;

/**
 * Sensitivity table in one formula: a row for each usage, a column for each commitment.
 *
 * The top left cell is the name of the measure; then the commitments across and the usages down, as given. Blanks and
 * words in the axes are skipped. A cell whose value is undefined is #N/A; the others keep theirs.
 *
 * @customfunction SENSITIVITY
 * @helpurl https://localhost:3000/help.html#SENSITIVITY
 * @param usages Row or column of usages at list prices, USD.
 * @param commitments Row or column of commitments, USD.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @param [measure] cost, discount, saving (usage less cost), shortfall or utilization. If omitted: cost.
 * @returns Table with headings; money in USD, discount and utilization as fractions.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.SENSITIVITY({400000;600000}, {0,500000}, {0,0;500000,0.15}) is {"cost",0,500000;400000,400000,500000;600000,600000,511764.7058823529}
 * @example =COMMIT.SENSITIVITY({0;600000}, {510000}, {500000,0.15}, , "discount") is {"discount",510000;0,#N/A;600000,0.15}
 */
export function sensitivityFunction(
  usages: unknown[][],
  commitments: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  measure?: unknown,
): unknown[][] {
  return answer(readTable(usages, commitments, bands, terms, measure), (given) => [
    [given.measure, ...given.commitmentsUsd],
    ...sensitivityGrid(given.usagesUsd, given.commitmentsUsd, given.agreement, given.measure).map(
      (row, index) => [given.usagesUsd[index], ...row.map(tableCell)],
    ),
  ]);
}

function readTable(
  usages: unknown,
  commitments: unknown,
  bands: unknown,
  terms: unknown,
  measure: unknown,
) {
  const read = combine({
    usagesUsd: readAxisUsd(usages, "usages"),
    commitmentsUsd: readAxisUsd(commitments, "commitments"),
    agreement: readAgreement(bands, terms),
    measure: parseMeasure(readWord(measure)),
  });
  return read.ok
    ? checkSize(read, read.value.usagesUsd.length, read.value.commitmentsUsd.length)
    : read;
}

function checkSize<T>(read: Result<T>, rows: number, columns: number): Result<T> {
  if (rows * columns <= MOST_CELLS) return read;
  return fail({ kind: "tooManyCells", rows, columns, most: MOST_CELLS });
}
