import { firstWhere } from "../core/bisect";
import type { Forecast } from "./forecast";

/** How far a cumulative probability may miss the one asked for and still reach it: the noise of adding probabilities. */
const ALLOWANCE = 1e-9;

/**
 * Usage that is one of a list of outcomes, such as months observed or scenarios.
 *
 * The outcomes may be in any order and repeat. Without weights all are equally likely; with weights, which are above 0,
 * each has its share of their sum. One outcome is a certain forecast.
 *
 * Quantiles are outcomes, never between two of them: the ceil(n p - 1e-9)-th smallest, or by weight the first whose
 * cumulative probability is at least p - 1e-9. This differs from PERCENTILE.INC.
 */
export function sample(usagesUsd: ArrayLike<number>, weights?: ArrayLike<number>): Forecast {
  const count = usagesUsd.length;
  const { sorted, sortedWeights } = sortTogether(usagesUsd, weights);
  const total = sortedWeights ? last(runningSums(sortedWeights)) : count;
  const upToEach = sortedWeights
    ? runningSums(sortedWeights).map((sum) => sum / total)
    : sorted.map((_, index) => (index + 1) / count);
  // The last outcome completes the probability, so that rounding leaves no gap.
  upToEach[count - 1] = 1;
  const partialMeans = runningSums(
    sortedWeights ? sorted.map((usd, index) => usd * (sortedWeights[index] ?? 0)) : sorted,
  ).map((sum) => sum / total);

  const meanUsd = last(partialMeans);
  const variance = sorted.reduce(
    (sum, usd, index) => sum + ((sortedWeights?.[index] ?? 1) / total) * (usd - meanUsd) ** 2,
    0,
  );

  const probabilityOfFirst = (outcomes: number): number => upToEach[outcomes - 1] ?? 0;
  return {
    meanUsd,
    deviationUsd: sorted[0] === last(sorted) ? 0 : Math.sqrt(variance),
    lowestUsd: sorted[0] ?? 0,
    highestUsd: last(sorted),
    outcomesUsd: sorted,
    atMost: (usageUsd) => probabilityOfFirst(firstWhere(sorted, (usd) => usd > usageUsd)),
    below: (usageUsd) => probabilityOfFirst(firstWhere(sorted, (usd) => usd >= usageUsd)),
    partialMean: (usageUsd) => partialMeans[firstWhere(sorted, (usd) => usd > usageUsd) - 1] ?? 0,
    quantile: (probability) => {
      const position = sortedWeights
        ? firstWhere(upToEach, (sum) => sum >= probability - ALLOWANCE)
        : Math.ceil(count * probability - ALLOWANCE) - 1;
      return sorted[Math.min(Math.max(position, 0), count - 1)] ?? 0;
    },
  };
}

/** Usage that is known: a sample of one. */
export function certain(usageUsd: number): Forecast {
  return sample([usageUsd]);
}

function sortTogether(usagesUsd: ArrayLike<number>, weights: ArrayLike<number> | undefined) {
  if (!weights) return { sorted: new Float64Array(usagesUsd).sort(), sortedWeights: undefined };
  const usages = new Float64Array(usagesUsd);
  const order = new Uint32Array(usages.length).map((_, index) => index);
  order.sort((a, b) => (usages[a] ?? 0) - (usages[b] ?? 0));
  // Mapping typed arrays is several times faster than Float64Array.from with a function.
  const inOrder = (values: ArrayLike<number>): Float64Array<ArrayBuffer> =>
    new Float64Array(order.length).map((_, index) => values[order[index] ?? 0] ?? 0);
  return { sorted: inOrder(usages), sortedWeights: inOrder(weights) };
}

/**
 * The sums of the first, the first two, and so on, each as if added exactly and rounded once or twice.
 *
 * Neumaier's compensated summation keeps what each addition loses beside the sum.
 * https://en.wikipedia.org/wiki/Kahan_summation_algorithm#Further_enhancements
 */
function runningSums(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let sum = 0;
  let lost = 0;
  return values.map((value) => {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    return sum + lost;
  });
}

function last(values: Float64Array): number {
  return values.at(-1) ?? 0;
}
