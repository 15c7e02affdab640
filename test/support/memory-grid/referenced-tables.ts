import { mapCells } from "../../../src/host/grid/address";
import type { TableInfo } from "../../../src/host/grid/grid";
import type { ReferencedTable } from "../../../src/host/grid/structured-reference";
import { cellAt, type MemoryBook, sheetOf } from "./book";

/** Tables with their columns' names, as references need them. */
export function referencedTables(book: MemoryBook): readonly (ReferencedTable & TableInfo)[] {
  return book.tables.map((table) => {
    const sheet = sheetOf(book, table.sheetId);
    const { row, col } = table.rect;
    const [headers = []] = mapCells({ ...table.rect, rows: 1 }, (down, right) =>
      String(cellAt(sheet, row + down, col + right).value ?? ""),
    );
    return { ...table, columns: headers };
  });
}
