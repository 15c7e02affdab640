import type { ReferenceFault } from "../input/cells/cell-reference";

/** The cells that a reference means. */
export interface FoundCells {
  readonly kind: "cells";
  /** For a formula: 'My sheet'!$A$1:$C$5, DealBands[#All], or a name. */
  readonly reference: string;
  readonly isName: boolean;
  readonly cells: readonly (readonly unknown[])[];
  /** With its sheet: 'My sheet'!A1:C5. */
  readonly address?: string;
  /** Of a forecast that is one row or column: the cells around it, which may say what its numbers are. */
  readonly beside?: readonly (readonly unknown[])[];
}

/** What a typed reference means: nothing, cells, or why it means none. */
export type Found =
  | { readonly kind: "none" }
  | FoundCells
  | { readonly kind: "refused"; readonly fault: ReferenceFault };
