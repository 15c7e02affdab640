import { changeCell, type MemoryBook, type MemorySheet, placeOf } from "./book";

/** Rewrites the formulas of every cell and name; a name of the workbook is passed without a sheet. */
export function rewriteFormulas(
  book: MemoryBook,
  rewrite: (formula: string, sheet?: MemorySheet) => string,
): void {
  for (const sheet of book.sheets)
    for (const [key, { formula }] of [...sheet.cells]) {
      if (formula === null) continue;
      const after = rewrite(formula, sheet);
      if (after === formula) continue;
      const { row, col } = placeOf(key);
      changeCell(sheet, row, col, { formula: after });
    }
  book.names = book.names.map((name) => {
    const formula = rewrite(name.formula);
    return formula === name.formula ? name : { ...name, formula };
  });
}
