import type { NativeAgreement } from "../agreement/agreement-block";
import type { NativeCommitment } from "../agreement/commitment-block";
import { costFromCurve, type NativeCurve } from "../agreement/curve-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";
import type { NativeBreakEven, NativeSide } from "./break-even-steps";
import { verdictSteps } from "./verdict-steps";

/** The thresholds above 0, and the row of the priced bands of each. */
export interface NativeThresholds {
  readonly amounts: readonly NativeCell[];
  readonly rows: readonly NativeCell[];
}

/**
 * The thresholds above 0, ascending; all #N/A where there are no longer as many as when the workings were made, or where usage or
 * commitment is refused.
 */
export function thresholdSteps(
  layout: Layout,
  { bands }: NativeAgreement,
  usage: NativeCell,
  thresholds: number,
): NativeThresholds {
  layout.block("Thresholds above 0");
  const starts = layout.table(bands.rows, [
    [
      "Row if it is a threshold",
      "",
      (row) =>
        row === 0
          ? x`""`
          : x`IF(${bands.at("Threshold in cents", row)}>${bands.at("Threshold in cents", row - 1)},${row + 1},"")`,
    ],
  ]);
  const all = starts.all("Row if it is a threshold");
  const isAsMade = layout.step(
    "Are there as many as there were? (1 is yes)",
    "",
    x`IF(AND(ISNUMBER(${usage}),COUNT(${all})=${thresholds}),1,NA())`,
  );
  const found = layout.table<"Row" | "Threshold">(thresholds, [
    ["Row", "", (row) => x`${isAsMade}*SMALL(${all},${row + 1})`],
    ["Threshold", "USD", (row, t) => x`INDEX(${bands.all("Threshold")},${t.at("Row", row)})`],
  ]);
  const rows = Array.from({ length: thresholds }, (_, row) => row);
  return {
    amounts: rows.map((row) => found.at("Threshold", row)),
    rows: rows.map((row) => found.at("Row", row)),
  };
}

/** One threshold against the present commitment. */
export interface NativeStep {
  readonly stay: NativeSide;
  readonly move: NativeSide;
  readonly even: NativeBreakEven;
}

/** The row of a threshold: what it costs and saves at one usage. */
export function thresholdRow(
  layout: Layout,
  usage: NativeCell,
  { stay, move, even }: NativeStep,
): readonly NativeFormula[] {
  layout.block("At the usage");
  const stayCost = layout.step("Cost of the commitment", "USD", costOf(stay, usage));
  const cost = layout.step("Cost of the threshold", "USD", costOf(move, usage));
  const isCurrent = x`${move.commitment.cents}=${stay.commitment.cents}`;
  const verdict = verdictSteps(layout, even, { usage, stayCost, cost, isCurrent });
  const { amount, discount } = move.commitment;
  return [
    ...[amount, discount, x`${amount}-${stay.commitment.amount}`, even.usage, even.waste],
    ...[cost, x`${stayCost}-${cost}`, verdict],
  ];
}

function costOf(
  { commitment, curve }: { readonly commitment: NativeCommitment; readonly curve: NativeCurve },
  usage: NativeCell,
): NativeFormula {
  return costFromCurve(commitment, curve, usage);
}
