import type { ParsedDeal } from "../../../deal/parse-deal";
import { roundGrid } from "../../../sheets/tables/round-steps";

/** Rows of a table at most, when nobody said. */
export const DEFAULT_ROWS = 15;

/** Where the usages of a table begin and end when nobody said. */
export interface UsageEnds {
  readonly fromUsd: number;
  readonly toUsd: number;
}

const SHARE_BELOW = 0.5;
const SHARE_ABOVE = 1.5;

/**
 * At least 50% to 150% of the usage, in round steps: $612,345 gives $300,000 to $950,000, every $50,000.
 *
 * Without usage, the same around the commitment; without that, around the last threshold.
 */
export function defaultUsages({ usageUsd, commitmentUsd, bands }: ParsedDeal): UsageEnds {
  const centreUsd = usageUsd || commitmentUsd || bands?.bands.at(-1)?.thresholdUsd || 100_000;
  const roundUsd = Number(centreUsd.toPrecision(2));
  const { start, step, count } = roundGrid(
    roundUsd * SHARE_BELOW,
    roundUsd * SHARE_ABOVE,
    DEFAULT_ROWS,
  );
  return { fromUsd: start, toUsd: start + (count - 1) * step };
}
