import { CLAUSE_NAMES } from "../../forecast/clause-values";
import { columnLetters } from "../../input/cells/a1";
import { TEXT, USD } from "../../wording/format/number-formats";
import type { CellArea } from "../sheet-block";
import { ASKS_COLUMNS, type AsksColumn } from "./asks-columns";

// Where things stand on a sheet of asks, and how the columns of its table look.

/** Rows of the table, blank ones to type further asks into included: always as many, so that other sheets may refer to them. */
export const TABLE_ROWS = 18;
export const SUMMARY_ROW = 4;
export const TABLE_ROW = 11;
export const FIRST_ROW = TABLE_ROW + 1;
export const CLAUSES_ROW = FIRST_ROW + TABLE_ROWS + 1;
export const PROTECTIONS_ROW = CLAUSES_ROW + CLAUSE_NAMES.length + 4;
/** Asks about the term at most: protections that no clause of the year is. */
export const PROTECTION_ROWS = 6;

export const POINTS = "0.0";
/** How each column of the table looks, and its width in points. */
export const ASKS_LOOKS: Readonly<
  Record<AsksColumn, { readonly format: string; readonly width: number }>
> = {
  Ask: { format: TEXT, width: 210 },
  About: { format: TEXT, width: 56 },
  "Value a year": { format: USD, width: 88 },
  "Over the term": { format: USD, width: 88 },
  "In points": { format: POINTS, width: 70 },
  Likelihood: { format: "0%", width: 72 },
  "Expected value": { format: USD, width: 88 },
  "Our priority": { format: "0", width: 62 },
  "What we could give": { format: TEXT, width: 200 },
  Status: { format: TEXT, width: 72 },
};

/** A column of the table on its sheet, such as $J$13:$J$30, without its heading. */
export function asksColumn(column: AsksColumn): string {
  const letter = columnLetters(ASKS_COLUMNS.indexOf(column));
  return `$${letter}$${FIRST_ROW + 1}:$${letter}$${FIRST_ROW + TABLE_ROWS}`;
}

/** The cells of a column of the table, without its heading. */
export function asksArea(column: AsksColumn): CellArea {
  const at = ASKS_COLUMNS.indexOf(column);
  return { row: FIRST_ROW, column: at, rows: TABLE_ROWS, columns: 1 };
}

/** Cells of the summary, in the order of their rows. */
const summaryCell = (index: number): string => `$C$${SUMMARY_ROW + index + 2}`;
export const NOW = summaryCell(0);
export const SAVED = summaryCell(1);
export const POINT = summaryCell(3);
export const YEARS = summaryCell(4);

/** What all clauses save together. */
export const ALL = `$C$${CLAUSES_ROW + CLAUSE_NAMES.length + 3}`;

/** A column of the clauses, of each its row. */
export function clauseColumn(letter: string): string {
  return `$${letter}$${CLAUSES_ROW + 3}:$${letter}$${CLAUSES_ROW + CLAUSE_NAMES.length + 2}`;
}
