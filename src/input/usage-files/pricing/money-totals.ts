import type { MoneyRow } from "../rows/rows";
import { type Decimal, plus } from "../text/decimal";
import { dayAt } from "../text/moment";
import { inside } from "./inside";
import { monthsOfDays } from "./month-of-day";

/** Lines of money of one day (of a month, of months) and model. */
export interface MoneySum {
  readonly day: number;
  readonly month: number;
  readonly model: string;
  readonly source: MoneyRow["of"]["source"];
  lines: number;
  cost: Decimal | undefined;
  /** Sum of the list prices, of the lines that have one. */
  list: Decimal | undefined;
  /** Cost of the lines that have a list price. */
  listedCost: Decimal | undefined;
  /** Sum of list prices, and of costs of lines without one. */
  listOrCost: Decimal | undefined;
}

/** Adds up lines of money by source, day and model. */
export function moneyTotals(rows: Iterable<MoneyRow>): readonly MoneySum[] {
  const monthOf = monthsOfDays();
  const sums = new Map<string, Map<number, MoneySum>>();
  for (const row of rows) {
    const { of, cost, list } = row;
    const { source, model } = of;
    const day = dayAt(row);
    const byDay = inside(sums, `${source} ${model}`, () => new Map<number, MoneySum>());
    const sum = inside(byDay, day, () => ({
      ...{ day, month: monthOf(day), model, source, lines: 0 },
      ...{ cost: undefined, list: undefined, listedCost: undefined, listOrCost: undefined },
    }));
    sum.lines++;
    sum.cost = added(sum.cost, cost);
    sum.listOrCost = added(sum.listOrCost, list ?? cost);
    if (list === undefined) continue;
    sum.list = added(sum.list, list);
    sum.listedCost = added(sum.listedCost, cost);
  }
  return [...sums.values()].flatMap((byDay) => [...byDay.values()]);
}

/** A sum of which nothing is undefined until something is added. */
export function added(sum: Decimal | undefined, amount: Decimal | undefined): Decimal | undefined {
  if (sum === undefined || amount === undefined) return sum ?? amount;
  return plus(sum, amount);
}
