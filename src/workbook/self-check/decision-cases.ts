import { typedCall } from "../../sheets/formulas/print";
import type { Check, Expected } from "./case";
import { CASE_BANDS } from "./cases";
import type { InputArea } from "./inputs";

/** Usage tiers, crossing a threshold, and uncertain usage: one check and more for each function, from the worked cases. */
export function decisionChecks(area: InputArea): readonly Check[] {
  const bands = area.refer(CASE_BANDS);
  const committed = area.refer([["Overage", "committed"]]);
  const growth = area.refer([
    ["Label", "Value"],
    ["Mean", 600_000],
    ["CV", 0.35],
  ]);
  const outcomes = area.refer([
    ["Usage", "Probability"],
    [380_000, 0.25],
    [600_000, 0.5],
    [900_000, 0.25],
  ]);
  const history = area.refer(
    [410, 455, 480, 520, 560, 590, 640, 700, 780, 950].map((thousands) => [thousands * 1_000]),
  );
  const points = area.refer([
    ["Distribution", "PERT"],
    ["Low", 300_000],
    ["Mode", 550_000],
    ["High", 1_100_000],
  ]);
  const at500 = `${growth},500000,${bands},${committed}`;
  return [
    one("B-tier-480000: TIER_COST all-units", `TIER_COST(480000,${bands})`, 432_000),
    one("B-tier-480000: graduated", `TIER_COST(480000,${bands},"graduated")`, 457_000),
    one("B-tier-480000: round up", `TIER_COST(480000,${bands},"round up")`, 425_000),
    one("B-tier-500000: up to", `TIER_COST(500000,${bands},,"up to")`, 450_000),
    one(
      "D-cross-committed-1-2: BREAKEVEN_USAGE",
      `BREAKEVEN_USAGE(250000,500000,${bands},${committed})`,
      5_000_000 / 9,
    ),
    one(
      "D-cross-committed-1-2: TOLERABLE_WASTE",
      `TOLERABLE_WASTE(250000,500000,${bands},${committed})`,
      1 / 18,
    ),
    one(
      "D-discount-needed-700000-500000",
      `DISCOUNT_NEEDED(700000,500000,${bands},${committed})`,
      0.1,
    ),
    one(
      "D-discount-needed-480000-500000",
      `DISCOUNT_NEEDED(480000,500000,${bands},${committed})`,
      "#N/A",
    ),
    one("THRESHOLDS: the verdict at $500k", `THRESHOLDS(700000,480000,${bands})`, "saves", [2, 7]),
    one("S-lognormal-quantiles: P10", `FORECAST_QUANTILE(${growth},0.1)`, 366_317.87682427967),
    one("S-empirical: q25", `FORECAST_QUANTILE(${history},0.25)`, 480_000),
    one("S-pert-quantiles: mean", `FORECAST_MEAN(${points})`, 600_000),
    one("S-pert-quantiles: P90", `FORECAST_QUANTILE(${points},0.9)`, 803_777.8900232014),
    one("T-risk-profile: EXPECTED_COST", `EXPECTED_COST(${at500})`, 573_272.2136134102),
    one("T-risk-profile: EXPECTED_SHORTFALL", `EXPECTED_SHORTFALL(${at500})`, 63_272.21361341027),
    one("T-risk-profile: FILL_PROBABILITY", `FILL_PROBABILITY(${at500})`, 0.4555243571922852),
    one("T-risk-profile: LOSS_PROBABILITY", `LOSS_PROBABILITY(${at500})`, 0.35704556160661133),
    one("T-risk-profile: CVAR_LOSS", `CVAR_LOSS(${at500})`, 185_262.41173980245),
    one("K-cvar-0.5", `CVAR_LOSS(${outcomes},500000,${bands},${committed},0.5)`, 15_000),
    one(
      "T-optimum-committed: OPTIMAL_COMMITMENT",
      `OPTIMAL_COMMITMENT(${growth},${bands},${committed})`,
      250_000,
    ),
    one("T-optimum-list", `OPTIMAL_COMMITMENT(${growth},${bands})`, 329_686.0891418517),
    one(
      "T-optimum-list: COMMITMENT_OPTIONS",
      `COMMITMENT_OPTIONS(${growth},${bands})`,
      31_473.758826019755,
      [3, 3],
    ),
    one(
      "K-scenarios-committed: FORESIGHT_VALUE",
      `FORESIGHT_VALUE(${outcomes},${bands},${committed})`,
      26_250,
    ),
    one(
      "T-point-value-500000: DISCOUNT_POINT_VALUE",
      `DISCOUNT_POINT_VALUE(${at500})`,
      3_541.5810848182687,
    ),
    one(
      "T-protection-overage: CLAUSE_VALUES",
      `CLAUSE_VALUES(${growth},500000,${bands})`,
      12_930.390637660636,
      [1, 1],
    ),
    one("An impossible forecast is refused", `FORECAST_MEAN({"Mean",600000;"CV",-1})`, "#VALUE!"),
  ];
}

/** @param pick Row and column, from 0, of the cell of a spilled answer that is compared. */
function one(
  name: string,
  call: string,
  expected: Expected,
  pick?: readonly [row: number, column: number],
): Check {
  const formula = pick
    ? `=INDEX(${typedCall(call)},${pick[0] + 1},${pick[1] + 1})`
    : `=${typedCall(call)}`;
  return { name, formula, expected: [[expected]] };
}
