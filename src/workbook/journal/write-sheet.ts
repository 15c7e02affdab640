import { type Block, blockAddress } from "../../input/cells/a1";
import type { SheetDefinition } from "../../sheets/sheet-definition";
import type { TableDefinition } from "../../sheets/tables/definition";
import { freeName } from "../excel/free-name";
import type { Outcome, WorkbookFault } from "../excel/outcome";
import { unlessCancelled, type WriteProgress } from "../excel/progress";
import { type ExcelRunner, FaultError, onceGrouped } from "../excel/run";
import { askRules, type FormerRule } from "./crossed-rules";
import type { DrawnChart } from "./drawn-chart";
import { checkRoom, type Preflight, preflight } from "./preflight";
import {
  backupNameOf,
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type WriteKind,
  type WriteRecord,
} from "./record";
import { replaceByValues } from "./replace-by-values";
import { rollBack } from "./roll-back";
import type { UndoStep } from "./undo-steps";
import type { WrittenTable } from "./written-table";

/** What a workbook holds already, as far as a write must know. */
export interface KnownWorkbook {
  readonly sheets: readonly string[];
  readonly names: readonly string[];
  /**
   * The wanted name, or the first with a number that neither a name nor a Table has.
   *
   * @param separator Before the number, an underscore if absent. A Table that formulas mention directly gets none: the grid of
   *   the local workbook finds no Table by a name with an underscore.
   */
  freeName(wanted: string, separator?: string): string;
  readonly records: readonly WriteRecord[];
  /** The value of a setting; undefined where there is none. */
  setting(key: string): unknown;
}

/** Where a block goes. */
export type Place =
  /** A new sheet, by the name that is wanted for it; the block begins at A1. */
  | { readonly kind: "newSheet"; readonly name: string }
  | {
      /** A sheet of the user's, whose id and name are loaded. */
      readonly kind: "userSheet";
      readonly sheet: Excel.Worksheet;
      readonly row: number;
      readonly column: number;
      /** Filled cells that the user agreed to lose until the block is removed. */
      readonly agreedCells?: number;
    };

/** What a write is about to change. */
export interface Target {
  readonly workbook: Excel.Workbook;
  readonly sheet: Excel.Worksheet;
  readonly block: Excel.Range;
  /** The name that follows the block. */
  readonly name: Excel.NamedItem;
  /** Widths of its columns before, in points; empty on a new sheet. */
  readonly columnWidths: readonly number[];
  /** The names of the content that are not there yet. */
  readonly madeNames: readonly string[];
  /** Whether a chart was drawn beside the block before, which follows by itself. */
  readonly hasChart: boolean;
}

/** A further sheet of a write, filled from its first cell. */
export interface SheetBeside {
  /** A name that no sheet has. */
  readonly name: string;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  /** Name of a chart beside its cells, which goes with them. */
  readonly chart?: string;
  put(target: Pick<Target, "workbook" | "sheet" | "block">): void;
}

/** What fills a block: one layout, and what must be known to take it out again. */
export interface SheetContent {
  readonly title: string;
  /** Names that it makes beside the block's own. */
  readonly names?: readonly string[];
  /** Settings that it adds once its cells are written, by their keys. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What undoes that, beside its cells, names and sheet. */
  readonly undo?: readonly UndoStep[];
  /** What is undone before its cells are taken out, since it reads them. */
  readonly undoFirst?: readonly UndoStep[];
  /** On a sheet of its own: the chart that goes with the block. */
  readonly chart?: DrawnChart;
  /** On a sheet of its own: lines above the block go with it. */
  readonly fromTop?: true;
  /** Names of the tables on its sheet and on those beside it, in their order, where they must be found again. */
  readonly tables?: readonly string[];
  /** Sheets that are written with it, and taken out with it. They are there before it is put. */
  readonly beside?: readonly SheetBeside[];
  readonly recipe?: TableDefinition;
  readonly definition?: SheetDefinition;
  /** Whether its formulas give way to their values once Excel has calculated them. */
  readonly asValues?: boolean;
  /** Cells that are about to be written, for the progress. */
  readonly cells?: number;
  put(target: Target): void;
  /** What else belongs to the write once its cells are there. It is complete when `complete` is called, and that is synced. */
  afterwards?(target: Pick<Target, "workbook" | "sheet">, complete: () => void): Promise<void>;
}

/** A write that is planned: where, how large, and what. */
export interface SheetPlan {
  readonly place: Place;
  readonly rows: number;
  readonly columns: number;
  /** @param id Of this write, which no other has. */
  content(id: string): SheetContent | Promise<SheetContent>;
}

/** Something to write. */
export interface SheetWrite {
  readonly kind: WriteKind;
  /** Whether Excel may make it one step of its undo. */
  readonly mayGroup?: boolean;
  /** Whether it is to be taken out again at once, so that it is never complete. */
  readonly isScratch?: boolean;
  /** Hears how far it is, and may give it up. */
  readonly progress?: WriteProgress | undefined;
  /** Asks the workbook for what it must know; what it returns is called once the answers are there. */
  plan(workbook: Excel.Workbook): (known: KnownWorkbook) => SheetPlan;
}

