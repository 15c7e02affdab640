import { BooleanNumber } from "@univerjs/core";
import type { Rect } from "../grid/address";
import type { SheetInfo, SheetVisibility } from "../grid/grid";
import { fromUniverRange, type UniverContext } from "./context";
import { toHex } from "./style-data";

const NEW_SHEET = { rowCount: 1000, columnCount: 40, defaultColumnWidth: 88 };

/** Sheets: their order, names, visibility, frozen panes and protection. */
export class UniverSheets {
  readonly #veryHidden = new Set<string>();
  readonly #protected = new Set<string>();

  constructor(private readonly context: UniverContext) {}

  sheets(): readonly SheetInfo[] {
    // Not the sheets of Univer's facade: it would make an object of each, many times for one request.
    const sheets = this.context.workbook.getWorkbook().getSheets();
    return sheets.map((sheet) => {
      const id = sheet.getSheetId();
      const hidden = this.#veryHidden.has(id) ? "VeryHidden" : "Hidden";
      return {
        id,
        name: sheet.getName(),
        visibility: sheet.isSheetHidden() === BooleanNumber.TRUE ? hidden : "Visible",
        tabColor: toHex(sheet.getTabColor() ?? ""),
      };
    });
  }

  activeSheetId(): string {
    return this.context.workbook.getActiveSheet().getSheetId();
  }

  addSheet(name: string): string {
    const { workbook } = this.context;
    const active = workbook.getActiveSheet();
    const index = workbook.getNumSheets();
    const made = this.context.change(() => workbook.insertSheet(name, { index, sheet: NEW_SHEET }));
    workbook.setActiveSheet(active);
    return made.getSheetId();
  }

  removeSheet(sheetId: string): void {
    this.#veryHidden.delete(sheetId);
    this.#protected.delete(sheetId);
    const { workbook } = this.context;
    if (this.activeSheetId() === sheetId) {
      const next = this.sheets().find(
        ({ id, visibility }) => id !== sheetId && visibility === "Visible",
      );
      if (next) workbook.setActiveSheet(next.id);
    }
    this.context.change(() => workbook.deleteSheet(sheetId));
  }

  renameSheet(sheetId: string, name: string): void {
    this.context.change(() => this.context.sheet(sheetId).setName(name));
  }

  activateSheet(sheetId: string): void {
    this.context.workbook.setActiveSheet(sheetId);
  }

  setVisibility(sheetId: string, visibility: SheetVisibility): void {
    const sheet = this.context.sheet(sheetId);
    if (visibility === "VeryHidden") this.#veryHidden.add(sheetId);
    else this.#veryHidden.delete(sheetId);
    if (visibility === "Visible") sheet.showSheet();
    else if (!sheet.isSheetHidden()) sheet.hideSheet();
  }

  setTabColor(sheetId: string, color: string): void {
    this.context.sheet(sheetId).setTabColor(color);
  }

  showsGridlines(sheetId: string): boolean {
    return !this.context.sheet(sheetId).hasHiddenGridLines();
  }

  showGridlines(sheetId: string, shown: boolean): void {
    this.context.sheet(sheetId).setHiddenGridlines(!shown);
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    const sheet = this.context.sheet(sheetId);
    if (rows === 0 && columns === 0) sheet.cancelFreeze();
    else sheet.setFreeze({ ySplit: rows, xSplit: columns, startRow: rows, startColumn: columns });
  }

  isProtected(sheetId: string): boolean {
    return this.#protected.has(sheetId);
  }

  protect(sheetId: string, on: boolean): void {
    if (on) this.#protected.add(sheetId);
    else this.#protected.delete(sheetId);
  }

  mergedRects(sheetId: string): readonly Rect[] {
    return this.context
      .sheet(sheetId)
      .getMergedRanges()
      .map((range) => fromUniverRange(range.getRange()));
  }
}
