import { ROWS_ABOVE, type TableLayout } from "../sensitivity/layout";
import { runExcel } from "./excel-run";
import type { Outcome } from "./outcome";
import { anchorIn, planTable, type TablePlan } from "./plan-table";
import { takeBack } from "./remove-table";
import type { TableRequest, WrittenTable } from "./table";
import { styleTable } from "./table-style";
import { formatRecord, settingKey, type WriteRecord } from "./write-record";

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
  return { ok: false, fault: await takeBack(record.id, written.fault) };
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
