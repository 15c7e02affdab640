import type { Agreement } from "../core/agreement";
import { CENT_USD } from "../core/hindsight";
import { toCents } from "../core/money";
import type { Forecast } from "../forecast/forecast";
import {
  type BestCommitments,
  bestCommitments,
  outranks,
  sameCommitment,
} from "./best-commitments";
import type { CommitmentOutlook } from "./commitment-outlook";
import { roundingOf } from "./forecast-rounding";

/** What the best commitment on offer is measured against, and how far it is ahead. */
export type Recommendation =
  | {
      /** A tie where they differ by no more than a rounding of the forecast. */
      readonly kind: "beats" | "ties";
      /**
       * The best of the thresholds and none, the smallest of those that tie; the present commitment where that lies between
       * thresholds and is ahead of them.
       */
      readonly best: CommitmentOutlook;
      /** The present commitment where there is one and it is not the best; else the next on offer. */
      readonly other: CommitmentOutlook;
      readonly bestIsCurrent: boolean;
      readonly otherIsCurrent: boolean;
      /** Expected saving of the best less that of the other. */
      readonly gapUsd: number;
      readonly roundingUsd: number;
      /** The next on offer, where the other is the present commitment. */
      readonly next: CommitmentOutlook | undefined;
      /** A commitment between thresholds that is better still, by more than a rounding. */
      readonly between: CommitmentOutlook | undefined;
    }
  /** Nothing is forfeited at the top: a larger commitment never costs more, so none is best. */
  | {
      readonly kind: "largerIsNeverDearer";
      readonly best: CommitmentOutlook;
      readonly limitSavingUsd: number;
    }
  /** The bands have no threshold, so there is nothing to choose. */
  | { readonly kind: "nothingToChoose" };

/**
 * Compares the best commitment on offer with the present one, or with the next on offer where there is none or it is the best.
 *
 * @param roundingUsd Savings that differ by no more than this are the same.
 */
export function recommend(marks: BestCommitments, roundingUsd = CENT_USD): Recommendation {
  const { current, bestOnOffer, otherOnOffer, leastOnOffer, limitSavingUsd } = marks;
  if (limitSavingUsd !== undefined)
    return { kind: "largerIsNeverDearer", best: marks.best, limitSavingUsd };
  const promised = current !== undefined && toCents(current.commitmentUsd) !== 0;
  const currentLeads = promised && outranks(current, bestOnOffer, roundingUsd);
  const best = currentLeads ? current : leastOnOffer;
  const bestIsCurrent = sameCommitment(best, current);
  const otherIsCurrent = promised && !bestIsCurrent;
  const offered = sameCommitment(best, bestOnOffer) ? otherOnOffer : bestOnOffer;
  const other = otherIsCurrent ? current : offered;
  if (!other) return { kind: "nothingToChoose" };
  return {
    kind: outranks(best, other, roundingUsd) ? "beats" : "ties",
    best,
    other,
    bestIsCurrent,
    otherIsCurrent,
    gapUsd: best.expectedSavingUsd - other.expectedSavingUsd,
    roundingUsd,
    next: otherIsCurrent && !sameCommitment(offered, current) ? offered : undefined,
    between: outranks(marks.best, best, roundingUsd) ? marks.best : undefined,
  };
}

/** The commitment that is recommended, USD; 0 where none pays or there is nothing to choose. */
export function recommendedUsd(
  forecast: Forecast,
  agreement: Agreement,
  presentUsd: number | undefined,
): number {
  const roundingUsd = roundingOf(forecast);
  const marks = bestCommitments(forecast, agreement, presentUsd, roundingUsd);
  const recommendation = recommend(marks, roundingUsd);
  return recommendation.kind === "nothingToChoose" ? 0 : recommendation.best.commitmentUsd;
}
