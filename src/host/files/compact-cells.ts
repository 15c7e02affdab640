import { columnLetters, formatAddress, parseAddress } from "../address";
import { readAttributes, readXmlText } from "./xml-text";

/**
 * hucre 1.0.0 makes a row of every row up to the last one and a cell of every column up to the last one, filled or not. So it gets the
 * cells of a sheet side by side and the rows one below the other, and what it makes of them goes back to its place.
 */
const WIDTH = 64;

/** A cell as the sheet's own XML has it. */
export interface RawCell {
  readonly row: number;
  readonly col: number;
  /** Where the library gets it. */
  readonly compact: { readonly row: number; readonly col: number };
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
  /** Points, of rows that somebody set. */
  readonly heights: ReadonlyMap<number, number>;
  readonly hidesRows: boolean;
}

const ROW_OR_CELL =
  /<(?:\w+:)?row(?=[\s/>])([^>]*)>|<((?:\w+:)?c)(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/\2\s*>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</;
const WHAT_IF = /<(?:\w+:)?f\s[^>]*\bt\s*=\s*["']dataTable["'][^>]*>/;

/**
 * Reads the rows and cells of a sheet's XML; one that does not say where it is follows the one before.
 *
 * @throws When a cell says that it is beyond the last row or column.
 */
export function readRawSheet(xml: string): RawSheet {
  const data = /(<((?:\w+:)?)sheetData(?:\s[^>]*)?>)([\s\S]*)<\/\2sheetData\s*>/.exec(xml);
  const cells: RawCell[] = [];
  const heights = new Map<number, number>();
  const written: string[] = [];
  let hidesRows = false;
  let row = -1;
  let col = -1;
  for (const [, rowTag, name, tag = "", content = ""] of (data?.[3] ?? "").matchAll(ROW_OR_CELL)) {
    if (rowTag !== undefined) {
      const { r, ht, customHeight, hidden } = readAttributes(rowTag);
      row = r ? Number(r) - 1 : row + 1;
      col = -1;
      if (ht && isTrue(customHeight)) heights.set(row, Number(ht));
      hidesRows ||= isTrue(hidden);
      continue;
    }
    const { r, s = "0", t = "n" } = readAttributes(tag);
    const at = parseAddress(r ?? `${columnLetters(col + 1)}${Math.max(0, row) + 1}`)?.rect;
    if (at === undefined) throw new Error(`a cell is at ${r}`);
    ({ row, col } = at);
    const compact = { row: Math.floor(cells.length / WIDTH), col: cells.length % WIDTH };
    const whatIf = WHAT_IF.exec(content)?.[0];
    cells.push({
      row,
      col,
      compact,
      style: Number(s),
      type: t,
      text: readXmlText(VALUE.exec(content)?.[1] ?? ""),
      whatIf: whatIf && (readAttributes(whatIf)["ref"] ?? ""),
    });
    const rest = tag.replace(/\sr\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    const plain = whatIf
      ? content.replace(/<((?:\w+:)?f)\s[^>]*(?:\/>|>[\s\S]*?<\/\1>)/, "")
      : content;
    if (compact.col === 0)
      written.push(`${cells.length > 1 ? "</row>" : ""}<row r="${compact.row + 1}">`);
    written.push(`<${name} r="${addressOf(compact)}"${rest}>${plain}</${name}>`);
  }
  if (cells.length > 0) written.push("</row>");
  const all = data ? `<sheetData>${written.join("")}</sheetData>` : "";
  return { xml: data ? xml.replace(data[0], () => all) : xml, cells, heights, hidesRows };
}

/** Places for cells to be written side by side, in rows without gaps, and the way back in the XML that is made of them. */
export class CompactCells {
  readonly #rows: readonly number[];
  readonly #columns = new Map<number, number[]>();
  readonly #placeOf: ReadonlyMap<number, number>;

  /** @param rows The rows that hold anything: cells, or a height that somebody set. */
  constructor(rows: Iterable<number>) {
    this.#rows = [...new Set(rows)].sort((a, b) => a - b);
    this.#placeOf = new Map(this.#rows.map((row, index) => [row, index]));
  }

  row(row: number): number {
    return this.#placeOf.get(row) ?? 0;
  }

  /** Cells by the library's keys, from cells by their own. */
  together<T>(cells: ReadonlyMap<string, T>): Map<string, T> {
    const sorted = [...cells]
      .map(([key, cell]) => ({ place: key.split(",").map(Number), cell }))
      .sort(
        ({ place: [row = 0, col = 0] }, { place: [row2 = 0, col2 = 0] }) =>
          row - row2 || col - col2,
      );
    return new Map(
      sorted.map(({ place: [row = 0, col = 0], cell }) => {
        const columns = this.#columns.get(row) ?? [];
        this.#columns.set(row, columns);
        return [`${this.row(row)},${columns.push(col) - 1}`, cell];
      }),
    );
  }

  /** A sheet's XML with every row and cell back in its place. */
  spread(xml: string): string {
    let row = 0;
    return xml
      .replace(/<dimension [^>]*\/>/, "")
      .replace(
        /<row r="(\d+)"|<c r="([A-Z]+)\d+"/g,
        (_, place: string | undefined, letters: string) => {
          if (place !== undefined) {
            row = this.#rows[Number(place) - 1] ?? 0;
            return `<row r="${row + 1}"`;
          }
          const index = parseAddress(`${letters}1`)?.rect.col ?? 0;
          return `<c r="${addressOf({ row, col: this.#columns.get(row)?.[index] ?? 0 })}"`;
        },
      );
  }
}

function addressOf({ row, col }: { readonly row: number; readonly col: number }): string {
  return formatAddress({ row, col, rows: 1, cols: 1 });
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}
