import fc from "fast-check";
import type { Forecast } from "../../src/forecast/forecast";
import { lognormal, lognormalFromVariation } from "../../src/forecast/lognormal";
import { normal } from "../../src/forecast/normal";
import { pert } from "../../src/forecast/pert";
import { certain, sample } from "../../src/forecast/sample";
import { normalAtMost } from "../../src/forecast/standard-normal";
import { triangular } from "../../src/forecast/triangular";

/** The forecast of the worked cases: lognormal, mean 600,000, coefficient of variation 35%. */
export const GROWTH = lognormal(lognormalFromVariation(600_000, 0.35));

/** Three outcomes of the worked cases. */
export const THREE = sample([380_000, 600_000, 900_000], [0.25, 0.5, 0.25]);

const mean = fc.integer({ min: 1_000, max: 3_000_000 });
const variation = fc.integer({ min: 1, max: 120 }).map((percent) => percent / 100);
const points = fc
  .uniqueArray(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 3, maxLength: 3 })
  .map((all) => {
    const [lowUsd = 0, modeUsd = 0, highUsd = 0] = [...all].sort((a, b) => a - b);
    return { lowUsd, modeUsd, highUsd };
  });

export const anyContinuous: fc.Arbitrary<Forecast> = fc.oneof(
  fc.tuple(mean, variation).map(([usd, cv]) => lognormal(lognormalFromVariation(usd, cv))),
  fc
    .tuple(mean, variation)
    .map(([usd, cv]) => normal({ meanUsd: usd, deviationUsd: (usd * cv) / 2 })),
  points.map(triangular),
  points.map(pert),
);

export const anySample: fc.Arbitrary<Forecast> = fc.oneof(
  fc.integer({ min: 0, max: 3_000_000 }).map(certain),
  fc
    .array(fc.integer({ min: 0, max: 300_000_000 }), { minLength: 2, maxLength: 12 })
    .map((wholes) => sample(wholes.map((whole) => whole / 100))),
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 2,
      maxLength: 8,
    })
    .map((outcomes) => {
      const total = outcomes.reduce((sum, [, weight]) => sum + weight, 0);
      return sample(
        outcomes.map(([usd]) => usd),
        outcomes.map(([, weight]) => weight / total),
      );
    }),
);

export const anyForecast = fc.oneof(anyContinuous, anySample);

/** Edges of the cells in which a forecast is integrated: from minus to plus 6.5 standard deviations of a normal. */
const EDGES = Array.from({ length: 1_201 }, (_, index) =>
  normalAtMost(-6.5 + (13 * index) / 1_200),
);

/**
 * A forecast cut into parts: the outcomes of a sample, else narrow cells, each with its probability. It uses only the
 * forecast's quantiles and cumulative probabilities.
 */
export function cellsOf(
  forecast: Forecast,
): readonly { readonly usageUsd: number; readonly probability: number }[] {
  if (forecast.outcomesUsd)
    return [...new Set(Array.from(forecast.outcomesUsd))].map((usageUsd) => ({
      usageUsd,
      probability: forecast.atMost(usageUsd) - forecast.below(usageUsd),
    }));
  const edges = EDGES.map((probability) => forecast.quantile(probability));
  return edges.slice(1).map((toUsd, index) => {
    const fromUsd = edges[index] ?? toUsd;
    return {
      usageUsd: (fromUsd + toUsd) / 2,
      probability: forecast.atMost(toUsd) - forecast.atMost(fromUsd),
    };
  });
}

/** Means of cost and shortfall, by adding up their values in the middle of the cells. */
export function meansByCells(forecast: Forecast, of: (usageUsd: number) => Outcome): Outcome {
  const cells = cellsOf(forecast);
  const mass = cells.reduce((sum, { probability }) => sum + probability, 0);
  let [costUsd, shortfallUsd] = [0, 0];
  for (const { usageUsd, probability } of cells) {
    const outcome = of(usageUsd);
    costUsd += probability * outcome.costUsd;
    shortfallUsd += probability * outcome.shortfallUsd;
  }
  return { costUsd: costUsd / mass, shortfallUsd: shortfallUsd / mass };
}

interface Outcome {
  readonly costUsd: number;
  readonly shortfallUsd: number;
}
