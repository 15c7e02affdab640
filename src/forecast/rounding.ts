/** Amounts below this fraction of their terms are rounding of doubles, with a margin of a hundred. */
const ROUNDING = 1e-14;

/** The amount, or 0 where rounding of amounts of that size could have made it: no cell should show 2.9E-11 for nothing. */
export function withoutRounding(amountUsd: number, sizeUsd: number): number {
  return Math.abs(amountUsd) <= ROUNDING * Math.abs(sizeUsd) ? 0 : amountUsd;
}

/** `a - b`, or 0 where the two differ by rounding alone. */
export function difference(aUsd: number, bUsd: number): number {
  return withoutRounding(aUsd - bUsd, Math.max(Math.abs(aUsd), Math.abs(bUsd)));
}
