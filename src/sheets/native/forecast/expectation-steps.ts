import type { NativeCommitment } from "../agreement/commitment-block";
import type { NativeCurve } from "../agreement/curve-block";
import { type NativeCell, type NativeFormula, type NativeRange, x } from "../excel/formula";
import type { Layout } from "../layout";
import type { NativeForecast } from "./native-forecast";

/** What a commitment comes to on average over a forecast. */
export interface NativeExpectations {
  readonly cost: NativeCell;
  /** The whole shortfall, before any of it returns. */
  readonly shortfall: NativeCell;
  readonly fill: NativeCell;
  /** 1 where forecast and commitment are known, else #N/A. */
  readonly isKnown: NativeCell;
  /** Expected cost before any shortfall returns. */
  readonly beforeReturn: NativeCell;
  /** Usage expected above the capacity. */
  readonly beyond: NativeCell;
  /** E[U; U >= Q]: usage counts only where it fills the commitment. */
  readonly usageWhereFilled: NativeCell;
  /** Usage from which it counts as filled, and the chance of less. */
  readonly fillsFrom: NativeCell;
  readonly chanceToMiss: NativeCell;
  /** Usage expected above each place of the curve where the price changes. */
  readonly usageAbove: NativeRange;
}

/**
 * Expectations in closed form: each place where the price of a list dollar changes adds its change times the usage expected above it
 * (docs/pricing-model.md 6.1 to 6.3).
 */
export function expectationSteps(
  layout: Layout,
  forecast: NativeForecast,
  commitment: NativeCommitment,
  curve: NativeCurve,
): NativeExpectations {
  const { agreement, isNone, rate, capacity, share } = commitment;
  const { mean } = forecast;
  layout.block("Over the forecast");
  const isKnown = layout.step(
    "Are forecast and commitment known? (1 is yes)",
    "",
    x`IF(ISNUMBER(${mean}+${commitment.amount}),1,NA())`,
  );
  const { above: beyond } = aboveSteps(layout, forecast, capacity, "the capacity");
  const fillsFrom = layout.step("Usage that fills it", "USD", forecast.fillsFrom(capacity));
  const fillPlace = layout.step("Where that usage lies", "", forecast.placeOf(fillsFrom));
  const chanceToMiss = layout.step(
    "Chance of less than that",
    "fraction",
    forecast.chanceBelow(fillsFrom, fillPlace),
  );
  const fill = layout.step(
    "Fill probability",
    "fraction",
    x`${isKnown}*IF(${isNone}=1,1,1-${chanceToMiss})`,
  );
  const shortfall = layout.step(
    "Expected shortfall",
    "USD",
    x`${isKnown}*IF(${isNone}=1,0,MAX(0,${rate}*(${capacity}-${mean}+${beyond})))`,
  );
  const { beforeReturn, usageAbove } = beforeReturnSteps(layout, forecast, curve);
  const cost = layout.step(
    "Expected cost",
    "USD",
    x`${isKnown}*IF(${isNone}=1,${agreement.bands.at("Rate", 0)}*${mean},${beforeReturn}-(1-${share})*${shortfall})`,
  );
  const filling = x`${fillsFrom}*(1-${chanceToMiss})+${forecast.expectedAbove(fillsFrom, fillPlace, chanceToMiss)}`;
  const usageWhereFilled = layout.step("Usage expected where it is filled", "USD", filling);
  return {
    ...{ isKnown, cost, shortfall, fill, beforeReturn, beyond, usageWhereFilled },
    ...{ fillsFrom, chanceToMiss, usageAbove },
  };
}

/** Expected cost before any shortfall returns: a curve's base, and what each of its places adds. */
export function beforeReturnSteps(
  layout: Layout,
  forecast: NativeForecast,
  curve: NativeCurve,
): { readonly beforeReturn: NativeCell; readonly usageAbove: NativeRange } {
  const { base, change, places } = curve;
  const adds = layout.table(places.rows, [
    [
      "Where it lies",
      "",
      (row) => whereItCounts(curve, row, forecast.placeOf(places.at("From usage", row))),
    ],
    [
      "Chance of less",
      "fraction",
      (row, t) =>
        whereItCounts(
          curve,
          row,
          forecast.chanceBelow(places.at("From usage", row), t.at("Where it lies", row)),
        ),
    ],
    [
      "Usage expected above",
      "USD",
      (row, t) =>
        whereItCounts(
          curve,
          row,
          forecast.expectedAbove(
            places.at("From usage", row),
            t.at("Where it lies", row),
            t.at("Chance of less", row),
          ),
        ),
    ],
  ]);
  const usageAbove = adds.all("Usage expected above");
  const beforeReturn = layout.step(
    "Expected before any shortfall returns",
    "USD",
    x`${base}+SUMPRODUCT(${change},${usageAbove})`,
  );
  return { beforeReturn, usageAbove };
}

/** A place at which the price does not change has nothing to work out. */
function whereItCounts(
  { places }: NativeCurve,
  row: number,
  formula: NativeFormula,
): NativeFormula {
  return x`IF(${places.at("Change of price", row)}=0,0,${formula})`;
}

/** Where an amount lies in a forecast, and the chance of less. */
export function chanceSteps(
  layout: Layout,
  forecast: NativeForecast,
  usage: NativeCell,
  name: string,
): { readonly place: NativeCell; readonly chance: NativeCell } {
  const place = layout.step(`Where ${name} lies`, "", forecast.placeOf(usage));
  const below = forecast.chanceBelow(usage, place);
  return { place, chance: layout.step(`Chance of less than ${name}`, "fraction", below) };
}

/** Usage expected above an amount, with the steps that lead to it. */
export function aboveSteps(
  layout: Layout,
  forecast: NativeForecast,
  usage: NativeCell,
  name: string,
): { readonly chance: NativeCell; readonly above: NativeCell } {
  const { place, chance } = chanceSteps(layout, forecast, usage, name);
  const above = layout.step(
    `Usage expected above ${name}`,
    "USD",
    forecast.expectedAbove(usage, place, chance),
  );
  return { chance, above };
}

/** The usage that a probability does not exceed; a blank probability is refused. */
export function quantileSteps(
  layout: Layout,
  forecast: NativeForecast,
  given: NativeFormula,
): NativeCell {
  layout.block("Quantile");
  const probability = layout.step(
    "Probability",
    "fraction",
    x`IF(ISNUMBER(${given}),IF(AND(${given}>=0,${given}<=1),${given},NA()),NA())`,
  );
  return layout.step(
    "Usage at that probability",
    "USD",
    x`IF(ISNUMBER(${forecast.mean}),${forecast.quantile(probability)},NA())`,
  );
}
