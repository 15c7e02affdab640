import type { Agreement, PricedBand } from "../../core/agreement";
import { bandPosition } from "../../core/bands";
import { toCents } from "../../core/money";
import { agreementAt } from "../../deal/negotiation-level";
import type { ParsedDeal } from "../../deal/parse-deal";
import { withClauses } from "../../deal/with-clauses";
import { CLAUSE_NAMES, type ClauseName } from "../../forecast/clause-values";
import { expectedCost } from "../../forecast/expected-cost";
import { fillProbability } from "../../forecast/fill";
import type { Forecast } from "../../forecast/forecast";
import { recommendedUsd } from "../recommendation";

/** An ask as far as a counter-offer needs it. Amounts are USD. */
export interface WeighedAsk {
  readonly name: string;
  readonly yearUsd: number | undefined;
  readonly termUsd: number | undefined;
  readonly expectedUsd: number | undefined;
  readonly priority: number | undefined;
  readonly give: string;
  readonly status: string;
}

/** One side of a counter-offer. Amounts are USD a year. */
export interface OfferSide {
  readonly commitmentUsd: number;
  readonly discountFraction: number;
  /** The terms of its band. */
  readonly band: PricedBand;
  readonly costUsd: number;
  readonly fillProbability: number;
}

/** Their offer, what we propose, and what there is without a deal. */
export interface CounterOffer {
  readonly theirs: OfferSide;
  readonly ours: OfferSide;
  readonly noDealUsd: number;
  /** The recommended commitment on their terms. */
  readonly bestNowUsd: number;
  /** What we propose, with every band. */
  readonly ourAgreement: Agreement;
  /** At most three, what matters most first. */
  readonly asks: readonly WeighedAsk[];
  /** The clauses of the year that our side has beside theirs: won already, or asked for here. */
  readonly clauses: readonly ClauseName[];
}

/** Asks that a counter-offer brings up at most. */
export const MOST_ASKS = 3;

/**
 * The asks to bring up: open or asked ones, by our priority, then by expected value, then by value.
 *
 * @param adds Whether an ask saves anything beside those that are taken already; one that somebody gave a priority is taken anyway.
 */
function leadingAsks(
  asks: readonly WeighedAsk[],
  adds: (taken: readonly WeighedAsk[], ask: WeighedAsk) => boolean,
): readonly WeighedAsk[] {
  const rank = (one: number | undefined, other: number | undefined): number =>
    one === other ? 0 : one === undefined ? 1 : other === undefined ? -1 : one - other;
  const ranked = asks
    .filter(({ status }) => status === "open" || status === "asked")
    .toSorted(
      (one, other) =>
        rank(one.priority, other.priority) ||
        rank(negative(one.expectedUsd), negative(other.expectedUsd)) ||
        rank(negative(one.termUsd), negative(other.termUsd)),
    );
  const taken: WeighedAsk[] = [];
  for (const ask of ranked)
    if (taken.length < MOST_ASKS && (ask.priority !== undefined || adds(taken, ask)))
      taken.push(ask);
  return taken;
}

function negative(usd: number | undefined): number | undefined {
  return usd === undefined ? undefined : -usd;
}

/**
 * What we propose in answer to an offer (docs/assumptions.md P69): the recommended commitment at our target discounts, where the
 * bands say them, with the clauses that are won or asked for.
 *
 * @returns Undefined while the deal cannot be read.
 */
export function counterOffer(
  deal: ParsedDeal,
  asks: readonly WeighedAsk[],
): CounterOffer | undefined {
  const { agreement, forecast, commitmentUsd, discounts } = deal;
  if (!agreement || !forecast || commitmentUsd === undefined) return undefined;
  const won = asks.filter(({ status }) => status === "won");
  const costWith = (taken: readonly WeighedAsk[]): number =>
    expectedCost(forecast, commitmentUsd, withClauses(agreement, clausesAmong(taken)));
  const leading = leadingAsks(asks, (taken, ask) => {
    if (clausesAmong([ask]).length === 0) return toCents(ask.termUsd ?? 0) > 0;
    const beside = [...won, ...taken];
    return toCents(costWith(beside) - costWith([...beside, ask])) > 0;
  });
  const clauses = clausesAmong([...won, ...leading]);
  const ourAgreement = withClauses(agreementAt(agreement, discounts.ranges, "target"), clauses);
  const ourUsd = recommendedUsd(forecast, ourAgreement, commitmentUsd);
  return {
    theirs: sideOf(commitmentUsd, agreement, forecast),
    ours: sideOf(ourUsd, ourAgreement, forecast),
    noDealUsd: expectedCost(forecast, 0, agreement),
    bestNowUsd: recommendedUsd(forecast, agreement, commitmentUsd),
    ...{ ourAgreement, asks: leading, clauses },
  };
}

function clausesAmong(asks: readonly WeighedAsk[]): readonly ClauseName[] {
  return CLAUSE_NAMES.filter((name) => asks.some((ask) => ask.name === name));
}

function sideOf(commitmentUsd: number, agreement: Agreement, forecast: Forecast): OfferSide {
  const { bands } = agreement;
  const band = bands[bandPosition(commitmentUsd, bands)] ?? bands[0];
  return {
    commitmentUsd,
    discountFraction: band.discountFraction,
    band,
    costUsd: expectedCost(forecast, commitmentUsd, agreement),
    fillProbability: fillProbability(forecast, commitmentUsd, agreement),
  };
}
