import type { Block, CellValue } from "./cell-value";

/** What a cell's function is given, one entry for each argument written; omitted ones are "omitted". */
export type FunctionArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "scalar"; readonly value: CellValue }
  | { readonly kind: "matrix"; readonly values: Block };
