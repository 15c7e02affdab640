/**
 * Agreement of two doubles that say the same amount: |a - b| <= 1e-12 · max(1, |b|).
 *
 * Contract arithmetic is a handful of multiplications and divisions, each right to 1.1e-16 of its value; 1e-12 leaves
 * room for a few thousand of them and none for a wrong formula.
 */
export const RELATIVE_TOLERANCE = 1e-12;

export function agrees(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(expected));
}

/** Agreement of two numbers that rest on a distribution function. */
export const DISTRIBUTION_TOLERANCE = 1e-9;

/**
 * How far two numbers that rest on a distribution function are apart, relative to the larger of the expected one and what
 * they are measured in: mean usage for an amount in USD, 1 for a fraction.
 */
export function distributionError(actual: number, expected: number, unit: number): number {
  return Math.abs(actual - expected) / Math.max(1, Math.abs(expected), unit);
}
