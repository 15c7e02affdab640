import { NoAnswer } from "../core/no-answer";
import { type Answer, chain, combine, type Result, succeed } from "../core/result";
import { batch, cache, type Lever, route } from "./levers";
import { type Cards, cardsOn, type PriceBook } from "./price-book";
import { type PricedWorkloads, priceWorkloads } from "./price-workloads";
import type { Workload } from "./workload";

/** Usage and the levers on it, all priced on one day. */
export interface EfficiencyQuestion {
  readonly workloads: readonly Workload[];
  readonly levers: readonly Lever[];
  /** Undefined: the newest prices of each model. */
  readonly day: number | undefined;
  readonly book: PriceBook;
}

/** Usage before the levers and after each kind of them, in the order in which they apply. */
export interface EfficientUsage {
  readonly current: PricedWorkloads;
  readonly routed: PricedWorkloads;
  readonly cached: PricedWorkloads;
  readonly efficient: PricedWorkloads;
  /** Usage with one kind of lever alone, USD; routing comes first, so alone it is the same. */
  readonly cachedAloneUsd: Answer<number>;
  readonly batchedAloneUsd: Answer<number>;
}

/**
 * What levers make of usage: routing on the workloads as given, caching on what that leaves, then batch
 * (docs/pricing-model.md 9.5 to 9.8).
 */
export function efficientUsage(question: EfficiencyQuestion): Result<Answer<EfficientUsage>> {
  const { workloads, levers, day, book } = question;
  const known = new Map<string, Answer<Cards>>();
  const cardsOf = (model: string): Answer<Cards> => {
    const cards = known.get(model) ?? cardsOn(book, model, day);
    known.set(model, cards);
    return cards;
  };
  // A model that is not in the book is refused when it is priced.
  const tokenizerOf = (model: string): number => {
    const cards = cardsOf(model);
    return cards instanceof NoAnswer ? 1 : cards[0].tokenizerFactor;
  };
  const price = (some: readonly Workload[]) => priceWorkloads(some, cardsOf);
  const moved = route(workloads, levers, tokenizerOf);
  const read = cache(moved, levers);
  // Caching and batch make no prompt longer, so what they would refuse is refused before them.
  return chain(price(workloads), (current) =>
    chain(price(moved), (routed) => {
      const rest = combine({
        cached: price(read),
        efficient: price(batch(read, levers)),
        cachedAlone: price(cache(workloads, levers)),
        batchedAlone: price(batch(workloads, levers)),
      });
      return chain(rest, (after): Result<Answer<EfficientUsage>> => {
        const { cached, efficient, cachedAlone, batchedAlone } = after;
        if (current instanceof NoAnswer) return succeed(current);
        if (routed instanceof NoAnswer) return succeed(routed);
        if (cached instanceof NoAnswer) return succeed(cached);
        if (efficient instanceof NoAnswer) return succeed(efficient);
        const cachedAloneUsd = totalOf(cachedAlone);
        const batchedAloneUsd = totalOf(batchedAlone);
        return succeed({ current, routed, cached, efficient, cachedAloneUsd, batchedAloneUsd });
      });
    }),
  );
}

function totalOf(priced: Answer<PricedWorkloads>): Answer<number> {
  return priced instanceof NoAnswer ? priced : priced.totalUsd;
}
