import { blockAddress, blockOf, withoutSheet } from "../../input/cells/a1";
import { LEVERS_TABLE, type LeverCells, leverContents } from "../../sheets/usage/lever-rows";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { isCalled } from "../excel/workbook-index";
import { recordsIn, type WriteRecord } from "../journal/record";

/** The sheets of efficient use and of the forecast as the workbook holds them. */
export interface EfficientSheets {
  /** Names of the forecasts; the efficient one is undefined where usage is not known by model. */
  readonly current: string;
  readonly efficient: string | undefined;
  /** Rows of the table of levers without its headings; none where it has no table. */
  readonly levers: readonly LeverCells[];
}

/** The sheets of efficient use and of the forecast; null where they were not written, or are gone. */
export function readEfficientSheets(): Promise<Outcome<EfficientSheets | null>> {
  return runExcel(async (context) => {
    const found = await locate(context);
    if (!found) return null;
    const { record, range } = found;
    const [, current = "", efficient] = record.names;
    const rows = range?.values.slice(1) ?? [];
    const isEfficient = record.tables !== undefined;
    return {
      current,
      efficient: isEfficient ? efficient : undefined,
      levers: rows.map((row) => row.slice(0, LEVERS_TABLE.columns.length).map(cellOf)),
    };
  });
}

/** Gives the table of levers its rows, in one action that Excel does whole or not at all. */
export function writeLevers(levers: readonly LeverCells[]): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const found = await locate(context);
    if (!found?.range) throw new FaultError({ kind: "tablesGone" });
    const { range, sheet } = found;
    if (sheet.protection.protected)
      throw new FaultError({ kind: "protectedSheet", sheet: sheet.name });
    const place = blockOf(withoutSheet(range.address));
    const rows = place.rows - 1;
    if (levers.length > rows) {
      const below = { ...place, row: place.row + place.rows, rows: levers.length - rows };
      throw new FaultError({
        ...{ kind: "noRoomToGrow", sheet: sheet.name, address: blockAddress(below) },
      });
    }
    const columns = LEVERS_TABLE.columns.length;
    const values = Array.from({ length: rows }, (_, index) => leverContents(levers[index] ?? []));
    range.getCell(1, 0).getResizedRange(rows - 1, columns - 1).values = values;
    await context.sync();
  });
}

interface Located {
  readonly record: WriteRecord;
  readonly sheet: Excel.Worksheet;
  /** The table of levers with its headings; undefined where the write has none. */
  readonly range: Excel.Range | undefined;
}

async function locate(context: Excel.RequestContext): Promise<Located | undefined> {
  const { settings, names, tables } = context.workbook;
  settings.load("items/key,items/value");
  tables.load("items/name");
  await context.sync();
  const record = recordsIn(settings).find(({ kind, complete }) => kind === "efficient" && complete);
  if (!record) return undefined;
  const block = names.getItemOrNullObject(record.names[0] ?? "").getRangeOrNullObject();
  const { worksheet: sheet } = block;
  sheet.load("name");
  sheet.protection.load("protected");
  const name = record.tables?.[0]?.table;
  if (name !== undefined && !tables.items.some((table) => isCalled(table.name, name)))
    return undefined;
  const range = name === undefined ? undefined : tables.getItem(name).getRange();
  range?.load("address,values");
  await context.sync();
  if (block.isNullObject) return undefined;
  return { record, sheet, range };
}

function cellOf(cell: unknown): string | number {
  return typeof cell === "number" ? cell : String(cell ?? "");
}
