/**
 * What usage of the period may be: a probability distribution of usage at list prices, in USD.
 *
 * Code that prices an uncertain period calls only these methods, so that the same code prices a forecast from a formula
 * and one from a list of scenarios.
 */
export interface Forecast {
  /** E[U]. */
  readonly meanUsd: number;
  /** Standard deviation of usage; 0 where it is certain. */
  readonly deviationUsd: number;
  /** Of a lognormal forecast, the standard deviation of the logarithm of usage. */
  readonly logDeviation?: number;
  /** The least usage that is possible; -Infinity where unbounded. */
  readonly lowestUsd: number;
  /** The most usage that is possible; Infinity where unbounded. */
  readonly highestUsd: number;
  /** Of a sample, its outcomes in ascending order; absent where usage can be any amount. */
  readonly outcomesUsd?: ArrayLike<number>;
  /** P(U <= usage), from 0 to 1. */
  atMost(usageUsd: number): number;
  /** P(U < usage); less than atMost only where the usage is an outcome of a sample. */
  below(usageUsd: number): number;
  /**
   * E[U; U <= usage]: the mean of usage that counts as 0 wherever it is above the given usage.
   *
   * Infinity gives the mean and -Infinity gives 0.
   */
  partialMean(usageUsd: number): number;
  /**
   * The smallest usage x with P(U <= x) >= probability, for a probability from 0 to 1.
   *
   * 0 gives the lowest and 1 the highest usage. For samples a cumulative probability that misses the given one by up to
   * 1e-9 reaches it.
   */
  quantile(probability: number): number;
}
