import type { DealCells, DealReferences } from "../../deal/deal-inputs";
import type { TableAxis } from "./axis";
import type { Addresses } from "./formula";
import type { TableMeasure } from "./measures";
import type { TableDeal } from "./values";

/** How a table is written: a formula in each cell, one that spills, or plain values for people without the add-in. */
export const TABLE_FORMS = ["cells", "spill", "values"] as const;
export type TableForm = (typeof TABLE_FORMS)[number];

/** What a sensitivity table shows, and where its formulas look. */
export interface TableContent {
  /** One; more of them side by side only where nothing stands across the top. */
  readonly measures: readonly [TableMeasure, ...TableMeasure[]];
  readonly rows: TableAxis;
  /** null: a column for each measure. */
  readonly columns: TableAxis | null;
  readonly form: TableForm;
  readonly deal: DealReferences;
  /** Where its inputs are, with their sheets; absent if not known. */
  readonly addresses?: DealCells["addresses"];
  /** The deal as it was read; plain values are computed from it. */
  readonly inputs: TableDeal | null;
  /** What tells it from tables of the same title, after a comma; absent where nothing must. */
  readonly distinction?: string;
  /** Date and time of making, as people write it. */
  readonly madeOn: string;
}

/** Whether the headings of an axis are formulas on the bands, so that they move with the thresholds. */
export function followsThresholds(
  axis: TableAxis,
  form: TableForm,
): axis is Required<TableAxis & { readonly kind: "commitment" }> {
  return form === "cells" && axis.kind === "commitment" && axis.places !== undefined;
}

/** A table above this many cells is written as one spilled formula. */
export const MOST_FORMULA_CELLS = 10_000;

/** Rows above all else: title, note, and what made it from what. */
export const TITLE_ROWS = 3;

/**
 * Address of a cell by its distance from the first cell of the block, such as `$A5`, `B$4`, `$B$3` or `B5`: what is fixed stays
 * where a formula is copied.
 */
export type Anchor = (
  row: number,
  column: number,
  fixed: "row" | "column" | "both" | "none",
) => string;

/** Where the parts of a table stand. */
export interface Place {
  readonly anchor: Anchor;
  /** Distance of the heading row from the first of the block. */
  readonly top: number;
  readonly held: Addresses;
}
