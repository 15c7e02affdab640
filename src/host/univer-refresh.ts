import type { ICellData } from "@univerjs/core";
import { IFunctionService } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { UniverContext } from "./univer-context";

type FormulaCells = Record<number, Record<number, ICellData>>;

/**
 * Gives Univer every formula that uses a name anew.
 *
 * When a name comes to mean other cells, Univer keeps the formulas it has read
 * and what they depend on.
 */
export function refreshUsesOf(context: UniverContext, name: string): void {
  const escaped = name.replaceAll(/[.\\]/g, "\\$&");
  const uses = new RegExp(`(?<![A-Za-z0-9_.])${escaped}(?![A-Za-z0-9_.])`, "i");
  const formulas = new Set<string>();
  context.isRefreshing = true;
  for (const sheet of context.workbook.getSheets()) {
    const cellValue: FormulaCells = {};
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, col, cell) => {
        if (!cell?.f && !cell?.si) return;
        const formula = sheet.getRange(row, col).getFormula();
        if (!uses.test(formula)) return;
        formulas.add(formula);
        cellValue[row] = { ...cellValue[row], [col]: { f: formula, si: null } };
      });
    if (Object.keys(cellValue).length === 0) continue;
    context.change(() =>
      context.command(SetRangeValuesMutation.id, {
        unitId: context.unitId,
        subUnitId: sheet.getSheetId(),
        cellValue,
      }),
    );
  }
  context.isRefreshing = false;
  context.injector.get(IFunctionService).deleteFormulaAstCacheKey(...formulas);
}
