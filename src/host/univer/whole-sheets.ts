import {
  BooleanNumber,
  type ICellData,
  type IStyleData,
  IUndoRedoService,
  type Nullable,
} from "@univerjs/core";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-data-validation/facade";
import { IFunctionService } from "@univerjs/engine-formula";
import { intersect, mapCells, type Rect, sameRect } from "../grid/address";
import { SIDES } from "../grid/cell-style";
import type { CellLook, PlacedCell, PlacedValidation } from "../grid/whole-sheets";
import { plainCell } from "./cells";
import { fromUniverRange } from "./context";
import type { GridParts } from "./grid-parts";
import { lastValueOf } from "./last-values";
import { POINTS_PER_PIXEL } from "./looks";
import { drawnLine, readBorder, readStyleData, toStyleData } from "./style-data";
import { readValidation } from "./validation";

const GENERAL = "General";

/** Font of a cell without a font of its own, which files leave out. */
const USUAL = { fontName: "Arial", size: 11, color: "#000000" };

const UNIVER_SIDES = { top: "t", bottom: "b", left: "l", right: "r" } as const;

/** Whole sheets of Univer's, for files. */
export class UniverWholeSheets {
  constructor(private readonly parts: GridParts) {}

  cells(sheetId: string): readonly PlacedCell[] {
    const sheet = this.parts.context.sheet(sheetId);
    const matrix = sheet.getSheet().getCellMatrix();
    const placed = new Map<string, PlacedCell>();
    const place = (row: number, col: number, cell: Nullable<ICellData>): void => {
      const formula = cell?.si ? sheet.getRange(row, col).getFormula() : cell?.f || null;
      const value = this.parts.cells.value(sheetId, row, col, cell);
      const look = this.#look(cell);
      if (value === null && formula === null && look === null) return;
      const spill = formula === null ? null : this.parts.cells.spillRect(sheetId, row, col);
      const lastValue = formula === null ? undefined : lastValueOf(cell);
      const kept = lastValue ? { lastValue } : {};
      const at = { row, col, value, formula, spill, isSpilled: false, look, ...kept };
      placed.set(`${row},${col}`, at);
    };
    matrix.forValue(place);
    for (const spill of this.parts.cells.spills(sheetId)) {
      mapCells(spill, (down, right) => {
        if (down === 0 && right === 0) return;
        const [row, col] = [spill.row + down, spill.col + right];
        const key = `${row},${col}`;
        if (!placed.has(key)) place(row, col, matrix.getValue(row, col));
        const filled = placed.get(key);
        if (filled) placed.set(key, { ...filled, isSpilled: true });
      });
    }
    return [...placed.values()].sort((a, b) => a.row - b.row || a.col - b.col);
  }

  putCells(sheetId: string, cells: readonly PlacedCell[]): void {
    if (cells.length === 0) return;
    const rows: Record<number, Record<number, ICellData>> = {};
    const matrix = this.parts.context.sheet(sheetId).getSheet().getCellMatrix();
    let bottom = 0;
    let right = 0;
    for (const cell of cells) {
      const line = rows[cell.row] ?? {};
      rows[cell.row] = line;
      line[cell.col] = this.#cellData(cell, matrix.getValue(cell.row, cell.col)?.custom ?? {});
      // A sheet grows for contents only: each whole column of a large one takes Univer half a second.
      if (cell.value === null && cell.formula === null) continue;
      bottom = Math.max(bottom, cell.row);
      right = Math.max(right, cell.col);
    }
    const corner = { row: bottom, col: right, rows: 1, cols: 1 };
    this.parts.context.change(() => this.parts.context.range(sheetId, corner).setValues(rows));
  }

  hasFunction(name: string): boolean {
    return this.parts.context.injector.get(IFunctionService).hasExecutor(name.toUpperCase());
  }

  frozen(sheetId: string): { readonly rows: number; readonly columns: number } {
    const { xSplit, ySplit } = this.parts.context.sheet(sheetId).getFreeze();
    return { rows: Math.max(0, ySplit), columns: Math.max(0, xSplit) };
  }

  columnWidths(sheetId: string): readonly number[] {
    const sheet = this.parts.context.sheet(sheetId);
    return Array.from({ length: sheet.getMaxColumns() }, (_, column) =>
      this.parts.looks.columnWidth(sheetId, column),
    );
  }

  rowHeights(sheetId: string): ReadonlyMap<number, number> {
    const heights = new Map<number, number>();
    const rows = this.parts.context.sheet(sheetId).getSheet().getRowManager().getRowData();
    for (const [row, data] of Object.entries(rows)) {
      // ia is Univer's word for a height that follows what the row holds.
      if (data?.h !== undefined && data.ia === BooleanNumber.FALSE) {
        heights.set(Number(row), data.h * POINTS_PER_PIXEL);
      }
    }
    return heights;
  }

