import { firstDayOf } from "../../term/first-day";
import { coverage, type Stretch } from "./coverage";
import { inside } from "./pricing/inside";
import { added, type MoneySum } from "./pricing/money-totals";
import { costOf, type Interval, NOTHING, plusInterval } from "./pricing/usage-sums";
import { tokensIn, type UsageTotals } from "./pricing/usage-totals";
import type { Source } from "./rows/formats";
import { type Decimal, ZERO } from "./text/decimal";

/** What the amount of a month is taken from; sources of one month are never added. */
export const HISTORY_SOURCES = [
  "priced usage",
  "list_price_usd",
  "cost_usd",
  "FOCUS list cost",
  "given",
] as const;
export type HistorySource = (typeof HISTORY_SOURCES)[number];

/** A month of an import, as a row of the sheet Months. */
export interface ImportMonth {
  /** As the calendar counts months. */
  readonly month: number;
  /** First and last day read of the source; undefined where no file covers a day of the month. */
  readonly read: Stretch | undefined;
  /** Whether all its days are read. */
  readonly isComplete: boolean;
  /** The amount for the forecast, USD at list; undefined where nothing in the month has a price. */
  readonly history: { readonly usd: Interval; readonly from: HistorySource } | undefined;
  /** Priced usage; 0 where there is none. */
  readonly priced: Interval;
  /** Σ cost_usd, or Σ cost of FOCUS where there is no bill. */
  readonly billedUsd: Decimal | undefined;
  /** Σ list_price_usd. */
  readonly listPriceUsd: Decimal | undefined;
  readonly unpricedTokens: bigint;
}

/** What files of each source cover. */
export type Covered = ReadonlyMap<Source, readonly Stretch[]>;

interface Sums {
  priced: Interval;
  pricedRows: number;
  unpricedTokens: bigint;
  cost: Decimal | undefined;
  list: Decimal | undefined;
  listOrCost: Decimal | undefined;
  focusList: Decimal | undefined;
  focusCost: Decimal | undefined;
  given: Decimal | undefined;
}

const NO_SUMS: Sums = {
  priced: NOTHING,
  pricedRows: 0,
  unpricedTokens: 0n,
  cost: undefined,
  list: undefined,
  listOrCost: undefined,
  focusList: undefined,
  focusCost: undefined,
  given: undefined,
};

/** The months of an import, earliest first. */
export function importMonths(
  usage: UsageTotals,
  money: readonly MoneySum[],
  files: Covered,
): readonly ImportMonth[] {
  const months = new Map<number, Sums>();
  const of = (month: number): Sums => inside(months, month, () => ({ ...NO_SUMS }));
  for (const { month, line, sums } of usage.priced) {
    const its = of(month);
    its.pricedRows++;
    for (const [kind, count] of sums.totals().entries())
      its.priced = plusInterval(its.priced, costOf(line, kind, count));
  }
  for (const { month, sums } of usage.unpriced) of(month).unpricedTokens += tokensIn(sums);
  for (const sum of money) addMoney(of(sum.month), sum);
  const covered = new Map([...files].map(([source, stretches]) => [source, coverage(stretches)]));
  return [...months]
    .toSorted(([one], [other]) => one - other)
    .map(([month, sums]) => monthOf(month, sums, covered));
}

function addMoney(sums: Sums, { source, cost, list, listOrCost }: MoneySum): void {
  switch (source) {
    case "cost":
      sums.cost = added(sums.cost, cost);
      sums.list = added(sums.list, list);
      sums.listOrCost = added(sums.listOrCost, listOrCost);
      break;
    case "FOCUS":
      sums.focusCost = added(sums.focusCost, cost);
      sums.focusList = added(sums.focusList, list);
      break;
    case "months":
      sums.given = added(sums.given, cost);
      break;
  }
}

const SOURCE_OF: Readonly<Record<HistorySource, Source>> = {
  "priced usage": "usage",
  list_price_usd: "cost",
  cost_usd: "cost",
  "FOCUS list cost": "FOCUS",
  given: "months",
};

function monthOf(month: number, sums: Sums, files: Covered): ImportMonth {
  const [from, usd] = historyOf(sums) ?? [];
  const source = from ? SOURCE_OF[from] : "usage";
  const days = { firstDay: firstDayOf(month), lastDay: firstDayOf(month + 1) - 1 };
  const parts = (files.get(source) ?? []).flatMap((stretch) => common(stretch, days));
  const [first, last] = [parts[0], parts.at(-1)];
  const isWhole = first?.firstDay === days.firstDay && first.lastDay === days.lastDay;
  return {
    month,
    read: source === "months" ? days : first && last && { ...first, lastDay: last.lastDay },
    isComplete: source === "months" || isWhole,
    history: from && usd ? { usd, from } : undefined,
    priced: sums.priced,
    billedUsd: sums.cost ?? sums.focusCost,
    listPriceUsd: sums.list,
    unpricedTokens: sums.unpricedTokens,
  };
}

/** The first source that a month has: priced usage, else list prices of a bill, else its costs, else FOCUS, else what is given. */
function historyOf(sums: Sums): readonly [HistorySource, Interval] | undefined {
  if (sums.pricedRows > 0) return ["priced usage", sums.priced];
  const one = (usd: Decimal): Interval => ({ lowUsd: usd, highUsd: usd });
  if (sums.list) return ["list_price_usd", one(sums.listOrCost ?? ZERO)];
  if (sums.cost) return ["cost_usd", one(sums.cost)];
  if (sums.focusList) return ["FOCUS list cost", one(sums.focusList)];
  return sums.given ? ["given", one(sums.given)] : undefined;
}

function common(one: Stretch, other: Stretch): readonly Stretch[] {
  const firstDay = Math.max(one.firstDay, other.firstDay);
  const lastDay = Math.min(one.lastDay, other.lastDay);
  return firstDay <= lastDay ? [{ firstDay, lastDay }] : [];
}
