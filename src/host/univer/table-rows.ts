import { type ICellData, ICommandService } from "@univerjs/core";
import {
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  SetSelectionsOperation,
} from "@univerjs/sheets";
import { contains, intersect, mapCells, type Rect } from "../grid/address";
import type { SelectionInfo } from "../grid/grid";
import { invalidOperation } from "../office/host-error";
import type { GridParts } from "./grid-parts";

/** What a sheet has selected where nothing was ever selected. */
const FIRST_CELL = { row: 0, col: 0, rows: 1, cols: 1 };

/** Adds and deletes rows of tables; only the cells under the table move, as in Excel. */
export class UniverTableRows {
  constructor(private readonly parts: GridParts) {}

  /** Inserts a blank row, counted from 0 below the headings, that looks like the one above it and has its rules. */
  insertTableRow(tableId: string, index: number): void {
    const { tables } = this.parts;
    const table = tables.table(tableId);
    const { sheetId, rect } = table;
    const row = rect.row + 1 + index;
    this.#shift(InsertRangeMoveDownCommand.id, sheetId, { ...rect, row, rows: 1 });
    tables.updateTable({ ...table, rect: { ...rect, rows: rect.rows + 1 } });
    this.#copyLook(sheetId, { ...rect, row: index === 0 ? row + 1 : row - 1, rows: 1 }, row);
  }

  /** Deletes a row; the only row left is blanked. */
  deleteTableRow(tableId: string, index: number): void {
    const { cells, tables } = this.parts;
    const table = tables.table(tableId);
    const { sheetId, rect } = table;
    const line = { ...rect, row: rect.row + 1 + index, rows: 1 };
    if (rect.rows === 2) {
      cells.blank(sheetId, line);
      return;
    }
    this.#shift(DeleteRangeMoveUpCommand.id, sheetId, line);
    tables.updateTable({ ...table, rect: { ...rect, rows: rect.rows - 1 } });
  }

  /** Rows that a person fills right below a table become the table's, as in Excel. */
  adopt({ sheetId, rect }: SelectionInfo): void {
    const { tables, cells } = this.parts;
    // Not its values: a formula just typed has none yet.
    if (cells.formulas(sheetId, rect).every((row) => row.every((held) => !held && held !== 0)))
      return;
    const ofSheet = tables.tables().filter((table) => table.sheetId === sheetId);
    for (const table of ofSheet) {
      const last = { ...table.rect, row: table.rect.row + table.rect.rows - 1, rows: 1 };
      const added = { ...last, row: last.row + 1, rows: rect.rows };
      if (!contains(added, rect) || rect.row !== added.row) continue;
      if (ofSheet.some((other) => intersect(other.rect, added))) continue;
      for (let offset = 0; offset < rect.rows; offset++) {
        this.#copyLook(sheetId, last, added.row + offset);
      }
      tables.updateTable({ ...table, rect: { ...table.rect, rows: table.rect.rows + rect.rows } });
    }
  }

  /** Univer shifts cells of the active sheet, whose formulas and names then follow. */
  #shift(command: string, sheetId: string, rect: Rect): void {
    const { context, sheets } = this.parts;
    const commands = context.injector.get(ICommandService);
    const range = context.range(sheetId, rect).getRange();
    const activeId = sheets.activeSheetId();
    sheets.activateSheet(sheetId);
    const selected = context.workbook.getActiveRange() ?? context.range(sheetId, FIRST_CELL);
    // Univer shifts at once and reports later whether it did, but selects the cells that it shifted.
    let isShifted = false;
    const listening = commands.onCommandExecuted(({ id }) => {
      isShifted ||= id === SetSelectionsOperation.id;
    });
    void context.change(() => commands.executeCommand(command, { range }));
    listening.dispose();
    selected.activate();
    sheets.activateSheet(activeId);
    if (!isShifted) throw invalidOperation("the cells under the table cannot be shifted");
  }

  #copyLook(sheetId: string, from: Rect, row: number): void {
    const { context, validation } = this.parts;
    const cells = context.range(sheetId, from).getCellDatas();
    const look = mapCells({ ...from, row: 0, col: 0 }, (_, col): ICellData => {
      const { s = null, custom } = cells[0]?.[col] ?? {};
      return { s, custom: custom ?? {} };
    });
    context.change(() => {
      const target = context.range(sheetId, { ...from, row });
      // Univer merges a look into the one that a cell has.
      target.clearFormat();
      target.setValues(look);
    });
    for (let col = from.col; col < from.col + from.cols; col++) {
      const one = { row: from.row, col, rows: 1, cols: 1 };
      const rule = validation.validation(sheetId, one);
      if (rule) validation.setValidation(sheetId, { ...one, row }, rule);
    }
  }
}
