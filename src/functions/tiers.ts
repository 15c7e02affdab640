import { combine, type Result } from "../core/result";
import { parseTierBoundary, parseTierMethod, type TierPricing, tierCost } from "../core/tiers";
import { readWord } from "../input/axis-cells";
import { readBands } from "../input/bands-cells";
import { readAmountUsd } from "../input/cells/numbers";
import { answer } from "./cell-answer";

/**
 * What usage costs under usage tiers, without any commitment, USD.
 *
 * all-units: all usage earns the discount of the tier that it reaches. graduated: each slice of usage earns the discount of
 * its own tier. graduated net: the same with thresholds on what was spent so far instead of on usage at list. round up:
 * all-units, where the buyer may pay for a higher threshold when that is cheaper. Amounts are compared to the cent.
 *
 * Terms in further columns of the bands, such as Overage, belong to a commitment and are not priced here.
 *
 * @customfunction TIER_COST
 * @helpurl https://localhost:3000/help.html#TIER_COST
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param bands Tiers, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order; blank rows are ignored.
 * @param [method] all-units, graduated, graduated net or round up. If omitted: all-units.
 * @param [boundary] Usage equal to a threshold: at or above (the tier above) or up to (the tier below). It matters to all-units only. If omitted: at or above.
 * @returns Cost, USD, not rounded.
 * @throws #VALUE! with the choices, when method or boundary is none of them; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.TIER_COST(480000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 432000
 * @example =COMMIT.TIER_COST(480000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, "graduated") is 457000
 * @example =COMMIT.TIER_COST(600000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, "graduated net") is 561388.8888888889
 * @example =COMMIT.TIER_COST(480000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, "round up") is 425000
 * @example =COMMIT.TIER_COST(250000, {250000,0.1;500000,0.15}, "all-units", "up to") is 250000
 * @example =COMMIT.TIER_COST(480000, {250000,0.1}, "tiered") is #VALUE! Method is "tiered": give all-units, graduated, graduated net or round up.
 */
export function tierCostFunction(
  usage: unknown,
  bands: unknown[][],
  method?: unknown,
  boundary?: unknown,
): unknown {
  return answer(
    combine({
      usageUsd: readAmountUsd(usage, { argument: "usage" }),
      table: readBands(bands),
      pricing: readTierPricing(method, boundary),
    }),
    ({ usageUsd, table, pricing }) => tierCost(usageUsd, table, pricing),
  );
}

function readTierPricing(method: unknown, boundary: unknown): Result<TierPricing> {
  return combine({
    method: parseTierMethod(readWord(method)),
    boundary: parseTierBoundary(readWord(boundary)),
  });
}
