import { isDefinition, type TableDefinition } from "../../sheets/tables/definition";

/** Thresholds around which amounts were typed onto a sheet: those of a scenario, or of the deal in the workbook where that is null. */
export interface TypedAround {
  readonly scenario: string | null;
  readonly thresholdsUsd: readonly number[];
}

/** What was put into the workbook, kept in its settings so that it can be taken out again, also after closing it. */
export interface WriteRecord {
  readonly id: string;
  readonly kind: "table" | "example" | "check" | "forecast" | "scenarios";
  readonly title: string;
  /** Sheet written to; it was made for this write when `madeSheet` is true. */
  readonly sheet: string;
  readonly madeSheet: boolean;
  /** Block that was written, such as B3:P16. */
  readonly address: string;
  /** Names made for this write. The first always refers to the block, so that it is found again after it moved. */
  readonly names: readonly string[];
  /** Hidden sheet that holds what stood in the block, at the same address. */
  readonly backupSheet: string | null;
  /** Whether the hidden sheet holds it by now; until then the block was not touched. */
  readonly backedUp?: boolean;
  /** Cells of the block that were merged before, such as C4:D5; they are merged again when it is put back. */
  readonly merged?: readonly string[];
  /** Widths of the block's columns before, in points, where the write changed them. */
  readonly columnWidths: readonly number[] | null;
  /** Whether the choice of cells that the deal is read from was made by this write, and goes with it. */
  readonly madeChoice?: boolean;
  /** What a sensitivity table was made from, so that it can be built anew. */
  readonly recipe?: TableDefinition;
  /** What the typed amounts of a decision or comparison sheet are around, so that it is seen when they no longer fit. */
  readonly typedAround?: readonly TypedAround[];
  /** The chart that stands beside it. */
  readonly chart?: string;
  /** False until everything was written. */
  readonly complete: boolean;
}

const PREFIX = "Bandwise.";

/** Prefix of every name that marks a written block. */
export const BLOCK_NAME_PREFIX = "Bandwise_";

/** The name that marks the block of one write; no other write has its id. */
export function blockNameOf(id: string): string {
  return BLOCK_NAME_PREFIX + id.replace(" ", "_");
}

export function settingKey(id: string): string {
  return PREFIX + id;
}

/** The records among a workbook's settings; the collection's keys and values must be loaded. */
export function recordsIn(settings: Excel.SettingCollection): readonly WriteRecord[] {
  return settings.items
    .filter(({ key }) => key.startsWith(PREFIX))
    .map(({ value }) => parseRecord(value))
    .filter((record) => record !== undefined);
}

/** An id that no co-author takes at the same moment: settings, names and sheets are made from it. */
export function freeId(
  kind: "Table" | "Example" | "Check" | "Forecast" | "Scenarios",
  records: readonly WriteRecord[],
): string {
  const id = `${kind} ${Math.random().toString(36).slice(2, 8).padEnd(6, "0")}`;
  return records.some((record) => record.id === id) ? freeId(kind, records) : id;
}

export function formatRecord(record: WriteRecord): string {
  return JSON.stringify(record);
}

/** A record as it was written; undefined for a setting that is not ours or from another version. */
function parseRecord(value: unknown): WriteRecord | undefined {
  if (typeof value !== "string") return undefined;
  try {
    const record: unknown = JSON.parse(value);
    if (!isRecord(record)) return undefined;
    const { recipe, typedAround, ...rest } = record;
    return {
      ...rest,
      ...(isDefinition(recipe) && { recipe }),
      ...(isTypedAround(typedAround) && { typedAround }),
    };
  } catch {
    return undefined;
  }
}

function isTypedAround(value: unknown): value is readonly TypedAround[] {
  return (
    Array.isArray(value) &&
    value.every((one: { scenario?: unknown; thresholdsUsd?: unknown } | null) => {
      const name = one?.scenario;
      return (name === null || typeof name === "string") && Array.isArray(one?.thresholdsUsd);
    })
  );
}

function isRecord(value: unknown): value is WriteRecord {
  if (typeof value !== "object" || value === null) return false;
  const { id, sheet, address, names } = value as Readonly<Record<string, unknown>>;
  const texts = [id, sheet, address].every((text) => typeof text === "string");
  return texts && Array.isArray(names) && names.every((name) => typeof name === "string");
}
