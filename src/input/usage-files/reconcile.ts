import { dayText } from "../../core/calendar";
import { added, type MoneySum } from "./pricing/money-totals";
import { costOf, type Interval, NOTHING, plusInterval } from "./pricing/usage-sums";
import type { DayUsage } from "./pricing/usage-totals";
import { TOKEN_KIND_COUNT } from "./rows/formats";
import { compare, type Decimal, decimal, minus, plus, ratio, times, ZERO } from "./text/decimal";

export const VERDICTS = ["only in usage", "only in cost", "unpriced", "agrees", "differs"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Usage and bill of one UTC day and model; searches and other costs are under their own names. */
export interface DayComparison {
  readonly day: number;
  readonly model: string;
  readonly priced: Interval;
  readonly list: Decimal | undefined;
  readonly cost: Decimal | undefined;
  /** Cost of the lines that have a list price. */
  readonly listedCost: Decimal | undefined;
  readonly lines: number;
  /** Rounding of the bill to the cent, half a cent a line, USD. */
  readonly allowedUsd: Decimal;
  /** What the bill has above the high end of the priced usage, or below its low end (negative), USD; 0 between them. */
  readonly differenceUsd: Decimal;
  readonly verdict: Verdict;
}

interface Group {
  readonly day: number;
  readonly model: string;
  readonly priced: Interval;
  readonly isUnpriced: boolean;
}

const WEB_SEARCH = "web search";

/** Compares usage with a bill (docs/usage-files.md, Reconciliation): by day, then model. */
export function reconcile(
  usage: readonly DayUsage[],
  costs: readonly MoneySum[],
): readonly DayComparison[] {
  const groups = new Map<string, Group>();
  for (const day of usage) addUsage(groups, day);
  const bills = new Map(costs.map((sum) => [keyOf(sum), sum]));
  const keys = [...new Set([...groups.keys(), ...bills.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [group, bill] = [groups.get(key), bills.get(key)];
    const at = group ?? bill;
    return at ? [compareDay(at, group, bill)] : [];
  });
}

function keyOf({ day, model }: { readonly day: number; readonly model: string }): string {
  return `${dayText(day)} ${model}`;
}

/** Adds the usage of a day to its model, and its searches to the group of searches; kinds of which there is none to neither. */
function addUsage(groups: Map<string, Group>, { day, model, priced, unpriced }: DayUsage): void {
  const add = (kind: number, cost: Interval, isUnpriced: boolean): void => {
    const at = { day, model: kind < TOKEN_KIND_COUNT ? model : WEB_SEARCH };
    const group = groups.get(keyOf(at));
    groups.set(keyOf(at), {
      ...at,
      priced: plusInterval(group?.priced ?? NOTHING, cost),
      isUnpriced: (group?.isUnpriced ?? false) || isUnpriced,
    });
  };
  for (const [line, sums] of priced)
    for (const [kind, count] of sums.totals().entries())
      if (count > 0n) add(kind, costOf(line, kind, count), false);
  for (const [kind, count] of unpriced.totals().entries()) if (count > 0n) add(kind, NOTHING, true);
}

function compareDay(
  { day, model }: { readonly day: number; readonly model: string },
  group: Group | undefined,
  bill: MoneySum | undefined,
): DayComparison {
  const priced = group?.priced ?? NOTHING;
  const lines = bill?.lines ?? 0;
  const allowedUsd = times(decimal("0.005"), BigInt(lines));
  const billedUsd = bill?.list ?? bill?.cost;
  const differenceUsd = billedUsd === undefined ? ZERO : outside(billedUsd, priced);
  const size = differenceUsd.units < 0n ? minus(ZERO, differenceUsd) : differenceUsd;
  const doesAgree = compare(size, plus(allowedUsd, decimal("1e-9"))) <= 0;
  return {
    ...{ day, model, priced, lines, allowedUsd, differenceUsd },
    list: bill?.list,
    cost: bill?.cost,
    listedCost: bill?.listedCost,
    verdict: !bill
      ? "only in usage"
      : !group
        ? "only in cost"
        : group.isUnpriced
          ? "unpriced"
          : doesAgree
            ? "agrees"
            : "differs",
  };
}

function outside(amount: Decimal, { lowUsd, highUsd }: Interval): Decimal {
  if (compare(amount, highUsd) > 0) return minus(amount, highUsd);
  return compare(amount, lowUsd) < 0 ? minus(amount, lowUsd) : ZERO;
}

/** 1 − ΣC/ΣL over the lines of a bill that have both a cost and a list price; undefined without them. */
export function realisedDiscount(costs: readonly MoneySum[]): number | undefined {
  let cost: Decimal | undefined;
  let list: Decimal | undefined;
  for (const sum of costs) [cost, list] = [added(cost, sum.listedCost), added(list, sum.list)];
  return discount(cost, list);
}

/** 1 − ΣC/ΣP over groups that have a cost, no list price and one priced amount. */
export function impliedDiscount(groups: readonly DayComparison[]): number | undefined {
  let cost: Decimal | undefined;
  let pricedUsd: Decimal | undefined;
  for (const { verdict, list, cost: billed, priced } of groups) {
    const isComparable = verdict === "agrees" || verdict === "differs";
    if (!isComparable || list || compare(priced.lowUsd, priced.highUsd) !== 0) continue;
    [cost, pricedUsd] = [added(cost, billed), added(pricedUsd, priced.lowUsd)];
  }
  return discount(cost, pricedUsd);
}

function discount(cost: Decimal | undefined, list: Decimal | undefined): number | undefined {
  if (cost === undefined || list === undefined || list.units === 0n) return undefined;
  return ratio(minus(list, cost), list);
}
