import { withoutSheet } from "./address";
import { FaultError, runExcel } from "./excel-run";
import type { Outcome, WorkbookFault } from "./outcome";
import { recordsIn, settingKey, type WriteRecord } from "./write-record";

/** Takes a table out of the workbook and puts back what stood there. Safe to call again where it stopped half way. */
export async function removeTable(id: string): Promise<Outcome<void>> {
  return runExcel(async (context) => undo(context, await knownRecord(context, id)));
}

/**
 * Takes out what a failed write left behind, if its record got as far as the workbook.
 *
 * @returns The fault to tell: the one that stopped the write, or that what it left could not be taken out.
 */
export async function takeBack(id: string, stoppedBy: WorkbookFault): Promise<WorkbookFault> {
  const undone = await runExcel(async (context) => {
    const record = await findRecord(context, id);
    if (record) await undo(context, record);
  });
  if (undone.ok) return stoppedBy;
  const { fault } = undone;
  return { kind: "notRestored", cause: fault.kind === "failed" ? fault.message : fault.kind };
}

/** Shows a table: activates its sheet and selects it. */
export async function goToTable(id: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const record = await knownRecord(context, id);
    const block = context.workbook.names
      .getItemOrNullObject(record.names[0] ?? "")
      .getRangeOrNullObject();
    await context.sync();
    if (block.isNullObject) throw new FaultError({ kind: "sheetGone", sheet: record.sheet });
    block.worksheet.activate();
    block.getCell(0, 0).select();
    await context.sync();
  });
}

async function findRecord(
  context: Excel.RequestContext,
  id: string,
): Promise<WriteRecord | undefined> {
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  await context.sync();
  return recordsIn(settings).find((written) => written.id === id);
}

async function knownRecord(context: Excel.RequestContext, id: string): Promise<WriteRecord> {
  const record = await findRecord(context, id);
  if (!record) throw new FaultError({ kind: "sheetGone", sheet: id });
  return record;
}

/** Undoes one write by its record. The record goes last, so that whatever fails can be done again. */
async function undo(context: Excel.RequestContext, record: WriteRecord): Promise<void> {
  const { workbook } = context;
  const { worksheets } = workbook;
  worksheets.load("items/name,items/visibility");
  const sheet = worksheets.getItemOrNullObject(record.sheet);
  sheet.protection.load("protected");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  const backup = worksheets.getItemOrNullObject(record.backupSheet ?? "");
  const names = record.names.map((name) => workbook.names.getItemOrNullObject(name));
  const block = names[0]?.getRangeOrNullObject();
  block?.load("address");
  const blockSheet = block?.worksheet;
  blockSheet?.load("name");
  blockSheet?.protection.load("protected");
  await context.sync();

  const found =
    block && blockSheet && !block.isNullObject ? { block, sheet: blockSheet } : undefined;
  if (found?.sheet.protection.protected)
    throw new FaultError({ kind: "protectedSheet", sheet: found.sheet.name });
  if (record.madeSheet) removeMadeSheet(record, sheet, used, found);
  else if (found && !backup.isNullObject) putBack(record, found.block, backup);
  for (const name of names) if (!name.isNullObject) name.delete();
  if (!backup.isNullObject) {
    backup.visibility = "Hidden";
    backup.delete();
  }
  workbook.settings.getItemOrNullObject(settingKey(record.id)).delete();
  await context.sync();
}

interface FoundBlock {
  readonly block: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

/** Deletes the sheet we made, unless the user put something beside our block: then only the block goes. */
function removeMadeSheet(
  record: WriteRecord,
  sheet: Excel.Worksheet,
  used: Excel.Range,
  found: FoundBlock | undefined,
): void {
  if (!found) {
    // The sheet was made but not yet filled; a sheet with content under that name is somebody else's.
    if (!sheet.isNullObject && used.isNullObject) sheet.delete();
    return;
  }
  const ours = withoutSheet(found.block.address);
  const alone =
    found.sheet.name !== record.sheet ||
    used.isNullObject ||
    isWithin(withoutSheet(used.address), ours);
  if (alone) found.sheet.delete();
  else found.block.clear("All");
}

function putBack(record: WriteRecord, block: Excel.Range, backup: Excel.Worksheet): void {
  block.clear("All");
  block.copyFrom(backup.getRange(record.address), "All");
  for (const [index, width] of (record.columnWidths ?? []).entries())
    block.getColumn(index).format.columnWidth = width;
}

/** Whether the first address lies inside the second; both without a sheet. */
function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [corners(inner), corners(outer)];
  return a.top >= b.top && a.left >= b.left && a.bottom <= b.bottom && a.right <= b.right;
}

function corners(address: string): { top: number; left: number; bottom: number; right: number } {
  const [first = "A1", last = first] = address.replaceAll("$", "").split(":");
  return { top: rowOf(first), left: columnOf(first), bottom: rowOf(last), right: columnOf(last) };
}

function rowOf(cell: string): number {
  return Number(cell.replace(/^[A-Z]+/, ""));
}

function columnOf(cell: string): number {
  return [...cell.replace(/\d+$/, "")].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}
