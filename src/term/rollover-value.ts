import { termCost } from "./cash-flows";
import { type Plan, withBands } from "./plan";

/** What the deal's rollover saves: its cost without a Rollover share less its cost as it is (docs/pricing-model.md 22.1). */
export function rolloverValue(plan: Plan, usageUsd: readonly number[]): number {
  const without = withBands(plan, (band) => ({ ...band, "Rollover share": 0 }));
  return termCost(without, usageUsd) - termCost(plan, usageUsd);
}
