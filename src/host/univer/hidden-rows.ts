import {
  BooleanNumber,
  type Injector,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";

/**
 * Lets Univer look for hidden rows where one can be.
 *
 * For formulas such as SUBTOTAL it looks before each calculation, at every row of every sheet: a tenth of all the time that
 * tests spend on workbooks. A row that a person hides has a setting of its own, and one that a filter hides has cells.
 */
export function seekHiddenRows(injector: Injector): void {
  const units = injector.get(IUniverInstanceService);
  injector.get(FormulaDataModel).getHiddenRowsFiltered = () =>
    Object.fromEntries(
      units
        .getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)
        .map((workbook) => [workbook.getUnitId(), hiddenRowsBySheet(workbook)]),
    );
}

function hiddenRowsBySheet(workbook: Workbook) {
  return Object.fromEntries(
    workbook
      .getSheets()
      .map((sheet) => [
        sheet.getSheetId(),
        Object.fromEntries(hiddenRows(sheet).map((row) => [row, { hd: BooleanNumber.TRUE }])),
      ]),
  );
}

function hiddenRows(sheet: Worksheet): readonly number[] {
  const rows = { ...sheet.getRowManager().getRowData(), ...sheet.getCellMatrix().getMatrix() };
  return Object.keys(rows)
    .map(Number)
    .filter((row) => !sheet.getRowVisible(row));
}
