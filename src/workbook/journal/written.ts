import { withoutSheet } from "../../input/cells/a1";
import type { Outcome } from "../excel/outcome";
import { runExcel } from "../excel/run";
import { recordsIn, type WriteRecord } from "./record";
import type { WrittenTable } from "./written-table";

const LISTED: readonly WriteRecord["kind"][] = ["table", "forecast", "scenarios", "rebuild"];

/**
 * Tables, forecasts and scenarios of ours that stand in the workbook, where they stand now, and whatever else we wrote half way; a table whose
 * cells were deleted is left out.
 */
export async function listTables(): Promise<Outcome<readonly WrittenTable[]>> {
  return runExcel(async (context) => {
    const { settings, names } = context.workbook;
    settings.load("items/key,items/value");
    await context.sync();
    const tables = recordsIn(settings).filter(
      ({ kind, complete }) => LISTED.includes(kind) || !complete,
    );
    const blocks = tables.map((record) => {
      const block = names.getItemOrNullObject(record.names[0] ?? "").getRangeOrNullObject();
      block.load("address");
      block.worksheet.load("name");
      return { record, block };
    });
    await context.sync();
    return blocks
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
  });
}
