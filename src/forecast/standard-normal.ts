import { erfc, erfcinv } from "./complementary-error";

/** The 90th percentile of the standard normal distribution; the 10th is its negative. */
export const Z90 = 1.2815515655446004;

/** P(Z <= z). Phi(z) = erfc(-z / sqrt 2) / 2, which keeps all digits in both tails. */
export function normalAtMost(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The z with P(Z <= z) = probability; -Infinity at 0 and Infinity at 1. */
export function normalQuantile(probability: number): number {
  return -Math.SQRT2 * erfcinv(2 * probability);
}
