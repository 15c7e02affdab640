import type { NativeAgreement } from "../agreement/agreement-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, text, x } from "../excel/formula";
import { meanLossSteps, type NativeTail } from "../forecast/loss-steps";
import type { NativeForecast } from "../forecast/native-forecast";
import type { Layout } from "../layout";
import type { NativeOption } from "./options-block";

/** The best commitment and what it comes to; #N/A where ever larger ones cost less. */
export interface NativeOptimum {
  readonly commitment: NativeCell;
  readonly value: NativeCell;
}

/**
 * The smallest of the commitments whose expected cost, or mean loss in a tail, is within a cent of the least
 * (docs/pricing-model.md 6.6).
 */
export function optimumSteps(
  place: () => Layout,
  forecast: NativeForecast,
  agreement: NativeAgreement,
  options: readonly NativeOption[],
  tail?: NativeTail,
): NativeOptimum {
  const values = options.map((option) => comesTo(place, forecast, option, tail));
  const layout = place();
  layout.block("The best commitment");
  const tried = layout.table<"Commitment tried" | "What it comes to">(options.length, [
    ["Commitment tried", "USD", (row) => x`${options[row]?.commitment.amount ?? 0}`],
    ["What it comes to", "USD", (row) => x`${values[row] ?? 0}`],
  ]);
  const all = tried.all("What it comes to");
  const least = layout.step("Least of them", "USD", x`MIN(${all})`);
  const within = layout.table(options.length, [
    [
      "Commitment within a cent of it",
      "USD",
      (row) =>
        x`IF(${tried.at("What it comes to", row)}<=${least}+0.01,${tried.at("Commitment tried", row)},"")`,
    ],
  ]);
  const smallest = layout.step(
    "Smallest of those",
    "USD",
    x`IF(ISNUMBER(${least}),MIN(${within.all("Commitment within a cent of it")}),NA())`,
  );
  const value = layout.step(
    "What that comes to",
    "USD",
    x`INDEX(${all},MATCH(${smallest},${tried.all("Commitment tried")},0))`,
  );
  const isWhole = layout.step(
    "Are these all that may be best? (1 is yes)",
    "",
    allThatMayBeBest(agreement),
  );
  const limit = layout.step(
    "What ever larger commitments come to",
    "USD",
    limitOf(agreement, forecast, value, tail),
  );
  const commitment = layout.step(
    "Best commitment",
    "USD",
    x`IF(${limit}<${value}-0.01,NA(),${isWhole}*${smallest})`,
  );
  return { commitment, value };
}

/** On the list basis a step-up right beside a returned shortfall may be best at the end of a band, where none is tried. */
function allThatMayBeBest({ bands, isNet }: NativeAgreement) {
  const overage = bands.all("Overage");
  const mayEnd = x`SUMPRODUCT((${overage}=${text(OVERAGE_WORDS.stepUp)})*(${bands.all("Forfeited share")}<1)*(${bands.all("Threshold in cents")}>0))`;
  return x`IF(${isNet}=1,1,IF(${mayEnd}=0,1,NA()))`;
}

/** Where all of a shortfall returns, overage is dearer, and usage has no end, a larger commitment never costs more. */
function limitOf(
  { bands }: NativeAgreement,
  forecast: NativeForecast,
  value: NativeCell,
  tail: NativeTail | undefined,
) {
  const top = bands.rows - 1;
  const rate = bands.at("Rate", top);
  const isOpen = x`AND(${bands.at("Forfeited share", top)}=0,${bands.at("Price of overage", top)}>${rate},${tail ? x`${tail.level}` : x`0`}=0)`;
  const unbounded = tail ? x`(${rate}-1)*${forecast.mean}` : x`${rate}*${forecast.mean}`;
  return x`IF(${isOpen},IF(ISNUMBER(${forecast.quantile(x`1`)}),${value},${unbounded}),${value})`;
}

function comesTo(
  place: () => Layout,
  forecast: NativeForecast,
  { commitment, curve, expectations }: NativeOption,
  tail: NativeTail | undefined,
): NativeCell {
  if (tail === undefined) return expectations.cost;
  return meanLossSteps(place(), forecast, tail, commitment, curve, expectations);
}
