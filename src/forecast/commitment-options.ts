import type { Agreement } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { costCurve } from "../core/cost-curve";
import { CENT_USD, hindsightCurve } from "../core/hindsight";
import { toCents } from "../core/money";
import { straight, sum } from "../core/piecewise-linear";
import { expectedShortfall } from "./expected-cost";
import { expectedValue } from "./expected-value";
import { fillProbability } from "./fill";
import type { Forecast } from "./forecast";
import { cvarOf, probabilityOfLoss } from "./loss";
import { stationaryPoint } from "./optimal-commitment";
import { largestRegret } from "./regret";
import { difference } from "./rounding";

/** What one commitment costs under a forecast. Amounts in USD, probabilities as fractions. */
export interface CommitmentOption {
  readonly commitmentUsd: number;
  readonly discountFraction: number;
  readonly expectedCostUsd: number;
  /** Expected usage at list less expected cost. */
  readonly expectedSavingUsd: number;
  readonly fillProbability: number;
  readonly expectedShortfallUsd: number;
  readonly lossProbability: number;
  /** Mean of the worst tenth of the loss against list prices; negative is a saving. */
  readonly cvar90LossUsd: number;
  readonly expectedRegretUsd: number;
  readonly largestRegretUsd: number;
  /** 1 for the least expected cost; costs within a cent of each other rank the smaller commitment first. */
  readonly rank: number;
}

const LEVEL = 0.9;

/**
 * The commitments worth comparing: none, every threshold, and each point inside a band at which expected cost is least there;
 * ascending, each once to the cent (docs/pricing-model.md 6.11).
 */
export function commitmentOptions(
  forecast: Forecast,
  agreement: Agreement,
): readonly CommitmentOption[] {
  const hindsight = hindsightCurve(agreement);
  const hindsightUsd = expectedValue(hindsight, forecast);
  const options = optionAmounts(forecast, agreement).map((commitmentUsd) => {
    const cost = costCurve(commitmentUsd, agreement);
    const loss = sum(cost, straight(0, 1), -1);
    const regret = sum(cost, hindsight, -1);
    const expectedCostUsd = expectedValue(cost, forecast);
    return {
      commitmentUsd,
      discountFraction:
        agreement.bands[bandPosition(commitmentUsd, agreement.bands)]?.discountFraction ?? 0,
      expectedCostUsd,
      expectedSavingUsd: difference(forecast.meanUsd, expectedCostUsd),
      fillProbability: fillProbability(forecast, commitmentUsd, agreement),
      expectedShortfallUsd: expectedShortfall(forecast, commitmentUsd, agreement),
      lossProbability: probabilityOfLoss(loss, forecast, commitmentUsd),
      cvar90LossUsd: cvarOf(loss, forecast, LEVEL),
      expectedRegretUsd: Math.max(0, difference(expectedCostUsd, hindsightUsd)),
      largestRegretUsd: largestRegret(regret, forecast),
    };
  });
  const ranks = rankByCost(options.map(({ expectedCostUsd }) => expectedCostUsd));
  return options.map((option, index) => ({ ...option, rank: ranks[index] ?? 0 }));
}

/** The commitments of {@link commitmentOptions}, USD. */
export function optionAmounts(forecast: Forecast, agreement: Agreement): readonly number[] {
  const { bands } = agreement;
  const amounts = new Map([[0, 0]]);
  for (const { thresholdUsd } of bands)
    if (!amounts.has(toCents(thresholdUsd))) amounts.set(toCents(thresholdUsd), thresholdUsd);
  for (const [position, band] of bands.entries()) {
    const usd = stationaryPoint(band, forecast, agreement);
    const next = bands[position + 1]?.thresholdUsd ?? Number.POSITIVE_INFINITY;
    if (usd === undefined || toCents(usd) <= toCents(band.thresholdUsd)) continue;
    if (toCents(usd) < toCents(next)) amounts.set(toCents(usd), usd);
  }
  return [...amounts.values()].sort((a, b) => a - b);
}

/** Ranks of costs, from 1. Each rank goes to the first of those left that is within a cent of their least. */
export function rankByCost(costsUsd: readonly number[]): readonly number[] {
  const ranks = costsUsd.map(() => 0);
  for (let rank = 1; rank <= ranks.length; rank++) {
    const left = costsUsd.map((usd, index) =>
      ranks[index] === 0 ? usd : Number.POSITIVE_INFINITY,
    );
    const leastUsd = Math.min(...left);
    ranks[left.findIndex((usd) => usd <= leastUsd + CENT_USD)] = rank;
  }
  return ranks;
}
