import type { SheetDefinition } from "../../sheets/sheet-definition";
import type { TableContent } from "../../sheets/tables/content";
import type { TableDefinition } from "../../sheets/tables/definition";

/** Where a table goes. */
export type Destination =
  | { readonly kind: "newSheet" }
  | { readonly kind: "selection" }
  | Overwriting
  | Again;

/** In place of a table that is there: on its sheet, at its first cell, under its names. */
export interface Again {
  readonly kind: "again";
  readonly table: Pick<WrittenTable, "id" | "sheet" | "address">;
}

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
export interface TableRequest extends TableContent {
  readonly destination: Destination;
  /** Every threshold of the deal, $0 included: by these it is seen later that the table no longer fits. */
  readonly thresholdsUsd: readonly number[];
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
  /** Title of a table that was written over cells of this one since, and must be removed before it. */
  readonly coveredBy?: string;
  /** The table of scenarios: what a user wrote goes with it. */
  readonly holdsScenarios?: true;
  /** What gave way to plain formulas, to values or, where it was text, to numbers: removing it puts it back. */
  readonly holdsFormulas?: "portable" | "frozen" | "numbers";
  /** Writing it again left conditional formats that cross its edge in parts, in an Excel that cannot join them. */
  readonly rulesInParts?: true;
  /** What it was made from; absent for what is no sensitivity table, or was written before this was kept. */
  readonly recipe?: TableDefinition;
  /** The same of a decision or comparison sheet. */
  readonly definition?: SheetDefinition;
}
