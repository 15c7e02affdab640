import type { Agreement } from "../core/agreement";
import { CENT_USD } from "../core/hindsight";
import { toCents } from "../core/money";
import { optionAmounts, rankByCost } from "../forecast/commitment-options";
import type { Forecast } from "../forecast/forecast";
import { optimum } from "../forecast/optimal-commitment";
import { type CommitmentOutlook, commitmentOutlook } from "./commitment-outlook";
import { expectedSaving } from "./expected-saving";

/** The present commitment beside the best of all, and the best two of those on offer: the thresholds and no commitment. */
export interface BestCommitments {
  /** Absent where the present commitment is not known. */
  readonly current: CommitmentOutlook | undefined;
  /** Rank 1 of the commitments worth comparing, or the present one where even that costs more. 0 where none pays. */
  readonly best: CommitmentOutlook;
  /** The best of the thresholds and none. */
  readonly bestOnOffer: CommitmentOutlook;
  /** The next best of them; absent where there is nothing to compare. */
  readonly otherOnOffer: CommitmentOutlook | undefined;
  /** The smallest of them that saves as much as the best of them and the present one, to within a rounding of the forecast. */
  readonly leastOnOffer: CommitmentOutlook;
  /** The limit of the saving of ever larger commitments; absent where `best` is the best of all. */
  readonly limitSavingUsd: number | undefined;
}

/**
 * Rank 1 of `commitmentOptions`, and the first two of them that are on offer, priced without the columns that only a table of options needs: a chart calls this at every frame.
 *
 * @param currentUsd The present commitment; undefined where it is not known.
 * @param roundingUsd Savings that differ by no more than this are the same; it affects `leastOnOffer` alone.
 * @param savingOf Expected saving of a commitment; a curve that needs the same ones caches them.
 */
export function bestCommitments(
  forecast: Forecast,
  agreement: Agreement,
  currentUsd: number | undefined,
  roundingUsd = CENT_USD,
  savingOf = (usd: number): number => expectedSaving(forecast, agreement, usd),
): BestCommitments {
  const outlook = (usd: number): CommitmentOutlook => commitmentOutlook(forecast, agreement, usd);
  const amounts = optionAmounts(forecast, agreement);
  const ranks = rankByCost(amounts.map((usd) => -savingOf(usd)));
  const ranked = ranks.map((_, index) => amounts[ranks.indexOf(index + 1)] ?? 0);
  const offered = new Set([0, ...agreement.bands.map((band) => toCents(band.thresholdUsd))]);
  const onOffer = ranked.filter((usd) => offered.has(toCents(usd)));
  const [bestUsd = 0] = ranked;
  const [bestOnOfferUsd = 0, otherUsd] = onOffer;
  const current = currentUsd === undefined ? undefined : outlook(currentUsd);
  const first = outlook(bestUsd);
  const bestOnOffer = outlook(bestOnOfferUsd);
  const leastUsd = Math.min(
    ...onOffer.filter(tiesWithBest(bestOnOffer, current ?? outlook(0), roundingUsd, savingOf)),
  );
  const marks = {
    current,
    bestOnOffer,
    otherOnOffer: otherUsd === undefined ? undefined : outlook(otherUsd),
    leastOnOffer: leastUsd === bestOnOfferUsd ? bestOnOffer : outlook(leastUsd),
  };
  // Overage below list prices can make any commitment, were it a cent, better than none and than all thresholds.
  if (current && outranks(current, first))
    return { ...marks, best: current, limitSavingUsd: undefined };
  return { ...marks, best: first, limitSavingUsd: limitSaving(forecast, agreement) };
}

/**
 * Whether a commitment on offer saves as much as the best of them, to within a rounding: where the present commitment does too,
 * as much as both; else as much more than it. The best on offer always does.
 */
function tiesWithBest(
  bestOnOffer: CommitmentOutlook,
  current: CommitmentOutlook,
  roundingUsd: number,
  savingOf: (usd: number) => number,
): (usd: number) => boolean {
  const bestUsd = bestOnOffer.expectedSavingUsd;
  const currentUsd = current.expectedSavingUsd;
  if (outranks(current, bestOnOffer, roundingUsd) || outranks(bestOnOffer, current, roundingUsd))
    return (usd) =>
      !(bestUsd > savingOf(usd) + roundingUsd) &&
      (currentUsd > bestUsd || savingOf(usd) > currentUsd + roundingUsd);
  const leadUsd = Math.max(bestUsd, currentUsd);
  return (usd) => !(leadUsd > savingOf(usd) + roundingUsd);
}

/** The best on offer beside the best of all: the next best where that is on offer itself. */
export function runnerUp({
  best,
  bestOnOffer,
  otherOnOffer,
}: BestCommitments): CommitmentOutlook | undefined {
  return sameCommitment(best, bestOnOffer) ? otherOnOffer : bestOnOffer;
}

function limitSaving(forecast: Forecast, agreement: Agreement): number | undefined {
  // Only where nothing is forfeited and usage has no bound can there be a limit: elsewhere no search is needed.
  if (agreement.bands.at(-1)?.forfeitedFraction !== 0 || Number.isFinite(forecast.highestUsd))
    return undefined;
  const { valueUsd, infimumUsd } = optimum(forecast, agreement);
  return infimumUsd < valueUsd - CENT_USD ? forecast.meanUsd - infimumUsd : undefined;
}

/** Whether a commitment is expected to save more than another, by more than a cent or another amount. */
export function outranks(
  one: CommitmentOutlook,
  other: CommitmentOutlook,
  byUsd = CENT_USD,
): boolean {
  return one.expectedSavingUsd > other.expectedSavingUsd + byUsd;
}

/** Whether two outlooks are for one commitment, to the cent. */
export function sameCommitment(
  one: CommitmentOutlook | undefined,
  other: CommitmentOutlook | undefined,
): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    toCents(one.commitmentUsd) === toCents(other.commitmentUsd)
  );
}
