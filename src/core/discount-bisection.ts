/** Rates tried are at least this: discounts lie below 1 by as much. */
export const LEAST_RATE = 1e-12;

/**
 * Smallest discount at which a commitment costs no more than enough, found by bisection to the last bit.
 *
 * @param costAt Cost at a rate, USD; it only rises with the rate. At LEAST_RATE it is at most `enoughUsd`.
 * @returns A fraction above 0 and below 1.
 */
export function smallestDiscount(costAt: (rate: number) => number, enoughUsd: number): number {
  let [enough, tooHigh] = [LEAST_RATE, 1];
  for (;;) {
    const middle = (enough + tooHigh) / 2;
    if (middle <= enough || middle >= tooHigh) return 1 - enough;
    if (costAt(middle) <= enoughUsd) enough = middle;
    else tooHigh = middle;
  }
}
