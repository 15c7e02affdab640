import { columnLetters, quotedSheet, SHEET_COLUMNS, SHEET_ROWS } from "../../input/cells/a1";
import type { NativeCell } from "../native/excel/formula";
import { type FormulaToken, textOf, tokensOf } from "./formula-tokens";

/** A row or a column of a reference, from 1. It is fixed where it has a dollar sign. */
interface Coordinate {
  readonly at: number;
  readonly isFixed: boolean;
}

interface Corner {
  readonly row: Coordinate;
  readonly column: Coordinate;
}

/** Cells by their address, as a formula has them. */
export interface WrittenReference {
  /** As the sheet is called; undefined where the formula does not say. */
  readonly sheet: string | undefined;
  readonly from: Corner;
  readonly to: Corner;
  /** Whether it means all cells over which the formula in its cell spills. */
  readonly spills: boolean;
}

const PARTS = /^(?:('(?:[^']|'')+'|[^'!]+)!)?([^!:#]+)(?::([^!:#]+))?(#?)$/u;
const CORNER = /^(\$?)([A-Z]{1,3})(\$?)(\d+)$/i;

/** Reads a reference; undefined for whole rows and columns, and for cells of another workbook or of several sheets. */
export function readReference(text: string): WrittenReference | undefined {
  const [, prefix, first = "", second = first, hash] = PARTS.exec(text) ?? [];
  const [from, to] = [readCorner(first), readCorner(second)];
  const sheet = prefix?.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
  if (!from || !to || (sheet !== undefined && /[[:]/.test(sheet))) return undefined;
  const [top, bottom] = inOrder(from.row, to.row);
  const [left, right] = inOrder(from.column, to.column);
  return {
    ...{ sheet, spills: hash === "#" },
    from: { row: top, column: left },
    to: { row: bottom, column: right },
  };
}

function readCorner(text: string): Corner | undefined {
  const [, fixedColumn, letters, fixedRow, digits] = CORNER.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = columnNumber(letters);
  const row = Number(digits);
  if (column > SHEET_COLUMNS || row < 1 || row > SHEET_ROWS) return undefined;
  return {
    row: { at: row, isFixed: fixedRow === "$" },
    column: { at: column, isFixed: fixedColumn === "$" },
  };
}

function inOrder(one: Coordinate, other: Coordinate): readonly [Coordinate, Coordinate] {
  return one.at <= other.at ? [one, other] : [other, one];
}

/** Letters of a column as its number, from 1. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
}

/** The address of a cell on its sheet, such as B5; row and column from 1. */
export function addressOf({
  row,
  column,
}: {
  readonly row: number;
  readonly column: number;
}): string {
  return `${columnLetters(column - 1)}${row}`;
}

/** A cell with its sheet, as people write it: Deal!C5, 'My deal'!C5. */
export function readableCell(place: NativeCell): string {
  return sheetPrefix(place.sheet) + addressOf(place);
}

/** A sheet as formulas name it before an address, in quotes only where Excel needs them. */
export function sheetPrefix(sheet: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !LIKE_AN_ADDRESS.test(sheet);
  return `${isPlain ? sheet : quotedSheet(sheet)}!`;
}

const LIKE_AN_ADDRESS = /^(?:[A-Z]{1,3}\d+|R\d*(?:C\d*)?|C\d*|TRUE|FALSE)$/i;

const MOVING = /(\$?)([A-Za-z]{1,3})(\$?)(\d+)|(\$?)([A-Za-z]{1,3})(?=:|$)|(\$?)(\d+)(?=:|$)/g;

/** A formula as Excel fills it into a cell so many rows below and columns at the right. */
export function shifted(formula: string, down: number, along: number): string {
  if (!formula.startsWith("=") || (down === 0 && along === 0)) return formula;
  return withAddresses(formula, (dollar, coordinate, isRow) => {
    if (dollar !== "") return `${dollar}${coordinate}`;
    if (isRow) return String(Number(coordinate) + down);
    return columnLetters(columnNumber(coordinate) - 1 + along);
  });
}

/** What a formula has in common with those that are filled from it: relative addresses by their distance to a cell. */
export function relativeForm(formula: string, row: number, column: number): string {
  return withAddresses(formula, (dollar, coordinate, isRow) => {
    if (dollar !== "") return `${dollar}${coordinate}`;
    return isRow ? `R[${Number(coordinate) - row}]` : `C[${columnNumber(coordinate) - column}]`;
  });
}

/** A formula with each row and each column of its addresses written otherwise. */
function withAddresses(
  formula: string,
  write: (dollar: string, coordinate: string, isRow: boolean) => string,
): string {
  const moved = (token: FormulaToken): FormulaToken => {
    if (token.kind !== "reference") return token;
    const start = token.text.lastIndexOf("!") + 1;
    const cells = token.text
      .slice(start)
      .replace(
        MOVING,
        (_, d1, letters = "", d2, digits = "", d3, columns = "", d4, rows = "") =>
          `${letters && write(d1, letters, false)}${digits && write(d2, digits, true)}` +
          `${columns && write(d3, columns, false)}${rows && write(d4, rows, true)}`,
      );
    return { ...token, text: token.text.slice(0, start) + cells };
  };
  const equals = formula.startsWith("=") ? "=" : "";
  return equals + textOf(tokensOf(formula).map(moved));
}

/** A formula as Excel would give it back: sheets without quotes that they do not need. */
export function asExcelWrites(formula: string): string {
  return withSheets(formula, (sheet) => sheet);
}

/** A formula after sheets got other names; all others stay as they are written. */
export function withSheetsRenamed(formula: string, names: ReadonlyMap<string, string>): string {
  return withSheets(formula, (sheet) => {
    const name = names.get(sheet);
    return name === sheet ? undefined : name;
  });
}

/** @param nameOf What a sheet is called; undefined leaves its reference as it is written. */
function withSheets(formula: string, nameOf: (sheet: string) => string | undefined): string {
  const named = (token: FormulaToken): FormulaToken => {
    const sheet = token.kind === "reference" ? readReference(token.text)?.sheet : undefined;
    const name = sheet === undefined ? undefined : nameOf(sheet);
    if (name === undefined) return token;
    const cells = token.text.slice(token.text.lastIndexOf("!") + 1);
    return { ...token, text: sheetPrefix(name) + cells };
  };
  return formula.startsWith("=") ? `=${textOf(tokensOf(formula).map(named))}` : formula;
}
