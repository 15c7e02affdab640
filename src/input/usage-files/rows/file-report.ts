import type { Encoding } from "../text/survey";
import type { FileRefusal } from "./faults";
import type { FileFormat } from "./formats";
import type { AsideRow, RowTally, UnreadableRow } from "./row-tally";
import type { Row } from "./rows";

/** What a file that was read needs said beside its numbers. */
export type FileNote =
  | { readonly kind: "cacheWritesNotSplit" | "noCacheColumns" | "morePages" }
  | { readonly kind: "encoding"; readonly encoding: Exclude<Encoding, "UTF-8"> };

/** A file that was read. */
export interface FileReport {
  readonly file: string;
  readonly format: FileFormat;
  /** Readable rows, before equal ones are merged. */
  readonly rows: number;
  /** What it covers, Excel's days. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly notes: readonly FileNote[];
  /** Columns that the format does not know: rows that differ in them are counted as two. */
  readonly unknownColumns: readonly string[];
  /** Of each list the first 100,000, and how many there are. */
  readonly unreadable: readonly UnreadableRow[];
  readonly unreadableRows: number;
  readonly setAside: readonly AsideRow[];
  readonly setAsideRows: number;
}

/** A file of which nothing was read. */
export interface RefusedFile extends FileRefusal {
  readonly file: string;
}

/** A file as read, before it meets the others. */
export interface ReadFile {
  readonly file: string;
  readonly format: FileFormat;
  readonly encoding: Encoding;
  readonly tally: RowTally;
  readonly cacheNotes: readonly FileNote[];
  readonly unknownColumns: readonly string[];
  /** Days that it covers besides those of its rows. */
  readonly emptyDays: ReadonlySet<number>;
  /** Rows that wait until every file is read, since another format may have their days; those of tables are kept already. */
  readonly waiting: readonly Row[];
  /** Whether each of its pages says that more follow. */
  readonly hasMore: boolean;
}

/** What the user should know of several files, or of rows that met in one. */
export type ImportWarning =
  | {
      readonly kind: "focusFilesShareDays";
      readonly files: readonly [string, string];
      readonly days: readonly string[];
    }
  | { readonly kind: "monthTwice"; readonly file: string; readonly months: readonly string[] };
