import type { PriceBook } from "../../../efficiency/price-book";
import { TOKEN_KIND_COUNT } from "../rows/formats";
import type { UsageIdentity, UsageRow } from "../rows/rows";
import { dayAt } from "../text/moment";
import { type AmountSum, type DayAmount, DayAmounts } from "./day-amounts";
import { inside } from "./inside";
import { monthsOfDays } from "./month-of-day";
import { type PriceLine, Pricer } from "./price-lines";
import { reasonText, type UnpricedReason } from "./unpriced-reasons";
import { UsageSums } from "./usage-sums";

/** Usage of one month, workspace and prices. */
export interface PricedUsage {
  readonly month: number;
  readonly workspace: string;
  readonly line: PriceLine;
  readonly sums: UsageSums;
  /** The first day that it is of. */
  firstDay: number;
}

/** Usage of one month without a price, and what tells it apart on the sheet. */
export interface UnpricedUsage {
  readonly month: number;
  readonly of: Pick<UsageIdentity, "workspace" | "model" | "service" | "speed" | "geo">;
  readonly reason: UnpricedReason;
  readonly sums: UsageSums;
  firstDay: number;
  rows: number;
}

/** Usage of one day and model: what reconciliation compares with a bill. */
export interface DayUsage {
  readonly day: number;
  readonly model: string;
  readonly priced: Map<PriceLine, UsageSums>;
  /** Quantities of rows without a price. */
  readonly unpriced: UsageSums;
}

export interface UsageTotals {
  readonly priced: readonly PricedUsage[];
  readonly unpriced: readonly UnpricedUsage[];
  readonly days: readonly DayUsage[];
  readonly dayAmounts: readonly DayAmount[];
}

/** Adds up usage rows by what prices them. */
export function usageTotals(rows: Iterable<UsageRow>, book: PriceBook): UsageTotals {
  const pricer = new Pricer(book);
  const monthOf = monthsOfDays();
  const priced = new Map<PriceLine, Map<string, Map<number, PricedUsage>>>();
  const unpriced = new Map<string, UnpricedUsage>();
  const days = new Map<string, Map<number, DayUsage>>();
  const amounts = new DayAmounts();
  const ofDay = (model: string, day: number): DayUsage =>
    inside(inside(days, model, newMap<number, DayUsage>), day, () => ({
      ...{ day, model, priced: new Map(), unpriced: new UsageSums() },
    }));
  const placeOf = (of: UsageIdentity, day: number, line: PriceLine): Place => {
    const month = monthOf(day);
    const workspaces = inside(priced, line, newMap<string, Map<number, PricedUsage>>);
    const byMonth = inside(workspaces, of.workspace, newMap<number, PricedUsage>);
    const ofMonth = inside(byMonth, month, () => ({
      ...{ month, workspace: of.workspace, line, sums: new UsageSums(), firstDay: day },
    }));
    ofMonth.firstDay = Math.min(ofMonth.firstDay, day);
    const sums = [ofMonth.sums, inside(ofDay(of.model, day).priced, line, newSums)] as const;
    return { day, line, sums, amount: amounts.of(day, of.workspace, line) };
  };
  // Rows are mostly in order, so that those of an identity on one day follow one another, hour by hour.
  const places = new Map<UsageIdentity, Place>();
  for (const row of rows) {
    const { of, quantities } = row;
    const day = dayAt(row);
    const line = pricer.lineOf(row, day);
    if ("reason" in line) {
      const month = monthOf(day);
      const { workspace, model, service, speed, geo } = of;
      const apart = { workspace, model, service, speed, geo };
      const key = JSON.stringify([month, apart, reasonText(line.reason)]);
      const found = inside(unpriced, key, () => ({
        ...{ month, of: apart, reason: line.reason, sums: new UsageSums() },
        ...{ firstDay: day, rows: 0 },
      }));
      found.firstDay = Math.min(found.firstDay, day);
      found.rows++;
      found.sums.add(quantities);
      ofDay(model, day).unpriced.add(quantities);
      continue;
    }
    let place = places.get(of);
    if (place?.day !== day || place.line !== line) {
      place = placeOf(of, day, line);
      places.set(of, place);
    }
    for (const sums of place.sums) sums.add(quantities);
    place.amount?.add(quantities);
  }
  return {
    priced: [...priced.values()].flatMap((workspaces) =>
      [...workspaces.values()].flatMap((byMonth) => [...byMonth.values()]),
    ),
    unpriced: [...unpriced.values()],
    days: [...days.values()].flatMap((byDay) => [...byDay.values()]),
    dayAmounts: amounts.list(),
  };
}

/** Where the usage of an identity on one day is added up, at prices that hold for it. */
interface Place {
  readonly day: number;
  readonly line: PriceLine;
  readonly sums: readonly [ofMonth: UsageSums, ofDay: UsageSums];
  /** Undefined where there are too many days to tell. */
  readonly amount: AmountSum | undefined;
}

/** All tokens of some sums, searches not among them. */
export function tokensIn(sums: UsageSums): bigint {
  return sums
    .totals()
    .slice(0, TOKEN_KIND_COUNT)
    .reduce((total, count) => total + count, 0n);
}

const newSums = () => new UsageSums();

function newMap<K, V>(): Map<K, V> {
  return new Map();
}
