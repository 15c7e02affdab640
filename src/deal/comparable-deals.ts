import type { PricingError } from "../core/errors";
import { type Result, succeed } from "../core/result";
import { isBlankOrZero, quoteCell } from "../input/cells/cells";
import { type CommittedDiscount, readDeal, readDeals } from "../input/comparables-cells";
import { faultCell } from "./fault-cell";

/** Name of the table of comparable deals, where it is free. */
export const COMPARABLES_TABLE = "ComparableDeals";

/** A deal that somebody got, and who says so. */
export interface ComparableDeal extends CommittedDiscount {
  /** "" where nobody is named. */
  readonly source: string;
}

/** The table of comparable deals as the workbook holds it. */
export interface ComparableCells {
  /** Its address with its sheet, headings included. */
  readonly address: string;
  /** Headings first. */
  readonly values: readonly (readonly unknown[])[];
}

/** The comparable deals of a workbook: none where a row cannot be read. */
export interface ComparableDeals {
  readonly cells: ComparableCells;
  readonly deals: readonly ComparableDeal[];
  readonly faults: readonly ComparableFault[];
}

export interface ComparableFault {
  readonly error: PricingError;
  /** With its sheet; "" where it is about no row. */
  readonly cell: string;
}

/** Reads a table of comparable deals. */
export function readComparableDeals(cells: ComparableCells): ComparableDeals {
  const read = readSourcedComparables(cells.values);
  return {
    cells,
    deals: read.ok ? read.value : [],
    faults: read.ok
      ? []
      : read.errors.map((error) => ({
          error,
          cell: faultCell(error, cells.address, cells.values),
        })),
  };
}

/** Reads comparable deals as BENCHMARK_RANK does, with the source of each. */
export function readSourcedComparables(raw: unknown): Result<readonly ComparableDeal[]> {
  return readDeals(raw, (row, zeros) => {
    const deal = readDeal(row, zeros);
    const cell = row.cell("Source");
    const source = isBlankOrZero(cell) || cell.kind === "error" ? "" : quoteCell(cell).trim();
    return deal.ok ? succeed({ ...deal.value, source }) : deal;
  });
}