/**
 * Writes a sheet, or a block of one: at most three round trips, whatever its size, and one more where a conditional format
 * crosses the edge of the block.
 *
 * A record of what is about to be written goes into the workbook first, in the same batch, with the steps that undo it. When
 * writing fails, they take out what was written; when that fails too, the record stays and removeTable finishes the job.
 */
export function writeSheet(write: SheetWrite): Promise<Outcome<WrittenTable>> {
  return onceGrouped(write.mayGroup === true, (run) => attempt(write, run));
}

async function attempt(write: SheetWrite, run: ExcelRunner): Promise<Outcome<WrittenTable>> {
  const { progress } = write;
  let id: string | undefined;
  const written = await run(async (context) => {
    const { plan, known, records } = await look(context, write);
    const place = await findPlace(context, plan, known);
    id = freeId(write.kind, records);
    const content = await plan.content(id);
    unlessCancelled(progress);
    if (content.cells !== undefined) progress?.writing(content.cells);
    const order = 1 + Math.max(0, ...records.map((record) => record.order ?? 0));
    const written = put(context.workbook, write, { id, order }, place, content);
    const { record, sheet, before } = written;
    await context.sync();
    // What came between our look and our write was put aside with the rest, so it is there to be put back.
    if (before?.check(place.agreedCells))
      throw new FaultError({
        ...{ kind: "changedMeanwhile", sheet: sheet.name, address: record.address },
      });
    // Excel cannot be stopped half way through a batch: a table that is no longer wanted is taken out again.
    unlessCancelled(progress);
    const complete = (): void => {
      written.setting.value = formatRecord({ ...record, complete: true });
    };
    if (content.asValues) {
      await replaceByValues(sheet.getRange(record.address), sheet.name);
      complete();
      await context.sync();
    }
    await content.afterwards?.({ workbook: context.workbook, sheet }, complete);
    const { title, address, recipe } = record;
    return { id, title, sheet: sheet.name, address, complete: true, ...(recipe && { recipe }) };
  });
  // Excel.run ends with a round trip of its own, and a table may be given up during that one too.
  if (id === undefined || (written.ok && !progress?.signal.aborted)) return written;
  const fault: WorkbookFault = written.ok ? { kind: "cancelled" } : written.fault;
  return { ok: false, fault: await rollBack(id, fault) };
}

async function look(context: Excel.RequestContext, write: SheetWrite) {
  const { worksheets, names, tables, settings, protection } = context.workbook;
  worksheets.load("items/name");
  names.load("items/name");
  tables.load("items/name");
  settings.load("items/key,items/value");
  protection.load("protected");
  const planned = write.plan(context.workbook);
  await context.sync();
  const taken = [...names.items, ...tables.items].map(({ name }) => name);
  const known: KnownWorkbook = {
    sheets: worksheets.items.map(({ name }) => name),
    names: names.items.map(({ name }) => name),
    freeName: (wanted, separator = "_") => freeName(wanted, taken, separator),
    records: recordsIn(settings),
    setting: (wanted) => settings.items.find(({ key }) => key === wanted)?.value,
  };
  if (protection.protected) throw new FaultError({ kind: "protectedWorkbook" });
  return { plan: planned(known), known, records: known.records };
}

/** A place that is free. */
interface FreePlace {
  readonly block: Block;
  /** Name of the sheet. */
  readonly name: string;
  /** Id of the user's sheet, which stays when the sheet is renamed meanwhile; undefined for a new one. */
  readonly sheetId?: string;
  readonly agreedCells?: number | undefined;
  readonly merged: readonly string[];
  readonly columnWidths: readonly number[];
  readonly rules: readonly FormerRule[];
}

/** Makes sure that nothing stands where the block would, but for what the user agreed to overwrite. */
async function findPlace(
  context: Excel.RequestContext,
  { place, rows, columns }: SheetPlan,
  { sheets }: KnownWorkbook,
): Promise<FreePlace> {
  if (place.kind === "newSheet") {
    const block = { row: 0, column: 0, rows, columns };
    checkRoom("A sheet", block);
    return { block, name: freeName(place.name, sheets), merged: [], columnWidths: [], rules: [] };
  }
  const { sheet, row, column, agreedCells } = place;
  const block = { row, column, rows, columns };
  checkRoom(sheet.name, block);
  const target = sheet.getRange(blockAddress(block));
  const obstacles = preflight(sheet, target);
  const measured = columnsOf(target, columns);
  const rulesThere = askRules(sheet, block);
  await unlessGone(context, sheet.name);
  const fault = obstacles.check(agreedCells);
  if (fault) throw new FaultError(fault);
  return {
    ...{ block, name: sheet.name, sheetId: sheet.id, agreedCells, merged: obstacles.merged() },
    columnWidths: measured.map(({ format }) => format.columnWidth),
    rules: await rulesThere(),
  };
}

