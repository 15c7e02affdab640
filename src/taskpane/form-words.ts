import { formatShortUsd } from "../core/money";
import { MEASURES, type Measure } from "../sensitivity/measure";
import type { ColumnsPreview, FormReading, SelectedUsages } from "./form-state";
import { formatCount, formatCounted, formatExactUsd, formatList } from "./format";

/** Measures by their name for a reader, in the order of the list. */
const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  cost: "Effective cost",
  discount: "Discount received",
  saving: "Saving against list",
  shortfall: "Shortfall",
  utilization: "Utilization",
};

/** What each measure says, in one sentence. */
const MEASURE_MEANINGS: Readonly<Record<Measure, string>> = {
  cost: "Everything paid for the year: commitment, overage, less what comes back.",
  discount: "What the year really costs below list, after shortfall and overage.",
  saving: "Usage at list prices less what the year costs.",
  shortfall: "Commitment that the usage does not fill.",
  utilization: "Part of the commitment that the usage fills.",
};

/** A choice of the list of measures. */
export interface MeasureChoice {
  readonly measure: Measure;
  readonly name: string;
}

export const MEASURE_CHOICES: readonly MeasureChoice[] = MEASURES.map((measure) => ({
  measure,
  name: MEASURE_NAMES[measure],
}));

export function measureMeaning(measure: Measure): string {
  return MEASURE_MEANINGS[measure];
}

/** Thresholds named one by one before they are only counted. */
const MOST_THRESHOLDS = 4;

/** Which commitments stand across the top: "From $0 to $1.25M: $1 below, at and $1 above $250k, $500k and $1M." */
export function columnsSentence({ thresholdsUsd, lowUsd, highUsd }: ColumnsPreview): string {
  const thresholds =
    thresholdsUsd.length > MOST_THRESHOLDS
      ? `each of the ${thresholdsUsd.length} thresholds`
      : formatList(thresholdsUsd.map(formatShortUsd));
  return `Commitments from ${formatShortUsd(lowUsd)} to ${formatShortUsd(highUsd)}: $1 below, at and $1 above ${thresholds}, and even points between.`;
}

/** How large the table will be, and how it is then written. */
export function sizeSentence({ size, spilled }: FormReading): string {
  if (!size) return "";
  const { rows, columns } = size;
  const cells = `${formatCounted(rows, "row", "rows")} × ${formatCounted(columns, "column", "columns")} = ${formatCounted(rows * columns, "cell", "cells")}`;
  return spilled
    ? `${cells}. Above 10,000 cells the table is one formula that spills, not a formula in each cell.`
    : `${cells}, each a live formula`;
}

/** What was taken from the selection: "12 usages in Sheet1!A2:A13, $300,000 to $900,000". */
export function selectedSentence(
  { reference }: SelectedUsages,
  usagesUsd: readonly number[],
): string {
  const least = Math.min(...usagesUsd);
  const most = Math.max(...usagesUsd);
  const span =
    least === most ? formatExactUsd(least) : `${formatExactUsd(least)} to ${formatExactUsd(most)}`;
  const count = `${formatCount(usagesUsd.length)} ${usagesUsd.length === 1 ? "usage" : "usages"}`;
  return `${count} in ${reference}: ${span}.`;
}
