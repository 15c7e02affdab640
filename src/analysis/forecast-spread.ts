import type { Forecast } from "../forecast/forecast";

/** A usage and its probability: of being reached or, among a few outcomes, of being exactly that. */
export interface UsageChance {
  readonly usageUsd: number;
  readonly probability: number;
}

/** A forecast in three parts: a base that is almost sure, a likely middle and a tail. */
export type ForecastSpread =
  | { readonly kind: "certain"; readonly usageUsd: number }
  /** A few outcomes, ascending, each with its probability, to list one by one. */
  | { readonly kind: "few"; readonly outcomes: readonly UsageChance[] }
  | {
      readonly kind: "spread";
      /** P5 and the probability that usage is that or more. */
      readonly base: UsageChance;
      /** P25 to P75 and the probability that usage lies there, ends counted. */
      readonly middle: {
        readonly fromUsd: number;
        readonly toUsd: number;
        readonly probability: number;
      };
      /** P95 and the probability that usage is that or more. */
      readonly tail: UsageChance;
      /** Probability of usage below 0, which only a normal forecast allows. */
      readonly belowZeroProbability: number;
    };

const MOST_TOLD = 5;

/** Splits a forecast into base, middle and tail. */
export function forecastSpread(forecast: Forecast): ForecastSpread {
  const { lowestUsd, highestUsd, outcomesUsd } = forecast;
  if (lowestUsd === highestUsd) return { kind: "certain", usageUsd: lowestUsd };
  const few = outcomesUsd && distinct(outcomesUsd);
  if (few && few.length <= MOST_TOLD)
    return {
      kind: "few",
      outcomes: few.map((usageUsd) => ({
        usageUsd,
        probability: forecast.atMost(usageUsd) - forecast.below(usageUsd),
      })),
    };
  const reached = (probability: number): UsageChance => {
    const usageUsd = forecast.quantile(probability);
    return { usageUsd, probability: 1 - forecast.below(usageUsd) };
  };
  const [fromUsd, toUsd] = [forecast.quantile(0.25), forecast.quantile(0.75)];
  return {
    kind: "spread",
    base: reached(0.05),
    middle: { fromUsd, toUsd, probability: forecast.atMost(toUsd) - forecast.below(fromUsd) },
    tail: reached(0.95),
    belowZeroProbability: forecast.below(0),
  };
}

/** The different outcomes, ascending; only as many as show that there are many. */
function distinct(sorted: ArrayLike<number>): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < sorted.length && found.length <= MOST_TOLD; index++) {
    const usd = sorted[index] ?? 0;
    if (usd !== found.at(-1)) found.push(usd);
  }
  return found;
}
