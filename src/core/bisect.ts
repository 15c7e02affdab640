/**
 * Between two numbers, of which the first passes a test and the second does not: the last double that passes, and the next, which
 * does not. Where the test changes more than once, one of its changes.
 *
 * @param beyond May be the smaller of the two.
 */
export function bisect(
  last: number,
  beyond: number,
  passes: (x: number) => boolean,
): readonly [last: number, beyond: number] {
  let [inside, outside] = [last, beyond];
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return [inside, outside];
    if (passes(middle)) inside = middle;
    else outside = middle;
  }
}

/** Rates tried are at least this: discounts lie below 1 by as much. */
export const LEAST_RATE = 1e-12;

/**
 * Smallest discount at which a commitment costs no more than enough, found by bisection to the last bit.
 *
 * @param costAt Cost at a rate, USD; it only rises with the rate. At LEAST_RATE it is at most `enoughUsd`.
 * @returns A fraction above 0 and below 1.
 */
export function smallestDiscount(costAt: (rate: number) => number, enoughUsd: number): number {
  const [enough] = bisect(LEAST_RATE, 1, (rate) => costAt(rate) <= enoughUsd);
  return 1 - enough;
}

/** Position of the first value that passes, in values where all after it pass too; their count if none does. */
export function firstWhere<T>(values: ArrayLike<T>, passes: (value: T) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle];
    if (value === undefined || passes(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
