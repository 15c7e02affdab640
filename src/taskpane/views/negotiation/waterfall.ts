import type { OfferBridge } from "../../../analysis/offer-bridge";

/** A bar from one cost to the next, as fractions of the width that all bars share. */
export interface WaterfallBar {
  readonly startFraction: number;
  readonly lengthFraction: number;
  /** Whether the cost rises by it. */
  readonly isRise: boolean;
}

/** The steps of a bridge as bars, each from where the one before ends; and where the first begins and the last ends. */
export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  readonly fromFraction: number;
  readonly toFraction: number;
}

/** Lays out a bridge in its stated order, between the lowest and the highest cost on the way. */
export function waterfall({ fromCents, toCents, steps }: OfferBridge): Waterfall {
  const costs = [fromCents];
  for (const { inOrderCents } of steps) costs.push((costs.at(-1) ?? 0) + inOrderCents);
  const low = Math.min(...costs);
  const span = Math.max(...costs) - low || 1;
  const at = (cents: number): number => (cents - low) / span;
  return {
    fromFraction: at(fromCents),
    toFraction: at(toCents),
    bars: steps.map(({ inOrderCents }, index) => {
      const before = costs[index] ?? 0;
      return {
        startFraction: at(Math.min(before, before + inOrderCents)),
        lengthFraction: Math.abs(inOrderCents) / span,
        isRise: inOrderCents > 0,
      };
    }),
  };
}
