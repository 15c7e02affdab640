import { sumOf } from "./methods";
import type { OriginTest } from "./rolling-origin";

/** No test of at most six months justifies less for a year (docs/assumptions.md P26). */
export const LEAST_CV = 0.1;

/**
 * Coefficient of variation of usage in a term, from tests of shorter sums; docs/pricing-model.md 18.10.
 *
 * Errors are taken to pile up from month to month as a random walk does, so that a longer and a later term is less certain.
 *
 * @returns Undefined where the tests forecast no usage.
 */
export function coefficientOfVariation(
  tests: readonly OriginTest[],
  testedMonths: number,
  gap: number,
  months: number,
): number | undefined {
  const meanUsd = sumOf(tests.map(({ forecastUsd }) => forecastUsd)) / tests.length;
  const squares = sumOf(tests.map(({ forecastUsd, actualUsd }) => (actualUsd - forecastUsd) ** 2));
  const tested = Math.sqrt(squares / (tests.length - 1)) / meanUsd;
  const cv = (tested * deviationOfMean(gap, months)) / deviationOfMean(0, testedMonths);
  return Number.isFinite(cv) ? Math.max(LEAST_CV, cv) : undefined;
}

/** Deviation of the mean of so many months after a gap, of a random walk whose monthly steps deviate by 1. */
function deviationOfMean(gap: number, months: number): number {
  const variance = gap * months ** 2 + (months * (months + 1) * (2 * months + 1)) / 6;
  return Math.sqrt(variance) / months;
}
