import { ROWS_ABOVE, type TableLayout, usagesOf } from "../sensitivity/layout";
import { type ExcelRunner, FaultError, onceGrouped } from "./excel-run";
import type { Outcome } from "./outcome";
import { anchorIn, planTable, type TablePlan } from "./plan-table";
import { type Preflight, preflight } from "./preflight";
import { takeBack } from "./remove-table";
import type { TableRequest, WrittenTable } from "./table";
import { styleTable } from "./table-style";
import { formatRecord, settingKey, type WriteRecord } from "./write-record";

/** Excel refused to group a write of 1,600 formulas (office-js issue 6491). */
const MOST_GROUPED_FORMULAS = 1_000;
/** Width of a column that shows $1,000,000 with room, in points. */
const COLUMN_WIDTH = 72;
/** Width of the first column, which holds the usages and the corner's words. */
const FIRST_COLUMN_WIDTH = 132;

/**
 * Writes a sensitivity table as live formulas: one read, one write, one check, whatever its size.
 *
 * A record of what is about to be written goes into the workbook first, in the same batch. When writing fails, what was
 * written is taken out again; when that fails too, the record stays and removeTable finishes the job. Where Excel can,
 * the whole write is one step of its undo; where that fails the write is done again without.
 */
export async function writeTable(request: TableRequest): Promise<Outcome<WrittenTable>> {
  return onceGrouped(mayGroup(request), (run) => attempt(request, run));
}

/** A hidden sheet takes a write out of Excel's undo, and a large block of formulas makes it refuse the group. */
function mayGroup({ destination, rows, commitmentsUsd, form }: TableRequest): boolean {
  const formulas = form === "spill" ? 1 : usagesOf(rows).length * commitmentsUsd.length;
  return destination.kind === "newSheet" && formulas <= MOST_GROUPED_FORMULAS;
}

async function attempt(request: TableRequest, run: ExcelRunner): Promise<Outcome<WrittenTable>> {
  let record: WriteRecord | undefined;
  const written = await run(async (context) => {
    const plan = await planTable(context, request);
    record = plan.record;
    const { sheet, before } = putTable(context, plan, request);
    await context.sync();
    const { destination } = request;
    const agreed = destination.kind === "overwrite" ? destination.cells : undefined;
    // What came between our look and our write was put aside with the rest, so it is there to be put back.
    if (before?.check(agreed)) {
      const { address } = plan.record;
      throw new FaultError({ kind: "changedMeanwhile", sheet: sheet.name, address });
    }
    return {
      id: plan.record.id,
      title: plan.record.title,
      sheet: sheet.name,
      address: plan.record.address,
      complete: true,
    };
  });
  if (written.ok || record === undefined) return written;
  return { ok: false, fault: await takeBack(record.id, written.fault) };
}

interface PutTable {
  readonly sheet: Excel.Worksheet;
  /** What stood in the block at the moment of writing; undefined on a sheet of our own. */
  readonly before: Preflight | undefined;
}

function putTable(
  context: Excel.RequestContext,
  { record, block, layout, sheetId, bandsName }: TablePlan,
  request: TableRequest,
): PutTable {
  const { workbook } = context;
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet =
    sheetId === undefined
      ? workbook.worksheets.add(record.sheet)
      : workbook.worksheets.getItem(sheetId);
  const target = sheet.getRange(record.address);
  const [blockName = ""] = record.names;
  workbook.names.add(blockName, target, record.title);
  if (bandsName !== undefined)
    workbook.names.add(bandsName, `=${request.deal.bands}`, "Bands of a table, for its colours");
  const before = sheetId === undefined ? undefined : preflight(sheet, target);
  sheet.load("name");
  if (record.backupSheet !== null) {
    backUp(workbook, record.backupSheet, target, record.address);
    // Only now may putting back take what the hidden sheet holds for what was here.
    setting.value = formatRecord({ ...record, backedUp: true });
  }
  if (request.destination.kind === "overwrite") {
    target.unmerge();
    target.clear("All");
  }

  target.getCell(0, 0).values = [[layout.title]];
  target.getCell(1, 0).values = [[layout.note]];
  const [first] = layout.cells;
  const written = target
    .getCell(ROWS_ABOVE, 0)
    .getResizedRange(layout.cells.length - 1, (first?.length ?? 1) - 1);
  written.formulas = layout.cells.map((row) => [...row]);
  styleTable(target, layout, bandsName ?? request.deal.bands, anchorIn(block)(0, 1, "row"));
  if (record.madeSheet) setUpSheet(sheet, target, layout);
  else widenColumns(target, record.columnWidths ?? []);
  setting.value = formatRecord({ ...record, backedUp: true, complete: true });
  return { sheet, before };
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
