import { type Block, blockAddress, blockOf, withoutSheet } from "../../input/cells/a1";
import { absoluteReference } from "../excel/absolute-reference";
import type { Outcome } from "../excel/outcome";
import { unlessCancelled, type WriteProgress } from "../excel/progress";
import { FaultError, runExcel } from "../excel/run";
import { type DrawnChart, pointChart } from "./drawn-chart";
import {
  backupNameOf,
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type WriteRecord,
} from "./record";
import { finishOrRollBack, rollBack } from "./roll-back";
import type { UndoStep } from "./undo-steps";

/** A table of ours. */
export interface TableToRewrite {
  readonly table: string;
  /** The chart beside it, of a table with so many rows below its headings. */
  readonly chart?: (rows: number) => DrawnChart;
}

/** What a table holds. */
export interface TableCells {
  /** Its headings and rows on their sheet. */
  readonly place: Block;
  readonly sheet: string;
  /** What its cells show, and what is written in them; headings first. */
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** Rows as cells take them, formulas printed. */
export type NewRows = readonly (readonly (string | number)[])[];

export interface TablesRewrite {
  readonly title: string;
  /** Where the rows may be given up until all of them are written. */
  readonly progress?: WriteProgress;
  readonly tables: readonly TableToRewrite[];
  /** Names of the blocks that the tables end: title, headings and rows. Undefined: the tables are not ours. */
  blocks(records: readonly WriteRecord[]): readonly string[] | undefined;
  /**
   * The new rows of each table, in their order; undefined keeps those that it has, and no rows are one that is blank. A FaultError
   * leaves all as it is.
   */
  rows(
    cells: readonly TableCells[],
    records: readonly WriteRecord[],
  ): Promise<readonly (NewRows | undefined)[]>;
  /** What a line above a table becomes, whether its rows change or not; undefined leaves it. */
  lineAbove(written: string): string | undefined;
}

/** Cells of the first column in which a sheet may speak of itself above its table. */
const LINES_ABOVE = "A1:A20";

/** Rows below a table that must be empty for it to grow. */
const MOST_BELOW = 200_000;

/** Cells that go to Excel in one round trip: on the web it takes 5 MB at most. */
const MOST_CELLS = 100_000;

/**
 * Replaces the rows of tables, all or none. The tables stay, so that formulas go on referring to them.
 *
 * Until all is written a record of its own can give each table the rows that it had. Rows are added where the sheet is empty below
 * a table.
 */
export async function rewriteTables(rewrite: TablesRewrite): Promise<Outcome<void>> {
  const { title, progress } = rewrite;
  let id: string | undefined;
  let isWritten = false;
  const written = await runExcel(async (context) => {
    const { workbook } = context;
    const found = await look(context, rewrite);
    const cells = found.tables.map((table) => table.cells);
    const next = await rewrite.rows(cells, found.records);
    const changes = found.tables.flatMap((table, index) => {
      const body = next[index];
      return body ? [changeOf(table, body)] : [];
    });
    unlessCancelled(progress);
    progress?.writing(changes.reduce((sum, { area }) => sum + area.rows * area.columns, 0));
    id = found.id;
    const lines = found.tables.flatMap((table) => linesAbove(table, rewrite));
    const own = begin(workbook, title, found.id, changes, lines);
    let queued = 0;
    for (const { table, area, rows: body, formats } of changes) {
      const { sheet, cells } = table;
      resize(workbook, table, area, formats);
      const step = Math.max(1, Math.floor(MOST_CELLS / area.columns));
      for (let at = 0; at < body.length; at += step) {
        const part = body.slice(at, at + step);
        if (queued > 0 && queued + part.length * area.columns > MOST_CELLS) {
          await context.sync();
          queued = 0;
        }
        queued += part.length * area.columns;
        const { row, column } = cells.place;
        sheet.getRangeByIndexes(row + 1 + at, column, part.length, area.columns).formulas =
          part.map((line) => [...line]);
      }
    }
    for (const { table, cell, becomes } of lines) table.sheet.getRange(cell).formulas = [[becomes]];
    await context.sync();
    unlessCancelled(progress);
    isWritten = true;
    finish(workbook, own, changes.length);
    await context.sync();
  });
  if (written.ok || id === undefined) return written;
  if (!isWritten) return { ok: false, fault: await rollBack(id, written.fault) };
  const fault = await finishOrRollBack(id, written.fault);
  return fault === undefined ? { ok: true, value: undefined } : { ok: false, fault };
}

interface FoundTable extends TableToRewrite {
  /** Name of the block that it ends. */
  readonly block: string;
  readonly sheet: Excel.Worksheet;
  readonly cells: TableCells;
  /** Formats of the first row below the headings. */
  readonly formats: readonly string[];
  /** What the name of the block refers to. */
  readonly formula: string;
  /** Whether nothing is below the table in its columns. */
  readonly hasRoom: boolean;
  /** What is written in the first column of its sheet, from the first row down to the table. */
  readonly above: readonly string[];
}

interface FoundTables {
  /** Of the rewriting, which is a write with a record of its own. */
  readonly id: string;
  readonly records: readonly WriteRecord[];
  readonly tables: readonly FoundTable[];
}

async function look(
  context: Excel.RequestContext,
  { tables, blocks }: TablesRewrite,
): Promise<FoundTables> {
  const { settings, names, protection, tables: all } = context.workbook;
  settings.load("items/key,items/value");
  protection.load("protected");
  names.load("items/name,items/formula");
  const asked = tables.map(({ table, chart }) => {
    const range = all.getItem(table).getRange();
    range.load("address,values,formulas");
    const first = range.getRow(1);
    first.load("numberFormat");
    const sheet = range.worksheet;
    sheet.load("name");
    sheet.protection.load("protected");
    const above = sheet.getRange(LINES_ABOVE);
    above.load("formulas");
    const below = range.getLastRow().getOffsetRange(1, 0).getResizedRange(MOST_BELOW, 0);
    const used = below.getUsedRangeOrNullObject(true);
    used.load("formulas");
    const drawn = chart && sheet.charts.getItemOrNullObject(chart(1).name);
    drawn?.load("name");
    return { table, chart, drawn, range, first, sheet, above, used };
  });
  try {
    await context.sync();
  } catch (error) {
    throw isGone(error) ? new FaultError({ kind: "tablesGone" }) : error;
  }
  const records = recordsIn(settings);
  const its = blocks(records);
  if (!its) throw new FaultError({ kind: "tablesGone" });
  if (protection.protected) throw new FaultError({ kind: "protectedWorkbook" });
  return {
    ...{ id: freeId("rebuild", records), records },
    tables: asked.map(({ table, chart, drawn, range, first, sheet, above, used }, index) => {
      if (sheet.protection.protected)
        throw new FaultError({ kind: "protectedSheet", sheet: sheet.name });
      const block = its[index] ?? "";
      const formula = names.items.find(({ name }) => name === block)?.formula;
      if (formula === undefined) throw new FaultError({ kind: "tablesGone" });
      const place = blockOf(withoutSheet(range.address));
      return {
        ...{ table, block, sheet, formula: String(formula) },
        // A chart that the user deleted is no loss.
        ...(chart && drawn?.isNullObject === false && { chart }),
        cells: { place, sheet: sheet.name, values: range.values, formulas: range.formulas },
        formats: (first.numberFormat[0] ?? []).map(String),
        above: above.formulas.slice(0, place.row).map(([written]) => String(written)),
        hasRoom: used.isNullObject || used.formulas.flat().every((cell) => cell === ""),
      };
    }),
  };
}

function isGone(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === "ItemNotFound";
}

/** What becomes of a table. */
interface TableChange {
  readonly table: FoundTable;
  /** Its new place, headings included. */
  readonly area: Block;
  readonly rows: NewRows;
  readonly formats: readonly string[];
}

function changeOf(table: FoundTable, rows: NewRows): TableChange {
  const { place } = table.cells;
  const blank: NewRows = [Array.from({ length: place.columns }, () => "")];
  const body = rows.length > 0 ? rows : blank;
  const area = { ...place, rows: 1 + body.length };
  if (area.rows > place.rows && !table.hasRoom) {
    const below = { ...place, row: place.row + place.rows, rows: area.rows - place.rows };
    throw new FaultError({
      kind: "noRoomToGrow",
      ...{ sheet: table.cells.sheet, address: blockAddress(below) },
    });
  }
  return { table, area, rows: body, formats: table.formats };
}

/** A line above a table that becomes another. */
interface LineChange {
  readonly table: FoundTable;
  readonly cell: string;
  readonly was: string;
  readonly becomes: string;
}

function linesAbove(table: FoundTable, { lineAbove }: TablesRewrite): readonly LineChange[] {
  return table.above.flatMap((was, row) => {
    const becomes = lineAbove(was);
    return becomes === undefined ? [] : [{ table, cell: `A${row + 1}`, was, becomes }];
  });
}

/** Queues a copy of each table, and the record of how to give it back what it held. */
function begin(
  workbook: Excel.Workbook,
  title: string,
  id: string,
  changes: readonly TableChange[],
  lines: readonly LineChange[],
): { readonly setting: Excel.Setting; readonly record: WriteRecord } {
  const [first] = changes;
  const address = first ? blockAddress(first.table.cells.place) : "A1";
  const tidy: readonly UndoStep[] = [
    { kind: "deleteNames", names: [blockNameOf(id)] },
    ...changes.map((_, index): UndoStep => ({ kind: "deleteBackup", sheet: backupOf(id, index) })),
  ];
  const putBack: readonly UndoStep[] = [
    ...changes.flatMap(({ table }, index): UndoStep[] => [
      {
        ...{ kind: "restoreTable", table: table.table, backup: backupOf(id, index) },
        address: blockAddress(table.cells.place),
        ...(table.chart && { chart: table.chart(table.cells.place.rows - 1) }),
      },
      { kind: "restoreName", name: table.block, formula: table.formula },
    ]),
    ...lines.map(({ table, cell, was }): UndoStep => {
      const { sheet } = table.cells;
      return { kind: "restoreCell", sheet, cell, formula: was };
    }),
  ];
  const record: WriteRecord = {
    ...{ version: 2, id, kind: "rebuild", title, sheet: first?.table.cells.sheet ?? "", address },
    ...{ names: [blockNameOf(id)], undo: tidy, complete: false },
  };
  const setting = workbook.settings.add(settingKey(id), formatRecord(record));
  for (const [index, { table }] of changes.entries()) {
    const { sheet, cells } = table;
    const range = sheet.getRange(blockAddress(cells.place));
    if (index === 0) workbook.names.add(blockNameOf(id), range, title);
    const backup = workbook.worksheets.add(backupOf(id, index));
    backup.visibility = "VeryHidden";
    backup.getRange(blockAddress(cells.place)).copyFrom(range, "Formulas");
  }
  setting.value = formatRecord({ ...record, undo: [...putBack, ...tidy] });
  return { setting, record };
}

function backupOf(id: string, index: number): string {
  return `${backupNameOf(id)} ${index + 1}`;
}

/** Queues the new size of a table, of the name of its block, and the looks of rows that it gains. */
function resize(
  workbook: Excel.Workbook,
  { table, block, chart, sheet, cells, formula }: FoundTable,
  area: Block,
  formats: readonly string[],
): void {
  const { place } = cells;
  const end = place.row + place.rows;
  const grownBy = area.rows - place.rows;
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13"))
    throw new FaultError({ kind: "olderExcel" });
  workbook.tables.getItem(table).resize(sheet.getRange(blockAddress(area)));
  if (grownBy < 0)
    sheet.getRangeByIndexes(end + grownBy, area.column, -grownBy, area.columns).clear("All");
  if (grownBy > 0)
    for (const [index, format] of formats.entries())
      sheet.getRangeByIndexes(end, area.column + index, grownBy, 1).numberFormat =
        // Excel takes one text for the whole range; the typings know only the array.
        format as unknown as string[][];
  if (chart) pointAgain(sheet, area, chart(area.rows - 1));
  const start = blockOf(formula.slice(formula.lastIndexOf("!") + 1).replaceAll("$", ""));
  // What stands beside the table has its room in the block, and is as long as it is.
  const isWider = start.column + start.columns > place.column + place.columns;
  const columns = isWider ? start.columns : area.column + area.columns - start.column;
  const rows = Math.max(isWider ? start.rows : 0, area.row + area.rows - start.row);
  workbook.names.getItem(block).formula = absoluteReference(
    cells.sheet,
    blockAddress({ ...start, rows, columns }),
  );
}

/** Queues that the lines of a chart are all rows of its table. */
function pointAgain(sheet: Excel.Worksheet, area: Block, drawn: DrawnChart): void {
  const chart = sheet.charts.getItem(drawn.name);
  pointChart(chart, sheet.getRange(blockAddress(area)), drawn, drawn.lines.length);
}

/** Queues that nothing is put back from here on, and clears the copies away. */
function finish(
  workbook: Excel.Workbook,
  { setting, record }: ReturnType<typeof begin>,
  backups: number,
): void {
  setting.value = formatRecord({ ...record, complete: true });
  workbook.names.getItem(blockNameOf(record.id)).delete();
  for (let index = 0; index < backups; index++) {
    const backup = workbook.worksheets.getItem(backupOf(record.id, index));
    backup.visibility = "Hidden";
    backup.delete();
  }
  setting.delete();
}
