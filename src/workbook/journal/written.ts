import { withoutSheet } from "../../input/cells/a1";
import type { WriteRecord } from "./record";
import type { WrittenTable } from "./written-table";

const LISTED: readonly WriteRecord["kind"][] = ["table", "forecast", "scenarios"];

/**
 * Asks where the tables, forecasts and scenarios that we wrote are now, and whatever else we wrote half way. Call what it
 * returns after the next sync; it leaves out a table whose cells were deleted.
 */
export function askTables(
  { names }: Excel.Workbook,
  records: readonly WriteRecord[],
): () => readonly WrittenTable[] {
  const tables = records.filter(({ kind, complete }) => LISTED.includes(kind) || !complete);
  const blocks = tables.map((record) => {
    const block = names.getItemOrNullObject(record.names[0] ?? "").getRangeOrNullObject();
    block.load("address");
    block.worksheet.load("name");
    return { record, block };
  });
  return () =>
    blocks
      .filter(({ record, block }) => !block.isNullObject || !record.complete)
      .map(({ record, block }) => ({
        id: record.id,
        title: record.title,
        sheet: block.isNullObject ? record.sheet : block.worksheet.name,
        address: block.isNullObject ? record.address : withoutSheet(block.address),
        complete: record.complete,
        ...(record.kind === "scenarios" ? { holdsScenarios: true as const } : {}),
        ...(record.recipe && { recipe: record.recipe }),
        ...(record.typedAround && { typedAround: record.typedAround }),
      }));
}
