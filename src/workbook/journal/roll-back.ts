import { inParts, notRestored, type Outcome, type WorkbookFault } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { recordsIn, settingKey, type WriteRecord } from "./record";
import { type Undone, undo } from "./undo";
import { askRecords, coveringOf } from "./written";

/** Codes that Excel answers when what was just found is gone or moved. */
const GONE: readonly string[] = ["ItemNotFound", "InvalidObjectPath", "InvalidReference"];

/** Takes a table out of the workbook and puts back what stood there. Safe to call again where it stopped half way. */
export async function removeTable(id: string): Promise<Outcome<Undone>> {
  const remove = () =>
    runExcel(async (context) => {
      const records = await readRecords(context);
      const record = records.find((written) => written.id === id);
      if (!record) throw new FaultError({ kind: "sheetGone", sheet: id });
      await refuseCovered(context, record, records);
      const halfWay = records.find((written) => holdsFormer(written, id));
      const former = halfWay && (await undo(context, halfWay, true));
      const undone = await undo(context, record, true);
      return former?.areRulesInParts ? former : undone;
    });
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
    if (record === undefined) return stoppedBy;
    const { areRulesInParts } = await undo(context, record, !nameTaken);
    const reason = nameTaken ? nameTakenBy(record) : await explain(context, record);
    const fault = (stoppedBy.kind === "failed" && reason) || stoppedBy;
    return areRulesInParts ? inParts(fault, record.sheet) : fault;
  });
  return undone.ok ? undone.value : notRestored(undone.fault);
}

/**
 * Ends a rewriting that stopped after its last cell: rolls it back, or clears up behind one that was already recorded.
 *
 * @returns undefined where what was written stays.
 */
export async function finishOrRollBack(
  id: string,
  stoppedBy: WorkbookFault,
): Promise<WorkbookFault | undefined> {
  const undone = await runExcel(async (context) => {
    const record = await findRecord(context, id);
    if (record === undefined) return undefined;
    const { areRulesInParts } = await undo(context, record, true);
    if (record.complete) return undefined;
    return areRulesInParts ? inParts(stoppedBy, record.sheet) : stoppedBy;
  });
  return undone.ok ? undone.value : notRestored(undone.fault);
}

function nameTakenBy({ sheet }: WriteRecord): WorkbookFault {
  return { kind: "nameTaken", name: sheet };
}

/** What about the workbook explains that a write to it failed, if anything does. */
async function explain(
  context: Excel.RequestContext,
  { sheet: name, undo: steps }: WriteRecord,
): Promise<WorkbookFault | undefined> {
  const { workbook } = context;
  workbook.protection.load("protected");
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  sheet.protection.load("protected");
  await context.sync();
  if (workbook.protection.protected) return { kind: "protectedWorkbook" };
  if (steps.some(({ kind }) => kind === "deleteSheet")) return undefined;
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

/** Whether a record is of a rewriting that stopped half way, which can put the block of this id back. */
function holdsFormer({ complete, undo: steps }: WriteRecord, id: string): boolean {
  const key = settingKey(id);
  return !complete && steps.some((step) => step.kind === "restoreSetting" && step.key === key);
}

/** Putting back what stood below a block would tear a hole into one that was written over it since. */
async function refuseCovered(
  context: Excel.RequestContext,
  record: WriteRecord,
  records: readonly WriteRecord[],
): Promise<void> {
  const later = records.filter(({ order = 0 }) => order > (record.order ?? 0));
  if (later.length === 0) return;
  const ask = askRecords(context.workbook.names, [record, ...later]);
  await context.sync();
  const located = ask();
  const [own, ...others] = located.filter(({ block }) => block !== undefined);
  if (own?.record !== record) return;
  const covering = coveringOf(own, others);
  if (covering)
    throw new FaultError({ kind: "covered", by: covering.record.title, sheet: covering.sheet });
}

async function readRecords(context: Excel.RequestContext): Promise<readonly WriteRecord[]> {
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  await context.sync();
  return recordsIn(settings);
}

async function findRecord(
  context: Excel.RequestContext,
  id: string,
): Promise<WriteRecord | undefined> {
  return (await readRecords(context)).find((written) => written.id === id);
}

async function knownRecord(context: Excel.RequestContext, id: string): Promise<WriteRecord> {
  const record = await findRecord(context, id);
  if (!record) throw new FaultError({ kind: "sheetGone", sheet: id });
  return record;
}
