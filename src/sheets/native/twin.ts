import type { CommitFunction } from "../formulas/call";
import type { Blocks } from "./blocks";
import type { NativeFormula } from "./excel/formula";
import type { Given } from "./given";
import type { NotNative } from "./not-native";

/** What answers for one of our functions in Excel's own: a formula, or a formula for each cell that it spills. */
export type TwinAnswer =
  | { readonly kind: "value"; readonly formula: NativeFormula }
  | {
      readonly kind: "table";
      /** Below the rows that there are now, blank ones for those that may come. */
      readonly rows: readonly (readonly NativeFormula[])[];
      /** How many rows there are now, headings included, where rows can come and go; the rows below them are blank. */
      readonly listed?: NativeFormula;
    };

/** What makes the twin of a function from its arguments. */
export type Twin = (blocks: Blocks, ...given: readonly Given[]) => TwinAnswer | NotNative;
export type Twins = Partial<Readonly<Record<CommitFunction, Twin>>>;

export function value(formula: NativeFormula): TwinAnswer {
  return { kind: "value", formula };
}
