import {
  type Block,
  blockOf,
  isWithin,
  SHEET_COLUMNS,
  SHEET_ROWS,
  withoutSheet,
} from "../../input/cells/a1";
import type { Obstacle, WorkbookFault } from "../excel/outcome";
import { FaultError } from "../excel/run";

/** What must be known about a block before anything is written there; ask after the next sync. */
export interface Preflight {
  /** The fault that stands in the way, if any. What the user agreed to overwrite, by its count of cells, is in nobody's way. */
  check(agreedCells: number | undefined): WorkbookFault | undefined;
  /** Addresses of merged cells in the block. */
  merged(): readonly string[];
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
  const pivots = target.getPivotTables(false).getCount();
  const areas = mergedAreas(target);
  areas?.load("address");
  const merged = (): readonly string[] =>
    areas && !areas.isNullObject ? areasIn(areas.address) : [];
  return {
    merged,
    check(agreedCells) {
      if (sheet.protection.protected) return { kind: "protectedSheet", sheet: sheet.name };
      const address = withoutSheet(target.address);
      const values = used.isNullObject
        ? 0
        : used.values.flat().filter((value) => value !== "").length;
      const exact: readonly Obstacle[] = [
        ...(values > 0 ? ["values" as const] : []),
        ...(merged().length > 0 ? ["merged cells" as const] : []),
      ];
      const holds: readonly Obstacle[] = [
        ...exact,
        ...(tables.items.length > 0 ? ["a table" as const] : []),
        ...(pivots.value > 0 ? ["a pivot table" as const] : []),
        // null: some of the cells spill.
        ...(target.hasSpill !== false ? ["a spilled formula" as const] : []),
      ];
      if (holds.length === 0) return undefined;
      const block = blockOf(address);
      // Cells merged across the edge cannot be parted and put together again, nor those that this Excel cannot list.
      const canOverwrite =
        holds.length === exact.length &&
        areas !== undefined &&
        merged().every((area) => isWithin(blockOf(area), block));
      const cells = Math.max(values, 1);
      if (canOverwrite && cells === agreedCells) return undefined;
      return { kind: "occupied", sheet: sheet.name, address, cells, holds, canOverwrite };
    },
  };
}

function mergedAreas(target: Excel.Range): Excel.RangeAreas | undefined {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return undefined;
  return target.getMergedAreasOrNullObject();
}

/** The addresses in a list of areas, without their sheet, whose name may hold commas itself. */
export function areasIn(areas: string): readonly string[] {
  return areas
    .split(",")
    .filter((part) => part.includes("!"))
    .map((part) => withoutSheet(part).replaceAll("$", ""))
    .filter((part) => /^[A-Z]+\d+(:[A-Z]+\d+)?$|^[A-Z]+:[A-Z]+$|^\d+:\d+$/.test(part));
}

/** Refuses a block that would reach over the edge of a sheet. */
export function checkRoom(sheet: string, block: Block): void {
  if (block.row + block.rows <= SHEET_ROWS && block.column + block.columns <= SHEET_COLUMNS) return;
  throw new FaultError({ kind: "noRoom", sheet, rows: block.rows, columns: block.columns });
}
