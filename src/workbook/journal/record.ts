import { isSheetDefinition, type SheetDefinition } from "../../sheets/sheet-definition";
import { isDefinition, type TableDefinition } from "../../sheets/tables/definition";
import type { DrawnChart } from "./drawn-chart";
import { fromFormerVersion } from "./former-record";
import { areUndoSteps, type UndoStep } from "./undo-steps";

export type WriteKind =
  | "table"
  | "example"
  | "check"
  | "forecast"
  | "schedule"
  | "scenarios"
  | "rebuild"
  | "usage"
  | "efficient"
  | "portable"
  | "frozen"
  | "numbers"
  | "comparables";

/** What was put into the workbook, kept in its settings so that it can be taken out again, also after closing it. */
export interface WriteRecord {
  readonly version: 2;
  readonly id: string;
  readonly kind: WriteKind;
  readonly title: string;
  /** Sheet written to, as it was called then. */
  readonly sheet: string;
  /** Block that was written, such as B3:P16. */
  readonly address: string;
  /** Names made for this write. The first always refers to the block, so that it is found again after it moved. */
  readonly names: readonly string[];
  /** What takes the write out again, first to last. While the write goes on, only what it has reached. */
  readonly undo: readonly UndoStep[];
  /** What a sensitivity table was made from, so that it can be rebuilt. */
  readonly recipe?: TableDefinition;
  /** The same of a decision or comparison sheet. */
  readonly definition?: SheetDefinition;
  /** Names of tables that the write made, where it must find them again; each begins the block of the name beside it. */
  readonly tables?: readonly { readonly table: string; readonly block: string }[];
  /** The chart beside the block. */
  readonly chart?: DrawnChart;
  /** Counts the writes of a workbook: of two blocks that overlap, the later covers the earlier. */
  readonly order?: number;
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

/** Name of the hidden sheet that holds what stood where a write went. */
export function backupNameOf(id: string): string {
  return `Bandwise backup${id.slice(id.indexOf(" "))}`;
}

/** The records among a workbook's settings; the collection's keys and values must be loaded. */
export function recordsIn(settings: Excel.SettingCollection): readonly WriteRecord[] {
  return settings.items
    .filter(({ key }) => key.startsWith(PREFIX))
    .map(({ value }) => parseRecord(value))
    .filter((record) => record !== undefined);
}

/** An id that no co-author takes at the same moment: settings, names and sheets are made from it. */
export function freeId(kind: WriteKind, records: readonly WriteRecord[]): string {
  const word = kind.charAt(0).toUpperCase() + kind.slice(1);
  const id = `${word} ${Math.random().toString(36).slice(2, 8).padEnd(6, "0")}`;
  return records.some((record) => record.id === id) ? freeId(kind, records) : id;
}

export function formatRecord(record: WriteRecord): string {
  return JSON.stringify(record);
}

/** A record as this version or the former one wrote it; undefined for any other setting. */
export function parseRecord(value: unknown): WriteRecord | undefined {
  if (typeof value !== "string") return undefined;
  try {
    const kept: unknown = JSON.parse(value);
    const record = fromFormerVersion(kept) ?? kept;
    if (!isRecord(record)) return undefined;
    const { recipe, definition, ...rest } = record;
    return {
      ...rest,
      ...(isDefinition(recipe) && { recipe }),
      ...(isSheetDefinition(definition) && { definition }),
    };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is WriteRecord {
  if (typeof value !== "object" || value === null) return false;
  const { version, id, sheet, address, names, undo } = value as Readonly<Record<string, unknown>>;
  const texts = [id, sheet, address].every((text) => typeof text === "string");
  const areNames = Array.isArray(names) && names.every((name) => typeof name === "string");
  return version === 2 && texts && areNames && areUndoSteps(undo);
}
