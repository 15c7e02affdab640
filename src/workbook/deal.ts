/** References to the cells of a deal, as text for a formula: a name, or an address such as Sheet1!$A$1:$C$5. */
export interface DealReferences {
  readonly bands: string;
  readonly terms: string | null;
  readonly usage: string | null;
  readonly commitment: string | null;
}

/** The cells of a deal as they stand in the workbook: raw values, to be read by src/input. */
export interface DealCells {
  readonly references: DealReferences;
  readonly bands: readonly (readonly unknown[])[];
  readonly terms: readonly (readonly unknown[])[] | null;
  readonly usage: unknown;
  readonly commitment: unknown;
}
