import { DEAL_INPUTS } from "../../deal/deal-inputs";
import { blockOf, isWithin } from "../../input/cells/a1";
import {
  CHOICE_KEY,
  formatChoice,
  loadChoice,
  loadShownDeal,
  readChoice,
  SHOWN_KEY,
} from "../deal/deal-choice";
import { notRestored, type Outcome, type WorkbookFault } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { BLOCK_NAME_PREFIX, recordsIn, settingKey, type WriteRecord } from "./record";

/** Codes that Excel answers when what was just found is gone or moved. */
const GONE: readonly string[] = ["ItemNotFound", "InvalidObjectPath", "InvalidReference"];

/** Takes a table out of the workbook and puts back what stood there. Safe to call again where it stopped half way. */
export async function removeTable(id: string): Promise<Outcome<void>> {
  const remove = () =>
    runExcel(async (context) => undo(context, await knownRecord(context, id), true));
  const removed = await remove();
  const isGone =
    !removed.ok && removed.fault.kind === "failed" && GONE.includes(removed.fault.code);
  return isGone ? remove() : removed;
}

/**
 * Takes out what a failed write left behind, if its record got as far as the workbook.
 *
 * @returns The fault to tell: the one that stopped the write, in words of the workbook where its state explains it, or
 *   that what the write left could not be taken out.
 */
export async function rollBack(id: string, stoppedBy: WorkbookFault): Promise<WorkbookFault> {
  const nameTaken = stoppedBy.kind === "failed" && stoppedBy.code === "ItemAlreadyExists";
  const undone = await runExcel(async (context) => {
    const record = await findRecord(context, id);
    if (record === undefined) return undefined;
    await undo(context, record, !nameTaken);
    return nameTaken ? nameTakenBy(record) : explain(context, record);
  });
  if (undone.ok) return (stoppedBy.kind === "failed" && undone.value) || stoppedBy;
  return notRestored(undone.fault);
}

function nameTakenBy({ sheet }: WriteRecord): WorkbookFault {
  return { kind: "nameTaken", name: sheet };
}

