/** A straight map from amounts to pixels, and back. */
export interface LinearScale {
  (amountUsd: number): number;
  invert(pixel: number): number;
}

/** Maps the first amount to the first pixel and the last to the last. The two amounts differ. */
export function linearScale(
  [fromUsd, toUsd]: readonly [number, number],
  [fromPixel, toPixel]: readonly [number, number],
): LinearScale {
  const pixels = (toPixel - fromPixel) / (toUsd - fromUsd);
  const scale = (amountUsd: number): number => fromPixel + (amountUsd - fromUsd) * pixels;
  return Object.assign(scale, {
    invert: (pixel: number): number => fromUsd + (pixel - fromPixel) / pixels,
  });
}
