import { describe } from "vitest";
import type { LocalWorkbookOptions } from "../support/local-workbook";

/** Which grid holds the cells. */
export type GridKind = NonNullable<LocalWorkbookOptions["grid"]>;

/**
 * Tests of structure, once over Univer and once over the grid in memory, which must not drift from it.
 *
 * Only Univer calculates, so what formulas show is tested over Univer alone.
 */
export function describeEveryGrid(tests: (grid: GridKind) => void): void {
  for (const grid of ["univer", "memory"] as const) describe(`over ${grid}`, () => tests(grid));
}
