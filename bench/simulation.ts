/** Chances from 0 up to 1, the same for the same seed on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The yardstick for EXPECTED_COST: the mean of drawn costs, as one would simulate this deal alone.
 *
 * Usage is lognormal, by the method of Box and Muller; nothing is read, refused or looked up.
 */
export function simulatedCost(
  draws: number,
  seed: number,
  meanUsd: number,
  variation: number,
  costOf: (usageUsd: number) => number,
): number {
  const chance = seeded(seed);
  const deviation = Math.sqrt(Math.log1p(variation ** 2));
  const middle = Math.log(meanUsd) - deviation ** 2 / 2;
  let total = 0;
  for (let draw = 0; draw < draws; draw += 2) {
    const radius = deviation * Math.sqrt(-2 * Math.log(1 - chance()));
    const angle = 2 * Math.PI * chance();
    total += costOf(Math.exp(middle + radius * Math.cos(angle)));
    total += costOf(Math.exp(middle + radius * Math.sin(angle)));
  }
  return total / (2 * Math.ceil(draws / 2));
}
