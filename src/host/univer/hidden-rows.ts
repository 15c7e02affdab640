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
        .map((workbook) => [
          workbook.getUnitId(),
          Object.fromEntries(
            workbook.getSheets().map((one) => [one.getSheetId(), hiddenRows(one)]),
          ),
        ]),
    );
}

function hiddenRows(sheet: Worksheet) {
  const rows = { ...sheet.getRowManager().getRowData(), ...sheet.getCellMatrix().getMatrix() };
  const hidden = Object.keys(rows).filter((row) => !sheet.getRowVisible(Number(row)));
  return Object.fromEntries(hidden.map((row) => [row, { hd: BooleanNumber.TRUE }]));
}
