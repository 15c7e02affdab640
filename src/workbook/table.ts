import type { Measure } from "../sensitivity/measure";
import type { DealReferences } from "./deal";

/** Usages down the side: even steps, or the cells of a range given as text such as Sheet1!A2:A13. */
export type UsageRows =
  | {
      readonly kind: "steps";
      readonly fromUsd: number;
      readonly toUsd: number;
      readonly rows: number;
    }
  | { readonly kind: "range"; readonly reference: string; readonly usagesUsd: readonly number[] };

/** Where a table goes. */
export type Destination = { readonly kind: "newSheet" } | { readonly kind: "selection" };

/** A sensitivity table to write. */
export interface TableRequest {
  readonly measure: Measure;
  readonly rows: UsageRows;
  /** Across the top, ascending. */
  readonly commitmentsUsd: readonly number[];
  /** One formula a cell, or one spilled SENSITIVITY for the whole table. */
  readonly form: "cells" | "spill";
  /** For the spilled form: even points between thresholds. */
  readonly pointsBetween: number;
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
}
