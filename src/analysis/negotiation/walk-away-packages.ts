import { type Agreement, withBand } from "../../core/agreement";
import { bandPosition } from "../../core/bands";
import { NoAnswer } from "../../core/no-answer";
import { bandWith } from "../../deal/with-clauses";
import { CLAUSES, type ClauseName } from "../../forecast/clause-values";
import { expectedDiscountNeeded } from "../../forecast/expected-discount-needed";
import type { Forecast } from "../../forecast/forecast";

/** Clauses of a threshold's band, and the least discount at which it is worth as much as the best alternative with them. */
export interface ClausePackage {
  readonly clauses: readonly ClauseName[];
  readonly discountFraction: number;
}

/** Under which discounts and clauses a threshold is worth as much as the best alternative; beyond them one walks away. */
export interface WalkAway {
  readonly thresholdUsd: number;
  readonly offeredFraction: number;
  /** The least discount without any clause; undefined where none suffices. */
  readonly aloneFraction: number | undefined;
  /** With clauses, what costs the vendor least first; one under which no discount suffices is left out. */
  readonly packages: readonly ClausePackage[];
}

/**
 * The least discount of a threshold alone and with each set of clauses that its band lacks (docs/assumptions.md P67).
 *
 * Sets that come to the same terms are one. First comes what needs no more than the discount offered, then what needs least more; of
 * those the fewest clauses, then the least to spare.
 */
export function walkAway(thresholdUsd: number, agreement: Agreement, forecast: Forecast): WalkAway {
  const { bands } = agreement;
  const band = bands[bandPosition(thresholdUsd, bands)] ?? bands[0];
  const offeredFraction = band.discountFraction;
  const lacking = CLAUSES.filter(({ applies }) => applies(band)).map(({ name }) => name);
  const sets = Array.from({ length: 2 ** lacking.length }, (_, set) =>
    lacking.filter((_, index) => Math.floor(set / 2 ** index) % 2 === 1),
  ).toSorted((one, other) => one.length - other.length);
  const seen = new Set<string>();
  const solved = sets.flatMap((clauses): readonly ClausePackage[] => {
    const target = bandWith(band, clauses);
    const terms = JSON.stringify(target);
    if (seen.has(terms)) return [];
    seen.add(terms);
    const needed = expectedDiscountNeeded(forecast, thresholdUsd, withBand(agreement, target));
    return needed instanceof NoAnswer ? [] : [{ clauses, discountFraction: needed }];
  });
  const moreOf = ({ discountFraction }: ClausePackage): number =>
    Math.max(0, discountFraction - offeredFraction);
  return {
    thresholdUsd,
    offeredFraction,
    aloneFraction: solved.find(({ clauses }) => clauses.length === 0)?.discountFraction,
    packages: solved
      .filter(({ clauses }) => clauses.length > 0)
      .toSorted(
        (one, other) =>
          moreOf(one) - moreOf(other) ||
          one.clauses.length - other.clauses.length ||
          other.discountFraction - one.discountFraction,
      ),
  };
}
