import type { NativeCommitment } from "../agreement/commitment-block";
import { costFromCurve, type NativeCurve } from "../agreement/curve-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";

/** A commitment and its cost over usage. */
export interface NativeSide {
  readonly commitment: NativeCommitment;
  readonly curve: NativeCurve;
}

/** From which usage a target costs no more than a commitment; #N/A where it never does. */
export interface NativeBreakEven {
  readonly usage: NativeCell;
  /** Part of the target that is unused there. */
  readonly waste: NativeCell;
  /** The places where either cost bends, and the extra cost of the target there. */
  readonly bends: StepTable<BendHeading>;
  /** How fast the extra cost grows beyond the last of them. */
  readonly slope: NativeCell;
}

type BendHeading =
  | "Bend"
  | "Bend in order"
  | "Cost of the commitment"
  | "Cost of the target"
  | "Extra cost"
  | "Usage at break-even";

/** Costs that differ by less than this part of themselves differ by rounding alone. */
export const ROUNDING = x`0.000000000001`;

/**
 * Both costs are straight between the places where either bends, so the gap between them is worked out there, and where it changes
 * its sign a straight line finds the usage (docs/pricing-model.md 5.1, 5.2).
 */
export function breakEvenSteps(
  layout: Layout,
  stay: NativeSide,
  move: NativeSide,
): NativeBreakEven {
  layout.block("Break-even");
  const bends = [...bendsOf(stay), ...bendsOf(move), x`0`];
  const found = layout.table<BendHeading>(bends.length, [
    ["Bend", "USD", (row) => x`MAX(0,${bends[row] ?? 0})`],
    [
      "Bend in order",
      "USD",
      (row, t) => x`SMALL(${t.all("Bend")},COUNT(${t.all("Bend", 0, row)}))`,
    ],
    [
      "Cost of the commitment",
      "USD",
      (row, t) => costFromCurve(stay.commitment, stay.curve, t.at("Bend in order", row)),
    ],
    [
      "Cost of the target",
      "USD",
      (row, t) => costFromCurve(move.commitment, move.curve, t.at("Bend in order", row)),
    ],
    [
      "Extra cost",
      "USD",
      (row, t) => {
        const cost = t.at("Cost of the commitment", row);
        const gap = x`${t.at("Cost of the target", row)}-${cost}`;
        const size = x`${ROUNDING}*MAX(1,${cost},-${cost})`;
        return x`IF(AND(${gap}<=${size},${gap}>=-${size}),0,${gap})`;
      },
    ],
    [
      "Usage at break-even",
      "USD",
      (row, t) => {
        const [gap, at] = [t.at("Extra cost", row), t.at("Bend in order", row)];
        if (row === 0) return x`IF(${gap}<=0,0,"")`;
        const [before, from] = [t.at("Extra cost", row - 1), t.at("Bend in order", row - 1)];
        return x`IF(AND(${before}>0,${gap}<=0),${from}+${before}*(${at}-${from})/(${before}-${gap}),"")`;
      },
    ],
  ]);
  const last = bends.length - 1;
  const slope = layout.step(
    "Extra price of a list dollar beyond",
    "USD",
    x`${priceBeyond(move)}-${priceBeyond(stay)}`,
  );
  const beyond = layout.step(
    "Break-even beyond the last bend",
    "USD",
    x`IF(${slope}<-${ROUNDING},${found.at("Bend in order", last)}-${found.at("Extra cost", last)}/${slope},"")`,
  );
  const all = found.all("Usage at break-even");
  const isAbove = x`${move.commitment.cents}>${stay.commitment.cents}`;
  const first = x`IF(COUNT(${all})>0,MIN(${all}),IF(ISNUMBER(${beyond}),${beyond},NA()))`;
  const usage = layout.step(
    "Break-even usage",
    "USD",
    x`IF(ISNUMBER(SUM(${found.all("Extra cost")})),IF(${isAbove},${first},NA()),NA())`,
  );
  const waste = layout.step(
    "Tolerable waste",
    "fraction",
    x`MAX(0,1-MIN(1,${usage}/${move.commitment.capacity}))`,
  );
  return { usage, waste, bends: found, slope };
}

function bendsOf({ commitment, curve }: NativeSide): readonly NativeFormula[] {
  const places = Array.from({ length: curve.places.rows }, (_, row) =>
    curve.places.at("From usage", row),
  );
  return [...places, commitment.capacity];
}

/** What a list dollar costs beyond every bend. */
function priceBeyond({ commitment, curve }: NativeSide): NativeFormula {
  const { isNone, agreement } = commitment;
  return x`IF(${isNone}=1,${agreement.bands.at("Rate", 0)},SUM(${curve.change}))`;
}
