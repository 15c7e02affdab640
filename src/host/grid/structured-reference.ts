import type { SelectionInfo, TableInfo } from "./grid";

/** A table as references see it. */
export interface ReferencedTable extends Pick<TableInfo, "name" | "sheetId" | "rect"> {
  readonly columns: readonly string[];
}

const PARTS = ["#All", "#Data", "#Headers"] as const;

/** `Table`, `Table[...]` or `Table[[...],[...]]`, anywhere in a formula. */
const REFERENCE =
  /(?<![A-Za-z0-9_.!'\]])([A-Za-z_\\][A-Za-z0-9_.\\]*)(\[(?:[^[\]]|\[[^[\]]*\])*\])?/g;

/** Reads a formula that is one structured reference, such as `=Bands[#All]`; null when it is not. */
export function resolveStructuredReference(
  formula: string,
  tables: readonly ReferencedTable[],
): SelectionInfo | null {
  const text = formula.replace(/^=/, "").trim();
  const [whole, name = "", specifier = ""] = new RegExp(REFERENCE.source).exec(text) ?? [];
  const table = tables.find((candidate) => sameText(candidate.name, name));
  return whole === text && table ? resolve(table, specifier) : null;
}

/** A formula after its table was removed. */
export function loseTableReferences(formula: string, tableName: string): string {
  return replaceReferences(formula, tableName, () => "#REF!");
}

/** A formula that follows a table to its new name. */
export function renameTableReferences(formula: string, before: string, after: string): string {
  return replaceReferences(formula, before, (specifier) => after + specifier);
}

/** Rewrites the references to one table, outside text in quotes. */
function replaceReferences(
  formula: string,
  tableName: string,
  write: (specifier: string) => string,
): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(REFERENCE, (whole: string, name: string, specifier: string | undefined) =>
            sameText(name, tableName) ? write(specifier ?? "") : whole,
          ),
    )
    .join("");
}

function resolve(table: ReferencedTable, specifier: string): SelectionInfo | null {
  const inner = specifier.replace(/^\[(.*)\]$/s, "$1");
  const items = inner.includes("[")
    ? [...inner.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "")
    : inner === ""
      ? []
      : [inner];
  const part = PARTS.find((candidate) => items.some((item) => sameText(item, candidate)));
  const names = items.filter((item) => !item.startsWith("#"));
  const unknownPart = items.some((item) => item.startsWith("#") && !sameText(item, part ?? ""));
  const columns = names.map((name) => table.columns.findIndex((column) => sameText(column, name)));
  if (unknownPart || columns.includes(-1) || columns.length > 2) return null;
  const first = Math.min(...(columns.length > 0 ? columns : [0]));
  const last = Math.max(...(columns.length > 0 ? columns : [table.rect.cols - 1]));
  const { row, rows, col } = table.rect;
  const inRows = {
    "#All": { row, rows },
    "#Headers": { row, rows: 1 },
    "#Data": { row: row + 1, rows: rows - 1 },
  };
  return {
    sheetId: table.sheetId,
    rect: { ...inRows[part ?? "#Data"], col: col + first, cols: last - first + 1 },
  };
}

export function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
