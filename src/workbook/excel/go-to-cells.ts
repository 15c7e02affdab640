import { readReference } from "../../input/cells/cell-reference";
import type { Outcome } from "./outcome";
import { FaultError, runExcel } from "./run";

/** Shows cells: activates their sheet and selects them. The address has its sheet, such as 'My sheet'!D7. */
export async function goToCells(address: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const reference = readReference(address);
    if (reference.kind !== "address" || reference.sheet === undefined)
      throw new FaultError({ kind: "sheetGone", sheet: address });
    const sheet = context.workbook.worksheets.getItemOrNullObject(reference.sheet);
    await context.sync();
    if (sheet.isNullObject) throw new FaultError({ kind: "sheetGone", sheet: reference.sheet });
    sheet.activate();
    sheet.getRange(reference.address).select();
    await context.sync();
  });
}
