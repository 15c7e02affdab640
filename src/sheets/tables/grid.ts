import type { Agreement } from "../../core/agreement";
import type { Answer } from "../../core/result";
import { settlementsOf } from "../../core/settle";
import { type Measure, measureOf } from "./measure";

/** A measure at every usage (a row each) and commitment (a column each); rows hold no headings. */
export function sensitivityGrid(
  usagesUsd: readonly number[],
  commitmentsUsd: readonly number[],
  agreement: Agreement,
  measure: Measure,
): readonly (readonly Answer<number>[])[] {
  const columns = commitmentsUsd.map((commitmentUsd) => settlementsOf(commitmentUsd, agreement));
  return usagesUsd.map((usageUsd) =>
    columns.map((settleAt) => measureOf(measure, settleAt(usageUsd), usageUsd)),
  );
}
