export type { UsageRows } from "../sensitivity/layout";

import type { TableContent } from "../sensitivity/layout";
import type { DealReferences } from "./deal";

/** Where a table goes. */
export type Destination =
  | { readonly kind: "newSheet" }
  | { readonly kind: "selection" }
  | Overwriting;

/** A place whose content the user agreed to lose until the table is removed. */
export interface Overwriting {
  readonly kind: "overwrite";
  readonly sheet: string;
  /** Of the whole block, as it was shown to the user. */
  readonly address: string;
  /** Cells that the user was told of; more or fewer by now is asked again. */
  readonly cells: number;
}

/** A sensitivity table to write. */
export interface TableRequest extends Omit<TableContent, "bands" | "terms"> {
  readonly destination: Destination;
  readonly deal: DealReferences;
}

/** A table that stands in the workbook. */
export interface WrittenTable {
  readonly id: string;
  readonly title: string;
  readonly sheet: string;
  /** Of the whole block, such as A1:P16. */
  readonly address: string;
  /** False where writing stopped half way; removing it puts back what was there. */
  readonly complete: boolean;
}
