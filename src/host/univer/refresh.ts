import type { ICellData } from "@univerjs/core";
import { FormulaDataModel, IFunctionService, LexerTreeBuilder } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { CellPlace } from "../grid/cell-messages";
import type { UniverContext } from "./context";

interface FormulaCell extends CellPlace {
  readonly formula: string;
}

/** The formulas of the workbook, as they read in their cells. */
export function formulasOf({ workbook, injector, unitId }: UniverContext): readonly FormulaCell[] {
  const model = injector.get(FormulaDataModel);
  const found: FormulaCell[] = [];
  for (const sheet of workbook.getWorkbook().getSheets()) {
    const sheetId = sheet.getSheetId();
    sheet.getCellMatrix().forValue((row, col, cell) => {
      if (!cell?.f && !cell?.si) return;
      const formula = model.getFormulaStringByCell(row, col, sheetId, unitId) ?? "";
      found.push({ sheetId, row, col, formula });
    });
  }
  return found;
}

/** Finds any of some names in a formula. */
export function usesOf(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replaceAll(/\W/g, "\\$&")).join("|");
  return new RegExp(`(?<![A-Za-z0-9_.])(?:${escaped})(?![A-Za-z0-9_.])`, "i");
}

/**
 * Rewrites every formula that uses some names, and lets Univer read it again.
 *
 * Univer keeps what it has read of a formula that spells a changed name with other capitals, and of a name that changes its cells.
 */
export function refreshUsesOf(context: UniverContext, names: readonly string[]): void {
  const uses = usesOf(names);
  const using = formulasOf(context).filter(({ formula }) => uses.test(formula));
  if (using.length > 0) forgetReadFormulas(context);
  context.isRefreshing = true;
  for (const subUnitId of new Set(using.map(({ sheetId }) => sheetId))) {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const { sheetId, row, col, formula } of using) {
      if (sheetId !== subUnitId) continue;
      cellValue[row] = { ...cellValue[row], [col]: { f: formula, si: null } };
    }
    context.run(SetRangeValuesMutation.id, { subUnitId, cellValue });
  }
  context.isRefreshing = false;
}

/**
 * Lets Univer read every formula again.
 *
 * After a table changed it does so for one calculation, and from the next one on it takes the table as it was before.
 */
export function forgetReadFormulas({ injector }: UniverContext): void {
  // The key "" is within every key, so all is forgotten: most of what is kept cannot be picked out.
  injector.get(IFunctionService).deleteFormulaAstCacheKey("");
  // Univer keeps the words of a formula too, and changes those of a LET when it reads them: read twice they are an error. They are
  // kept for all builders, and forgotten by one that ends.
  new LexerTreeBuilder().dispose();
}
