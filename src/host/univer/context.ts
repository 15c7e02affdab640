import type { IExecutionOptions, Injector, IRange, Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FRange, FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import { MAX_COLS, MAX_ROWS, type Rect } from "../grid/address";

/** An open Univer with one workbook. */
export interface UniverParts {
  readonly univer: Univer;
  readonly univerAPI: FUniver;
}

const SPARE_ROWS = 200;
const SPARE_COLUMNS = 20;

/** Univer's workbook, as every part of the grid needs it. */
export class UniverContext {
  readonly api: FUniver;
  readonly workbook: FWorkbook;
  readonly injector: Injector;
  readonly unitId: string;
  /** Whether there are writes that nothing has waited for yet. */
  dirty = false;
  /** Whether the grid is rewriting formulas unchanged, which is no edit. */
  isRefreshing = false;
  /** Whether its Univer has not ended: what was put off until a later turn is then no longer done. */
  isOpen = true;
  readonly #sheets = new Map<string, FWorksheet>();
  #writing = 0;
  #isRecalculating = false;

  constructor({ univer, univerAPI }: UniverParts) {
    const workbook = univerAPI.getActiveWorkbook();
    if (workbook === null) throw new Error("Univer has no open workbook.");
    this.api = univerAPI;
    this.workbook = workbook;
    this.injector = univer.__getInjector();
    this.unitId = workbook.getId();
    univer.onDispose(() => {
      this.isOpen = false;
    });
  }

  /** Whether the change under way is the add-in's and not a person's. */
  get isAddinWriting(): boolean {
    return this.#writing > 0;
  }

  /** Univer would make a new object for a sheet each time, which takes longer than most calls on it. */
  sheet(sheetId: string): FWorksheet {
    const model = this.workbook.getWorkbook().getSheetBySheetId(sheetId);
    const known = this.#sheets.get(sheetId);
    if (known && known.getSheet() === model) return known;
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (sheet === null) throw new Error(`There is no sheet ${sheetId}.`);
    this.#sheets.set(sheetId, sheet);
    return sheet;
  }

  /** The cells, as far as the sheet reaches; a sheet grows to hold a bounded block. */
  range(sheetId: string, rect: Rect): FRange {
    const sheet = this.sheet(sheetId);
    if (rect.rows < MAX_ROWS && rect.row + rect.rows > sheet.getMaxRows()) {
      sheet.setRowCount(Math.min(rect.row + rect.rows + SPARE_ROWS, MAX_ROWS));
    }
    if (rect.cols < MAX_COLS && rect.col + rect.cols > sheet.getMaxColumns()) {
      sheet.setColumnCount(Math.min(rect.col + rect.cols + SPARE_COLUMNS, MAX_COLS));
    }
    const rows = Math.min(rect.rows, sheet.getMaxRows() - rect.row);
    const cols = Math.min(rect.cols, sheet.getMaxColumns() - rect.col);
    return sheet.getRange(rect.row, rect.col, rows, cols);
  }

  /** A change that can alter values. */
  change<T>(act: () => T): T {
    this.dirty = true;
    return this.decorate(act);
  }

  /** A change of looks alone. */
  decorate<T>(act: () => T): T {
    this.#writing += 1;
    try {
      return act();
    } finally {
      this.#writing -= 1;
    }
  }

  /** Recalculates every formula, once for all calls in one turn. */
  recalculate(): void {
    this.dirty = true;
    if (this.#isRecalculating) return;
    this.#isRecalculating = true;
    queueMicrotask(() => {
      this.#isRecalculating = false;
      this.api.getFormula().executeCalculation();
    });
  }

  /** Gives one of Univer's commands that can alter values. */
  run(id: string, params: object): void {
    this.change(() => this.restyle(id, params));
  }

  /** Gives one of Univer's commands that changes looks alone. */
  restyle(id: string, params: object, options?: IExecutionOptions): void {
    const whole = { unitId: this.unitId, ...params };
    const done = this.decorate(() => this.api.syncExecuteCommand(id, whole, options));
    if (done === false) throw new Error(`Univer refused ${id}.`);
  }
}

export function toUniverRange(rect: Rect): IRange {
  return {
    startRow: rect.row,
    startColumn: rect.col,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.col + rect.cols - 1,
  };
}

export function fromUniverRange(range: IRange): Rect {
  return {
    row: range.startRow,
    col: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    cols: range.endColumn - range.startColumn + 1,
  };
}
