import type { Agreement } from "../core/agreement";
import { bandReaches } from "../core/hindsight";
import { capacityOf } from "../forecast/fill";
import type { Forecast } from "../forecast/forecast";

/** Fill probabilities that describe a forecast's spread: almost surely, likely, hardly. */
export const FILL_LEVELS = [0.95, 0.75, 0.5, 0.25, 0.05] as const;

/** A fill probability, and the largest commitment that has it. */
export interface FillLevel {
  readonly probability: number;
  readonly commitmentUsd: number;
}

/**
 * The forecast's spread on the scale of commitments: for each chance, the largest commitment that usage fills with it.
 *
 * Usage itself is at list prices, and a commitment of the same number of dollars may hold more of it.
 */
export function fillLevels(forecast: Forecast, agreement: Agreement): readonly FillLevel[] {
  return FILL_LEVELS.map((probability) => {
    const usageUsd = forecast.quantile(1 - probability);
    let commitmentUsd = 0;
    for (const { band, leastUsd, mostUsd } of bandReaches(agreement)) {
      if (capacityOf(leastUsd, agreement) > usageUsd) continue;
      const filledUsd = agreement.basis === "net" ? band.rate * usageUsd : usageUsd;
      commitmentUsd = Math.max(commitmentUsd, Math.min(mostUsd, filledUsd));
    }
    return { probability, commitmentUsd };
  });
}
