import type { Grid } from "../../../src/host/grid/grid";
import { renameTableReferences } from "../../../src/host/grid/structured-reference";
import { notImplemented } from "../../../src/host/office/host-error";
import { type MemoryBook, tableOf } from "./book";
import { rewriteFormulas } from "./rewrite";

/** Tables, without the cells in them. */
export function memoryTables(book: MemoryBook) {
  const refuseSheetName = (name: string): void => {
    if (book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      throw notImplemented(`a table with the name of a sheet, ${name}`);
  };
  return {
    tables: () => book.tables,
    addTable(table) {
      refuseSheetName(table.name);
      book.tables = [...book.tables, table];
    },
    updateTable(table) {
      const current = tableOf(book, table.id);
      if (current.name !== table.name) refuseSheetName(table.name);
      book.tables = book.tables.map((one) => (one === current ? table : one));
      if (current.name === table.name) return;
      rewriteFormulas(book, (formula) => renameTableReferences(formula, current.name, table.name));
    },
  } satisfies Partial<Grid>;
}
