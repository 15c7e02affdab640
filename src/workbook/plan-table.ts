import { layOutTable, ROWS_ABOVE, type TableLayout, usagesOf } from "../sensitivity/layout";
import { type Block, blockAddress, columnLetters } from "./address";
import { FaultError } from "./excel-run";
import { freeName } from "./free-name";
import { checkRoom, preflight } from "./preflight";
import type { TableRequest } from "./table";
import { BLOCK_NAME_PREFIX, freeId, recordsIn, type WriteRecord } from "./write-record";

/** A table that is ready to be written: where, what, and how it will be found again. */
export interface TablePlan {
  readonly record: WriteRecord;
  readonly block: Block;
  readonly layout: TableLayout;
}

/** Reads all that decides where the table goes. */
export async function planTable(
  context: Excel.RequestContext,
  request: TableRequest,
): Promise<TablePlan> {
  const { worksheets, names, settings } = context.workbook;
  worksheets.load("items/name");
  names.load("items/name");
  settings.load("items/key,items/value");
  const size = {
    rows: usagesOf(request.rows).length + 1 + ROWS_ABOVE,
    columns: request.commitmentsUsd.length + 1,
  };
  const place =
    request.destination.kind === "selection"
      ? await planAtSelection(context, size)
      : await planOnNewSheet(context, size);
  const sheetNames = worksheets.items.map(({ name }) => name);
  const layout = layOutTable(
    { ...request, bands: request.deal.bands, terms: request.deal.terms },
    anchorIn(place.block),
  );
  const id = freeId("Table", recordsIn(settings));
  const blockName = BLOCK_NAME_PREFIX + id.replace(" ", "_");
  const record: WriteRecord = {
    id,
    kind: "table",
    title: layout.title,
    sheet: place.sheet ?? freeName(SHEET_TITLES[request.measure], sheetNames),
    madeSheet: place.sheet === undefined,
    address: blockAddress(place.block),
    names: [
      freeName(
        blockName,
        names.items.map(({ name }) => name),
        "_",
      ),
    ],
    backupSheet: place.sheet === undefined ? null : freeName("Bandwise backup", sheetNames),
    columnWidths: place.columnWidths,
    complete: false,
  };
  return { record, block: place.block, layout };
}

interface TablePlace {
  readonly block: Block;
  /** A sheet of the user's; undefined for a new one. */
  readonly sheet: string | undefined;
  readonly columnWidths: readonly number[] | null;
}

interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

async function planOnNewSheet(context: Excel.RequestContext, size: TableSize): Promise<TablePlace> {
  await context.sync();
  const block = { row: 0, column: 0, ...size };
  checkRoom("A sheet", block);
  return { block, sheet: undefined, columnWidths: null };
}

/** Finds the selected cell, and then makes sure that nothing stands where the table would. */
async function planAtSelection(
  context: Excel.RequestContext,
  size: TableSize,
): Promise<TablePlace> {
  const selection = context.workbook.getSelectedRange().getCell(0, 0);
  selection.load("rowIndex,columnIndex");
  const sheet = selection.worksheet;
  sheet.load("name");
  await context.sync();

  const block = { row: selection.rowIndex, column: selection.columnIndex, ...size };
  checkRoom(sheet.name, block);
  const target = sheet.getRange(blockAddress(block));
  const obstacles = preflight(sheet, target);
  const columns = columnsOf(target, size.columns);
  await context.sync();

  const fault = obstacles.check();
  if (fault) throw new FaultError(fault);
  return {
    block,
    sheet: sheet.name,
    columnWidths: columns.map(({ format }) => format.columnWidth),
  };
}

function columnsOf(target: Excel.Range, count: number): readonly Excel.Range[] {
  return Array.from({ length: count }, (_, index) => {
    const column = target.getColumn(index);
    column.load("format/columnWidth");
    return column;
  });
}

/** Address of a cell of the table: `$A5` keeps its column, `B$4` its row. */
export function anchorIn({
  row,
  column,
}: Block): (r: number, c: number, fixed: "row" | "column") => string {
  return (r, c, fixed) => {
    const letters = columnLetters(column + c);
    const number = row + ROWS_ABOVE + r + 1;
    return fixed === "column" ? `$${letters}${number}` : `${letters}$${number}`;
  };
}

const SHEET_TITLES = {
  cost: "Cost table",
  discount: "Discount table",
  saving: "Saving table",
  shortfall: "Shortfall table",
  utilization: "Utilization table",
} as const;
