import { DEFAULT_STEPS, HIGH_END_OF_LAST_THRESHOLD } from "../../../core/threshold-axis";
import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf } from "../agreement/commitment-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";

/** Where an axis begins and ends as written; a blank takes its default. */
interface AxisGiven {
  readonly steps: NativeFormula;
  readonly low: NativeFormula;
  readonly high: NativeFormula;
}

/** The amounts of an axis in ascending order, and blank cells below those that there are. */
export interface NativeThresholdAxis {
  readonly amounts: StepTable<"Amount">;
  readonly count: NativeCell;
}

/**
 * The commitments around thresholds (docs/pricing-model.md 3.6): both ends, each threshold with the dollar below and above it, and
 * even points between; each once to the cent, the first of two in this order.
 *
 * @param stepsMade Even points between neighbours when the workings were made: how many rows they have.
 */
export function thresholdAxisSteps(
  layout: Layout,
  agreement: NativeAgreement,
  { steps, low, high }: AxisGiven,
  stepsMade: number,
): NativeThresholdAxis {
  const { bands, hold, firstRow } = agreement;
  layout.block("Amounts around thresholds");
  const lowest = layout.step("Lowest", "USD", amountOf(low, x`${hold}=1`));
  const last = bands.at("Threshold", bands.rows - 1);
  const isOmitted = x`OR(${high}&""="",${high}&""="0")`;
  const highest = layout.step(
    "Highest",
    "USD",
    x`IF(${isOmitted},${HIGH_END_OF_LAST_THRESHOLD}*${last},${amountOf(high, x`TRUE`)})`,
  );
  const isAsMade = layout.step(
    "Is there room for the points between? (1 is yes)",
    "",
    x`IF(IF(${steps}&""="",${DEFAULT_STEPS},${steps})=${stepsMade},IF(${highest}>${lowest},1,NA()),NA())`,
  );
  // The band below the first threshold is nobody's: it is on the axis only where it is written.
  const inside = (row: number, amount: NativeFormula): NativeFormula =>
    x`IF(AND(OR(${bands.at("Threshold in cents", row)}>0,${firstRow}>0),${amount}>=${lowest},${amount}<=${highest}),${amount},"")`;
  const written = bands.rows - 1;
  const corners = onceToTheCent(layout, written + 2, (row) => {
    if (row === 0) return x`${lowest}`;
    return row > written ? x`${highest}` : inside(row, x`${bands.at("Threshold", row)}`);
  });
  const between = (written + 1) * stepsMade;
  const around = 3 * written;
  const all = onceToTheCent(layout, 2 + around + between, (row) => {
    if (row < 2) return row === 0 ? x`${lowest}` : x`${highest}`;
    if (row < 2 + around) {
      const threshold = bands.at("Threshold", 1 + Math.floor((row - 2) / 3));
      const apart = [threshold, x`${threshold}-1`, x`${threshold}+1`][(row - 2) % 3] ?? threshold;
      return inside(1 + Math.floor((row - 2) / 3), apart);
    }
    const place = row - 2 - around;
    const gap = Math.floor(place / stepsMade);
    const [lower, upper] = [
      corners.amounts.at("Amount", gap),
      corners.amounts.at("Amount", gap + 1),
    ];
    const part = x`${(place % stepsMade) + 1}/${stepsMade + 1}`;
    return x`IF(${upper}="","",${lower}+(${upper}-${lower})*${part})`;
  });
  const count = layout.step("Amounts", "", x`${isAsMade}*${all.count}`);
  return { amounts: all.amounts, count };
}

/** Amounts in ascending order without repetition, of which a blank text is none. */
function onceToTheCent(
  layout: Layout,
  rows: number,
  amountAt: (row: number) => NativeFormula,
): NativeThresholdAxis {
  const listed = layout.table<"Amount in order of rank" | "Cents" | "Kept">(rows, [
    ["Amount in order of rank", "USD", amountAt],
    [
      "Cents",
      "cents",
      (row, t) => {
        const amount = t.at("Amount in order of rank", row);
        return x`IF(${amount}="","",ROUND(100*${amount},0))`;
      },
    ],
    [
      "Kept",
      "USD",
      (row, t) => {
        const cents = t.at("Cents", row);
        return x`IF(${cents}="","",IF(MATCH(${cents},${t.all("Cents")},0)=${row + 1},${t.at("Amount in order of rank", row)},""))`;
      },
    ],
  ]);
  const kept = listed.all("Kept");
  const count = layout.step("Kept amounts", "", x`COUNT(${kept})+0*SUM(${kept})`);
  const amounts = layout.table(rows, [
    ["Amount", "USD", (row) => x`IF(${count}>${row},SMALL(${kept},${row + 1}),"")`],
  ]);
  return { amounts, count };
}
