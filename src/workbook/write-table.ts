import {
  layOutTable,
  MOST_FORMULA_CELLS,
  ROWS_ABOVE,
  type TableLayout,
  usagesOf,
} from "../sensitivity/layout";
import { type Block, blockAddress, columnLetters, SHEET_COLUMNS, SHEET_ROWS } from "./address";
import { FaultError, runExcel } from "./excel-run";
import { freeName } from "./free-name";
import type { Outcome } from "./outcome";
import { checkRoom, preflight } from "./preflight";
import { removeWritten } from "./remove-table";
import type { TableRequest, WrittenTable } from "./table";
import { styleTable } from "./table-style";
import {
  BLOCK_NAME_PREFIX,
  formatRecord,
  recordsIn,
  settingKey,
  type WriteRecord,
} from "./write-record";

/** Width of a column that shows $1,000,000 with room, in points. */
const COLUMN_WIDTH = 72;
/** Width of the first column, which holds the usages and the corner's words. */
const FIRST_COLUMN_WIDTH = 132;

/**
 * Writes a sensitivity table as live formulas: one read, one write, one check, whatever its size.
 *
 * A record of what is about to be written goes into the workbook first, in the same batch. When writing fails, what was
 * written is taken out again; when that fails too, the record stays and removeTable finishes the job.
 */
export async function writeTable(request: TableRequest): Promise<Outcome<WrittenTable>> {
  let record: WriteRecord | undefined;
  const written = await runExcel(async (context) => {
    const plan = await planTable(context, request);
    record = plan.record;
    putTable(context, plan, request);
    await context.sync();
    return {
      id: plan.record.id,
      title: plan.record.title,
      sheet: plan.record.sheet,
      address: plan.record.address,
      complete: true,
    };
  });
  if (written.ok || record === undefined) return written;
  const { id } = record;
  const undone = await runExcel((context) => removeWritten(context, id));
  return undone.ok
    ? written
    : { ok: false, fault: { kind: "notRestored", cause: causeOf(undone.fault) } };
}

function causeOf(fault: { readonly kind: string; readonly message?: string }): string {
  return fault.message ?? fault.kind;
}

interface TablePlan {
  readonly record: WriteRecord;
  readonly block: Block;
  readonly layout: TableLayout;
}

/** Reads all that decides where the table goes, in one round trip. */
async function planTable(context: Excel.RequestContext, request: TableRequest): Promise<TablePlan> {
  const { workbook } = context;
  const { worksheets, names, settings } = workbook;
  worksheets.load("items/name");
  names.load("items/name");
  settings.load("items/key,items/value");
  const size = {
    rows: usagesOf(request.rows).length + 1 + ROWS_ABOVE,
    columns: request.commitmentsUsd.length + 1,
  };
  const selection = workbook.getSelectedRange().getCell(0, 0);
  selection.load("rowIndex,columnIndex");
  const target = selection.getResizedRange(size.rows - 1, size.columns - 1);
  const sheet = selection.worksheet;
  const obstacles = request.destination.kind === "selection" ? preflight(sheet, target) : undefined;
  const columns = request.destination.kind === "selection" ? columnsOf(target, size.columns) : [];
  await context.sync();

  const fault = obstacles?.check();
  if (fault) throw new FaultError(fault);
  const records = recordsIn(settings);
  const id = freeName(
    "Table 1",
    records.map((record) => record.id),
    "-",
  ).replace("Table 1-", "Table ");
  const sheetNames = worksheets.items.map(({ name }) => name);
  const onNewSheet = request.destination.kind === "newSheet";
  const block = onNewSheet
    ? { row: 0, column: 0, ...size }
    : { row: selection.rowIndex, column: selection.columnIndex, ...size };
  const layout = layOutTable(
    { ...request, bands: request.deal.bands, terms: request.deal.terms },
    anchorIn(block),
  );
  checkRoom("The sheet", block, SHEET_ROWS, SHEET_COLUMNS);
  const record: WriteRecord = {
    id,
    kind: "table",
    title: layout.title,
    sheet: onNewSheet ? freeName(sheetTitle(request), sheetNames) : sheet.name,
    madeSheet: onNewSheet,
    address: blockAddress(block),
    names: [
      freeName(
        BLOCK_NAME_PREFIX + id.replace(" ", "_"),
        names.items.map(({ name }) => name),
        "_",
      ),
    ],
    backupSheet: onNewSheet ? null : freeName("Bandwise backup", sheetNames),
    columnWidths: onNewSheet ? null : columns.map((column) => column.format.columnWidth),
    complete: false,
  };
  return { record, block, layout };
}

