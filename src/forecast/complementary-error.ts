/** The complementary error function and its inverse, with all digits in the tail. */

/** 2 / sqrt(pi), the slope of erf at 0. */
const SLOPE_AT_0 = 1.1283791670955126;
/** Below this erf has digits that erfc has lost. */
const SMALL = 0.5;
/** From here on erfc is below the smallest number. */
const NONE_LEFT = 28;

/**
 * ln(erfc(x) exp(x^2) / t) as a series of Chebyshev polynomials of 2t - 1, where t = 2 / (2 + x) for x from 0 on: the transform
 * at 200 nodes, to 50 digits, each rounded to 1e-18, the
 * first of them halved, in descending degree (test/oracle/chebyshev_erfc.py).
 */
const COEFFICIENTS = [
  -2.8e-17, 1.21e-16, -9.5e-17, -1.523e-15, 7.106e-15, 3.81e-16, -1.12708e-13, 3.13092e-13,
  8.94488e-13, -6.886028e-12, 2.394038e-12, 9.6467911e-11, -2.27365122e-10, -9.91364156e-10,
  5.059343496e-9, 6.529054439e-9, -8.5238095915e-8, 1.5626441722e-8, 1.303655835581e-6,
  -1.624290004647e-6, -2.0278578112534e-5, 4.2523324806908e-5, 0.000366839497852761,
  -0.000946595344482037, -0.009561514786808632, 0.019476473204185836, 0.6419697923564902,
  -0.6513268598908547,
];

/** 2 / sqrt(pi) times the integral of exp(-t^2) from x to infinity. */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size < SMALL) return 1 - erfOfSmall(x);
  if (size >= NONE_LEFT) return x < 0 ? 2 : 0;
  const t = 2 / (2 + size);
  // The square of a number of few bits is exact, so exp(-x^2) keeps its digits.
  const short = Math.fround(size);
  const tail =
    t * Math.exp(-short * short) * Math.exp((short - size) * (short + size) + series(2 * t - 1));
  return x < 0 ? 2 - tail : tail;
}

/** Clenshaw's recurrence. */
function series(x: number): number {
  let [sum, before] = [0, 0];
  for (const coefficient of COEFFICIENTS) [sum, before] = [2 * x * sum - before + coefficient, sum];
  return sum - x * before;
}

/** erf where |x| is small, by its power series. */
function erfOfSmall(x: number): number {
  let [sum, term] = [x, x];
  for (let n = 1; Math.abs(term) > Number.EPSILON * 0.01 * Math.abs(x); n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return SLOPE_AT_0 * sum;
}

/** A step of Halley's triples the digits: after one this small, relative to its answer, the next would change nothing. */
const DIGITS_THAT_TRIPLE = 1e-6;

/** The x with erfc(x) = share, of a share from 0 to 2; Infinity at 0 and -Infinity at 2. */
export function erfcinv(share: number): number {
  return share > 1 ? -upperErfcinv(2 - share) : upperErfcinv(share);
}

/** erfcinv from 0 to 1, where it is not negative: Halley's steps from the guess of Abramowitz and Stegun 26.2.22, two but in the far tail. */
function upperErfcinv(share: number): number {
  if (share === 0) return Number.POSITIVE_INFINITY;
  const t = Math.sqrt(-2 * Math.log(share / 2));
  let x = (t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))) / Math.SQRT2;
  let step: number;
  do {
    // Close to 0 erf has digits that erfc has lost.
    const excess = x < SMALL ? 1 - share - erfOfSmall(x) : erfc(x) - share;
    step = excess / (SLOPE_AT_0 * Math.exp(-x * x) - x * excess);
    x += step;
  } while (Math.abs(step) > DIGITS_THAT_TRIPLE * Math.abs(x));
  return x;
}
