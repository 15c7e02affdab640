import { columnLetters, quotedSheet } from "../../../input/cells/a1";
import { BINDS, type NativeCell, type NativeFormula, SIGN_BINDS } from "./formula";

/**
 * A formula as Excel writes it, English names and commas, for the cell that will hold it.
 *
 * A cell that moves keeps its distance, so that every row of a table has the same formula; all others stay where they are.
 */
export function printFormula(formula: NativeFormula, at: NativeCell): string {
  return `=${printTree(formula, (place) => addressFrom(place, at), joined)}`;
}

/** How the cells of a formula are called, and how an operator is set between two operands. */
export type NamesCells = (place: NativeCell) => string;
export type SetsOperator = (left: string, operator: string, right: string) => string;

const joined: SetsOperator = (left, operator, right) => left + operator + right;

/** A formula as text, with its cells called as the reader knows them. */
export function printTree(
  formula: NativeFormula,
  nameOf: NamesCells,
  set: SetsOperator,
  rangeOf: (from: NativeCell, to: NativeCell) => string = (from, to) =>
    `${nameOf(from)}:${withoutSheet(nameOf(to))}`,
): string {
  const show = (node: NativeFormula, least: number): string => {
    switch (node.kind) {
      case "cell":
        return nameOf(node);
      case "range":
        return rangeOf(node.from, node.to);
      case "literal":
        return printLiteral(node.value);
      case "negative":
        return inBrackets(`-${show(node.of, SIGN_BINDS)}`, SIGN_BINDS < least);
      case "call":
        return `${node.name}(${node.given.map((one) => show(one, 0)).join(",")})`;
      case "operation": {
        const { left, operator, right } = node;
        const binds = BINDS[operator];
        return inBrackets(set(show(left, binds), operator, show(right, binds + 1)), binds < least);
      }
    }
  };
  return show(formula, 0);
}

function printLiteral(value: number | string | boolean): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return String(value).toUpperCase();
}

function inBrackets(printed: string, needed: boolean): string {
  return needed ? `(${printed})` : printed;
}

function addressFrom({ sheet, row, column, moves }: NativeCell, at: NativeCell): string {
  const here = sheet === at.sheet;
  const isRelative = here && moves;
  return `${here ? "" : `${quotedSheet(sheet)}!`}$${columnLetters(column - 1)}${isRelative ? "" : "$"}${row}`;
}

function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
