import { formatAddress, parseAddress, quoteSheet, type Rect } from "../../../src/host/grid/address";

const SHEET = String.raw`'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d*`;
const BEFORE = String.raw`(?<![\p{L}\p{N}_.$!'\]])`;

const OF_A_SHEET = new RegExp(`${BEFORE}(${SHEET})!`, "gu");
const ADDRESS = new RegExp(
  String.raw`${BEFORE}(?:(${SHEET})!)?(${CELL}(?::${CELL})?)(?![\p{L}\p{N}_.(!:])`,
  "giu",
);
const ADDRESS_OF_A_SHEET = new RegExp(
  String.raw`${BEFORE}(${SHEET})!(?:${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)`,
  "giu",
);

/** A formula that follows a sheet to its new name. */
export function renameSheetReferences(formula: string, before: string, after: string): string {
  return outsideText(formula, (part) =>
    part.replace(OF_A_SHEET, (whole: string, sheet: string) =>
      isSheet(sheet, before) ? `${quoteSheet(after)}!` : whole,
    ),
  );
}

/** A formula after its sheet was deleted. */
export function loseSheetReferences(formula: string, name: string): string {
  return outsideText(formula, (part) =>
    part.replace(ADDRESS_OF_A_SHEET, (whole: string, sheet: string) =>
      isSheet(sheet, name) ? "#REF!" : whole,
    ),
  );
}

/** A formula that follows moved cells of a sheet; null means that they were deleted. */
export function moveReferences(
  formula: string,
  /** Whether an address without a sheet means that sheet. */
  isOnSheet: boolean,
  name: string,
  move: (rect: Rect) => Rect | null,
): string {
  return outsideText(formula, (part) =>
    part.replace(ADDRESS, (whole: string, sheet: string | undefined, address: string) => {
      const means = sheet === undefined ? isOnSheet : isSheet(sheet, name);
      const before = means ? parseAddress(address)?.rect : undefined;
      if (before === undefined) return whole;
      const after = move(before);
      if (after === null) return "#REF!";
      const prefix = sheet === undefined ? "" : `${quoteSheet(name)}!`;
      return prefix + withSigns(formatAddress(after), address);
    }),
  );
}

/** An address with dollar signs where another has them. */
function withSigns(address: string, signed: string): string {
  const signs = signed.split(":").map((cell) => [cell.startsWith("$"), /\$\d/.test(cell)] as const);
  return address
    .split(":")
    .map((cell, at) => {
      const [column = false, row = false] = signs[at] ?? signs[0] ?? [];
      return cell.replace(/^([A-Z]+)(\d+)$/, `${column ? "$$" : ""}$1${row ? "$$" : ""}$2`);
    })
    .join(":");
}

function isSheet(written: string, name: string): boolean {
  const bare = written.replace(/^'(.*)'$/su, "$1").replaceAll("''", "'");
  return bare.toLowerCase() === name.toLowerCase();
}

function outsideText(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}
