import { POLICIES } from "../../../core/terms";
import { namedTerm } from "../../../input/headings/term-names";
import { readTerms } from "../../../input/terms-cells";
import type { NativeRange } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import { NotNative } from "../not-native";

/** Terms on a sheet: names in the first column of the range, values in the second. */
export interface TermsArea {
  readonly range: NativeRange;
  /** Whether terms of several years are among them. */
  readonly hasPolicies: boolean;
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
  // TRUE is another word in every language of Excel.
  if (values.some(([, value]) => typeof value === "boolean"))
    return new NotNative({ kind: "layout", argument: "terms", what: "TRUE or FALSE" });
  const asText = figuresAsText(range, values, (_, column) => column === 1);
  if (asText.length > 0)
    return new NotNative({ kind: "numbersAsText", argument: "terms", cells: asText });
  const hasPolicies = values.some(([name]) => {
    const { term } = namedTerm(String(name ?? ""));
    return term !== undefined && term in POLICIES;
  });
  return { range, hasPolicies };
}
