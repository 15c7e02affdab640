/** The complementary error function and its inverse, with all digits in the tail. */

/** 2 / sqrt(pi), the slope of erf at 0. */
const SLOPE_AT_0 = 1.1283791670955126;
/** Below this erf has digits that erfc has lost. */
const SMALL = 0.5;
/** From here on erfc is below the smallest number. */
const NONE_LEFT = 28;

/** The step of the trapezoidal rule: its error, about exp(-(pi / STEP)^2), is below half a unit in the last place. */
const STEP = 0.5;
/** Each node's square and weight, from half a step on, as far as a weight counts. */
const NODES = Array.from({ length: 13 }, (_, at) => {
  const square = ((at + 0.5) * STEP) ** 2;
  return { square, weight: Math.exp(-square) };
});
/** From here on the poles at +-ix lie beyond what the rule's step sees, and their share is below what a double holds before. */
const NO_POLES = 6;

/**
 * 2 / sqrt(pi) times the integral of exp(-t^2) from x to infinity, which is (2x / pi) exp(-x^2) times the integral of
 * exp(-s^2) / (s^2 + x^2) from 0 on: by the trapezoidal rule, and the share of the poles at +-ix, both of which are above 0.
 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size >= NONE_LEFT) return x < 0 ? 2 : 0;
  // The square of a number of few bits is exact, so exp(-x^2) keeps its digits.
  const short = Math.fround(size);
  const gauss = Math.exp(-short * short) * Math.exp((short - size) * (short + size));
  const atNodes = NODES.reduce((sum, node) => sum + node.weight / (node.square + x * x), 0);
  const atPoles = size < NO_POLES ? 2 / (1 + Math.exp((2 * Math.PI * size) / STEP)) : 0;
  const tail = ((2 * STEP * size) / Math.PI) * gauss * atNodes + atPoles;
  return x < 0 ? 2 - tail : tail;
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
