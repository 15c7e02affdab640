import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import { flatOveragePrice, prepaid } from "../core/overage";
import type { Answer } from "../core/result";
import type { Basis } from "../core/terms";
import type { TermDeal } from "./deal";
import { sumOfPeriods } from "./ledger";
import { curveOf, isCurved, type Plan, type PlanYear } from "./plan";
import type { TableRow } from "./schedule";

/** The deal as each of its years is looked at alone: without rollover, uplifts or another test than each year. */
export function yearsAlone(deal: TermDeal): TermDeal {
  return {
    ...deal,
    policies: { ...deal.policies, "Commitment test": "each year", "Renewal uplift ask": 0 },
    bands: deal.bands.map((band) => ({ ...band, "Rollover share": 0 })),
  };
}

/** How far list prices may fall before a year falls short, and before it costs more than list (docs/pricing-model.md 22.3 to 22.6). */
export function priceFallHeadroom(plan: Plan, usagesUsd: readonly number[]): readonly TableRow[] {
  return [
    [
      "Year",
      "Usage",
      "Commitment",
      "Index at first shortfall",
      "Fall before shortfall",
      "Index where dearer than on demand",
      "Fall before dearer than on demand",
    ],
    ...plan.years.map((year, index): TableRow => {
      const first = index * plan.perYear;
      const usageUsd = sumOfPeriods(usagesUsd, first, first + year.periods);
      const owedUsd = year.commitmentUsd * (year.periods / plan.perYear);
      const falls =
        usageUsd > 0 && toCents(year.commitmentUsd) > 0
          ? fallsOf(year, usageUsd, owedUsd, plan.basis)
          : [...NEVER, ...NEVER];
      return [index + 1, usageUsd, owedUsd, ...falls];
    }),
  ];
}

/** An index, and the fall from 1 to it. */
type Fall = readonly [index: Answer<number>, fall: Answer<number>];

const NONE = new NoAnswer({ kind: "noFall" });
const NEVER: Fall = [NONE, NONE];
const AT_ONCE: Fall = [NONE, 0];

/** Usage so small that a quotient by it is no double is no usage. */
function below(index: number): Fall {
  return Number.isFinite(index) ? [index, Math.max(0, 1 - index)] : NEVER;
}

/** Index and fall at the first shortfall, then where the year costs what list would. */
function fallsOf(
  year: PlanYear,
  usageUsd: number,
  owedUsd: number,
  basis: Basis,
): readonly Answer<number>[] {
  const { band, rate, path } = year;
  const { capacityUsd, priceUsd: moneyUsd } = prepaid(owedUsd, rate, basis);
  const returned = 1 - band.forfeitedFraction;
  const isFilled = toCents(usageUsd) >= toCents(capacityUsd);
  const isRebased = band["Floor re-based"] === "yes";
  const beforeRecovery = isCurved(band)
    ? curveOf(year, owedUsd)
    : (usd: number) => moneyUsd + Math.max(0, usd - capacityUsd) * flatOveragePrice(band, rate);
  const atSigningUsd =
    beforeRecovery(usageUsd) - returned * rate * Math.max(0, capacityUsd - usageUsd);
  const short = (): Fall => {
    if (path === "locked" || isRebased) return isFilled ? NEVER : AT_ONCE;
    return path === "lower of" && !isFilled ? AT_ONCE : below(capacityUsd / usageUsd);
  };
  const dear = (): Fall => {
    if (path === "locked") {
      if (band.overage !== "list" || !isFilled || toCents(usageUsd) === toCents(capacityUsd))
        return below(atSigningUsd / usageUsd);
      const premium = band.overagePremiumFraction;
      const divisorUsd = (1 + premium) * capacityUsd - premium * usageUsd;
      return divisorUsd > 0 ? below(moneyUsd / divisorUsd) : AT_ONCE;
    }
    if (isRebased) return toCents(atSigningUsd) >= toCents(usageUsd) ? AT_ONCE : NEVER;
    const lostUsd = beforeRecovery(0) - returned * moneyUsd;
    if (!(lostUsd > 0)) return NEVER;
    const index = lostUsd / (1 - returned * rate) / usageUsd;
    return path === "lower of" && index > 1 ? AT_ONCE : below(index);
  };
  return [...short(), ...dear()];
}
