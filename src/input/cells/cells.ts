import { usedRows } from "./used-rows";

/** The content of a cell, in one shape for every shape that Excel sends. */
export type Cell =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: string };

export const BLANK: Cell = { kind: "blank" };
/** As text, an error of Excel's, those of later versions too, such as `#PYTHON!`. */
const ERROR_TEXT = /^#(?:N\/A|[A-Z\d/]+[!?])$/;

/**
 * Reads one cell or argument in any shape that Excel sends.
 *
 * Blank: null, undefined or text of spaces (desktop also sends 0 for a blank, the same as a typed 0).
 * Data types such as `{type: "Double", basicValue}` count as their basic value; errors arrive as `{type: "Error"}`.
 */
export function readCell(raw: unknown): Cell {
  if (raw === null || raw === undefined) return BLANK;
  if (typeof raw === "number")
    return Number.isFinite(raw) ? { kind: "number", value: raw } : { kind: "error", code: "#NUM!" };
  if (typeof raw === "boolean") return { kind: "boolean", value: raw };
  if (typeof raw === "string") return readText(raw);
  if (Array.isArray(raw)) return readCell(only(raw));
  if (typeof raw === "object") return readDataType(raw);
  return { kind: "text", text: String(raw) };
}

/** Invisible marks: of direction, joining and variants, control characters, and hyphens that show only where a line ends. */
const UNSEEN = /[\p{Cf}\p{Cc}](?<![\s\u200b\ufeff])|\ufe0f/gu;

function readText(text: string): Cell {
  const trimmed = text
    .replace(UNSEEN, "")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim();
  if (trimmed === "") return BLANK;
  return ERROR_TEXT.test(trimmed)
    ? { kind: "error", code: trimmed }
    : { kind: "text", text: trimmed };
}

/** A single cell passed as a range arrives as [[value]]; more than one value is not a cell. */
function only(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : `${values.flat().length} values`;
}

function readDataType(raw: object): Cell {
  const { type, basicType, basicValue, code } = raw as Readonly<Record<string, unknown>>;
  if (type === "Error" || basicType === "Error")
    return { kind: "error", code: typeof basicValue === "string" ? basicValue : "#VALUE!" };
  if (type === "Empty" || basicType === "Empty") return BLANK;
  if (basicValue !== undefined && typeof basicValue !== "object") return readCell(basicValue);
  if (typeof code === "string" && ERROR_TEXT.test(code)) return { kind: "error", code };
  return { kind: "text", text: typeof type === "string" ? type : "an object" };
}

/**
 * A range as rows of cells, up to its last used row; a single value is one row of one cell, and an omitted argument no rows.
 *
 * The search for the end runs on the raw values: of a whole column's million rows, only a few become cells.
 */
export function readRange(raw: unknown): readonly (readonly Cell[])[] {
  return usedRows(raw).map((row) => (Array.isArray(row) ? row.map(readCell) : [readCell(row)]));
}

/** Whether a cell is blank, or a 0, which Excel on the desktop sends for a blank. */
export function isBlankOrZero(cell: Cell | undefined): boolean {
  return cell === undefined || cell.kind === "blank" || isZero(cell);
}

export function isZero(cell: Cell | undefined): boolean {
  return cell?.kind === "number" && cell.value === 0;
}

/** Rows as columns; shorter rows are filled up with blanks. */
export function transposed(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return Array.from({ length: widthOf(rows) }, (_, column) =>
    rows.map((cells) => cells[column] ?? BLANK),
  );
}

/** Cells of the longest of some rows. */
export function widthOf(rows: readonly (readonly Cell[])[]): number {
  return rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
}

/** What to quote of a cell when it is refused. */
export function quoteCell(cell: Cell): string {
  switch (cell.kind) {
    case "blank":
      return "";
    case "number":
      return String(cell.value);
    case "text":
      return cell.text;
    case "boolean":
      return cell.value ? "TRUE" : "FALSE";
    case "error":
      return cell.code;
  }
}