/** What about the workbook explains that a write to it failed, if anything does. */
async function explain(
  context: Excel.RequestContext,
  { sheet: name, madeSheet }: WriteRecord,
): Promise<WorkbookFault | undefined> {
  const { workbook } = context;
  workbook.protection.load("protected");
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  sheet.protection.load("protected");
  await context.sync();
  if (workbook.protection.protected) return { kind: "protectedWorkbook" };
  if (madeSheet) return undefined;
  if (sheet.isNullObject) return { kind: "sheetGone", sheet: name };
  return sheet.protection.protected ? { kind: "protectedSheet", sheet: name } : undefined;
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

/**
 * Undoes one write by its record. The record goes last, so that whatever fails can be done again.
 *
 * @param sheetIsOurs Whether a sheet under the record's name is the one that was made for it.
 */
async function undo(
  context: Excel.RequestContext,
  record: WriteRecord,
  sheetIsOurs: boolean,
): Promise<void> {
  const { workbook } = context;
  const { worksheets } = workbook;
  workbook.protection.load("protected");
  const sheet = worksheets.getItemOrNullObject(record.sheet);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  const backup = worksheets.getItemOrNullObject(record.backupSheet ?? NO_SHEET);
  const choice = loadChoice(workbook.settings);
  const shown = workbook.settings.getItemOrNullObject(SHOWN_KEY);
  shown.load("key");
  const shownDeal = loadShownDeal(workbook.settings);
  const names = record.names.map((name) => {
    const item = workbook.names.getItemOrNullObject(name);
    const range = item.getRangeOrNullObject();
    range.load("address");
    range.worksheet.load("name");
    return { name, item, range };
  });
  const block = names[0]?.range;
  const blockSheet = block?.worksheet;
  blockSheet?.protection.load("protected");
  const chart = blockSheet?.charts.getItemOrNullObject(record.chart ?? NO_SHEET);
  chart?.load("name");
  await context.sync();

  const found =
    block && blockSheet && !block.isNullObject ? { block, sheet: blockSheet, chart } : undefined;
  const deletesSheets = (record.madeSheet && found !== undefined) || !backup.isNullObject;
  if (workbook.protection.protected && deletesSheets)
    throw new FaultError({ kind: "protectedWorkbook" });
  const untouched =
    found?.sheet.protection.protected === true && (await isAsBackedUp(record, found, backup));
  if (found?.sheet.protection.protected && !untouched)
    throw new FaultError({ kind: "protectedRemoval", sheet: found.sheet.name });
  if (untouched) {
    // A protected sheet that the write never reached: there is nothing to put back.
  } else if (record.madeSheet) {
    const whole = record.kind === "scenarios" && found ? await wholeOfScenarios(found) : found;
    if (whole || sheetIsOurs) removeMadeSheet(record, sheet, used, whole);
  } else if (found && record.backedUp && !backup.isNullObject) putBack(record, found.block, backup);
  giveUpChoice(workbook.settings, choice, record);
  if (record.kind === "scenarios" && !shown.isNullObject) shown.delete();
  if (!shownDeal.isNullObject && shownDeal.value === record.id) shownDeal.delete();
  for (const { name, item, range } of names) {
    // A name without our prefix may by now be a co-author's, who took it at the same moment.
    const isOurs =
      name.startsWith(BLOCK_NAME_PREFIX) ||
      range.isNullObject ||
      range.worksheet.name === found?.sheet.name;
    if (isOurs && !item.isNullObject) item.delete();
  }
  if (!backup.isNullObject) {
    backup.visibility = "Hidden";
    backup.delete();
  }
  workbook.settings.getItemOrNullObject(settingKey(record.id)).delete();
  await context.sync();
}

/** A forecast that goes is no part of the chosen cells any more; a choice made for it alone, or for a deal, goes too. */
function giveUpChoice(
  settings: Excel.SettingCollection,
  setting: Excel.Setting,
  { kind, names, madeChoice }: WriteRecord,
): void {
  const choice = readChoice(setting);
  if (kind === "example" && madeChoice && names.includes(choice?.Bands?.name ?? "")) {
    setting.delete();
    return;
  }
  if (kind !== "forecast" || !choice?.Forecast || !names.includes(choice.Forecast.name)) return;
  const others = DEAL_INPUTS.filter((part) => part !== "Forecast");
  const isByNames = others.every((part) => (choice[part]?.name ?? part) === part);
  if (madeChoice && isByNames) setting.delete();
  else settings.add(CHOICE_KEY, formatChoice({ ...choice, Forecast: null }));
}

/** A name that no sheet and no chart has: what was not made is looked for by it. */
const NO_SHEET = "Bandwise backup none";

/** Whether a block still holds the very content that was put aside before it was to be written. */
async function isAsBackedUp(
  record: WriteRecord,
  { block }: FoundBlock,
  backup: Excel.Worksheet,
): Promise<boolean> {
  if (record.complete) return false;
  if (!record.backedUp || backup.isNullObject) return true;
  const kept = backup.getRange(record.address);
  kept.load("formulas");
  block.load("formulas");
  await block.context.sync();
  return JSON.stringify(kept.formulas) === JSON.stringify(block.formulas);
}

interface FoundBlock {
  readonly block: Excel.Range;
  readonly sheet: Excel.Worksheet;
  /** The chart beside the block, if it has one. */
  readonly chart: Excel.Chart | undefined;
  /** Tables in it, which go with it. */
  readonly tables?: readonly Excel.Table[];
}

/** All that was made for the scenarios: their table, however long it grew, and the lines above it. */
async function wholeOfScenarios(found: FoundBlock): Promise<FoundBlock> {
  const { block, sheet } = found;
  const { row, column, rows, columns } = blockOf(block.address);
  const whole = sheet.getRangeByIndexes(0, column, row + rows, columns);
  whole.load("address");
  const tables = block.getTables(false);
  tables.load("items/name");
  await block.context.sync();
  return { ...found, block: whole, tables: tables.items };
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
  const alone =
    found.sheet.name !== record.sheet ||
    used.isNullObject ||
    isWithin(blockOf(used.address), blockOf(found.block.address));
  if (alone) {
    found.sheet.delete();
    return;
  }
  for (const table of found.tables ?? []) table.delete();
  found.block.clear("All");
  if (found.chart && !found.chart.isNullObject) found.chart.delete();
}

function putBack(record: WriteRecord, block: Excel.Range, backup: Excel.Worksheet): void {
  block.clear("All");
  block.copyFrom(backup.getRange(record.address), "All");
  const origin = blockOf(record.address);
  for (const { row, column, rows, columns } of (record.merged ?? []).map(blockOf))
    block
      .getCell(row - origin.row, column - origin.column)
      .getResizedRange(rows - 1, columns - 1)
      .merge(false);
  for (const [index, width] of (record.columnWidths ?? []).entries())
    block.getColumn(index).format.columnWidth = width;
}
