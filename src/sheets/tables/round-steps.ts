/** Steps that people count in, times a power of ten. */
const ROUND = [1, 2, 2.5, 5, 10] as const;

/** An axis in round steps: even from `start`, each value outside the ends moved onto its end. */
export interface RoundGrid {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/**
 * The finest round grid from one value to another, both included, that has no more values than asked for.
 *
 * @param most At least 2.
 */
export function roundGrid(from: number, to: number, most: number): RoundGrid {
  if (to <= from) return { start: from, step: 0, count: 1 };
  for (let step = roundUp((to - from) / Math.max(1, most - 1)); ; step = roundUp(step * 1.01)) {
    const [first, last] = [Math.floor(from / step + NOISE), Math.ceil(to / step - NOISE)];
    const count = last - first + 1;
    // Two values are always enough: the ends.
    if (count <= Math.max(2, most) || step > to - from)
      return { start: tidy(first * step), step, count };
  }
}

/** Values in round steps from one to another, both included: 350,000, 400,000, … 1,050,000. Of one value, the first. */
export function roundSteps(from: number, to: number, most: number): readonly number[] {
  if (most === 1) return [from];
  const { start, step, count } = roundGrid(from, to, most);
  const values = Array.from({ length: count }, (_, index) =>
    Math.min(to, Math.max(from, tidy(start + index * step))),
  );
  return [...new Set(values)];
}

/** The least round number that is not below another. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + NOISE);
  const times = ROUND.find((one) => one * power >= value * (1 - NOISE)) ?? 10;
  return tidy(times * power);
}

/** A quotient that misses a whole number by less is that number. */
const NOISE = 1e-9;

/** Without the noise of a product: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
