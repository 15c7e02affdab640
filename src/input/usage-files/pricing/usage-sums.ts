import { type Quantities, TOKEN_KIND_COUNT, USAGE_KINDS } from "../rows/formats";
import { type Decimal, plus, times, ZERO } from "../text/decimal";
import type { PriceLine } from "./price-lines";
import { WholeSum } from "./whole-sum";

/** An amount between two ends, USD; they are equal where every card is known. */
export interface Interval {
  readonly lowUsd: Decimal;
  readonly highUsd: Decimal;
}

export const NOTHING: Interval = { lowUsd: ZERO, highUsd: ZERO };

/** How many of each kind, added up. */
export class UsageSums {
  readonly #sums = USAGE_KINDS.map(() => new WholeSum());

  add(quantities: Quantities): void {
    // A million rows pass here: entries() would make a pair for each number.
    for (let kind = 0; kind < this.#sums.length; kind++)
      this.#sums[kind]?.add(quantities[kind] ?? 0);
  }

  addAll(other: UsageSums): void {
    for (const [index, count] of other.totals().entries()) this.#sums[index]?.addWhole(count);
  }

  /** By USAGE_KINDS. */
  totals(): readonly bigint[] {
    return this.#sums.map(({ total }) => total);
  }
}

/** The cost of so many of a kind: docs/pricing-model.md prices a million tokens, or a thousand searches. */
export function costOf(line: PriceLine, kind: number, count: bigint): Interval {
  const price = line.prices[kind];
  if (count === 0n || price === undefined || "kind" in price) return NOTHING;
  const shift = kind < TOKEN_KIND_COUNT ? 6 : 3;
  return {
    lowUsd: times(price.lowUsd, count, shift),
    highUsd: times(price.highUsd, count, shift),
  };
}

export function plusInterval(one: Interval, other: Interval): Interval {
  return { lowUsd: plus(one.lowUsd, other.lowUsd), highUsd: plus(one.highUsd, other.highUsd) };
}
