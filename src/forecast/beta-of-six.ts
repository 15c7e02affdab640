/**
 * The lower tail of a beta distribution on [0, 1] whose two parameters sum to 6, as those of PERT always do.
 *
 * Every sum here has only positive terms, so nothing cancels. Call these at or below the mean a / 6, where the sums are
 * short; above it, call them for the other tail of the mirrored distribution.
 */
export interface BetaTail {
  /** I_x(a, b), the probability of at most x. */
  readonly atMost: number;
  /** I_x(a + 1, b): with a / 6 before it, the mean counted only where it is at most x. */
  readonly raised: number;
  /** I_x(a + 1, b) - I_x(a, b) without its sign: x^a (1 - x)^b / (a B). */
  readonly step: number;
}

/**
 * I_x(a, b) = x^a (1 - x)^b / (a B(a, b)) · sum over n of (6)_n / (a + 1)_n x^n, and the same without its first term is
 * I_x(a + 1, b). https://dlmf.nist.gov/8.17#E8 and https://dlmf.nist.gov/8.17#E20
 */
export function betaTail(x: number, a: number): BetaTail {
  const step = (x ** a * (1 - x) ** (6 - a)) / (a * completeBeta(a));
  let rest = 0;
  let term = 1;
  for (let n = 0; term > rest * 1e-17; n++) {
    term *= (x * (6 + n)) / (a + 1 + n);
    rest += term;
  }
  return { atMost: step * (1 + rest), raised: step * rest, step };
}

/**
 * The x, at or below the mean, with I_x(a, 6 - a) = probability.
 *
 * Newton's method in the logarithms of both. There the curve is concave, and it starts left of the root, where
 * (probability a B)^(1/a) always lies, so each step moves right and none passes the root.
 */
export function betaQuantile(probability: number, a: number): number {
  let x = (probability * a * completeBeta(a)) ** (1 / a);
  for (let steps = 0; steps < 100 && x > 0; steps++) {
    const { atMost, step } = betaTail(x, a);
    const slope = (a * step) / ((1 - x) * atMost);
    const next = x * Math.exp(Math.log(probability / atMost) / slope);
    if (!(next > x)) break;
    x = next;
  }
  return x;
}

/**
 * B(a, 6 - a) for a from 1 to 5. With t = a - 1 the reflection of the gamma function gives
 * pi t (1 - t)(2 - t)(3 - t)(4 - t) / (120 sin(pi t)). https://dlmf.nist.gov/5.5#E3
 *
 * At a whole t both sides of the fraction vanish, so the code divides the factor of the nearest whole number n out of both.
 */
export function completeBeta(a: number): number {
  const t = Math.min(a, 6 - a) - 1;
  const n = Math.round(t);
  const angle = Math.PI * (t - n);
  const sine = angle === 0 ? 1 : Math.sin(angle) / angle;
  const factors = [t, 1 - t, 2 - t, 3 - t, 4 - t].filter((_, whole) => whole !== n);
  const sign = n === 2 ? -1 : 1;
  return (sign * factors.reduce((product, factor) => product * factor, 1)) / (120 * sine);
}
