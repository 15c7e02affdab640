import type { ICellData } from "@univerjs/core";
import {
  AstTreeBuilder,
  generateAstNode,
  IFormulaCurrentConfigService,
  Lexer,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { UniverContext } from "./univer-context";

type FormulaCells = Record<number, Record<number, ICellData>>;

/** Finds any of some names in a formula. */
export function usesOf(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replaceAll(/[.\\]/g, "\\$&")).join("|");
  return new RegExp(`(?<![A-Za-z0-9_.])(?:${escaped})(?![A-Za-z0-9_.])`, "i");
}

/**
 * Gives Univer every formula that uses some names anew.
 *
 * When a name comes to mean other cells, Univer keeps the formulas it has read
 * and what they depend on.
 */
export function refreshUsesOf(context: UniverContext, names: readonly string[]): void {
  const uses = usesOf(names);
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
  const [lexer, trees, config] = [
    context.injector.get(Lexer),
    context.injector.get(AstTreeBuilder),
    context.injector.get(IFormulaCurrentConfigService),
  ];
  for (const formula of formulas) {
    // Univer reads a formula anew when a name in it changed, but forgets the names that mean addresses.
    generateAstNode(context.unitId, formula, lexer, trees, config).setDefinedNames([...names]);
  }
}
