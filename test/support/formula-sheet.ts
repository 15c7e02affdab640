import { expect } from "vitest";
import type { Scalar } from "../../src/host/grid/cell-value";
import type { LocalWorkbook } from "./local-workbook";

/** Rows that each formula has for what it spills. */
const ROOM = 12;
const COLUMN = 7;

/** What a formula shows: one value, or the block that it spills. */
export type Shown = Scalar | readonly (readonly Scalar[])[];

/** Puts thresholds and discounts into E1:F3, as the cases of the field have them. */
export function writeBands(book: LocalWorkbook): void {
  const [sheet] = book.grid.sheets();
  book.grid.write(sheet?.id ?? "", { row: 0, col: 4, rows: 3, cols: 2 }, [
    [0, 0],
    [250000, 0.1],
    [500000, 0.15],
  ]);
}

/** Types formulas below one another in column H, with room to spill, and answers what each shows and how it reads. */
export async function calculate(
  book: LocalWorkbook,
  formulas: readonly string[],
): Promise<readonly { readonly formula: string; readonly shows: Shown; readonly reads: Scalar }[]> {
  const { grid } = book;
  const sheetId = grid.sheets()[0]?.id ?? "";
  const place = (index: number) => ({ row: index * ROOM, col: COLUMN, rows: 1, cols: 1 });
  formulas.forEach((formula, index) => {
    grid.write(sheetId, place(index), [[formula]]);
  });
  await grid.settle();
  return formulas.map((formula, index) => {
    const cell = place(index);
    const spill = grid.spillRect(sheetId, cell.row, cell.col);
    const values = grid.values(sheetId, spill ?? cell);
    return {
      formula,
      shows: spill ? values : (values[0]?.[0] ?? null),
      reads: grid.formulas(sheetId, cell)[0]?.[0] ?? null,
    };
  });
}

/** Formulas, and what each must show. */
export type Rows = readonly (readonly [formula: string, shows: Shown])[];

/** Checks what formulas show, and that each reads as it was typed. */
export async function expectShown(book: LocalWorkbook, rows: Rows): Promise<void> {
  const shown = await calculate(
    book,
    rows.map(([formula]) => formula),
  );
  expect(shown).toEqual(rows.map(([formula, shows]) => ({ formula, shows, reads: formula })));
}