function columnsOf(target: Excel.Range, count: number): readonly Excel.Range[] {
  return Array.from({ length: count }, (_, index) => {
    const column = target.getColumn(index);
    column.load("format/columnWidth");
    return column;
  });
}

/** Address of a cell of the table: `$A5` keeps its column, `B$4` its row. */
function anchorIn({
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

function sheetTitle({ measure }: TableRequest): string {
  return SHEET_TITLES[measure];
}

function putTable(
  context: Excel.RequestContext,
  { record, block, layout }: TablePlan,
  request: TableRequest,
): void {
  const { workbook } = context;
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = record.madeSheet
    ? workbook.worksheets.add(record.sheet)
    : workbook.worksheets.getItem(record.sheet);
  const target = sheet.getRange(record.address);
  for (const name of record.names) workbook.names.add(name, target, record.title);
  if (record.backupSheet !== null) backUp(workbook, record.backupSheet, target, record.address);

  target.getCell(0, 0).values = [[layout.title]];
  target.getCell(1, 0).values = [[layout.note]];
  const [first] = layout.cells;
  const written = target
    .getCell(ROWS_ABOVE, 0)
    .getResizedRange(layout.cells.length - 1, (first?.length ?? 1) - 1);
  written.formulas = layout.cells.map((row) => [...row]);
  styleTable(target, layout, request.deal.bands, anchorIn(block)(0, 1, "row"));
  if (record.madeSheet) setUpSheet(sheet, target, layout);
  else widenColumns(target, record.columnWidths ?? []);
  setting.value = formatRecord({ ...record, complete: true });
}

/** Copies what stands in a block to a hidden sheet, formats and rules included. */
function backUp(
  workbook: Excel.Workbook,
  name: string,
  target: Excel.Range,
  address: string,
): void {
  const backup = workbook.worksheets.add(name);
  backup.visibility = "VeryHidden";
  backup.getRange(address).copyFrom(target, "All");
}

/** Widths, frozen headings and printing for a sheet that is ours alone. */
function setUpSheet(sheet: Excel.Worksheet, target: Excel.Range, { columns }: TableLayout): void {
  target.getColumn(0).format.columnWidth = FIRST_COLUMN_WIDTH;
  target.getCell(0, 1).getResizedRange(0, columns - 2).format.columnWidth = COLUMN_WIDTH;
  sheet.freezePanes.freezeAt(sheet.getRange(`A1:A${ROWS_ABOVE + 1}`));
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows(`$1:$${ROWS_ABOVE + 1}`);
  pageLayout.setPrintTitleColumns("$A:$A");
  sheet.activate();
}

/** On a sheet of the user's, columns only grow, and only where numbers would not show. */
function widenColumns(target: Excel.Range, before: readonly number[]): void {
  for (const [index, width] of before.entries()) {
    const needed = index === 0 ? FIRST_COLUMN_WIDTH : COLUMN_WIDTH;
    if (width < needed) target.getColumn(index).format.columnWidth = needed;
  }
}

/** Whether a table of this size is better written as one spilled formula. */
export function needsSpill(rows: number, columns: number): boolean {
  return rows * columns > MOST_FORMULA_CELLS;
}
