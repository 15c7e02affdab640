import { type Quantities, TOKEN_KIND_COUNT } from "../rows/formats";
import { toNumber } from "../text/decimal";
import { inside } from "./inside";
import type { PriceLine } from "./price-lines";

/** Usage of one UTC day, workspace and model at list prices; of an amount between two ends the low one. */
export interface DayAmount {
  readonly day: number;
  readonly workspace: string;
  readonly model: string;
  readonly usd: number;
}

/** With more days, workspaces and models than this nobody is told of days: memory stays bounded. */
const MOST = 50_000;
/** Rows are rounded to so many parts of a dollar: whole numbers add up to the same in any order. */
const PARTS = 1e8;

/** Adds up usage by day, from which the share is worked out that some days have of a month. */
export class DayAmounts {
  readonly #workspaces = new Map<string, Map<string, Map<number, Parts>>>();
  readonly #prices = new WeakMap<PriceLine, readonly number[]>();
  #count = 0;

  /** What adds to one day; undefined where there are too many. */
  of(day: number, workspace: string, line: PriceLine): AmountSum | undefined {
    if (this.#count > MOST) return undefined;
    const models = inside(this.#workspaces, workspace, newMap<string, Map<number, Parts>>);
    const sum = inside(inside(models, line.model, newMap<number, Parts>), day, () => {
      this.#count++;
      return { parts: 0 };
    });
    return new AmountSum(sum, this.#pricesOf(line));
  }

  /** By workspace, model and day; none where there are too many. */
  list(): readonly DayAmount[] {
    if (this.#count > MOST) return [];
    return sorted(this.#workspaces).flatMap(([workspace, models]) =>
      sorted(models).flatMap(([model, days]) =>
        [...days]
          .toSorted(([one], [other]) => one - other)
          .map(([day, { parts }]) => ({ day, workspace, model, usd: parts / PARTS })),
      ),
    );
  }

  /** USD for one of each kind. */
  #pricesOf(line: PriceLine): readonly number[] {
    const known = this.#prices.get(line);
    if (known) return known;
    const prices = line.prices.map((price, kind) =>
      "kind" in price ? 0 : toNumber(price.lowUsd) / (kind < TOKEN_KIND_COUNT ? 1e6 : 1e3),
    );
    this.#prices.set(line, prices);
    return prices;
  }
}

/** Parts of a dollar, as they add up. */
interface Parts {
  parts: number;
}

/** Adds usage at some prices to an amount. */
export class AmountSum {
  readonly #sum: Parts;
  readonly #prices: readonly number[];

  constructor(sum: Parts, prices: readonly number[]) {
    this.#sum = sum;
    this.#prices = prices;
  }

  add(quantities: Quantities): void {
    let usd = 0;
    for (let kind = 0; kind < quantities.length; kind++)
      usd += (quantities[kind] ?? 0) * (this.#prices[kind] ?? 0);
    this.#sum.parts += Math.round(usd * PARTS);
  }
}

function newMap<K, V>(): Map<K, V> {
  return new Map();
}

function sorted<V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] {
  return [...map].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}
