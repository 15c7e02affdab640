import type { Agreement } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { expectedShortfall } from "../forecast/expected-cost";
import { fillProbability } from "../forecast/fill";
import type { Forecast } from "../forecast/forecast";
import { cvarLoss, lossProbability } from "../forecast/loss";
import { expectedSaving } from "./expected-saving";
import { WORST_TENTH } from "./worst-tenth";

/** What one commitment promises under a forecast. Amounts in USD, probabilities as fractions. */
export interface CommitmentOutlook {
  readonly commitmentUsd: number;
  readonly discountFraction: number;
  /** Expected usage at list less expected cost; negative costs more than list prices. */
  readonly expectedSavingUsd: number;
  readonly fillProbability: number;
  /** Probability of costing more than list prices by at least a cent. */
  readonly lossProbability: number;
}

/** The outlook of any one commitment. */
export function commitmentOutlook(
  forecast: Forecast,
  agreement: Agreement,
  commitmentUsd: number,
): CommitmentOutlook {
  const { bands } = agreement;
  return {
    commitmentUsd,
    discountFraction: bands[bandPosition(commitmentUsd, bands)]?.discountFraction ?? 0,
    expectedSavingUsd: expectedSaving(forecast, agreement, commitmentUsd),
    fillProbability: fillProbability(forecast, commitmentUsd, agreement),
    lossProbability: lossProbability(forecast, commitmentUsd, agreement),
  };
}

/** How bad it is not to use all of a commitment. */
export interface WasteOutlook {
  readonly commitmentUsd: number;
  readonly unfilledProbability: number;
  /** Mean over all outcomes of the unused commitment, before any of it is refunded. */
  readonly expectedShortfallUsd: number;
  /** Mean over the worst tenth of outcomes of what is paid above list prices; negative still saves. */
  readonly worstTenthLossUsd: number;
}

/** How bad it is not to use all of a commitment, on average and in the worst tenth of outcomes. */
export function wasteOutlook(
  forecast: Forecast,
  agreement: Agreement,
  commitmentUsd: number,
): WasteOutlook {
  return {
    commitmentUsd,
    unfilledProbability: 1 - fillProbability(forecast, commitmentUsd, agreement),
    expectedShortfallUsd: expectedShortfall(forecast, commitmentUsd, agreement),
    worstTenthLossUsd: cvarLoss(forecast, commitmentUsd, agreement, WORST_TENTH),
  };
}
