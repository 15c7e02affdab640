import { type Block, blockAddress, blockOf, withoutSheet } from "../../input/cells/a1";
import { absoluteReference } from "../excel/absolute-reference";
import type { Outcome } from "../excel/outcome";
import { unlessCancelled, type WriteProgress } from "../excel/progress";
import { FaultError, runExcel } from "../excel/run";
import { askRules, type FormerRule, giveCellsBack, rulesIn } from "./crossed-rules";
import { pointChart } from "./drawn-chart";
import { type Preflight, preflight } from "./preflight";
import {
  backupNameOf,
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type WriteRecord,
} from "./record";
import { replaceByValues } from "./replace-by-values";
import { finishOrRollBack, rollBack } from "./roll-back";
import type { UndoStep } from "./undo-steps";
import { putAside, type SheetContent, unlessGone } from "./write-sheet";
import type { WrittenTable } from "./written-table";

/** Something that was written, as the list shows it. */
export type WrittenPlace = Pick<WrittenTable, "id" | "sheet" | "address">;

/** What is to be written in place of it. */
export interface SheetRewrite {
  readonly rows: number;
  readonly columns: number;
  readonly progress?: WriteProgress | undefined;
  /**
   * @param origin Row and column of the block's first cell, from 0.
   * @param isOwnSheet Whether the sheet was made for the block.
   */
  content(
    origin: Pick<Block, "row" | "column">,
    isOwnSheet: boolean,
  ): SheetContent | Promise<SheetContent>;
}

/**
 * Writes a block again: on its sheet, at its place, under its names, so that references to it go on working, and beside the
 * chart that it has.
 *
 * It may grow over cells that hold nothing, and keeps the room that it had where it shrinks. Until all of it is written a record
 * of its own can put the former block back.
 */
export async function rewriteSheet(
  place: WrittenPlace,
  rewrite: SheetRewrite,
): Promise<Outcome<WrittenTable>> {
  let id: string | undefined;
  let result: WrittenTable | undefined;
  const written = await runExcel(async (context) => {
    const found = await look(context, place, rewrite);
    const isOwnSheet = found.record.undo.some(({ kind }) => kind === "deleteSheet");
    const content = await rewrite.content(found.block, isOwnSheet);
    unlessCancelled(rewrite.progress);
    if (content.cells !== undefined) rewrite.progress?.writing(content.cells);
    id = found.id;
    const begun = begin(context.workbook, found, content);
    await context.sync();
    if (begun.strips.some((strip) => strip.check(undefined)))
      throw new FaultError({
        kind: "changedMeanwhile",
        ...{ sheet: place.sheet, address: blockAddress(found.block) },
      });
    unlessCancelled(rewrite.progress);
    if (content.asValues)
      await replaceByValues(found.sheet.getRange(begun.record.address), place.sheet);
    const { title, address, recipe } = begun.record;
    result = {
      id: place.id,
      sheet: place.sheet,
      title,
      address,
      complete: true,
      ...(recipe && { recipe }),
      ...(begun.areRulesInParts && { rulesInParts: true }),
    };
    finish(context.workbook, begun, found.id);
    await context.sync();
    return result;
  });
  if (written.ok || id === undefined) return written;
  if (result === undefined) return { ok: false, fault: await rollBack(id, written.fault) };
  const fault = await finishOrRollBack(id, written.fault);
  return fault === undefined ? { ok: true, value: result } : { ok: false, fault };
}

interface FoundBlock {
  /** Of the rewriting, which is a write with a record of its own. */
  readonly id: string;
  readonly record: WriteRecord;
  readonly sheet: Excel.Worksheet;
  /** What the block covered, and what it and its successor cover together. */
  readonly former: Block;
  readonly block: Block;
  readonly formula: string;
  readonly merged: readonly string[];
  readonly columnWidths: readonly number[];
  readonly rules: readonly FormerRule[];
  readonly hasChart: boolean;
  readonly taken: readonly string[];
}

