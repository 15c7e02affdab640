import { monthOfDay, monthText } from "../../core/calendar";
import { inside } from "./pricing/inside";
import type { MoneySum } from "./pricing/money-totals";
import { type DayComparison, impliedDiscount, realisedDiscount } from "./reconcile";

/** The discount of a month and model; each is undefined where nothing tells it. */
export interface ModelDiscount {
  readonly month: number;
  readonly model: string;
  /** Over the lines that have a list price. */
  readonly realised: number | undefined;
  /** By priced usage, over the days without list prices. */
  readonly implied: number | undefined;
}

/** Discounts by month, then model, of what was billed. */
export function modelDiscounts(
  costs: readonly MoneySum[],
  days: readonly DayComparison[],
): readonly ModelDiscount[] {
  const groups = new Map<string, ModelGroup>();
  const groupOf = (month: number, model: string) =>
    inside(groups, `${monthText(month)} ${model}`, () => ({ month, model, costs: [], days: [] }));
  for (const sum of costs) groupOf(sum.month, sum.model).costs.push(sum);
  for (const day of days) groupOf(monthOfDay(day.day), day.model).days.push(day);
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => group)
    .filter((group) => group.costs.length > 0)
    .map((group) => ({
      month: group.month,
      model: group.model,
      realised: realisedDiscount(group.costs),
      implied: impliedDiscount(group.days),
    }));
}

interface ModelGroup {
  readonly month: number;
  readonly model: string;
  readonly costs: MoneySum[];
  readonly days: DayComparison[];
}
