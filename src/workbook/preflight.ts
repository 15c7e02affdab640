import { type Block, SHEET_COLUMNS, SHEET_ROWS } from "./address";
import { FaultError } from "./excel-run";
import type { WorkbookFault } from "./outcome";

/** What must be known about a block before anything is written there; call `check` after the next sync. */
export interface Preflight {
  /** The fault that stands in the way, if any. */
  check(): WorkbookFault | undefined;
}

/** Loads what stands in the way of writing a block: protection, content, tables, spills and merged cells. */
export function preflight(sheet: Excel.Worksheet, target: Excel.Range): Preflight {
  sheet.load("name");
  sheet.protection.load("protected");
  target.load("address,hasSpill");
  const used = target.getUsedRangeOrNullObject(true);
  used.load("values");
  const tables = target.getTables(false);
  tables.load("items/name");
  const merged = mergedAreas(target);
  merged?.load("areaCount");
  return {
    check() {
      if (sheet.protection.protected) return { kind: "protectedSheet", sheet: sheet.name };
      const cells = used.isNullObject
        ? 0
        : used.values.flat().filter((value) => value !== "").length;
      const holds = [
        ...(cells > 0 ? ["values" as const] : []),
        ...(tables.items.length > 0 ? ["a table" as const] : []),
        // null: some of the cells spill.
        ...(target.hasSpill !== false ? ["a spilled formula" as const] : []),
        ...(merged && !merged.isNullObject ? ["merged cells" as const] : []),
      ];
      if (holds.length === 0) return undefined;
      const address = target.address.slice(target.address.lastIndexOf("!") + 1);
      return { kind: "occupied", sheet: sheet.name, address, cells: Math.max(cells, 1), holds };
    },
  };
}

function mergedAreas(target: Excel.Range): Excel.RangeAreas | undefined {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return undefined;
  return target.getMergedAreasOrNullObject();
}

/** Refuses a block that would reach over the edge of a sheet. */
export function checkRoom(sheet: string, block: Block): void {
  if (block.row + block.rows <= SHEET_ROWS && block.column + block.columns <= SHEET_COLUMNS) return;
  throw new FaultError({ kind: "noRoom", sheet, rows: block.rows, columns: block.columns });
}
