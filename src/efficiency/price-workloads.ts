import type { PricingError } from "../core/errors";
import { NoAnswer } from "../core/no-answer";
import { type Answer, failWith, type Result, succeed } from "../core/result";
import { listCost } from "./card-price";
import { changesOf, chooseCard } from "./choose-card";
import { promptTokensOf } from "./list-price";
import type { Cards } from "./price-book";
import { WORKLOAD_KINDS, type Workload } from "./workload";

/** Workloads with their cost at list prices. */
export interface PricedWorkloads {
  readonly workloads: readonly Workload[];
  /** Of each workload, USD. */
  readonly costsUsd: readonly number[];
  readonly totalUsd: number;
}

/**
 * Prices workloads, each on the card of its prompts.
 *
 * @returns The costs; or every workload whose prompt length decides and is not said; or why the first without a price has none.
 */
export function priceWorkloads(
  workloads: readonly Workload[],
  cardsOf: (model: string) => Answer<Cards>,
): Result<Answer<PricedWorkloads>> {
  const errors: PricingError[] = [];
  const costs: Answer<number>[] = workloads.map((workload) => {
    const { model, quantities, promptTokens, place } = workload;
    const cards = cardsOf(model);
    if (cards instanceof NoAnswer) return cards;
    if (isEmpty(workload)) return 0;
    const card = chooseCard(cards, promptTokens, promptTokensOf(quantities));
    if (card && !(card instanceof NoAnswer)) return listCost(quantities, card, workload.tariff);
    if (card) return card;
    errors.push({
      kind: "promptLengthUnsaid",
      place: { ...place, field: "Prompt tokens" },
      model,
      aboveTokens: changesOf(cards),
    });
    return 0;
  });
  if (errors.length > 0) return failWith(errors);
  const missing = costs.find((cost) => cost instanceof NoAnswer);
  if (missing) return succeed(missing);
  const costsUsd = costs.filter((cost) => typeof cost === "number");
  return succeed({ workloads, costsUsd, totalUsd: costsUsd.reduce((sum, usd) => sum + usd, 0) });
}

/** Whether a workload has no usage: it costs nothing, whatever its prices. */
export function isEmpty({ quantities }: Workload): boolean {
  return WORKLOAD_KINDS.every((kind) => quantities[kind] === 0);
}
