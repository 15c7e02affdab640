import type { NativeCommitment } from "../agreement/commitment-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { aboveSteps, type NativeExpectations } from "./expectation-steps";
import type { NativeForecast } from "./native-forecast";

/**
 * What a point of discount is worth: a hundredth of how fast expected cost falls as the rate of the committed band does
 * (docs/pricing-model.md 7.1).
 */
export function pointSteps(
  layout: Layout,
  forecast: NativeForecast,
  commitment: NativeCommitment,
  { isKnown, fillsFrom, chanceToMiss, usageWhereFilled }: NativeExpectations,
): NativeCell {
  const { agreement, amount, isNone, rate, price, share, priceOfOverage, overage } = commitment;
  const { isNet, bands } = agreement;
  const { mean } = forecast;
  layout.block("A point of discount");
  const filled = x`(1-${chanceToMiss})`;
  const missed = x`(${mean}-${usageWhereFilled})`;
  // On the list basis the commitment costs less with a lower rate, and a refund less of it.
  const listed = (part: NativeFormula): NativeFormula => x`IF(${isNet}=1,0,${part})`;
  const returned = layout.step(
    "By what returns",
    "USD",
    x`(1-${share})*(${missed}-${listed(x`${amount}*${chanceToMiss}`)})`,
  );
  const committed = listed(x`${amount}*${chanceToMiss}`);
  const ofList = x`IF(${isNet}=1,${priceOfOverage}*${amount}/(${rate}*${rate}),${amount})*${filled}`;
  const premium = x`${priceOfOverage}/${rate}`;
  const ofCommitted = x`${premium}*${usageWhereFilled}+${listed(x`${amount}*(1-${premium})`)}*${filled}`;
  const isLower = (row: number): NativeFormula =>
    x`AND(${bands.at("Threshold in cents", row)}>${commitment.cents},${bands.at("Rate", row)}<${rate})`;
  const isHigher = (row: number): NativeFormula =>
    x`${bands.at("Threshold in cents", row)}>${commitment.cents}`;
  // From there on a band with a lower rate costs less.
  const steps = layout.table(bands.rows, [
    [
      "Price to step up to",
      "USD",
      (row) => x`IF(${isLower(row)},${bands.at("Price of the threshold", row)},"")`,
    ],
  ]);
  const prices = steps.all("Price to step up to");
  const leaves = layout.step(
    "Usage from which it is stepped up",
    "USD",
    x`IF(COUNT(${prices})=0,1E15,MAX(${fillsFrom},MIN(${prices})/${rate}))`,
  );
  const untilStepUp = meanBelow(layout, forecast, leaves, "that usage");
  const isAtOnce = x`AND(COUNT(${prices})>0,MIN(${prices})<${price})`;
  const ofStepUp = x`IF(${isAtOnce},0,${committed}+${untilStepUp}-${missed})`;
  const next = layout.table<
    | "Next threshold"
    | "Usage that reaches it"
    | "Where it lies"
    | "Chance of less"
    | "Change of effect"
  >(bands.rows, [
    ["Next threshold", "USD", (row) => x`IF(${isHigher(row)},${bands.at("Threshold", row)},"")`],
    [
      "Usage that reaches it",
      "USD",
      (row) =>
        x`IF(${isHigher(row)},${commitment.capacity}+${bands.at("Usage that reaches it", row)}-${commitment.place},1E15)`,
    ],
    ["Where it lies", "", (row, t) => forecast.placeOf(t.at("Usage that reaches it", row))],
    [
      "Chance of less",
      "fraction",
      (row, t) =>
        forecast.chanceBelow(t.at("Usage that reaches it", row), t.at("Where it lies", row)),
    ],
    [
      "Change of effect",
      "fraction",
      (row, t) => {
        if (row === 0) return x`0`;
        // Of the first band above, all of its rate; of each further one, what its rate changes.
        const before = bands.at("Rate", row - 1);
        const isFirst = x`${bands.at("Threshold in cents", row - 1)}<=${commitment.cents}`;
        const change = x`IF(${isNet}=1,${bands.at("Rate", row)}-IF(${isFirst},0,${before}),IF(${isFirst},1,0))`;
        return x`IF(${isHigher(row)},(${change})*(1-${t.at("Chance of less", row)}),0)`;
      },
    ],
  ]);
  const reached = layout.step(
    "Usage at which overage changes its rate",
    "USD",
    x`IF(COUNT(${next.all("Next threshold")})=0,1E15,MAX(${fillsFrom},MIN(${next.all("Usage that reaches it")})))`,
  );
  const untilNext = meanBelow(layout, forecast, reached, "that next usage");
  const scale = x`IF(COUNT(${next.all("Next threshold")})=0,0,MIN(${next.all("Next threshold")})/IF(${isNet}=1,${rate}*${rate},1))`;
  const ofReRate = x`${committed}+${untilNext}-${missed}+${scale}*SUM(${next.all("Change of effect")})`;
  const is = (word: string): NativeFormula => x`${overage}=${text(word)}`;
  const own = layout.step(
    "By what is paid",
    "USD",
    x`IF(${is(OVERAGE_WORDS.list)},${committed}+${ofList},IF(${is(OVERAGE_WORDS.committed)},${committed}+${ofCommitted},IF(${is(OVERAGE_WORDS.stepUp)},${ofStepUp},${ofReRate})))`,
  );
  return layout.step(
    "A point is worth",
    "USD",
    x`${isKnown}*0.01*IF(${isNone}=1,${mean},${own}+${returned})`,
  );
}

/** E[U; U < k]: usage counts only below an amount; 1E15 is no amount, and all of it counts. */
function meanBelow(
  layout: Layout,
  forecast: NativeForecast,
  usage: NativeCell,
  name: string,
): NativeFormula {
  const { chance, above } = aboveSteps(layout, forecast, usage, name);
  return x`IF(${usage}=1E15,${forecast.mean},${forecast.mean}-${above}-${usage}*(1-${chance}))`;
}
