import type { Measure } from "../../tables/measure";
import type { NativeCommitment } from "../agreement/commitment-block";
import { costFromCurve, type NativeCurve } from "../agreement/curve-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";

/** A commitment of a table, and its cost over usage. */
export interface NativeColumn {
  readonly commitment: NativeCommitment;
  readonly curve: NativeCurve;
}

/** One cell of a sensitivity table: a measure at a usage, over the curve of its column. */
export function measureFromCurve(
  measure: Measure,
  { commitment, curve }: NativeColumn,
  usage: NativeCell,
): NativeFormula {
  const { isNone, price, rate, capacity } = commitment;
  const cost = costFromCurve(commitment, curve, usage);
  switch (measure) {
    case "cost":
      return cost;
    case "discount":
      return x`IF(${usage}=0,NA(),1-(${cost})/${usage})`;
    case "saving":
      return x`${usage}-(${cost})`;
    case "shortfall":
      return x`IF(${isNone}=1,0,MAX(0,${price}-${rate}*${usage}))`;
    case "utilization":
      return x`IF(${isNone}=1,NA(),MIN(1,${usage}/${capacity}))`;
  }
}
