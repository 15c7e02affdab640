import type { NativeAgreement } from "../agreement/agreement-block";
import { commitmentInBand, type NativeCommitment } from "../agreement/commitment-block";
import { curveBlock, curveOfOneBend, type NativeCurve } from "../agreement/curve-block";
import { type NativeFormula, x } from "../excel/formula";
import { expectationSteps, type NativeExpectations } from "../forecast/expectation-steps";
import type { NativeTail } from "../forecast/loss-steps";
import type { NativeForecast } from "../forecast/native-forecast";
import type { Layout, StepTable } from "../layout";

/** A commitment that may be the best one, and what it comes to over the forecast. */
export interface NativeOption {
  readonly commitment: NativeCommitment;
  readonly curve: NativeCurve;
  readonly expectations: NativeExpectations;
}

/** The options inside bands; a band that has none has the commitment 0 in its place. */
export interface NativeInsideOptions {
  readonly inside: readonly NativeOption[];
  readonly reaches: StepTable<ReachHeading>;
}

type ReachHeading =
  | "Lowest commitment"
  | "Highest commitment"
  | "Probability up to the best capacity"
  | "Commitment where cost turns"
  | "Best inside the band"
  | "Best at its end";

/** The points inside bands, from the probability of usage up to the best capacity (docs/pricing-model.md 6.6, 6.7). */
function reachesOf(
  layout: Layout,
  forecast: NativeForecast,
  { bands, isNet, hold }: NativeAgreement,
  tail: NativeTail | undefined,
): StepTable<ReachHeading> {
  const last = bands.rows - 1;
  const worst = tail ? x`${tail.tail}` : x`1`;
  return layout.table<ReachHeading>(bands.rows, [
    ["Lowest commitment", "USD", (row) => x`MAX(0.01,${bands.at("Threshold", row)})`],
    [
      "Highest commitment",
      "USD",
      (row, t) => {
        // The cent below the next row's threshold, unless that row repeats this one and covers the band.
        if (row === last) return x`1E15`;
        const next = bands.at("Threshold in cents", row + 1);
        const least = t.at("Lowest commitment", row);
        return x`IF(${next}-1<ROUND(100*${least},0),-1,MAX(${least},(${next}-1)/100))`;
      },
    ],
    [
      "Probability up to the best capacity",
      "fraction",
      (row) => {
        const [price, rate] = [bands.at("Price of overage", row), bands.at("Rate", row)];
        const share = bands.at("Forfeited share", row);
        return x`IF(${price}>${rate},${worst}*(${price}-${rate})/(${price}-(1-${share})*${rate}),"")`;
      },
    ],
    [
      "Commitment where cost turns",
      "USD",
      (row, t) => {
        const chance = t.at("Probability up to the best capacity", row);
        const usage = forecast.quantile(chance);
        return x`IF(${chance}="","",IFERROR(IF(${isNet}=1,${bands.at("Rate", row)},1)*${usage},""))`;
      },
    ],
    [
      "Best inside the band",
      "USD",
      (row, t) => {
        const turns = t.at("Commitment where cost turns", row);
        const [least, most] = [t.at("Lowest commitment", row), t.at("Highest commitment", row)];
        return x`IF(${hold}=1,IF(ISNUMBER(${turns}),IF(AND(${turns}>=${least},${turns}<=${most}),${turns},0),0),NA())`;
      },
    ],
    [
      "Best at its end",
      "USD",
      (row, t) => {
        const most = t.at("Highest commitment", row);
        const isDearer = x`${bands.at("Price of overage", row)}>${bands.at("Rate", row)}`;
        return row === last ? x`0` : x`IF(AND(${isDearer},${most}>0),${most},0)`;
      },
    ],
  ]);
}

/** The thresholds of an agreement as options: one for each row of its bands. */
export function thresholdOptions(
  place: () => Layout,
  forecast: NativeForecast,
  agreement: NativeAgreement,
): readonly NativeOption[] {
  const { bands } = agreement;
  return rowsOf(bands).map((row) =>
    optionAt(place(), forecast, agreement, row, bands.at("Threshold", row), curveBlock),
  );
}

/** The commitments inside bands at which cost turns, for all of a forecast or for its tail. */
export function insideOptions(
  place: () => Layout,
  forecast: NativeForecast,
  agreement: NativeAgreement,
  tail?: NativeTail,
): NativeInsideOptions {
  const layout = place();
  layout.block("Commitments inside bands");
  const reaches = reachesOf(layout, forecast, agreement, tail);
  const inside = rowsOf(agreement.bands).map((row) => {
    const amount = reaches.at("Best inside the band", row);
    return optionAt(place(), forecast, agreement, row, amount, curveOfOneBend);
  });
  return { inside, reaches };
}

/** The largest commitments of bands below others, where more commitment costs less up to the next threshold. */
export function endOptions(
  place: () => Layout,
  forecast: NativeForecast,
  agreement: NativeAgreement,
  { reaches }: NativeInsideOptions,
): readonly NativeOption[] {
  return rowsOf(agreement.bands)
    .slice(0, -1)
    .map((row) => {
      const amount = reaches.at("Best at its end", row);
      return optionAt(place(), forecast, agreement, row, amount, curveOfOneBend);
    });
}

function rowsOf({ rows }: NativeAgreement["bands"]): readonly number[] {
  return Array.from({ length: rows }, (_, row) => row);
}

function optionAt(
  layout: Layout,
  forecast: NativeForecast,
  agreement: NativeAgreement,
  row: number,
  amount: NativeFormula,
  curveOf: (layout: Layout, commitment: NativeCommitment) => NativeCurve,
): NativeOption {
  const commitment = commitmentInBand(layout, agreement, row, amount);
  const curve = curveOf(layout, commitment);
  return { commitment, curve, expectations: expectationSteps(layout, forecast, commitment, curve) };
}
