import { ICommandService } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import "@univerjs/sheets-formula/facade";
import { intersect, MAX_COLS, MAX_ROWS, type Rect } from "./address";
import type { BorderLine, CellStyle } from "./cell-style";
import type { Scalar } from "./cell-value";
import type {
  ClearWhat,
  ConditionalFormatInfo,
  CopyWhat,
  Grid,
  GridEvent,
  GridFunction,
  NameInfo,
  SelectionInfo,
  SheetInfo,
  SheetVisibility,
  TableInfo,
  Validation,
} from "./grid";
import { UniverCells } from "./univer-cells";
import { UniverConditionalFormats } from "./univer-conditional-formats";
import { UniverContext, type UniverParts } from "./univer-context";
import { copyCells } from "./univer-copy";
import { UniverFunctions } from "./univer-functions";
import { UniverLooks } from "./univer-looks";
import { UniverNames } from "./univer-names";
import { UniverSheets } from "./univer-sheets";
import { UniverTables } from "./univer-tables";
import { UniverValidation } from "./univer-validation";
import { UniverWholeSheets } from "./univer-whole-sheets";
import { writtenCells } from "./univer-written-cells";

/** Univer waits 100 ms after a write before it calculates; the first time it is slower. */
const CALCULATION_START_MS = 160;
const FIRST_CALCULATION_START_MS = 500;
const LONGEST_CALCULATION_MS = 60_000;

/** A grid over an open Univer. */
export function createUniverGrid(parts: UniverParts): Grid {
  return new UniverGrid(parts);
}

class UniverGrid implements Grid {
  readonly whole: UniverWholeSheets;
  readonly #context: UniverContext;
  readonly #sheets: UniverSheets;
  readonly #cells: UniverCells;
  readonly #looks: UniverLooks;
  readonly #tables: UniverTables;
  readonly #names: UniverNames;
  readonly #formats: UniverConditionalFormats;
  readonly #validation: UniverValidation;
  readonly #functions: UniverFunctions;
  readonly #session: FormulaCalculationSessionService;
  readonly #listeners: ((event: GridEvent) => void)[] = [];
  #hasCalculated = false;

