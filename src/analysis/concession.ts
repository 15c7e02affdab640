import { type Agreement, withBand, withoutThreshold } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { CENT_USD } from "../core/hindsight";
import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import {
  ALL_CLAUSES,
  type ClauseName,
  type ClauseValue,
  clauseValues,
} from "../forecast/clause-values";
import { expectedCost } from "../forecast/expected-cost";
import { expectedDiscountNeeded } from "../forecast/expected-discount-needed";
import type { Forecast } from "../forecast/forecast";
import { optimum } from "../forecast/optimal-commitment";

/** Which discount would be enough. */
export type DiscountConcession =
  | NeededDiscount
  | { readonly kind: "noneSuffices" }
  /** The threshold prices today's overage once usage reaches it, so that a better rate there lowers the cost of staying just as much. */
  | { readonly kind: "helpsStaying" };

/** A discount that is enough, and how far above the offer it is. */
export interface NeededDiscount {
  readonly kind: "needed";
  readonly neededFraction: number;
  readonly extraFraction: number;
}

/** Which clauses of that band would be enough, at the discount offered. Amounts are USD a year. */
export type ClauseConcession =
  /** Each of these by itself, the most valuable first. */
  | {
      readonly kind: "oneSuffices";
      readonly clauses: readonly { readonly name: ClauseName; readonly valueUsd: number }[];
    }
  | {
      readonly kind: "onlyTogether" | "notEvenTogether";
      readonly names: readonly ClauseName[];
      readonly valueUsd: number;
    }
  | { readonly kind: "noneLacking" };

/** What to ask for, so that committing a threshold costs no more than the best of all other commitments. */
export interface Concession {
  /** Expected cost at the threshold less that of the best other commitment: the gap to close. */
  readonly gapUsd: number;
  readonly bestOtherUsd: number;
  readonly discount: DiscountConcession;
  readonly clauses: ClauseConcession;
}

/**
 * What to ask for where a threshold does not pay: a discount or clauses.
 *
 * The best other commitment is the best of the table without the threshold's row, and of the present one as it is.
 */
export function concession(
  thresholdUsd: number,
  commitmentUsd: number,
  agreement: Agreement,
  forecast: Forecast,
): Concession {
  const costUsd = expectedCost(forecast, thresholdUsd, agreement);
  const stayUsd = expectedCost(forecast, commitmentUsd, agreement);
  const other = optimum(forecast, withoutThreshold(agreement, thresholdUsd));
  const isStaying = stayUsd <= other.valueUsd + CENT_USD;
  const gapUsd = costUsd - Math.min(stayUsd, other.valueUsd);
  return {
    gapUsd,
    bestOtherUsd: isStaying ? commitmentUsd : other.commitmentUsd,
    discount: discountAsk(thresholdUsd, commitmentUsd, agreement, forecast),
    clauses: clauseAsk(gapUsd, clauseValues(forecast, thresholdUsd, agreement)),
  };
}

function discountAsk(
  thresholdUsd: number,
  commitmentUsd: number,
  agreement: Agreement,
  forecast: Forecast,
): DiscountConcession {
  const needed = expectedDiscountNeeded(forecast, thresholdUsd, agreement);
  if (needed instanceof NoAnswer) return { kind: "noneSuffices" };
  const band = agreement.bands[bandPosition(thresholdUsd, agreement.bands)] ?? agreement.bands[0];
  const improved = withBand(agreement, { ...band, discountFraction: needed, rate: 1 - needed });
  const [thereUsd, stayUsd] = [thresholdUsd, commitmentUsd].map((usd) =>
    expectedCost(forecast, usd, improved),
  );
  if (toCents(thereUsd ?? 0) > toCents(stayUsd ?? 0) + 1) return { kind: "helpsStaying" };
  return {
    kind: "needed",
    neededFraction: needed,
    extraFraction: needed - band.discountFraction,
  };
}

const REALISTIC_EXTRA_FRACTION = 0.1;
const LARGEST_FRACTION = 0.999;

/** Whether a vendor may give a discount: up to twice the offer, or 10 points above it (docs/assumptions.md P21). */
export function isRealistic({ neededFraction, extraFraction }: NeededDiscount): boolean {
  const offeredFraction = neededFraction - extraFraction;
  // At exactly twice the offer the difference carries the noise of arithmetic.
  const mostFraction = Math.max(REALISTIC_EXTRA_FRACTION, offeredFraction) + 1e-9;
  return neededFraction <= LARGEST_FRACTION && extraFraction <= mostFraction;
}

/** A discount as one asks for it, in tenths of a percent, upwards: rounded down it would not be enough. */
export function askedFraction(neededFraction: number): number {
  return Math.ceil(neededFraction * 1000 - 1e-6) / 1000;
}

function clauseAsk(gapUsd: number, values: readonly ClauseValue[] | NoAnswer): ClauseConcession {
  if (values instanceof NoAnswer) return { kind: "noneLacking" };
  const closes = (usd: number): boolean => toCents(usd) >= toCents(gapUsd);
  const clauses = values.flatMap(({ clause, aloneUsd }) =>
    clause === ALL_CLAUSES ? [] : [{ name: clause, valueUsd: aloneUsd }],
  );
  if (clauses.length === 0) return { kind: "noneLacking" };
  const enough = clauses
    .filter(({ valueUsd }) => closes(valueUsd))
    .sort((a, b) => b.valueUsd - a.valueUsd);
  if (enough.length > 0) return { kind: "oneSuffices", clauses: enough };
  const valueUsd = values.at(-1)?.aloneUsd ?? 0;
  return {
    kind: closes(valueUsd) ? "onlyTogether" : "notEvenTogether",
    names: clauses.map(({ name }) => name),
    valueUsd,
  };
}
