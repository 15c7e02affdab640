import { type NativeFormula, x } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import { cellsOf, type NativeArgument } from "../given";
import { NotNative } from "../not-native";

/** The entries of a path in order: one, or one a period or a year. How many there are is fixed when the workings are made. */
export type PathArea = readonly NativeFormula[];

/** Reads where the entries of a path stand; one whose numbers are text is not followed. */
export function readPathArea(
  argument: "usage" | "commitment" | "list_index",
  given: NativeArgument | undefined,
): PathArea | NotNative {
  const cells = given ? cellsOf(given).flat() : [];
  const asText = given ? figuresAsText(given.formula, given.values) : [];
  if (asText.length > 0) return new NotNative({ kind: "numbersAsText", argument, cells: asText });
  return cells.length === 0 ? [x`0`] : cells.map(({ formula }) => formula);
}