  constructor(parts: UniverParts) {
    const context = new UniverContext(parts);
    this.#context = context;
    this.#sheets = new UniverSheets(context);
    this.#cells = new UniverCells(context);
    this.#looks = new UniverLooks(context, this.#cells);
    this.#tables = new UniverTables(context, this.#cells);
    this.#names = new UniverNames(context, this.#tables);
    this.#formats = new UniverConditionalFormats(context, this.#cells);
    this.#validation = new UniverValidation(context);
    this.#functions = new UniverFunctions(context);
    this.whole = new UniverWholeSheets(context, this.#cells, this.#formats);
    this.#session = context.injector.get(FormulaCalculationSessionService);
    this.#listen();
  }

  sheets(): readonly SheetInfo[] {
    return this.#sheets.list();
  }

  activeSheetId(): string {
    return this.#sheets.activeId();
  }

  addSheet(name: string): string {
    return this.#sheets.add(name);
  }

  /** Names that meant the sheet become #REF!, its tables and conditional formats go. */
  deleteSheet(sheetId: string): void {
    for (const table of this.#tables.list()) {
      if (table.sheetId === sheetId) this.removeTable(table.id, false);
    }
    this.#names.forgetSheet(sheetId);
    this.#formats.forgetSheet(sheetId);
    this.#sheets.delete(sheetId);
  }

  renameSheet(sheetId: string, name: string): void {
    this.#sheets.rename(sheetId, name);
    this.#names.refresh();
  }

  activateSheet(sheetId: string): void {
    this.#sheets.activate(sheetId);
  }

  setVisibility(sheetId: string, visibility: SheetVisibility): void {
    this.#sheets.setVisibility(sheetId, visibility);
  }

  setTabColor(sheetId: string, color: string): void {
    this.#sheets.setTabColor(sheetId, color);
  }

  moveSheet(sheetId: string, position: number): void {
    this.#sheets.move(sheetId, position);
  }

  showsGridlines(sheetId: string): boolean {
    return this.#sheets.showsGridlines(sheetId);
  }

  showGridlines(sheetId: string, shown: boolean): void {
    this.#sheets.showGridlines(sheetId, shown);
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.#sheets.freeze(sheetId, rows, columns);
  }

  isProtected(sheetId: string): boolean {
    return this.#sheets.isProtected(sheetId);
  }

  protect(sheetId: string, on: boolean): void {
    this.#sheets.protect(sheetId, on);
  }

  values(sheetId: string, rect: Rect): Scalar[][] {
    return this.#cells.values(sheetId, rect);
  }

  formulas(sheetId: string, rect: Rect): Scalar[][] {
    return this.#cells.formulas(sheetId, rect);
  }

  text(sheetId: string, rect: Rect): string[][] {
    return this.#cells.text(sheetId, rect);
  }

  numberFormats(sheetId: string, rect: Rect): string[][] {
    return this.#cells.numberFormats(sheetId, rect);
  }

  write(sheetId: string, rect: Rect, cells: readonly (readonly (Scalar | undefined)[])[]): void {
    this.#cells.write(sheetId, rect, cells);
  }

  setNumberFormats(
    sheetId: string,
    rect: Rect,
    formats: readonly (readonly (string | undefined)[])[],
  ): void {
    this.#cells.setNumberFormats(sheetId, rect, formats);
  }

  clear(sheetId: string, rect: Rect, what: ClearWhat): void {
    const area = this.#usedPart(sheetId, rect);
    if (what !== "Contents") this.#formats.clear(sheetId, rect);
    if (what === "All") this.#validation.set(sheetId, area, null);
    if (what !== "Contents") this.unmerge(sheetId, area);
    const range = this.#context.range(sheetId, area);
    this.#context.change(() => {
      if (what === "Contents") range.clearContent();
      else if (what === "Formats") range.clearFormat();
      else range.clear();
      if (what !== "Contents") range.setCustomMetaData({});
    });
  }

  copy(fromSheetId: string, toSheetId: string, rect: Rect, what: CopyWhat): void {
    const area = this.#usedPart(fromSheetId, rect);
    copyCells(this.#context, fromSheetId, toSheetId, area, what);
    this.#formats.copy(fromSheetId, toSheetId, area);
    if (what === "All") this.#validation.copy(fromSheetId, toSheetId, area);
  }

  cellMessage(sheetId: string, row: number, col: number): string | null {
    const shown = this.values(sheetId, { row, col, rows: 1, cols: 1 })[0]?.[0];
    const parent = this.spillParent(sheetId, row, col) ?? { row, col };
    const formula = { sheetId, row: parent.row, col: parent.col };
    return this.#functions.messages.find(formula, row - parent.row, col - parent.col, shown);
  }

  usedRect(sheetId: string, valuesOnly: boolean): Rect | null {
    return this.#cells.usedRect(sheetId, valuesOnly);
  }

  spillRect(sheetId: string, row: number, col: number): Rect | null {
    return this.#cells.spillRect(sheetId, row, col);
  }

  spillParent(sheetId: string, row: number, col: number): Rect | null {
    return this.#cells.spillParent(sheetId, row, col);
  }

  mergedRects(sheetId: string): readonly Rect[] {
    return this.#sheets.mergedRects(sheetId);
  }

  merge(sheetId: string, rect: Rect): void {
    this.unmerge(sheetId, rect);
    this.#context.change(() => this.#context.range(sheetId, rect).merge({ isForceMerge: true }));
  }

  unmerge(sheetId: string, rect: Rect): void {
    const touched = this.mergedRects(sheetId).some((merged) => intersect(merged, rect));
    if (touched) this.#context.change(() => this.#context.range(sheetId, rect).breakApart());
  }

  style(sheetId: string, row: number, col: number): CellStyle {
    return this.#looks.style(sheetId, row, col);
  }

  setStyle(sheetId: string, rect: Rect, style: CellStyle): void {
    this.#looks.setStyle(sheetId, rect, style);
  }

  border(sheetId: string, row: number, col: number, edge: string): BorderLine {
    return this.#looks.border(sheetId, row, col, edge);
  }

  setBorder(sheetId: string, rect: Rect, edge: string, line: BorderLine): void {
    this.#looks.setBorder(sheetId, rect, edge, line);
  }

  namedStyle(sheetId: string, row: number, col: number): string {
    return this.#looks.namedStyle(sheetId, row, col);
  }

  setNamedStyle(sheetId: string, rect: Rect, name: string): void {
    this.#looks.setNamedStyle(sheetId, rect, name);
  }

  columnWidth(sheetId: string, column: number): number {
    return this.#looks.columnWidth(sheetId, column);
  }

  setColumnWidth(sheetId: string, column: number, count: number, points: number): void {
    this.#looks.setColumnWidth(sheetId, column, count, points);
  }

  autofitColumns(sheetId: string, column: number, count: number): void {
    this.#looks.autofitColumns(sheetId, column, count);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.#looks.rowHeight(sheetId, row);
  }

  setRowHeight(sheetId: string, row: number, count: number, points: number): void {
    this.#looks.setRowHeight(sheetId, row, count, points);
  }

  names(): readonly NameInfo[] {
    return this.#names.list();
  }

  putName(name: NameInfo): void {
    this.#names.put(name);
  }

  deleteName(name: NameInfo): void {
    this.#names.delete(name);
  }

  resolveName(name: NameInfo): SelectionInfo | null {
    return this.#names.resolve(name);
  }

  tables(): readonly TableInfo[] {
    return this.#tables.list();
  }

  addTable(table: TableInfo): void {
    this.#tables.add(table);
    this.#names.refresh();
  }

  updateTable(table: TableInfo): void {
    const before = this.#tables.list().find(({ id }) => id === table.id);
    this.#tables.update(table);
    if (before && before.name !== table.name) this.#names.renameTable(before.name, table.name);
    this.#names.refresh();
  }

  removeTable(tableId: string, keepCells: boolean): void {
    const referenced = this.#tables.referencedTable(tableId);
    this.#names.forgetTable(referenced, keepCells);
    this.#tables.remove(tableId, keepCells);
    if (!keepCells) this.clear(referenced.sheetId, referenced.rect, "All");
  }

  conditionalFormats(sheetId: string): readonly ConditionalFormatInfo[] {
    return this.#formats.list(sheetId);
  }

  putConditionalFormat(format: ConditionalFormatInfo): void {
    this.#formats.put(format);
  }

  clearConditionalFormats(sheetId: string, rect: Rect): void {
    this.#formats.clear(sheetId, rect);
  }

  shownFill(sheetId: string, row: number, col: number): string | null {
    return this.#formats.paintedColor(sheetId, row, col);
  }

  validation(sheetId: string, rect: Rect): Validation | null {
    return this.#validation.get(sheetId, rect);
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void {
    this.#validation.set(sheetId, rect, validation);
  }

  selection(): SelectionInfo {
    const range = this.#context.workbook.getActiveRange();
    const corner = { row: 0, col: 0, rows: 1, cols: 1 };
    const sheetId = this.activeSheetId();
    if (range === null) return { sheetId, rect: corner };
    const sheet = this.#context.sheet(sheetId);
    const [rows, cols] = [range.getHeight(), range.getWidth()];
    return {
      sheetId,
      rect: {
        row: range.getRow(),
        col: range.getColumn(),
        // Univer's sheet ends where Excel's goes on: a whole column here is a whole column there.
        rows: rows === sheet.getMaxRows() ? MAX_ROWS : rows,
        cols: cols === sheet.getMaxColumns() ? MAX_COLS : cols,
      },
    };
  }

  select(sheetId: string, rect: Rect): void {
    this.#context.range(sheetId, rect).activate();
    this.#emit({ kind: "selected", sheetId, rect });
  }

  registerFunction(definition: GridFunction): void {
    this.#functions.register(definition);
  }

  functionNames(): readonly string[] {
    return this.#functions.names();
  }

  recalculate(): void {
    this.#context.recalculate();
  }

  async settle(): Promise<void> {
    while (this.#context.dirty) {
      this.#context.dirty = false;
      const start = this.#hasCalculated ? CALCULATION_START_MS : FIRST_CALCULATION_START_MS;
      await this.#session.waitForLatestApplied(LONGEST_CALCULATION_MS, start);
      this.#hasCalculated = true;
    }
  }

  onEvent(listener: (event: GridEvent) => void): void {
    this.#listeners.push(listener);
  }

  #emit(event: GridEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** A whole row or column, as far as it holds anything. */
  #usedPart(sheetId: string, rect: Rect): Rect {
    if (rect.rows < MAX_ROWS && rect.cols < MAX_COLS) return rect;
    const used = this.usedRect(sheetId, false);
    return (used && intersect(used, rect)) ?? { ...rect, rows: 1, cols: 1 };
  }

  #listen(): void {
    const commands = this.#context.injector.get(ICommandService);
    commands.onCommandExecuted((command, options) => {
      if (options?.["fromFormula"] || options?.onlyLocal) return;
      if (command.id === SetRangeValuesMutation.id) this.#onWrite(writtenCells(command.params));
      else if (/table|insert|remove|move/.test(command.id)) this.#names.refresh();
    });
    this.#context.api.addEvent(this.#context.api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      this.#emit({ kind: "activated", sheetId: activeSheet.getSheetId() });
    });
    this.#session.resultApplied$.subscribe(() => {
      this.#formats.repaint();
      this.#emit({ kind: "calculated" });
    });
  }

  #onWrite(written: SelectionInfo | null): void {
    if (written === null) return;
    this.#context.dirty = true;
    if (this.#context.isRefreshing) return;
    this.#formats.repaint();
    this.#emit({ kind: "changed", ...written, byAddin: this.#context.isAddinWriting });
  }
}
