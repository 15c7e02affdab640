/** How much of a trend is left a month later. */
const PHI = 0.9;
const LEVEL_WEIGHTS = [0.1, 0.3, 0.5, 0.7, 0.9];
const TREND_WEIGHTS = [0.1, 0.3, 0.5];

/** Fits whose squared errors differ by less than this part of the least are equal; the first of them is taken. */
const EQUAL = 1e-9;

interface Fit {
  readonly levelUsd: number;
  readonly trendUsd: number;
  readonly squaredError: number;
}

/**
 * Exponential smoothing with a damped trend: level + trend (φ + … + φʰ), docs/pricing-model.md 18.4.
 *
 * Of a grid of fifteen pairs of weights those whose forecasts one month ahead fitted the history best: anybody can re-perform
 * them in cells, which an optimiser does not allow.
 */
export function dampedTrend(usagesUsd: readonly number[]): (h: number) => number {
  const fits = LEVEL_WEIGHTS.flatMap((alpha) =>
    TREND_WEIGHTS.map((beta) => fitted(usagesUsd, alpha, beta)),
  );
  const most = Math.min(...fits.map(({ squaredError }) => squaredError)) * (1 + EQUAL);
  const { levelUsd = 0, trendUsd = 0 } =
    fits.find(({ squaredError }) => squaredError <= most) ?? {};
  return (h) => levelUsd + (trendUsd * PHI * (1 - PHI ** h)) / (1 - PHI);
}

function fitted([first = 0, second = 0, ...rest]: readonly number[], alpha: number, beta: number) {
  let levelUsd = second;
  let trendUsd = second - first;
  let squaredError = 0;
  for (const usageUsd of rest) {
    const damped = PHI * trendUsd;
    const error = usageUsd - (levelUsd + damped);
    levelUsd += damped + alpha * error;
    trendUsd = damped + alpha * beta * error;
    squaredError += error * error;
  }
  return { levelUsd, trendUsd, squaredError } satisfies Fit;
}
