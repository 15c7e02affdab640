import { blockOf } from "../../input/cells/a1";
import { cell, type NativeCell, type NativeRange, range } from "../native/excel/formula";
import { type Book, rangeOf, type TableRead } from "./read-book";

const PART = /\[((?:'.|[^[\]'])*)\]/gsu;

/** Parts of a Table that stand for rows of it. */
const ROWS = ["#all", "#data", "#headers", "#totals", "#this row"];

/**
 * The cells of a structured reference, such as Deals[Usage], Deals[[#This Row],[Usage]:[Cost]] or [@Usage].
 *
 * @param at The cell with the formula: its row is this row, and its Table the one that is not named.
 * @returns undefined where no Table has such cells.
 */
export function cellsOfTable(text: string, book: Book, at: NativeCell): NativeRange | undefined {
  const opening = text.indexOf("[");
  const name = text.slice(0, opening);
  const table = name === "" ? book.tableAt(at) : book.table(name);
  if (table === undefined) return undefined;
  const inside = text.slice(opening + 1, -1).trim();
  const isThisRow = inside.startsWith("@");
  const rest = isThisRow ? inside.slice(1) : inside;
  const parts = rest.startsWith("[")
    ? [...rest.matchAll(PART)].map(([, part = ""]) => part)
    : [rest];
  const words = parts
    .map((part) => part.replace(/'(.)/gsu, "$1").trim())
    .filter((part) => part !== "");
  const rows = words
    .filter((word) => ROWS.includes(word.toLowerCase()))
    .map((one) => one.toLowerCase());
  const columns = words.filter((word) => !ROWS.includes(word.toLowerCase()));
  return pick(table, book, isThisRow ? ["#this row"] : rows, columns, at);
}

function pick(
  table: TableRead,
  book: Book,
  rows: readonly string[],
  columns: readonly string[],
  at: NativeCell,
): NativeRange | undefined {
  const all = rangeOf(table.sheet, blockOf(table.address));
  const [headings = []] = book.valuesOf({ ...all, to: { ...all.to, row: all.from.row } });
  const spans = columns.map((wanted) =>
    headings.findIndex((heading) => String(heading).toLowerCase() === wanted.toLowerCase()),
  );
  const [row = "#data", ...more] = rows;
  // Totals are not told from rows by what is read of a Table, and two kinds of rows together are rare.
  if (spans.includes(-1) || spans.length > 2 || more.length > 0 || row === "#totals")
    return undefined;
  const [first = 0, last = spans.length === 0 ? headings.length - 1 : first] = spans;
  const left = all.from.column + Math.min(first, last);
  const right = all.from.column + Math.max(first, last);
  const between = (top: number, bottom: number): NativeRange | undefined =>
    top > bottom
      ? undefined
      : range(cell(table.sheet, top, left), cell(table.sheet, bottom, right));
  switch (row) {
    case "#all":
      return between(all.from.row, all.to.row);
    case "#headers":
      return between(all.from.row, all.from.row);
    case "#this row": {
      const isIn = at.sheet.toLowerCase() === table.sheet.toLowerCase();
      return isIn && at.row > all.from.row && at.row <= all.to.row
        ? between(at.row, at.row)
        : undefined;
    }
    default:
      return between(all.from.row + 1, all.to.row);
  }
}
