import { blockOf, overlaps, withoutSheet } from "../../input/cells/a1";
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
    const { settings } = context.workbook;
    settings.load("items/key,items/value");
    await context.sync();
    const tables = recordsIn(settings).filter(
      ({ kind, complete }) => LISTED.includes(kind) || !complete,
    );
    const places = (await locateRecords(context, tables)).flatMap(({ block, ...place }) =>
      block === undefined && place.record.complete ? [] : [place],
    );
    return places.map((place) => {
      const { record, sheet, address } = place;
      const covering = coveringOf(place, places);
      return {
        ...{ id: record.id, title: record.title, sheet, address, complete: record.complete },
        ...(record.kind === "scenarios" ? { holdsScenarios: true as const } : {}),
        ...(covering && { coveredBy: covering.record.title }),
        ...(record.recipe && { recipe: record.recipe }),
        ...(record.typedAround && { typedAround: record.typedAround }),
      };
    });
  });
}

/** Finds the blocks of records; one whose cells are gone has the place that it was written to. */
export async function locateRecords(
  context: Excel.RequestContext,
  records: readonly WriteRecord[],
): Promise<readonly (LocatedRecord & { readonly block: Excel.Range | undefined })[]> {
  const blocks = records.map((record) => {
    const block = context.workbook.names
      .getItemOrNullObject(record.names[0] ?? "")
      .getRangeOrNullObject();
    block.load("address");
    block.worksheet.load("name");
    return { record, block };
  });
  await context.sync();
  return blocks.map(({ record, block }) =>
    block.isNullObject
      ? { record, sheet: record.sheet, address: record.address, block: undefined }
      : {
          ...{ record, block, sheet: block.worksheet.name },
          address: withoutSheet(block.address),
        },
  );
}

/** Something written, where it is now. */
export interface LocatedRecord {
  readonly record: WriteRecord;
  readonly sheet: string;
  readonly address: string;
}

/** The first of others that was written later over cells of this one; undefined where it shows whole. */
export function coveringOf(
  { record, sheet, address }: LocatedRecord,
  others: readonly LocatedRecord[],
): LocatedRecord | undefined {
  return others.find(
    (other) =>
      other.record.kind !== "rebuild" &&
      (other.record.order ?? 0) > (record.order ?? 0) &&
      other.sheet === sheet &&
      overlaps(blockOf(other.address), blockOf(address)),
  );
}
