import { blockOf, SHEET_COLUMNS, SHEET_ROWS } from "./a1";

/** A reference as the user typed it, not yet looked up in the workbook. */
export type CellReference =
  | { readonly kind: "none" }
  | {
      readonly kind: "address";
      /** Undefined: the sheet that is open. */
      readonly sheet: string | undefined;
      /** Without sheet and dollar signs, such as A1:C5. */
      readonly address: string;
    }
  /** The name of a Table, read with its headings, or of cells. */
  | { readonly kind: "called"; readonly name: string }
  | { readonly kind: "refused"; readonly fault: ReferenceFault };

/** Why typed text refers to no cells, as data; describeReferenceFault writes the sentence. */
export type ReferenceFault =
  | { readonly kind: "notAReference"; readonly given: string }
  | { readonly kind: "otherWorkbook"; readonly given: string }
  | { readonly kind: "partOfATable"; readonly table: string }
  | { readonly kind: "wholeColumns"; readonly given: string }
  | { readonly kind: "noSuchSheet"; readonly sheet: string }
  | { readonly kind: "nothingCalled"; readonly name: string }
  | { readonly kind: "tooManyCells"; readonly cells: number; readonly most: number }
  | { readonly kind: "notOneCell"; readonly cells: number };

const ADDRESS = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/i;
const WHOLE = /^(\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)$/i;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;

/** Reads an address (Sheet1!A1:C5), a Table (DealBands, DealBands[#All]) or a name, with or without an equals sign. */
export function readReference(text: string): CellReference {
  const given = text.trim().replace(/^=\s*/, "");
  if (given === "") return { kind: "none" };
  const [, quoted, plain, rest = given] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/.exec(given) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  if (given.includes("[") && (sheet !== undefined || given.startsWith("[")))
    return refused({ kind: "otherWorkbook", given });
  if (WHOLE.test(rest)) return refused({ kind: "wholeColumns", given });
  if (ADDRESS.test(rest) && isOnASheet(rest))
    return { kind: "address", sheet, address: rest.replaceAll("$", "").toUpperCase() };
  const [, table = "", part] = /^([^[]+)(\[.*\])?$/.exec(rest) ?? [];
  if (sheet !== undefined || !NAME.test(table)) return refused({ kind: "notAReference", given });
  if (part !== undefined && !/^\[(#All|#Data|)\]$/i.test(part))
    return refused({ kind: "partOfATable", table });
  return { kind: "called", name: table };
}

/** Excel has no cell XYZ1 nor A2000000, and refuses a whole batch that asks for one. */
function isOnASheet(address: string): boolean {
  const { row, column, rows, columns } = blockOf(address.toUpperCase());
  return (
    [row, row + rows - 1].every((at) => at < SHEET_ROWS) &&
    [column, column + columns - 1].every((at) => at < SHEET_COLUMNS)
  );
}

function refused(fault: ReferenceFault): CellReference {
  return { kind: "refused", fault };
}

/** An address as Excel gives it, with dollar signs: 'My sheet'!A1:C5 is 'My sheet'!$A$1:$C$5. */
export function absoluteAddress(address: string): string {
  const cells = address.lastIndexOf("!") + 1;
  return (
    address.slice(0, cells) +
    address
      .slice(cells)
      .replaceAll("$", "")
      .replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")
  );
}

/** One sentence: what is wrong with a reference and what to write. */
export function describeReferenceFault(fault: ReferenceFault): string {
  switch (fault.kind) {
    case "notAReference":
      return `"${fault.given}" is not an address, a table or a name. Give one such as Sheet1!A1:C5, or select the cells and choose Use selected cells.`;
    case "otherWorkbook":
      return `"${fault.given}" is in another workbook. Give cells of this workbook.`;
    case "partOfATable":
      return `Give the whole table, ${fault.table}; its headings are read too.`;
    case "wholeColumns":
      return `"${fault.given}" is whole rows or columns. Give the cells that are filled, such as A1:C5.`;
    case "noSuchSheet":
      return `This workbook has no sheet called ${fault.sheet}.`;
    case "nothingCalled":
      return `This workbook has no table or cells called ${fault.name}.`;
    case "tooManyCells":
      return `That is ${fault.cells.toLocaleString("en-US")} cells. Give the rows that are filled, at most ${fault.most.toLocaleString("en-US")} cells.`;
    case "notOneCell":
      return `That is ${fault.cells.toLocaleString("en-US")} cells. Give the one cell that holds the amount.`;
  }
}

/** A reference as a person writes it: 'My sheet'!A1:C5, DealBands. */
export function readableReference(reference: string): string {
  return reference.replaceAll("$", "").replace(/\[#All\]$/i, "");
}
