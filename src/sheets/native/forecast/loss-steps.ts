import type { NativeCommitment } from "../agreement/commitment-block";
import { costFromCurve, type NativeCurve } from "../agreement/curve-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";
import { aboveSteps, chanceSteps, type NativeExpectations } from "./expectation-steps";
import type { NativeForecast } from "./native-forecast";

/**
 * How likely a commitment costs more than paying list prices (docs/pricing-model.md 6.4).
 *
 * Below the capacity the loss falls on one line; above it only overage dearer than list brings a loss again, which then rises.
 */
export function lossProbabilitySteps(
  layout: Layout,
  forecast: NativeForecast,
  commitment: NativeCommitment,
  curve: NativeCurve,
  { isKnown }: NativeExpectations,
): NativeCell {
  const { amount, isNone, price, capacity, share, priceOfOverage } = commitment;
  layout.block("Loss against list prices");
  const least = layout.step("Least loss that counts", "USD", forecast.leastLoss(amount));
  const fall = layout.step("Fall of the loss a dollar of usage", "USD", fallOfLoss(commitment));
  const without = x`IF(${isNone}=1,0,${curve.base}-(1-${share})*${price})`;
  const low = layout.step(
    "Usage below which it loses",
    "USD",
    x`IF(${fall}>0,(${without}-${least})/${fall},0)`,
  );
  const { chance: lowChance } = chanceSteps(layout, forecast, low, "that usage");
  const isDearer = x`AND(${isNone}=0,${priceOfOverage}>1)`;
  const high = layout.step(
    "Usage above which it loses",
    "USD",
    x`IF(${isDearer},${capacity}+(${least}+${capacity}-${price})/(${priceOfOverage}-1),0)`,
  );
  const { chance: highChance } = chanceSteps(layout, forecast, high, "that higher usage");
  return layout.step(
    "Probability of a loss",
    "fraction",
    x`${isKnown}*MIN(1,IF(${fall}>0,${lowChance},0)+IF(${isDearer},1-${highChance},0))`,
  );
}

/** How much less is lost with each dollar of usage below the capacity. */
function fallOfLoss({ agreement, isNone, rate, share }: NativeCommitment): NativeFormula {
  return x`1-IF(${isNone}=1,${agreement.bands.at("Rate", 0)},(1-${share})*${rate})`;
}

/** The worst part of a forecast: usage up to its quantile, where low usage is what loses. */
export interface NativeTail {
  /** Probability that is not in the tail, from 0 up to 1; 0 is all of the forecast. */
  readonly level: NativeCell;
  readonly tail: NativeCell;
  /** The highest usage of the tail. */
  readonly usage: NativeCell;
  /** Usage expected below that. */
  readonly below: NativeCell;
}

/** The tail of a forecast at a level; a blank level is `otherwise`. */
export function tailSteps(
  layout: Layout,
  forecast: NativeForecast,
  given: NativeFormula,
  otherwise: number,
): NativeTail {
  layout.block("Worst outcomes");
  const level = layout.step(
    "Level",
    "fraction",
    x`IF(${given}&""="",${otherwise},IF(ISNUMBER(${given}),IF(AND(${given}>=0,${given}<=1-0.01/1000),${given},NA()),NA()))`,
  );
  const tail = layout.step("Probability of the worst outcomes", "fraction", x`1-${level}`);
  const usage = layout.step(
    "Highest usage among them",
    "USD",
    x`IF(${level}=0,${forecast.mean},${forecast.quantile(tail)})`,
  );
  const { above } = aboveSteps(layout, forecast, usage, "the highest usage among them");
  const below = layout.step(
    "Usage expected below it",
    "USD",
    x`${usage}-${forecast.mean}+${above}`,
  );
  return { level, tail, usage, below };
}

/**
 * Mean loss in the worst outcomes: the loss at the highest usage of the tail, and what lower usage loses more (docs/pricing-model.md 6.5).
 * #N/A where overage costs more than list, since high usage then loses too.
 */
export function meanLossSteps(
  layout: Layout,
  { mean }: NativeForecast,
  { level, tail, usage, below }: NativeTail,
  commitment: NativeCommitment,
  curve: NativeCurve,
  { cost, beyond, usageAbove }: NativeExpectations,
): NativeCell {
  const { isNone, rate, share, capacity, priceOfOverage } = commitment;
  const { from, change } = curve;
  layout.block("Mean loss in the worst outcomes");
  const isPast = x`IF(AND(${isNone}=0,${capacity}<${usage}),(1-${share})*${rate},0)`;
  const steepness = layout.step(
    "Fall of the loss at that usage",
    "USD",
    x`${fallOfLoss(commitment)}+${isPast}-IF(${isNone}=1,0,SUMPRODUCT(${change}*(${from}<${usage})))`,
  );
  const atUsage = layout.step(
    "Loss at that usage",
    "USD",
    x`${costFromCurve(commitment, curve, usage)}-${usage}`,
  );
  const bends = x`IF(${isNone}=1,0,SUMPRODUCT(${change}*(${from}<${usage})*(${from}-${mean}+${usageAbove})))`;
  const more = layout.step(
    "What lower usage loses more",
    "USD",
    x`${steepness}*${below}+${bends}-${isPast}*(${capacity}-${mean}+${beyond})`,
  );
  const isOneTail = x`OR(${isNone}=1,${priceOfOverage}<=1)`;
  return layout.step(
    "Mean loss",
    "USD",
    x`IF(${level}=0,${cost}-${mean},IF(${isOneTail},${atUsage}+${more}/${tail},NA()))`,
  );
}
