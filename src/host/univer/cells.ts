import { CellValueType, type ICellData, type IRange, type Nullable } from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import { SetStyleCommand } from "@univerjs/sheets";
import "@univerjs/sheets-numfmt/facade";
import { boundAll, contains, mapCells, type Rect } from "../grid/address";
import type { Scalar } from "../grid/cell-value";
import { readTyped, usesSpillOperator } from "../grid/typed-text";
import { invalidArgument, notImplemented } from "../office/host-error";
import { fromUniverRange, type UniverContext } from "./context";

const GENERAL = "General";
const TEXT_FORMAT = "@";

/** Values, formulas and number formats of cells, with what formulas spill. */
export class UniverCells {
  private readonly model = this.context.injector.get(FormulaDataModel);
  private readonly lexer = this.context.injector.get(LexerTreeBuilder);

  constructor(private readonly context: UniverContext) {}

  values(sheetId: string, rect: Rect): Scalar[][] {
    const cells = this.context.range(sheetId, rect).getCellDatas();
    return mapCells(rect, (row, col) =>
      this.value(sheetId, rect.row + row, rect.col + col, cells[row]?.[col]),
    );
  }

  /** The value of a cell that Univer holds, or the one that a formula fills it with. */
  value(sheetId: string, row: number, col: number, cell: Nullable<ICellData>): Scalar {
    return readValue(cell) ?? readValue(this.#spilledCell(sheetId, row, col));
  }

  formulas(sheetId: string, rect: Rect): Scalar[][] {
    const formulas = this.context.range(sheetId, rect).getFormulas();
    const values = this.values(sheetId, rect);
    return mapCells(rect, (row, col) => formulas[row]?.[col] || (values[row]?.[col] ?? null));
  }

  text(sheetId: string, rect: Rect): string[][] {
    const shown = this.context.range(sheetId, rect).getDisplayValues();
    const values = this.values(sheetId, rect);
    return mapCells(rect, (row, col) => {
      const value = values[row]?.[col] ?? null;
      if (value === null) return "";
      if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
      return shown[row]?.[col] || String(value);
    });
  }

  numberFormats(sheetId: string, rect: Rect): string[][] {
    const sheet = this.context.sheet(sheetId).getSheet();
    return mapCells(rect, (row, col) => {
      // As kept: where a cell is shown, its format is one that Univer reads rightly.
      const cell = sheet.getCellRaw(rect.row + row, rect.col + col);
      const style =
        cell && sheet.getComposedCellStyleByCellData(rect.row + row, rect.col + col, cell);
      return style?.n?.pattern || GENERAL;
    });
  }

  setNumberFormats(
    sheetId: string,
    rect: Rect,
    formats: readonly (readonly (string | undefined)[])[],
  ): void {
    const current = this.numberFormats(sheetId, rect);
    const value = mapCells(rect, (row, col) => {
      const pattern = formats[row]?.[col] ?? current[row]?.[col] ?? GENERAL;
      return pattern === GENERAL ? null : { pattern };
    });
    // Univer's own command for formats takes the formula from a cell whose type it changes.
    this.context.restyle(SetStyleCommand.id, {
      subUnitId: sheetId,
      range: this.context.range(sheetId, rect).getRange(),
      style: { type: "n", value },
    });
  }

  write(sheetId: string, rect: Rect, cells: readonly (readonly (Scalar | undefined)[])[]): void {
    const formats = this.numberFormats(sheetId, rect);
    const percents: Rect[] = [];
    const readCell = (value: Scalar, row: number, col: number): ICellData => {
      if (typeof value !== "string") return plainCell(value);
      if (value.startsWith("=") && value.length > 1) return this.formulaCell(value);
      const entry = readTyped(value, formats[row]?.[col] === TEXT_FORMAT);
      if (entry.percent && formats[row]?.[col] === GENERAL) {
        percents.push({ row: rect.row + row, col: rect.col + col, rows: 1, cols: 1 });
      }
      return plainCell(entry.value);
    };
    // Cells to leave alone are left out: Univer takes the formula from a cell that it is given empty.
    const data: Record<number, Record<number, ICellData>> = {};
    cells.forEach((values, row) => {
      const columns: Record<number, ICellData> = {};
      values.forEach((value, col) => {
        if (value !== undefined) columns[rect.col + col] = readCell(value, row, col);
      });
      if (Object.keys(columns).length > 0) data[rect.row + row] = columns;
    });
    if (Object.keys(data).length === 0) return;
    this.context.change(() => this.context.range(sheetId, rect).setValues(data));
    for (const percent of percents) this.setNumberFormats(sheetId, percent, [["0%"]]);
  }

  /** Not with Univer's command, which forgets the named styles of the cells; Excel keeps them. */
  blank(sheetId: string, rect: Rect): void {
    this.write(
      sheetId,
      rect,
      mapCells(rect, () => null),
    );
  }

  usedRect(sheetId: string, valuesOnly: boolean): Rect | null {
    const used: Rect[] = [...this.spills(sheetId)];
    const matrix = this.context.sheet(sheetId).getSheet().getCellMatrix();
    matrix.forValue((row, col, cell) => {
      const isUsed = hasContent(cell) || (!valuesOnly && cell?.s !== undefined && cell.s !== null);
      if (isUsed) used.push({ row, col, rows: 1, cols: 1 });
    });
    return boundAll(used);
  }

  spillRect(sheetId: string, row: number, col: number): Rect | null {
    const range: Nullable<IRange> = this.#spillRanges(sheetId)?.[row]?.[col];
    const rect = range ? fromUniverRange(range) : null;
    return rect && rect.rows * rect.cols > 1 && !this.#isBlocked(sheetId, rect) ? rect : null;
  }

  spillParent(sheetId: string, row: number, col: number): Rect | null {
    const cell = { row, col, rows: 1, cols: 1 };
    const spill = this.spills(sheetId).find((rect) => contains(rect, cell));
    return spill ? { row: spill.row, col: spill.col, rows: 1, cols: 1 } : null;
  }

  #isBlocked(sheetId: string, rect: Rect): boolean {
    return this.values(sheetId, { ...rect, rows: 1, cols: 1 })[0]?.[0] === "#SPILL!";
  }

