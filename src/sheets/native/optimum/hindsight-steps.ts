import type { NativeAgreement } from "../agreement/agreement-block";
import { commitmentInBand } from "../agreement/commitment-block";
import { curveBlock } from "../agreement/curve-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import { beforeReturnSteps } from "../forecast/expectation-steps";
import type { NativeForecast } from "../forecast/native-forecast";
import type { Layout } from "../layout";

/** Least cost of each usage, had it been known, over every commitment. */
export interface NativeHindsight {
  readonly expected: NativeCell;
  readonly costAt: (usage: NativeFormula) => NativeFormula;
}

/**
 * Where discounts rise, a shortfall is lost, and overage costs no less than the committed rate, hindsight costs what a step-up
 * right from no commitment costs (docs/pricing-model.md 6.9). #N/A where that does not hold.
 */
export function hindsightSteps(
  layout: Layout,
  forecast: NativeForecast,
  agreement: NativeAgreement,
): NativeHindsight {
  const { bands } = agreement;
  const last = bands.rows - 1;
  layout.block("Had usage been known");
  const falls = x`SUMPRODUCT((${bands.all("Rate", 1, last)}>${bands.all("Rate", 0, last - 1)})*1)`;
  const returned = x`SUMPRODUCT((${bands.all("Forfeited share")}<1)*1)`;
  const cheaper = x`SUMPRODUCT((${bands.all("Price of overage")}<${bands.all("Rate")})*1)`;
  const holds = layout.step(
    "Is that a step-up right from nothing? (1 is yes)",
    "",
    x`IF(${falls}+${returned}+${cheaper}=0,1,NA())`,
  );
  const none = commitmentInBand(layout, agreement, 0, x`0`);
  const overage = layout.step("Overage in hindsight", "", text(OVERAGE_WORDS.stepUp));
  const curve = curveBlock(layout, { ...none, overage });
  const { beforeReturn, usageAbove } = beforeReturnSteps(layout, forecast, curve);
  const rate = bands.at("Rate", 0);
  // A curve costs nothing below usage of 0, which a normal forecast reaches.
  const expected = layout.step(
    "Expected cost in hindsight",
    "USD",
    x`${holds}*(${beforeReturn}+${rate}*(${forecast.mean}-${usageAbove.from}))`,
  );
  const { base, from, change } = curve;
  return {
    expected,
    costAt: (usage) =>
      x`${holds}*(${base}+SUMPRODUCT(${change}*(${usage}>${from})*(${usage}-${from}))+${rate}*MIN(0,${usage}))`,
  };
}