async function look(
  context: Excel.RequestContext,
  place: WrittenPlace,
  { rows, columns }: SheetRewrite,
): Promise<FoundBlock> {
  const { settings, names, worksheets, protection } = context.workbook;
  settings.load("items/key,items/value");
  names.load("items/name");
  protection.load("protected");
  const name = names.getItemOrNullObject(blockNameOf(place.id));
  name.load("formula");
  const range = name.getRangeOrNullObject();
  range.load("address");
  const sheet = worksheets.getItem(place.sheet);
  sheet.load("name");
  sheet.protection.load("protected");
  sheet.charts.load("items/name");
  const former = blockOf(place.address);
  const block = {
    ...former,
    rows: Math.max(former.rows, rows),
    columns: Math.max(former.columns, columns),
  };
  const strips = stripsOf(former, block).map((strip) => preflightOf(sheet, strip));
  const whole = preflightOf(sheet, block);
  const rulesThere = askRules(sheet, block);
  const widths = Array.from({ length: block.columns }, (_, index) => {
    const column = sheet.getRangeByIndexes(block.row, block.column + index, 1, 1);
    column.load("format/columnWidth");
    return column;
  });
  await unlessGone(context, place.sheet);
  const records = recordsIn(settings);
  const record = records.find(({ id }) => id === place.id);
  if (protection.protected) throw new FaultError({ kind: "protectedWorkbook" });
  if (record === undefined || range.isNullObject || withoutSheet(range.address) !== place.address)
    throw new FaultError({ kind: "tableMoved", ...{ sheet: place.sheet, address: place.address } });
  if (sheet.protection.protected)
    throw new FaultError({ kind: "protectedSheet", sheet: place.sheet });
  for (const strip of strips) {
    const fault = strip.check(undefined);
    if (fault?.kind === "occupied")
      throw new FaultError({ kind: "noRoomToGrow", sheet: fault.sheet, address: fault.address });
    if (fault) throw new FaultError(fault);
  }
  return {
    ...{ id: freeId("rebuild", records), record, sheet, former, block, formula: name.formula },
    merged: whole.merged(),
    columnWidths: widths.map(({ format }) => format.columnWidth),
    rules: await rulesThere(),
    hasChart: sheet.charts.items.some((chart) => chart.name === record.chart?.name),
    taken: names.items.map((item) => item.name),
  };
}

/** What a block grows by: columns at its right over its whole height, and rows below it. */
function stripsOf(former: Block, block: Block): readonly Block[] {
  const right = { ...block, column: former.column + former.columns };
  const below = { ...former, row: former.row + former.rows, rows: block.rows - former.rows };
  return [{ ...right, columns: block.columns - former.columns }, below].filter(
    ({ rows, columns }) => rows > 0 && columns > 0,
  );
}

function preflightOf(sheet: Excel.Worksheet, block: Block): Preflight {
  return preflight(sheet, sheet.getRange(blockAddress(block)));
}

interface BegunRewrite {
  /** The record as it is once the block is written. */
  readonly record: WriteRecord;
  /** The record by which the former block can be put back. */
  readonly own: WriteRecord;
  readonly setting: Excel.Setting;
  readonly strips: readonly Preflight[];
  /** Whether conditional formats that cross its edge were cut there, which this Excel cannot mend. */
  readonly areRulesInParts: boolean;
}