  /** The blocks that formulas of a sheet fill beyond their own cells. */
  spills(sheetId: string): readonly Rect[] {
    const spills: Rect[] = [];
    for (const [row, columns] of Object.entries(this.#spillRanges(sheetId) ?? {})) {
      for (const col of Object.keys(columns ?? {})) {
        const rect = this.spillRect(sheetId, Number(row), Number(col));
        if (rect) spills.push(rect);
      }
    }
    return spills;
  }

  #spillRanges(sheetId: string) {
    return this.model.getArrayFormulaRange()[this.context.unitId]?.[sheetId];
  }

  #spilledCell(sheetId: string, row: number, col: number): Nullable<ICellData> {
    return this.model.getArrayFormulaCellData()[this.context.unitId]?.[sheetId]?.[row]?.[col];
  }

  /** Whether a formula can be written here. */
  canRead(formula: string): boolean {
    // false: a tree built here knows no names, and must not be kept for the calculation, which does.
    const tree = this.lexer.treeBuilder(formula, false);
    return !usesSpillOperator(formula) && typeof tree !== "string";
  }

  /** A cell with a formula that is not calculated yet. */
  formulaCell(formula: string): ICellData {
    if (usesSpillOperator(formula)) throw notImplemented(`the # operator in ${formula}`);
    if (!this.canRead(formula)) throw invalidArgument(`the formula ${formula} cannot be read`);
    return { f: formula, v: null, t: null, si: null, p: null };
  }
}

/** A cell with a value, taken literally. */
export function plainCell(value: Scalar): ICellData {
  const cell = { f: null, si: null, p: null };
  if (value === null || value === "") return { ...cell, v: null, t: null };
  if (typeof value === "boolean") return { ...cell, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return typeof value === "number"
    ? { ...cell, v: value, t: CellValueType.NUMBER }
    : { ...cell, v: value, t: CellValueType.STRING };
}

function hasContent(cell: Nullable<ICellData>): boolean {
  if (!cell) return false;
  return Boolean(cell.f || cell.si) || (cell.v !== undefined && cell.v !== null && cell.v !== "");
}

/** Univer keeps truth values as 1 and 0 and may keep a number as text. */
function readValue(cell: Nullable<ICellData>): Scalar {
  const value = cell?.v;
  if (!cell || value === undefined || value === null) return null;
  if (value === "" && !cell.f && !cell.si) return null;
  if (cell.t === CellValueType.BOOLEAN) return value === true || Number(value) === 1;
  if (cell.t === CellValueType.NUMBER) return Number(value);
  return value;
}