  merge(sheetId: string, rect: Rect): boolean {
    const sheet = this.parts.context.sheet(sheetId);
    const whole = { row: 0, col: 0, rows: sheet.getMaxRows(), cols: sheet.getMaxColumns() };
    const part = intersect(whole, rect);
    if (part) this.parts.context.decorate(() => this.parts.context.range(sheetId, part).merge());
    return part !== null && sameRect(part, rect);
  }

  validations(sheetId: string): readonly PlacedValidation[] {
    return this.#rules(sheetId).flatMap((rule) => {
      const validation = readValidation(rule);
      return validation ? [{ rects: rule.ranges.map(fromUniverRange), validation }] : [];
    });
  }

  untold(sheetId: string): readonly string[] {
    const sheet = this.parts.context.sheet(sheetId);
    const rules = this.#rules(sheetId).filter((rule) => readValidation(rule) === null);
    const formats = sheet
      .getConditionalFormattingRules()
      .filter(({ cfId }) => !this.parts.formats.hasMade(cfId));
    const model = sheet.getSheet();
    const hiddenRows = model.getHiddenRows().length;
    const hiddenColumns = model.getHiddenCols().length;
    return [
      ...(formats.length > 0 ? ["conditional formats made by the grid's own menu"] : []),
      ...(rules.length > 0 ? ["data validation other than lists, numbers and formulas"] : []),
      ...(hiddenRows + hiddenColumns > 0 ? ["hidden rows and columns (they are saved shown)"] : []),
    ];
  }

  forgetUndo(): void {
    this.parts.context.injector.get(IUndoRedoService).clearUndoRedo(this.parts.context.unitId);
  }

  #rules(sheetId: string) {
    return this.parts.context
      .sheet(sheetId)
      .getDataValidations()
      .map(({ rule }) => rule);
  }

  #look(cell: Nullable<ICellData>): CellLook | null {
    const named: unknown = cell?.custom?.["namedStyle"];
    const data = this.parts.context.workbook.getWorkbook().getStyles().getStyleByCell(cell);
    if (!data && typeof named !== "string") return null;
    const look = readLook(data ?? {}, typeof named === "string" ? named : "Normal");
    return JSON.stringify(look) === PLAIN ? null : look;
  }

  #cellData(cell: PlacedCell, before: NonNullable<ICellData["custom"]>): ICellData {
    const { value, formula, isSpilled, look, lastValue } = cell;
    const content: ICellData =
      formula === null
        ? plainCell(isSpilled ? null : value)
        : lastValue?.stays === "always"
          ? { ...plainCell(value), f: formula }
          : this.parts.cells.formulaCell(formula);
    const namedStyle = look && look.namedStyle !== "Normal" ? { namedStyle: look.namedStyle } : {};
    const custom = { ...(look ? namedStyle : before), ...(lastValue ? { lastValue } : {}) };
    return look ? { ...content, s: writeLook(look), custom } : { ...content, custom };
  }
}

function readLook(data: IStyleData, namedStyle: string): CellLook {
  const borders = SIDES.flatMap((side) =>
    readBorder(data, UNIVER_SIDES[side]).map((line) => [side, line] as const),
  );
  const { fontName, size, color, ...style } = readStyleData(data);
  return {
    ...style,
    ...(fontName === undefined || fontName === USUAL.fontName ? {} : { fontName }),
    ...(size === undefined || size === USUAL.size ? {} : { size }),
    ...(color === undefined || color === USUAL.color ? {} : { color }),
    ...(data.ul?.s === BooleanNumber.TRUE ? { underline: true } : {}),
    ...(data.st?.s === BooleanNumber.TRUE ? { strikethrough: true } : {}),
    borders: Object.fromEntries(borders),
    namedStyle,
    numberFormat: data.n?.pattern ?? GENERAL,
  };
}

function writeLook(look: CellLook): IStyleData {
  const data = toStyleData(look);
  if (look.underline) data.ul = { s: BooleanNumber.TRUE };
  if (look.strikethrough) data.st = { s: BooleanNumber.TRUE };
  if (look.numberFormat !== GENERAL) data.n = { pattern: look.numberFormat };
  const borders: NonNullable<IStyleData["bd"]> = {};
  for (const side of SIDES) {
    const line = look.borders[side];
    if (line) borders[UNIVER_SIDES[side]] = { s: drawnLine(line.style), cl: { rgb: line.color } };
  }
  if (Object.keys(borders).length > 0) data.bd = borders;
  return data;
}

/** The look of an untouched cell, as text to compare with. */
const PLAIN = JSON.stringify(readLook({}, "Normal"));
