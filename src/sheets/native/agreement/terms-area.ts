import { readCell } from "../../../input/cells/cells";
import { isFigure } from "../../../input/headings/percent-scale";
import { readTerms } from "../../../input/terms-cells";
import type { NativeRange } from "../excel/formula";
import { NotNative } from "../not-native";

/** Terms on a sheet: names in the first column of the range, values in the second. */
export interface TermsArea {
  readonly range: NativeRange;
}

/** Reads where terms stand, or says why workings cannot follow them. `values` are the cells of the range as typed. */
export function readTermsArea(
  range: NativeRange,
  values: readonly (readonly unknown[])[],
): TermsArea | NotNative {
  const read = readTerms(values);
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  if (values.some((cells) => cells.length !== 2))
    return new NotNative({
      kind: "layout",
      argument: "terms",
      what: "more or fewer than two columns",
    });
  const asText = values
    .map(([, value]) => readCell(value))
    .filter((one) => one.kind === "text" && isFigure(one));
  if (asText.length > 0)
    return new NotNative({ kind: "numbersAsText", argument: "terms", cells: asText.length });
  return { range };
}
