/** Why a file is not read at all. */
export const REFUSALS = [
  "empty",
  "not text",
  "too large",
  "broken JSON",
  "unknown format",
  "not a Claude export",
  "missing column",
  "column twice",
  "several amounts",
  "no rows",
  "no readable row",
  "days already in from another format",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface FileRefusal {
  readonly code: Refusal;
  /** The columns, reasons or days that the refusal is about. */
  readonly names: readonly string[];
}

/** Why a row is not read. */
export const UNREADABLE = [
  "columns",
  "truncated",
  "bad quote",
  "missing",
  "bad date",
  "ambiguous date",
  "bad number",
  "ambiguous number",
  "negative",
  "not whole",
  "too large",
  "currency",
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** Rows that are no usage of Claude, and no fault. */
export const SET_ASIDE = ["header again", "total row", "other service", "not usage"] as const;
export type SetAside = (typeof SET_ASIDE)[number];

export interface UnreadableFault {
  readonly unreadable: Unreadable;
  readonly column: string;
}

/** What a row says in place of usage or cost: a fault in a column, or that it belongs elsewhere. */
export type RowFault = UnreadableFault | { readonly setAside: SetAside };

export function unreadable(code: Unreadable, column = ""): UnreadableFault {
  return { unreadable: code, column };
}

export function refusal(code: Refusal, names: readonly string[] = []): FileRefusal {
  return { code, names };
}
