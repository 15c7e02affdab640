import type { Currency } from "../../core/currency";
import { type Block, blockAddress, blockOf, columnLetters } from "../../input/cells/a1";
import type { Anchor } from "../../sheets/tables/content";
import { definitionOf } from "../../sheets/tables/definition";
import { layOutTable, type TableLayout, tableRows } from "../../sheets/tables/layout";
import { blockSize } from "../../sheets/tables/shape";
import type { TableMeasure } from "../../sheets/tables/table-measure";
import { freeName } from "../excel/free-name";
import { inSlices, type WriteProgress } from "../excel/progress";
import { FaultError } from "../excel/run";
import { checkRoom, preflight } from "../journal/preflight";
import { blockNameOf, freeId, recordsIn, type WriteRecord } from "../journal/record";
import type { Destination, TableRequest } from "../journal/written-table";

/** A table that is ready to be written: where, what, and how it will be found again. */
export interface TablePlan {
  readonly record: WriteRecord;
  readonly block: Block;
  readonly layout: TableLayout;
  /** Id of the user's sheet, which stays when the sheet is renamed meanwhile; undefined for a new sheet. */
  readonly sheetId: string | undefined;
  /** Name for the bands in rules of conditional formats, where Excel takes no Table; undefined where the reference will do. */
  readonly bandsName: string | undefined;
}

/** Reads all that decides where the table goes. */
export async function planTable(
  context: Excel.RequestContext,
  request: TableRequest,
  progress: WriteProgress | undefined,
  currency: Currency,
): Promise<TablePlan> {
  const { workbook } = context;
  const { worksheets, settings } = workbook;
  worksheets.load("items/name");
  settings.load("items/key,items/value");
  workbook.protection.load("protected");
  const place = await planPlace(context, request.destination, blockSize(request));
  const sheetNames = worksheets.items.map(({ name }) => name);
  const anchor = anchorIn(place.block);
  const body = await inSlices(tableRows(request, anchor), progress);
  const layout = layOutTable(request, anchor, currency, body);
  const id = freeId("Table", recordsIn(settings));
  const blockName = blockNameOf(id);
  const marksThresholds = layout.marks.some(({ equals }) => equals === null);
  const needsName = marksThresholds && request.deal.bands.includes("[");
  const bandsName = needsName ? `${blockName}_bands` : undefined;
  const record: WriteRecord = {
    id,
    kind: "table",
    title: layout.title,
    sheet: place.sheet?.name ?? freeName(SHEET_TITLES[request.measures[0]], sheetNames),
    madeSheet: place.sheet === undefined,
    address: blockAddress(place.block),
    names: [blockName, ...(bandsName === undefined ? [] : [bandsName])],
    backupSheet: place.sheet === undefined ? null : id.replace("Table", "Bandwise backup"),
    merged: place.merged,
    columnWidths: place.columnWidths,
    recipe: definitionOf(request, request.thresholdsUsd),
    ...(place.sheet === undefined && layout.chart !== null && { chart: chartNameOf(id) }),
    complete: false,
  };
  return { record, block: place.block, layout, sheetId: place.sheet?.id, bandsName };
}

interface TablePlace {
  readonly block: Block;
  /** A sheet of the user's; undefined for a new one. */
  readonly sheet: Excel.Worksheet | undefined;
  readonly merged: readonly string[];
  readonly columnWidths: readonly number[] | null;
}

interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

async function planPlace(
  context: Excel.RequestContext,
  destination: Destination,
  size: TableSize,
): Promise<TablePlace> {
  switch (destination.kind) {
    case "newSheet": {
      await context.sync();
      refuseProtected(context.workbook);
      const block = { row: 0, column: 0, ...size };
      checkRoom("A sheet", block);
      return { block, sheet: undefined, merged: [], columnWidths: null };
    }
    case "selection": {
      const cell = context.workbook.getSelectedRange().getCell(0, 0);
      cell.load("rowIndex,columnIndex");
      const sheet = cell.worksheet;
      sheet.load("id,name");
      await context.sync();
      const block = { row: cell.rowIndex, column: cell.columnIndex, ...size };
      return planOnSheet(context, sheet, block, undefined);
    }
    case "overwrite": {
      const sheet = context.workbook.worksheets.getItemOrNullObject(destination.sheet);
      sheet.load("id,name");
      await context.sync();
      if (sheet.isNullObject) throw new FaultError({ kind: "sheetGone", sheet: destination.sheet });
      const { row, column } = blockOf(destination.address);
      return planOnSheet(context, sheet, { row, column, ...size }, destination.cells);
    }
  }
}

/** Makes sure that nothing stands where the table would, but for what the user agreed to overwrite. */
async function planOnSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  block: Block,
  agreedCells: number | undefined,
): Promise<TablePlace> {
  refuseProtected(context.workbook);
  checkRoom(sheet.name, block);
  const target = sheet.getRange(blockAddress(block));
  const obstacles = preflight(sheet, target);
  const columns = columnsOf(target, block.columns);
  await unlessGone(context, sheet.name);

  const fault = obstacles.check(agreedCells);
  if (fault) throw new FaultError(fault);
  const columnWidths = columns.map(({ format }) => format.columnWidth);
  return { block, sheet, merged: obstacles.merged(), columnWidths };
}

/** The next round trip; a sheet that somebody deletes before it is a fault with its name. */
async function unlessGone(context: Excel.RequestContext, sheet: string): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    const isGone = error instanceof OfficeExtension.Error && error.code === "ItemNotFound";
    throw isGone ? new FaultError({ kind: "sheetGone", sheet }) : error;
  }
}

function refuseProtected({ protection }: Excel.Workbook): void {
  if (protection.protected) throw new FaultError({ kind: "protectedWorkbook" });
}

function columnsOf(target: Excel.Range, count: number): readonly Excel.Range[] {
  return Array.from({ length: count }, (_, index) => {
    const column = target.getColumn(index);
    column.load("format/columnWidth");
    return column;
  });
}

/** Addresses of cells by their distance from the first of a block. */
export function anchorIn({ row, column }: Block): Anchor {
  return (r, c, fixed) => {
    const letters = columnLetters(column + c);
    const number = row + r + 1;
    const [keepsColumn, keepsRow] = [fixed === "column", fixed === "row"];
    const both = fixed === "both";
    return `${keepsColumn || both ? "$" : ""}${letters}${keepsRow || both ? "$" : ""}${number}`;
  };
}

/** Charts are found by their names, which no other chart of the workbook has. */
function chartNameOf(id: string): string {
  return `Chart of ${id}`;
}

const SHEET_TITLES: Readonly<Record<TableMeasure, string>> = {
  cost: "Cost table",
  discount: "Discount table",
  saving: "Saving table",
  shortfall: "Shortfall table",
  utilization: "Utilization table",
  expectedCost: "Expected cost table",
  expectedSaving: "Expected saving table",
  expectedShortfall: "Expected shortfall table",
  fillChance: "Chance to fill table",
  lossChance: "Chance of loss table",
  worstTenth: "Worst tenth table",
};
