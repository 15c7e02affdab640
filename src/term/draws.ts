/**
 * The first of four 32-bit words that pcg4d makes of four: a draw that depends on nothing but its seed, path, period and stream.
 *
 * Jarzynski and Olano, Hash Functions for GPU Rendering, 2020 (docs/pricing-model.md 25.1). Math.imul multiplies modulo 2^32.
 */
export function drawWord(seed: number, path: number, period: number, stream: number): number {
  const { imul } = Math;
  let x = step(seed);
  let y = step(path);
  let z = step(period);
  let w = step(stream);
  for (let round = 0; ; round++) {
    x = (x + imul(y, w)) | 0;
    if (round === 1) return x >>> 0;
    y = (y + imul(z, x)) | 0;
    z = (z + imul(x, y)) | 0;
    w = (w + imul(y, z)) | 0;
    x ^= x >>> 16;
    y ^= y >>> 16;
    w ^= w >>> 16;
  }
}

function step(word: number): number {
  return (Math.imul(word, 1_664_525) + 1_013_904_223) | 0;
}
