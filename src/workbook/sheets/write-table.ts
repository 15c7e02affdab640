import type { Currency } from "../../core/currency";
import { TITLE_ROWS } from "../../sheets/tables/content";
import type { TableLayout } from "../../sheets/tables/layout";
import { sizeOf } from "../../sheets/tables/shape";
import { amountWidth } from "../excel/number-format";
import type { Outcome, WorkbookFault } from "../excel/outcome";
import { unlessCancelled, type WriteProgress } from "../excel/progress";
import { type ExcelRunner, FaultError, onceGrouped } from "../excel/run";
import { type Preflight, preflight } from "../journal/preflight";
import { formatRecord, settingKey, type WriteRecord } from "../journal/record";
import { rollBack } from "../journal/roll-back";
import type { TableRequest, WrittenTable } from "../journal/written-table";
import { planTable, type TablePlan } from "./plan-table";
import { putTableChart } from "./table-chart";
import { styleTable } from "./table-style";

/** Excel refused to group a write of 1,600 formulas (office-js issue 6491). */
const MOST_GROUPED_FORMULAS = 1_000;
/** Width of a column that shows $1,000,000 with room, in points. */
const COLUMN_WIDTH = 72;
/** Width of the first column, which holds headings and the corner's words: the least, a letter, and the edges of a cell. */
const FIRST_COLUMN = { least: 132, letter: 6.6, edges: 16 };
/** Width of a column whose heading is the name of a measure, on two lines, and their height. */
const MEASURE_COLUMN = { width: 96, height: 32 };

/**
 * Writes a sensitivity table as live formulas: one read, one write, one check, whatever its size.
 *
 * A record of what is about to be written goes into the workbook first, in the same batch. When writing fails, what was
 * written is taken out again; when that fails too, the record stays and removeTable finishes the job. Where Excel can,
 * the whole write is one step of its undo; where that fails the write is done again without.
 *
 * @param progress Hears how far it is, and may give it up: the workbook is then as it was.
 */
export async function writeTable(
  request: TableRequest,
  currency: Currency,
  progress?: WriteProgress,
): Promise<Outcome<WrittenTable>> {
  return onceGrouped(mayGroup(request), (run) => attempt(request, run, progress, currency));
}

/** A hidden sheet takes a write out of Excel's undo, and a large block of formulas makes it refuse the group. */
function mayGroup(request: TableRequest): boolean {
  const { rows, columns } = sizeOf(request);
  const formulas = request.form === "cells" ? (rows - 1) * (columns - 1) : 1;
  return request.destination.kind === "newSheet" && formulas <= MOST_GROUPED_FORMULAS;
}

async function attempt(
  request: TableRequest,
  run: ExcelRunner,
  progress: WriteProgress | undefined,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  let record: WriteRecord | undefined;
  const written = await run(async (context) => {
    const plan = await planTable(context, request, progress, currency);
    unlessCancelled(progress);
    record = plan.record;
    progress?.writing((plan.layout.rows - 1) * (plan.layout.columns - 1));
    const { sheet, before } = putTable(context, plan, request, currency);
    await context.sync();
    const { destination } = request;
    const agreed = destination.kind === "overwrite" ? destination.cells : undefined;
    // What came between our look and our write was put aside with the rest, so it is there to be put back.
    if (before?.check(agreed)) {
      const { address } = plan.record;
      throw new FaultError({ kind: "changedMeanwhile", sheet: sheet.name, address });
    }
    // Excel cannot be stopped half way through a batch: a table that is no longer wanted is taken out again.
    unlessCancelled(progress);
    return {
      id: plan.record.id,
      title: plan.record.title,
      sheet: sheet.name,
      address: plan.record.address,
      complete: true,
      ...(plan.record.recipe && { recipe: plan.record.recipe }),
    };
  });
  if (record === undefined) return written;
  // Excel.run ends with a round trip of its own, and a table may be given up during that one too.
  if (written.ok && !progress?.signal.aborted) return written;
  const fault: WorkbookFault = written.ok ? { kind: "cancelled" } : written.fault;
  return { ok: false, fault: await rollBack(record.id, fault) };
}

interface PutTable {
  readonly sheet: Excel.Worksheet;
  /** What stood in the block at the moment of writing; undefined on a sheet of our own. */
  readonly before: Preflight | undefined;
}

function putTable(
  context: Excel.RequestContext,
  { record, layout, sheetId, bandsName }: TablePlan,
  request: TableRequest,
  currency: Currency,
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
  target.getCell(2, 0).values = [[layout.making]];
  for (const [index, { label, cell }] of layout.held.entries())
    target.getCell(TITLE_ROWS + index, 0).getResizedRange(0, 1).formulas = [[label, cell]];
  const [first] = layout.cells;
  const written = target
    .getCell(layout.rowsAbove, 0)
    .getResizedRange(layout.cells.length - 1, (first?.length ?? 1) - 1);
  written.formulas = layout.cells.map((row) => [...row]);
  styleTable(target, layout, bandsName ?? request.deal.bands, currency);
  if (record.madeSheet) setUpSheet(sheet, target, layout, currency);
  else widenColumns(target, layout, record.columnWidths ?? [], currency);
  if (record.chart !== undefined) putTableChart(sheet, target, layout, record.chart, currency);
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
function setUpSheet(
  sheet: Excel.Worksheet,
  target: Excel.Range,
  layout: TableLayout,
  currency: Currency,
): void {
  const { columns, rowsAbove } = layout;
  target.getColumn(0).format.columnWidth = sideWidth(layout);
  target.getCell(0, 1).getResizedRange(0, columns - 2).format.columnWidth = columnWidth(
    layout,
    currency,
  );
  if (isOfMeasures(layout)) {
    const { format } = target.getCell(rowsAbove, 1).getResizedRange(0, columns - 2);
    format.wrapText = true;
    format.rowHeight = MEASURE_COLUMN.height;
  }
  sheet.freezePanes.freezeAt(sheet.getRange(`A1:A${rowsAbove + 1}`));
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows(`$1:$${rowsAbove + 1}`);
  pageLayout.setPrintTitleColumns("$A:$A");
  sheet.activate();
}

/** On a sheet of the user's, columns only grow, and only where numbers would not show. */
function widenColumns(
  target: Excel.Range,
  layout: TableLayout,
  before: readonly number[],
  currency: Currency,
): void {
  for (const [index, width] of before.entries()) {
    const needed = index === 0 ? sideWidth(layout) : columnWidth(layout, currency);
    if (width < needed) target.getColumn(index).format.columnWidth = needed;
  }
}

function sideWidth({ sideLetters }: TableLayout): number {
  const { least, letter, edges } = FIRST_COLUMN;
  return Math.max(least, sideLetters * letter + edges);
}

function columnWidth(layout: TableLayout, currency: Currency): number {
  const least = isOfMeasures(layout) ? MEASURE_COLUMN.width : COLUMN_WIDTH;
  return amountWidth(least, currency, layout.largestUsd);
}

/** Whether names of measures stand across the top. */
function isOfMeasures({ cells }: TableLayout): boolean {
  return typeof cells[0]?.[1] === "string";
}
