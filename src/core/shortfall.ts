import type { Agreement } from "./agreement";
import { prepaid } from "./overage";
import type { PiecewiseLinear } from "./piecewise-linear";

/**
 * Commitment not used, over usage at list: `(C - rU)+`, or on the list basis `r(L - U)+` (docs/pricing-model.md 4.1, 4.2).
 *
 * @param position Position of the band that the commitment, which is above 0, lands in.
 */
export function shortfallCurve(
  commitmentUsd: number,
  position: number,
  { basis, bands }: Agreement,
): PiecewiseLinear {
  const { rate } = bands[position] ?? bands[0];
  const { capacityUsd, priceUsd } = prepaid(commitmentUsd, rate, basis);
  return [
    { fromUsd: Number.NEGATIVE_INFINITY, atUsd: 0, valueUsd: priceUsd, slope: -rate },
    { fromUsd: capacityUsd, atUsd: capacityUsd, valueUsd: 0, slope: 0 },
  ];
}