/** The next round trip; a sheet that somebody deletes before it is a fault with its name. */
export async function unlessGone(context: Excel.RequestContext, sheet: string): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    const isGone = error instanceof OfficeExtension.Error && error.code === "ItemNotFound";
    throw isGone ? new FaultError({ kind: "sheetGone", sheet }) : error;
  }
}

function columnsOf(target: Excel.Range, count: number): readonly Excel.Range[] {
  return Array.from({ length: count }, (_, index) => {
    const column = target.getColumn(index);
    column.load("format/columnWidth");
    return column;
  });
}

interface PutSheet {
  readonly record: WriteRecord;
  readonly sheet: Excel.Worksheet;
  /** What stood in the block at the moment of writing; undefined on a sheet of our own. */
  readonly before: Preflight | undefined;
  readonly setting: Excel.Setting;
}

/** Queues the record, the sheet or what is put aside of it, the content, and the record again as complete. */
function put(
  workbook: Excel.Workbook,
  { kind, isScratch }: SheetWrite,
  { id, order }: { readonly id: string; readonly order: number },
  place: FreePlace,
  content: SheetContent,
): PutSheet {
  const { sheetId, merged, columnWidths, rules } = place;
  const { title, recipe, definition, chart, fromTop, beside = [] } = content;
  const address = blockAddress(place.block);
  const besideNames = beside.map((_, index) => `${blockNameOf(id)}_${index + 2}`);
  const names = [blockNameOf(id), ...(content.names ?? []), ...besideNames];
  const backup = backupNameOf(id);
  const undo: readonly UndoStep[] = [
    ...(content.undo ?? []),
    ...beside.map(
      ({ name, chart: besideChart }, index): UndoStep => ({
        kind: "deleteSheet",
        ...{ sheet: name, block: besideNames[index] ?? "" },
        ...(besideChart && { chart: besideChart }),
      }),
    ),
    { kind: "deleteNames", names },
    ...(sheetId === undefined ? [] : [{ kind: "deleteBackup", sheet: backup } as const]),
  ];
  const takesOut: UndoStep =
    sheetId === undefined
      ? {
          ...{ kind: "deleteSheet", sheet: place.name },
          ...(chart && { chart: chart.name }),
          ...(fromTop && { fromTop }),
        }
      : { kind: "restoreBlock", backup, address, merged, columnWidths, rules };
  const record: WriteRecord = {
    ...{ version: 2, id, kind, title, sheet: place.name, address, names },
    undo: [...(content.undoFirst ?? []), takesOut, ...undo],
    ...(chart && { chart }),
    ...(content.tables && {
      tables: content.tables.map((table, index) => ({
        table,
        block: index === 0 ? blockNameOf(id) : (besideNames[index - 1] ?? ""),
      })),
    }),
    ...{ order, complete: false },
    ...(recipe && { recipe }),
    ...(definition && { definition }),
  };
  // Putting back may take what the hidden sheet holds for what was here only once it is there.
  const first = sheetId === undefined ? record : { ...record, undo };
  const setting = workbook.settings.add(settingKey(id), formatRecord(first));
  const sheet =
    sheetId === undefined
      ? workbook.worksheets.add(place.name)
      : workbook.worksheets.getItem(sheetId);
  const block = sheet.getRange(address);
  const name = workbook.names.add(blockNameOf(id), block, title);
  sheet.load("name");
  const before = sheetId === undefined ? undefined : preflight(sheet, block);
  if (sheetId !== undefined) {
    putAside(workbook, backup, block, address);
    setting.value = formatRecord(record);
  }
  if (place.agreedCells !== undefined) {
    block.unmerge();
    block.clear("All");
  }
  for (const [index, one] of beside.entries()) {
    const added = workbook.worksheets.add(one.name);
    const whole = added.getRangeByIndexes(0, 0, one.rows, one.columns);
    workbook.names.add(besideNames[index] ?? "", whole, one.title);
    one.put({ workbook, sheet: added, block: whole });
  }
  const madeNames = content.names ?? [];
  content.put({ workbook, sheet, block, name, columnWidths, madeNames, hasChart: false });
  for (const [key, value] of Object.entries(content.settings ?? {}))
    workbook.settings.add(key, value);
  const isWhole =
    isScratch !== true && content.asValues !== true && content.afterwards === undefined;
  if (isWhole) setting.value = formatRecord({ ...record, complete: true });
  return { record, sheet, before, setting };
}

/** Copies what stands in a block to a hidden sheet, formats and rules included. */
export function putAside(
  workbook: Excel.Workbook,
  name: string,
  block: Excel.Range,
  address: string,
): void {
  const backup = workbook.worksheets.add(name);
  backup.visibility = "VeryHidden";
  backup.getRange(address).copyFrom(block, "All");
}
