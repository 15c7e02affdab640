import { monthText } from "../../../core/calendar";
import { USAGE_KINDS, type UsageKind } from "../rows/formats";
import { ZERO } from "../text/decimal";
import { inside } from "./inside";
import type { MoneySum } from "./money-totals";
import { reasonText, type UnpricedReason } from "./unpriced-reasons";
import { costOf, type Interval, NOTHING, plusInterval } from "./usage-sums";
import { tokensIn, type UsageTotals } from "./usage-totals";

/** What was used of a kind in a month, and its list price; of FOCUS the spend alone. */
export interface ImportTotal {
  readonly month: number;
  readonly model: string;
  readonly service: string;
  readonly kind: UsageKind | "spend";
  readonly quantity: bigint;
  readonly usd: Interval;
}

/** Usage of a model that has no price for one reason. */
export interface UnpricedGroup {
  readonly model: string;
  readonly reason: UnpricedReason;
  readonly months: readonly number[];
  readonly rows: number;
  readonly tokens: bigint;
}

/** Totals by month, model, service and kind. */
export function importTotals(
  { priced }: UsageTotals,
  money: readonly MoneySum[],
): readonly ImportTotal[] {
  const totals = new Map<string, ImportTotal>();
  const add = (one: ImportTotal): void => {
    const key = [monthText(one.month), one.model, one.service, one.kind].join(BETWEEN);
    const { quantity, usd } = totals.get(key) ?? { quantity: 0n, usd: NOTHING };
    totals.set(key, {
      ...one,
      quantity: quantity + one.quantity,
      usd: plusInterval(usd, one.usd),
    });
  };
  for (const { month, line, sums } of priced)
    for (const [index, quantity] of sums.totals().entries()) {
      const [kind, usd] = [USAGE_KINDS[index], costOf(line, index, quantity)];
      const { model, tariff } = line;
      if (kind && quantity > 0n)
        add({ month, model, service: tariff.service, kind, quantity, usd });
    }
  for (const { source, month, model, list = ZERO } of money) {
    const usd = { lowUsd: list, highUsd: list };
    if (source === "FOCUS")
      add({ month, model, service: "standard", kind: "spend", quantity: 0n, usd });
  }
  return inOrder(totals);
}

/** Unpriced usage by model and reason. */
export function unpricedGroups({ unpriced }: UsageTotals): readonly UnpricedGroup[] {
  const groups = new Map<string, { -readonly [K in keyof UnpricedGroup]: UnpricedGroup[K] }>();
  for (const { of, reason, month, rows, sums } of unpriced) {
    const group = inside(groups, [of.model, reasonText(reason)].join(BETWEEN), () => ({
      ...{ model: of.model, reason, months: [], rows: 0, tokens: 0n },
    }));
    group.months = [...new Set([...group.months, month])].toSorted((one, other) => one - other);
    group.rows += rows;
    group.tokens += tokensIn(sums);
  }
  return inOrder(groups);
}

/** Sorts before every character of a name. */
const BETWEEN = "\u0000";

function inOrder<V>(map: ReadonlyMap<string, V>): readonly V[] {
  return [...map].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
