import { columnLetters, formatAddress, parseAddress } from "../grid/address";
import type { PlacedCell } from "../grid/whole-sheets";
import type { SheetDocument } from "./workbook-document";
import { readAttributes, readXmlText } from "./xml-text";

/**
 * hucre 1.0.0 creates every row up to the last and, in each, every cell up to the last column, filled or not. So it gets the
 * cells of a sheet side by side in rows of this width, and this module puts its results back in their places.
 */
const WIDTH = 64;

/** Where the library has a cell, by the cell's number among those of its sheet. */
export function compactPlace(index: number): { readonly row: number; readonly col: number } {
  return { row: Math.floor(index / WIDTH), col: index % WIDTH };
}

/** A cell as the sheet's own XML has it. */
export interface RawCell {
  readonly row: number;
  readonly col: number;
  /** Number of its format. */
  readonly style: number;
  /** "n", "s", "d" and so on. */
  readonly type: string;
  /** Its value as written. */
  readonly text: string;
  /** Cells of a what-if table that begins here, such as B2:D4. */
  readonly whatIf: string | undefined;
}

export interface RawSheet {
  /** The sheet's XML with its cells side by side. */
  readonly xml: string;
  readonly cells: readonly RawCell[];
  /** Heights in points, of rows with a set height. */
  readonly heights: ReadonlyMap<number, number>;
  readonly hidesRows: boolean;
}

const ROW_OR_CELL =
  /<(?:\w+:)?row(?=[\s/>])([^>]*)>|<((?:\w+:)?c)(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/\2\s*>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</;
const WHAT_IF = /<((?:\w+:)?f)\s[^>]*\bt\s*=\s*["']dataTable["'][^>]*(?:\/>|>[\s\S]*?<\/\1\s*>)/;

/**
 * Reads the rows and cells of a sheet's XML; one without an address follows the one before.
 *
 * @throws When a cell's address is beyond the last row or column.
 */
export function readRawSheet(xml: string): RawSheet {
  const data = /<((?:\w+:)?)sheetData(?:\s[^>]*)?>([\s\S]*)<\/\1sheetData\s*>/.exec(xml);
  const cells: RawCell[] = [];
  const heights = new Map<number, number>();
  const written: string[] = [];
  let hidesRows = false;
  let [row, col] = [-1, -1];
  for (const [, rowTag, , tag = "", content = ""] of (data?.[2] ?? "").matchAll(ROW_OR_CELL)) {
    if (rowTag !== undefined) {
      const { r, ht, customHeight, hidden } = readAttributes(rowTag);
      [row, col] = [r ? Number(r) - 1 : row + 1, -1];
      if (ht && isTrue(customHeight)) heights.set(row, Number(ht));
      hidesRows ||= isTrue(hidden);
      continue;
    }
    const { r, s = "0", t = "n" } = readAttributes(tag);
    const at = parseAddress(r ?? `${columnLetters(col + 1)}${Math.max(0, row) + 1}`)?.rect;
    if (at === undefined) throw new Error(`a cell is at ${r}`);
    ({ row, col } = at);
    const compact = compactPlace(cells.length);
    const whatIf = WHAT_IF.exec(content)?.[0];
    cells.push({
      row,
      col,
      style: Number(s),
      type: t,
      text: readXmlText(VALUE.exec(content)?.[1] ?? ""),
      whatIf: whatIf && (readAttributes(whatIf)["ref"] ?? ""),
    });
    const plain = `<c r="${addressOf(compact)}" s="${s}" t="${t}">${content.replace(WHAT_IF, "")}</c>`;
    written[compact.row] = (written[compact.row] ?? "") + plain;
  }
  const rows = written.map((inRow, index) => `<row r="${index + 1}">${inRow}</row>`);
  const all = `<sheetData>${rows.join("")}</sheetData>`;
  return { xml: data ? xml.replace(data[0], () => all) : xml, cells, heights, hidesRows };
}

/**
 * A sheet's XML, written with its cells side by side, with each cell in its row.
 *
 * @param finish Makes a cell's final XML, from behind its address on, of what the library wrote.
 */
export function writeRows(
  xml: string,
  { cells, rowHeights }: SheetDocument,
  finish: (written: string, cell: PlacedCell) => string,
): string {
  const rows = new Map([...rowHeights.keys()].map((row): [number, string[]] => [row, []]));
  const written = xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?\/>|[^>]*>[\s\S]*?<\/c>)/g);
  for (const [, address = "", rest = ""] of written) {
    const at = parseAddress(address)?.rect;
    const cell = at && cells[at.row * WIDTH + at.col];
    if (cell === undefined) continue;
    const row = rows.get(cell.row) ?? [];
    rows.set(cell.row, row);
    row.push(`<c r="${addressOf(cell)}"${finish(rest, cell)}`);
  }
  const sorted = [...rows].sort(([one], [other]) => one - other);
  const all = sorted.map(([row, inRow]) => {
    const height = rowHeights.get(row);
    const custom = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    const tag = `<row r="${row + 1}"${custom}`;
    return inRow.length > 0 ? `${tag}>${inRow.join("")}</row>` : `${tag}/>`;
  });
  return xml
    .replace(/<dimension [^>]*\/>/, "")
    .replace(
      /<sheetData\s*\/>|<sheetData>[\s\S]*<\/sheetData>/,
      () => `<sheetData>${all.join("")}</sheetData>`,
    );
}

function addressOf({ row, col }: { readonly row: number; readonly col: number }): string {
  return formatAddress({ row, col, rows: 1, cols: 1 });
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}
