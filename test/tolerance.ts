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
