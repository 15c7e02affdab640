import {
  askedFraction,
  concession,
  isRealistic,
  type NeededDiscount,
} from "../../../analysis/concession";
import { roundingOf } from "../../../analysis/forecast-rounding";
import type { Agreement } from "../../../core/agreement";
import { toCents } from "../../../core/money";
import { NoAnswer } from "../../../core/no-answer";
import { ALL_CLAUSES, type ClauseName, clauseValues } from "../../../forecast/clause-values";
import { expectedCost } from "../../../forecast/expected-cost";
import type { Forecast } from "../../../forecast/forecast";

/** What the buyer may ask the vendor for, and the discount for the next threshold that is not worth asking for. */
export type Ask = AskedFor & { readonly unrealistic?: UnrealisticAsk | undefined };

type AskedFor =
  /** What makes the next threshold cost no more than the best of all other commitments: a discount, clauses, or either. */
  | {
      readonly kind: "threshold";
      readonly thresholdUsd: number;
      /** The least discount that does, in tenths of a percent; undefined where none does. */
      readonly discountFraction: number | undefined;
      /** Each of these does by itself; together where none does alone. */
      readonly clauses: readonly ClauseName[];
      readonly together: boolean;
    }
  /**
   * Nothing makes the next threshold pay; this clause saves most at the present commitment, at the best one on offer where there is
   * none, and more than a rounding of the forecast.
   */
  | {
      readonly kind: "clause";
      readonly clause: ClauseName;
      readonly commitmentUsd: number;
      readonly isPresent: boolean;
      readonly valueUsd: number;
    }
  | { readonly kind: "nothing" };

/** A discount that would make the next threshold pay, and that no vendor gives. */
export interface UnrealisticAsk {
  readonly thresholdUsd: number;
  readonly discount: NeededDiscount;
}

/**
 * What to ask for: to reach the lowest threshold above the best commitment on offer, or else the clause that saves most.
 *
 * @param commitmentUsd The present commitment.
 */
export function whatToAsk(forecast: Forecast, commitmentUsd: number, agreement: Agreement): Ask {
  const offered = [0, ...agreement.bands.map(({ thresholdUsd }) => thresholdUsd)];
  const bestUsd = leastOf(offered, (usd) => expectedCost(forecast, usd, agreement));
  const nextUsd = offered.find((usd) => toCents(usd) > toCents(bestUsd));
  let unrealistic: UnrealisticAsk | undefined;
  if (nextUsd !== undefined) {
    const { discount, clauses } = concession(nextUsd, commitmentUsd, agreement, forecast);
    const sufficing = discount.kind === "needed" ? discount : undefined;
    const realistic = sufficing && isRealistic(sufficing) ? sufficing : undefined;
    const together = clauses.kind === "onlyTogether";
    const names =
      clauses.kind === "oneSuffices"
        ? clauses.clauses.map(({ name }) => name)
        : together
          ? clauses.names
          : [];
    if (sufficing && !realistic) unrealistic = { thresholdUsd: nextUsd, discount: sufficing };
    if (realistic || names.length > 0)
      return {
        kind: "threshold",
        thresholdUsd: nextUsd,
        discountFraction: realistic && askedFraction(realistic.neededFraction),
        clauses: names,
        together,
        unrealistic,
      };
  }
  const isPresent = toCents(commitmentUsd) !== 0;
  const ask = bestClause(forecast, isPresent ? commitmentUsd : bestUsd, agreement);
  return ask
    ? { kind: "clause", isPresent, unrealistic, ...ask }
    : { kind: "nothing", unrealistic };
}

function bestClause(forecast: Forecast, commitmentUsd: number, agreement: Agreement) {
  const values = clauseValues(forecast, commitmentUsd, agreement);
  if (values instanceof NoAnswer) return undefined;
  const single = values.flatMap(({ clause, aloneUsd }) =>
    clause === ALL_CLAUSES || aloneUsd < roundingOf(forecast)
      ? []
      : [{ clause, valueUsd: aloneUsd }],
  );
  const [best] = single.sort((one, other) => other.valueUsd - one.valueUsd);
  return best && { commitmentUsd, ...best };
}

function leastOf(amountsUsd: readonly number[], costOf: (usd: number) => number): number {
  const costs = amountsUsd.map(costOf);
  return amountsUsd[costs.indexOf(Math.min(...costs))] ?? 0;
}
