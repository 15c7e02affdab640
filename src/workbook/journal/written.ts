import { blockOf, overlaps, withoutSheet } from "../../input/cells/a1";
import type { WriteRecord } from "./record";
import type { WrittenTable } from "./written-table";

const LISTED: readonly WriteRecord["kind"][] = [
  "table",
  "forecast",
  "schedule",
  "scenarios",
  "rebuild",
  "usage",
  "efficient",
  "portable",
  "frozen",
  "numbers",
  "comparables",
];

/**
 * Asks where the tables, forecasts and scenarios that we wrote are now, and whatever else we wrote half way. Call what it
 * returns after the next sync; it leaves out a table whose cells were deleted.
 */
export function askTables(
  { names }: Excel.Workbook,
  records: readonly WriteRecord[],
): () => readonly WrittenTable[] {
  const tables = records.filter(({ kind, complete }) => LISTED.includes(kind) || !complete);
  const located = askRecords(names, tables);
  return () => {
    const places = located().flatMap(({ block, ...place }) =>
      block === undefined && place.record.complete ? [] : [place],
    );
    return places.map((place) => {
      const { record, sheet, address } = place;
      const covering = coveringOf(place, places);
      return {
        ...{ id: record.id, title: record.title, sheet, address, complete: record.complete },
        ...(record.kind === "scenarios" ? { holdsScenarios: true as const } : {}),
        ...(record.kind === "portable" || record.kind === "frozen" || record.kind === "numbers"
          ? { holdsFormulas: record.kind }
          : {}),
        ...(covering && { coveredBy: covering.record.title }),
        ...(record.recipe && { recipe: record.recipe }),
        ...(record.definition && { definition: record.definition }),
      };
    });
  };
}

/**
 * Asks for the blocks of records. Call what it returns after the next sync; a record whose cells are gone has the place that it
 * was written to.
 */
export function askRecords(
  names: Excel.NamedItemCollection,
  records: readonly WriteRecord[],
): () => readonly (LocatedRecord & { readonly block: Excel.Range | undefined })[] {
  const blocks = records.map((record) => {
    const block = names.getItemOrNullObject(record.names[0] ?? "").getRangeOrNullObject();
    block.load("address");
    block.worksheet.load("name");
    return { record, block };
  });
  return () =>
    blocks.map(({ record, block }) =>
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
