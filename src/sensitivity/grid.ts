import type { Agreement } from "../core/agreement";
import type { Answer } from "../core/result";
import { type Measure, measureAt } from "./measure";

/** A measure at every usage (a row each) and commitment (a column each); rows hold no headings. */
export function sensitivityGrid(
  usagesUsd: readonly number[],
  commitmentsUsd: readonly number[],
  agreement: Agreement,
  measure: Measure,
): readonly (readonly Answer<number>[])[] {
  return usagesUsd.map((usageUsd) =>
    commitmentsUsd.map((commitmentUsd) => measureAt(measure, usageUsd, commitmentUsd, agreement)),
  );
}
