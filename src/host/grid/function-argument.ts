import type { Block, CellValue } from "./cell-value";

/** An argument of a cell's function, one for each argument written; omitted ones are "omitted". */
export type FunctionArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "scalar"; readonly value: CellValue }
  | { readonly kind: "matrix"; readonly values: Block };
