import { CLAUSE_NAMES, type ClauseName } from "../../forecast/clause-values";
import type { AsksColumn } from "./asks-columns";

// What the first lines of the pane need of a sheet of asks: which clauses are won. The rest is in asks-table.ts.

export type Cells = readonly (readonly unknown[])[];

/** What stands below the table, from which its rows take their values. */
export const CLAUSES_HEADING = "Clauses of the year, from which the values above are taken";

/** The rows of the table among the cells of its sheet, each with its index there; blank rows are left out. */
export function rowsOfAsks(cells: Cells): {
  readonly at: (column: AsksColumn) => number;
  readonly rows: readonly { readonly index: number; readonly cells: readonly unknown[] }[];
} {
  const first = cells.findIndex((row) => row[0] === "Ask");
  const headings = cells[first] ?? [];
  const end = cells.findIndex((row) => row[0] === CLAUSES_HEADING);
  const rows = first < 0 ? [] : cells.slice(first + 1, end < 0 ? undefined : end);
  return {
    at: (column) => headings.indexOf(column),
    rows: rows.flatMap((row, index) =>
      textOf(row[0]) === "" ? [] : [{ index: first + 1 + index, cells: row }],
    ),
  };
}

/** The clauses of the year that are won. */
export function wonClauses(cells: Cells): readonly ClauseName[] {
  const { at, rows } = rowsOfAsks(cells);
  return CLAUSE_NAMES.filter((name) =>
    rows.some(({ cells: row }) => isSame(row[0], name) && isSame(row[at("Status")], "won")),
  );
}

/** Whether a cell is a word, as formulas of the sheet compare them: case aside, blanks not. */
export function isSame(cell: unknown, word: string): boolean {
  return String(cell ?? "").toLowerCase() === word.toLowerCase();
}

export function textOf(cell: unknown): string {
  return String(cell ?? "").trim();
}
