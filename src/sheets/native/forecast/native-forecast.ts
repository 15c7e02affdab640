import { type NativeCell, type NativeFormula, x } from "../excel/formula";

/**
 * A forecast as formulas for any usage k (docs/pricing-model.md 9.5). Each takes what was worked out before it in a cell of its own,
 * so that no formula grows long.
 */
export interface NativeForecast {
  /** Mean usage; #N/A where our function refuses the forecast. */
  readonly mean: NativeCell;
  /** Where k lies in the distribution, in its own measure. */
  readonly placeOf: (usage: NativeFormula) => NativeFormula;
  /** P(U < k). */
  readonly chanceBelow: (usage: NativeFormula, place: NativeFormula) => NativeFormula;
  /** E[(U - k)+]. */
  readonly expectedAbove: (
    usage: NativeFormula,
    place: NativeFormula,
    chanceBelow: NativeFormula,
  ) => NativeFormula;
  /** Usage from which a capacity counts as filled: an outcome fills it to the cent. */
  readonly fillsFrom: (capacity: NativeFormula) => NativeFormula;
  readonly quantile: (probability: NativeFormula) => NativeFormula;
  /** The least loss of a commitment that counts: half a cent of an outcome, else more than rounding makes. */
  readonly leastLoss: (commitment: NativeFormula) => NativeFormula;
  /** Between which usages a largest regret is sought: the ends, or P1 and P99 where usage has none. */
  readonly lowest: NativeFormula;
  readonly highest: NativeFormula;
}

/** Half a cent: an outcome's loss from there on rounds to a cent. */
export const HALF_A_CENT = x`0.5/100`;

/** Half a cent below an amount in cents: from there on an outcome rounds to it. */
export function toTheCent(amount: NativeFormula): NativeFormula {
  return x`(ROUND(100*${amount},0)-0.5)/100`;
}
