import { NoAnswer } from "../core/no-answer";
import type { TermDeal } from "./deal";
import { ledger, sumOfPeriods } from "./ledger";
import { type Plan, withBands } from "./plan";
import type { TableRow } from "./schedule";

/** The deal renewed every year, where nothing says when it is renewed. */
export function renewedYearly(deal: TermDeal): TermDeal {
  const { policies } = deal;
  return { ...deal, policies: { ...policies, "Renewal every": policies["Renewal every"] ?? 1 } };
}

const OF_NO_TOTAL = new NoAnswer({ kind: "totalOfRates" });

/** Each year with its uplift and its cost, with the cap and without one, and their sums (docs/pricing-model.md 22.2). */
export function renewalCost(plan: Plan, usageUsd: readonly number[]): readonly TableRow[] {
  const { rate, costUsd } = ledger(plan, usageUsd);
  const uncapped = withBands(plan, (band) => ({ ...band, "Renewal uplift cap": null }));
  const { costUsd: withoutUsd } = ledger(uncapped, usageUsd);
  const totals = [0, 0, 0];
  const rows = plan.years.map(({ upliftFraction }, year) => {
    const from = year * plan.perYear;
    const [usd = 0, uncappedUsd = 0] = [costUsd, withoutUsd].map((column) =>
      sumOfPeriods(column, from, from + plan.perYear),
    );
    const amounts = [usd, uncappedUsd, uncappedUsd - usd];
    for (const [at, amount] of amounts.entries()) totals[at] = (totals[at] ?? 0) + amount;
    return [year + 1, upliftFraction, rate[from] ?? 0, ...amounts];
  });
  return [
    ["Year", "Uplift", "Rate", "Cost", "Cost without the cap", "Value of the cap"],
    ...rows,
    ["Total", OF_NO_TOTAL, OF_NO_TOTAL, ...totals],
  ];
}
