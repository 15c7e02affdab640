import type { ParsedDeal } from "../../../deal/parse-deal";

/** Where the usages of a table begin and end when nobody said. */
export interface UsageEnds {
  readonly fromUsd: number;
  readonly toUsd: number;
}

const SHARE_BELOW = 0.5;
const SHARE_ABOVE = 1.5;

/**
 * 50% to 150% of the usage, of two figures so that eleven rows are round numbers: $612,345 gives $305,000 to $915,000.
 *
 * Without usage, the same around the commitment; without that, around the last threshold.
 */
export function defaultUsages({ usageUsd, commitmentUsd, bands }: ParsedDeal): UsageEnds {
  const centreUsd = usageUsd || commitmentUsd || bands?.bands.at(-1)?.thresholdUsd || 100_000;
  const roundUsd = toTwoFigures(centreUsd);
  return { fromUsd: roundUsd * SHARE_BELOW, toUsd: roundUsd * SHARE_ABOVE };
}

function toTwoFigures(amountUsd: number): number {
  return Number(amountUsd.toPrecision(2));
}
