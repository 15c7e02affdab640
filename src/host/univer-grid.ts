import type { Grid } from "./grid";
import { UniverBlocks } from "./univer-blocks";
import type { UniverParts } from "./univer-context";
import { UniverEvents } from "./univer-events";
import { type GridParts, makeGridParts } from "./univer-grid-parts";
import { UniverTableRows } from "./univer-table-rows";
import { UniverWholeSheets } from "./univer-whole-sheets";

/** A grid over an open Univer. */
export function createUniverGrid(univer: UniverParts): Grid {
  const parts = makeGridParts(univer);
  const { context, cells, formats, functions } = parts;
  const blocks = new UniverBlocks(parts);
  const rows = new UniverTableRows(parts);
  const events = new UniverEvents(parts, rows);
  return {
    whole: new UniverWholeSheets(context, cells, formats),
    ...sheetMembers(parts, blocks),
    ...cellMembers(parts, blocks),
    ...lookMembers(parts),
    ...nameMembers(parts, blocks, rows),
    ...ruleMembers(parts),

    selection: () => events.selection(),
    select: (sheetId, rect) => events.select(sheetId, rect),
    onEvent: (listener) => events.listen(listener),
    settle: () => events.settle(),

    registerFunction: (definition) => functions.register(definition),
    functionNames: () => functions.names(),
    recalculate: () => context.recalculate(),
  };
}

function sheetMembers({ sheets }: GridParts, blocks: UniverBlocks) {
  return {
    sheets: () => sheets.list(),
    activeSheetId: () => sheets.activeId(),
    addSheet: (name) => sheets.add(name),
    deleteSheet: (sheetId) => blocks.deleteSheet(sheetId),
    renameSheet: (sheetId, name) => sheets.rename(sheetId, name),
    activateSheet: (sheetId) => sheets.activate(sheetId),
    setVisibility: (sheetId, visibility) => sheets.setVisibility(sheetId, visibility),
    setTabColor: (sheetId, color) => sheets.setTabColor(sheetId, color),
    moveSheet: (sheetId, position) => sheets.move(sheetId, position),
    showsGridlines: (sheetId) => sheets.showsGridlines(sheetId),
    showGridlines: (sheetId, shown) => sheets.showGridlines(sheetId, shown),
    freeze: (sheetId, rows, columns) => sheets.freeze(sheetId, rows, columns),
    isProtected: (sheetId) => sheets.isProtected(sheetId),
    protect: (sheetId, on) => sheets.protect(sheetId, on),
  } satisfies Partial<Grid>;
}

function cellMembers({ sheets, cells, functions }: GridParts, blocks: UniverBlocks) {
  return {
    values: (sheetId, rect) => cells.values(sheetId, rect),
    formulas: (sheetId, rect) => cells.formulas(sheetId, rect),
    text: (sheetId, rect) => cells.text(sheetId, rect),
    numberFormats: (sheetId, rect) => cells.numberFormats(sheetId, rect),
    write: (sheetId, rect, written) => cells.write(sheetId, rect, written),
    setNumberFormats: (sheetId, rect, formats) => cells.setNumberFormats(sheetId, rect, formats),
    clear: (sheetId, rect, what) => blocks.clear(sheetId, rect, what),
    copy: (fromSheetId, toSheetId, rect, what) => blocks.copy(fromSheetId, toSheetId, rect, what),
    cellMessage: (sheetId, row, col) => {
      const shown = cells.values(sheetId, { row, col, rows: 1, cols: 1 })[0]?.[0];
      const parent = cells.spillParent(sheetId, row, col) ?? { row, col };
      const formula = { sheetId, row: parent.row, col: parent.col };
      return functions.messages.find(formula, row - parent.row, col - parent.col, shown);
    },
    usedRect: (sheetId, valuesOnly) => cells.usedRect(sheetId, valuesOnly),
    spillRect: (sheetId, row, col) => cells.spillRect(sheetId, row, col),
    spillParent: (sheetId, row, col) => cells.spillParent(sheetId, row, col),
    mergedRects: (sheetId) => sheets.mergedRects(sheetId),
    merge: (sheetId, rect) => blocks.merge(sheetId, rect),
    unmerge: (sheetId, rect) => blocks.unmerge(sheetId, rect),
  } satisfies Partial<Grid>;
}

function lookMembers({ looks }: GridParts) {
  return {
    style: (sheetId, row, col) => looks.style(sheetId, row, col),
    setStyle: (sheetId, rect, style) => looks.setStyle(sheetId, rect, style),
    border: (sheetId, row, col, edge) => looks.border(sheetId, row, col, edge),
    setBorder: (sheetId, rect, edge, line) => looks.setBorder(sheetId, rect, edge, line),
    namedStyle: (sheetId, row, col) => looks.namedStyle(sheetId, row, col),
    setNamedStyle: (sheetId, rect, name) => looks.setNamedStyle(sheetId, rect, name),
    columnWidth: (sheetId, column) => looks.columnWidth(sheetId, column),
    setColumnWidth: (sheetId, column, count, points) =>
      looks.setColumnWidth(sheetId, column, count, points),
    autofitColumns: (sheetId, column, count) => looks.autofitColumns(sheetId, column, count),
    rowHeight: (sheetId, row) => looks.rowHeight(sheetId, row),
    setRowHeight: (sheetId, row, count, points) => looks.setRowHeight(sheetId, row, count, points),
  } satisfies Partial<Grid>;
}

function nameMembers({ names, tables }: GridParts, blocks: UniverBlocks, rows: UniverTableRows) {
  return {
    names: () => names.list(),
    putName: (name) => names.put(name),
    deleteName: (name) => names.delete(name),
    resolveName: (name) => names.resolve(name),
    tables: () => tables.list(),
    addTable: (table) => tables.add(table),
    updateTable: (table) => tables.update(table),
    insertTableRow: (tableId, index) => rows.insert(tableId, index),
    deleteTableRow: (tableId, index) => rows.delete(tableId, index),
    removeTable: (tableId, keepCells) => blocks.removeTable(tableId, keepCells),
  } satisfies Partial<Grid>;
}

function ruleMembers({ formats, validation }: GridParts) {
  return {
    conditionalFormats: (sheetId) => formats.list(sheetId),
    putConditionalFormat: (format) => formats.put(format),
    clearConditionalFormats: (sheetId, rect) => formats.clear(sheetId, rect),
    shownFill: (sheetId, row, col) => formats.paintedColor(sheetId, row, col),
    validation: (sheetId, rect) => validation.get(sheetId, rect),
    setValidation: (sheetId, rect, rule) => validation.set(sheetId, rect, rule),
  } satisfies Partial<Grid>;
}
