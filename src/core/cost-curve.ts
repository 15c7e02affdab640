import type { Agreement } from "./agreement";
import { bandPosition } from "./bands";
import { toCents } from "./money";
import { cheapestBeforeRecovery } from "./overage";
import { type PiecewiseLinear, straight, sum } from "./piecewise-linear";
import { shortfallCurve } from "./shortfall";

/**
 * What a commitment costs at every usage: the curve through the costs of `settle`.
 *
 * Straight between its bends, which are where the commitment is used up and where overage changes price. Break-even,
 * expectations, probabilities and tails are all read from it.
 *
 * @param commitmentUsd Commitment, [0, 1e15]; 0 to the cent is no agreement: `r₀U`.
 */
export function costCurve(commitmentUsd: number, agreement: Agreement): PiecewiseLinear {
  const { bands } = agreement;
  if (toCents(commitmentUsd) === 0) return straight(0, bands[0].rate);
  const position = bandPosition(commitmentUsd, bands);
  const { forfeitedFraction } = bands[position] ?? bands[0];
  const beforeRecovery = cheapestBeforeRecovery(commitmentUsd, position, agreement);
  if (forfeitedFraction === 1) return beforeRecovery;
  const shortfall = shortfallCurve(commitmentUsd, position, agreement);
  return sum(beforeRecovery, shortfall, forfeitedFraction - 1);
}