/** Queues the former block's copy with the steps that put it back, and the new content over it. */
function begin(
  workbook: Excel.Workbook,
  { id, record: former, sheet, former: old, block, formula, ...found }: FoundBlock,
  content: SheetContent,
): BegunRewrite {
  const address = blockAddress(block);
  const [blockName = ""] = former.names;
  const made = (content.names ?? []).filter((name) => !found.taken.includes(name));
  const names = [blockNameOf(id), ...made];
  const backup = backupNameOf(id);
  const tidy: readonly UndoStep[] = [
    { kind: "deleteNames", names: [blockNameOf(id)] },
    { kind: "deleteBackup", sheet: backup },
  ];
  const putBack: readonly UndoStep[] = [
    {
      ...{ kind: "restoreBlock", backup, address },
      ...{ merged: found.merged, columnWidths: found.columnWidths, rules: found.rules },
    },
    { kind: "restoreName", name: blockName, formula },
    ...(former.chart ? [{ kind: "restoreChart", chart: former.chart } as const] : []),
    { kind: "restoreSetting", key: settingKey(former.id), value: formatRecord(former) },
    { kind: "deleteNames", names },
    { kind: "deleteBackup", sheet: backup },
  ];
  const own: WriteRecord = {
    ...{ version: 2, id, kind: "rebuild", title: former.title, sheet: former.sheet, address },
    ...{ names, undo: tidy, complete: false },
  };
  const setting = workbook.settings.add(settingKey(id), formatRecord(own));
  const target = sheet.getRange(address);
  workbook.names.add(blockNameOf(id), target, former.title);
  const added = stripsOf(old, block);
  const strips = added.map((strip) => preflightOf(sheet, strip));
  putAside(workbook, backup, target, address);
  setting.value = formatRecord({ ...own, undo: putBack });
  const undo = former.undo.map((step) => grown(workbook, sheet, step, old, block, found));
  target.clear("All");
  const areRulesInParts = giveCellsBack(sheet, found.rules, block);
  const name = workbook.names.getItem(blockName);
  if (added.length > 0) name.formula = absoluteReference(sheet.name, address);
  content.put({
    ...{ workbook, sheet, block: target, name, columnWidths: found.columnWidths },
    madeNames: made,
    hasChart: former.chart !== undefined,
  });
  if (found.hasChart && former.chart && content.chart) {
    const chart = sheet.charts.getItem(former.chart.name);
    pointChart(chart, target, content.chart, former.chart.lines.length);
  }
  const { title, recipe, definition, chart } = content;
  const record: WriteRecord = {
    ...{ version: 2, id: former.id, kind: former.kind, title, sheet: sheet.name, address },
    names: [...former.names, ...made.filter((one) => !former.names.includes(one))],
    undo: undo.map((step) =>
      step.kind === "deleteNames" ? { ...step, names: [...step.names, ...made] } : step,
    ),
    ...(former.order !== undefined && { order: former.order }),
    ...(chart && { chart }),
    complete: true,
    ...(recipe && { recipe }),
    ...(definition && { definition }),
  };
  return { record, own: { ...own, undo: tidy }, setting, strips, areRulesInParts };
}

/** A step that puts cells of the user's back, for a block that has grown: what is in its way is put aside beside the rest. */
function grown(
  workbook: Excel.Workbook,
  sheet: Excel.Worksheet,
  step: UndoStep,
  former: Block,
  block: Block,
  { columnWidths, rules }: Pick<FoundBlock, "columnWidths" | "rules">,
): UndoStep {
  if (step.kind !== "restoreBlock") return step;
  const kept = blockOf(step.address);
  const backup = workbook.worksheets.getItem(step.backup);
  const strips = stripsOf(former, block);
  for (const { row, column, rows, columns } of strips)
    backup
      .getRangeByIndexes(
        row - former.row + kept.row,
        column - former.column + kept.column,
        rows,
        columns,
      )
      .copyFrom(sheet.getRangeByIndexes(row, column, rows, columns), "All");
  return {
    ...step,
    address: blockAddress({ ...kept, rows: block.rows, columns: block.columns }),
    columnWidths: [...step.columnWidths, ...columnWidths.slice(step.columnWidths.length)],
    rules: [...(step.rules ?? []), ...rulesIn(strips, rules, step.rules, [former, kept])],
  };
}

/** Queues the new record, from which on nothing is put back, and clears away what would have done so. */
function finish(
  workbook: Excel.Workbook,
  { record, own, setting }: BegunRewrite,
  id: string,
): void {
  workbook.settings.add(settingKey(record.id), formatRecord(record));
  setting.value = formatRecord({ ...own, complete: true });
  workbook.names.getItem(blockNameOf(id)).delete();
  const backup = workbook.worksheets.getItem(backupNameOf(id));
  backup.visibility = "Hidden";
  backup.delete();
  setting.delete();
}
