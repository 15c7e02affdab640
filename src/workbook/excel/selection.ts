import { SHEET_COLUMNS, SHEET_ROWS } from "../../input/cells/a1";
import type { Outcome } from "./outcome";
import { runExcel } from "./run";

/** The selected cells and a reference to them for a formula. */
export interface SelectedCells {
  readonly reference: string;
  readonly cells: readonly (readonly unknown[])[];
}

/** Reads the selected cells, cut to the part of them that is used. */
export async function readSelectedUsages(): Promise<Outcome<SelectedCells>> {
  return runExcel(async (context) => {
    const selection = context.workbook.getSelectedRange();
    selection.load("address");
    const used = selection.getUsedRangeOrNullObject(true);
    used.load("address,values");
    await context.sync();
    if (used.isNullObject) return { reference: selection.address, cells: [] };
    return { reference: used.address, cells: used.values };
  });
}

/**
 * The selected cells as a reference to type into a field. Where `tables` are wanted, a selection that is a Table, its
 * rows without the headings or one cell of it means the Table.
 */
export async function readSelectedReference(tables: boolean): Promise<Outcome<string>> {
  return runExcel(async (context) => {
    const selection = context.workbook.getSelectedRange();
    selection.load("address,rowCount,columnCount");
    const used = selection.getUsedRangeOrNullObject(true);
    used.load("address");
    const touched = selection.getTables(false);
    touched.load("items/name");
    await context.sync();
    const [table, another] = touched.items;
    if (tables && table && !another) {
      const whole = table.getRange();
      const body = table.getDataBodyRange();
      whole.load("address");
      body.load("address");
      await context.sync();
      const isOneCell = selection.rowCount * selection.columnCount === 1;
      if (isOneCell || [whole.address, body.address].includes(selection.address)) return table.name;
    }
    const isWhole = selection.rowCount === SHEET_ROWS || selection.columnCount === SHEET_COLUMNS;
    return isWhole && !used.isNullObject ? used.address : selection.address;
  });
}
