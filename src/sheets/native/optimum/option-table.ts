import type { NativeAgreement } from "../agreement/agreement-block";
import { costFromCurve } from "../agreement/curve-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import { lossProbabilitySteps, meanLossSteps, type NativeTail } from "../forecast/loss-steps";
import type { NativeForecast } from "../forecast/native-forecast";
import type { Layout, StepTable } from "../layout";
import type { NativeHindsight } from "./hindsight-steps";
import type { NativeInsideOptions, NativeOption } from "./options-block";

/** The columns of the answer, as our function heads them. */
export const OPTION_COLUMNS = [
  ...([
    "Commitment",
    "Discount",
    "Expected cost",
    "Expected saving",
    "Probability to fill",
  ] as const),
  ...(["Expected shortfall", "Probability of a loss", "Mean loss in the worst 10%"] as const),
  ...(["Expected regret", "Largest regret", "Rank"] as const),
] as const;
type OptionColumn = (typeof OPTION_COLUMNS)[number];
type FoundColumn = Exclude<OptionColumn, "Rank">;

/** The options in ascending order, and blank rows below them. */
export type NativeOptionTable = StepTable<OptionColumn | "Which option" | "Place by cost">;

/** The commitments worth comparing, each once to the cent (docs/pricing-model.md 6.11). */
export function optionTable(
  place: () => Layout,
  forecast: NativeForecast,
  agreement: NativeAgreement,
  thresholds: readonly NativeOption[],
  { inside }: NativeInsideOptions,
  tail: NativeTail,
  hindsight: NativeHindsight,
): NativeOptionTable {
  const { bands } = agreement;
  const ends = place();
  ends.block("Usage between which regret is sought");
  const lowest = ends.step("Lowest", "USD", forecast.lowest);
  const highest = ends.step("Highest", "USD", forecast.highest);
  const reRated = ends.step(
    "Does any band re-rate? (0 is no)",
    "",
    x`SUMPRODUCT((${bands.all("Overage")}=${text(OVERAGE_WORDS.reRate)})*1)`,
  );
  const options = [...thresholds, ...inside];
  const found = options.map((option) => {
    const { commitment, curve, expectations } = option;
    const layout = place();
    const regretAt = (usage: NativeCell): NativeFormula =>
      x`${costFromCurve(commitment, curve, usage)}-${hindsight.costAt(usage)}`;
    const loss = lossProbabilitySteps(layout, forecast, commitment, curve, expectations);
    const worst = meanLossSteps(layout, forecast, tail, commitment, curve, expectations);
    layout.block("Regret");
    const atLowest = layout.step("Regret at the lowest usage", "USD", regretAt(lowest));
    const atHighest = layout.step("Regret at the highest usage", "USD", regretAt(highest));
    return {
      Commitment: commitment.amount,
      Discount: commitment.discount,
      "Expected cost": expectations.cost,
      "Expected saving": x`${forecast.mean}-${expectations.cost}`,
      "Probability to fill": expectations.fill,
      "Expected shortfall": expectations.shortfall,
      "Probability of a loss": loss,
      "Mean loss in the worst 10%": worst,
      "Expected regret": x`MAX(0,${expectations.cost}-${hindsight.expected})`,
      // Up to the capacity regret falls, and beyond it regret rises, unless overage is re-rated.
      "Largest regret": x`IF(${reRated}=0,MAX(0,${atLowest},${atHighest}),NA())`,
    } satisfies Record<FoundColumn, NativeFormula>;
  });
  const layout = place();
  layout.block("Commitments worth comparing");
  const column = (name: FoundColumn) =>
    [name, "", (row: number) => x`${found[row]?.[name] ?? 0}`] as const;
  const every = layout.table<FoundColumn | "Place if it is one">(options.length, [
    [
      "Place if it is one",
      "",
      (row) => {
        const cents = options[row]?.commitment.cents ?? x`0`;
        const isFirst =
          row === 0
            ? x`TRUE`
            : row < bands.rows
              ? x`${cents}>${bands.at("Threshold in cents", row - 1)}`
              : x`${cents}>${bands.at("Threshold in cents", row - bands.rows)}`;
        return x`IF(${isFirst},${cents},"")`;
      },
    ],
    ...OPTION_COLUMNS.filter((name) => name !== "Rank").map(column),
  ]);
  const places = every.all("Place if it is one");
  const count = layout.step(
    "Options",
    "",
    x`IF(ISNUMBER(SUM(${every.all("Expected cost")})),COUNT(${places}),NA())`,
  );
  return layout.table<OptionColumn | "Which option" | "Place by cost">(options.length, [
    [
      "Which option",
      "",
      (row) => x`IF(${count}>${row},MATCH(SMALL(${places},${row + 1}),${places},0),"")`,
    ],
    ...OPTION_COLUMNS.filter((name) => name !== "Rank").map(
      (name) =>
        [
          name,
          "",
          (row: number, t: NativeOptionTable) => {
            const which = t.at("Which option", row);
            return x`IF(${which}="","",INDEX(${every.all(name)},${which}))`;
          },
        ] as const,
    ),
    [
      "Place by cost",
      "",
      (row, t) => {
        const [which, cost] = [t.at("Which option", row), t.at("Expected cost", row)];
        const [all, order] = [t.all("Expected cost"), t.all("Commitment")];
        const isListed = x`(${t.all("Which option")}<>"")`;
        return x`IF(${which}="","",1+SUMPRODUCT(${isListed}*((${all}<${cost}-0.01)+(${all}>=${cost}-0.01)*(${all}<=${cost}+0.01)*(${order}<${t.at("Commitment", row)}))))`;
      },
    ],
    // Costs of which each is within a cent of the next, but not all of one another, are in no order of two and two.
    [
      "Rank",
      "",
      (row, t) => {
        const rank = t.at("Place by cost", row);
        return x`IF(${rank}="","",IF(SUMPRODUCT((${t.all("Place by cost")}=${rank})*1)=1,${rank},NA()))`;
      },
    ],
  ]);
}
