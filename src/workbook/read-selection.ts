import { runExcel } from "./excel-run";
import type { Outcome } from "./outcome";

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
