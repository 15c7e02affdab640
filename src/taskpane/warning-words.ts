import { formatShortUsd } from "../core/money";
import type { Standing } from "../sensitivity/standing";
import type { BlankPricedCell, DealReading } from "./deal-reading";
import { formatExactPercent } from "./format";

/** What is allowed but most likely not meant, each in a sentence. */
export function warnings(reading: DealReading, standing: Standing | undefined): readonly string[] {
  return [
    ...(standing?.fallingDiscounts ?? []).map(
      ({ thresholdUsd, discountFraction, previousFraction }) =>
        `The discount falls from ${formatExactPercent(previousFraction)} to ${formatExactPercent(discountFraction)} at ${formatShortUsd(thresholdUsd)}, although the commitment rises. Check the bands.`,
    ),
    ...reading.blanks.map(blankWords),
  ];
}

function blankWords({ row, field }: BlankPricedCell): string {
  const as = field === "threshold" ? "$0" : "0%";
  return `The ${field} in row ${row} of Bands is blank and counts as ${as}.`;
}
