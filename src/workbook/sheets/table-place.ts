import { type Block, blockOf, columnLetters } from "../../input/cells/a1";
import type { Anchor } from "../../sheets/tables/content";
import { MEASURE_RECORDS } from "../../sheets/tables/measure-records";
import type { TableMeasure } from "../../sheets/tables/measures";
import { FaultError } from "../excel/run";
import type { Place } from "../journal/write-sheet";
import type { Again, Destination } from "../journal/written-table";

/** Asks for the cells where a table goes; what it returns says which they are, after the next sync. */
export function seekPlace(
  workbook: Excel.Workbook,
  destination: Exclude<Destination, Again>,
  measure: TableMeasure,
): () => Place {
  switch (destination.kind) {
    case "newSheet":
      return () => ({ kind: "newSheet", name: MEASURE_RECORDS[measure].sheet });
    case "selection": {
      const cell = workbook.getSelectedRange().getCell(0, 0);
      cell.load("rowIndex,columnIndex");
      const sheet = cell.worksheet;
      sheet.load("id,name");
      return () => ({ kind: "userSheet", sheet, row: cell.rowIndex, column: cell.columnIndex });
    }
    case "overwrite": {
      const { sheet: name, address, cells: agreedCells } = destination;
      const sheet = workbook.worksheets.getItemOrNullObject(name);
      sheet.load("id,name");
      return () => {
        if (sheet.isNullObject) throw new FaultError({ kind: "sheetGone", sheet: name });
        const { row, column } = blockOf(address);
        return { kind: "userSheet", sheet, row, column, agreedCells };
      };
    }
  }
}

/** Addresses of cells by their distance from the first of a block. */
export function anchorIn({ row, column }: Pick<Block, "row" | "column">): Anchor {
  return (r, c, fixed) => {
    const letters = columnLetters(column + c);
    const number = row + r + 1;
    const [keepsColumn, keepsRow] = [fixed === "column", fixed === "row"];
    const both = fixed === "both";
    return `${keepsColumn || both ? "$" : ""}${letters}${keepsRow || both ? "$" : ""}${number}`;
  };
}
