import type { Separator } from "./numbers";

/**
 * A record of a table: its cells, or none where a quote spoils it.
 *
 * papaparse reads neither: after a quote that is never closed it swallows the lines that follow, and it forgives blanks after a
 * closing quote. Where a table is well-formed both read the same (test/input/usage-files/records.test.ts).
 */
export interface TableRecord {
  /** Where the record starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[] | undefined;
  /** Whether a line end follows; the last record of a whole download has one too, mostly. */
  readonly isEnded: boolean;
}

/** Lines that a cell may hold besides its first. */
const MOST_LINES = 50;

/** Cuts text into records as it comes, in pieces of any size. */
export class Records {
  separator: Separator | undefined;
  /** Columns of the heading; until it is known a record may have any number. */
  width = 0;
  readonly #take: (record: TableRecord) => void;
  /** Lines from the first that is not read yet; its number. */
  #lines: string[] = [];
  #line = 1;
  #rest = "";

  constructor(take: (record: TableRecord) => void) {
    this.#take = take;
  }

  push(text: string): void {
    // A return at the end of a piece may be half of a line end.
    const all = this.#rest + text;
    const cut = all.endsWith("\r") ? all.length - 1 : all.length;
    const lines = linesOf(all.slice(0, cut));
    this.#rest = (lines.pop() ?? "") + all.slice(cut);
    this.#lines = this.#lines.length === 0 ? lines : [...this.#lines, ...lines];
    this.#read(false);
  }

  end(): void {
    const lines = linesOf(this.#rest);
    this.#lines = [...this.#lines, ...lines];
    this.#read(true);
  }

  #read(isEnd: boolean): void {
    const lines = this.#lines;
    // What follows the last line end is no line of its own where it is blank.
    const count = isEnd && lines.at(-1) === "" ? lines.length - 1 : lines.length;
    let at = 0;
    while (at < count) {
      const text = lines[at] ?? "";
      this.separator ??= text.trim() === "" ? undefined : separatorOf(text);
      const separator = this.separator ?? ",";
      let cells: readonly string[] | undefined;
      let read = 1;
      if (text.includes('"')) {
        const record = this.#quoted(at, separator, isEnd);
        if (record === "more lines") break;
        ({ cells, lines: read } = record);
      } else cells = text.split(separator);
      at += read;
      this.#take({ line: this.#line, cells, isEnded: !isEnd || at < lines.length });
      this.#line += read;
    }
    this.#lines = lines.slice(at);
  }

  /** A record with a quote in its first line: it may go on in further lines. */
  #quoted(
    at: number,
    separator: Separator,
    isEnd: boolean,
  ): { readonly cells: readonly string[] | undefined; readonly lines: number } | "more lines" {
    const spoilt = { cells: undefined, lines: 1 };
    const cells: string[] = [];
    let open: string | undefined;
    for (let next = at; next <= at + MOST_LINES; next++) {
      const text = this.#lines[next];
      if (text === undefined) return isEnd ? spoilt : "more lines";
      const read = readCells(text, separator, cells, open);
      if (read === "bad quote") return spoilt;
      if (read === "closed") {
        const fits =
          next === at || this.width === 0 || trimmed(cells, this.width).length === this.width;
        return fits ? { cells, lines: next - at + 1 } : spoilt;
      }
      open = read.open;
    }
    return spoilt;
  }
}

function linesOf(text: string): string[] {
  return text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
}

/** Of tab, semicolon and comma the one most frequent in a line; the first of equals. */
function separatorOf(line: string): Separator {
  const count = (separator: Separator): number => line.split(separator).length;
  const order: readonly Separator[] = ["\t", ";", ","];
  return order.reduce((most, one) => (count(one) > count(most) ? one : most));
}

/** Cells without blank ones beyond the width. */
export function trimmed(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width) return cells;
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, Math.max(width, last + 1));
}

/**
 * Reads the cells of a line into a list; a quote opens only at the start of a cell, and is doubled inside one.
 *
 * @param open Text of a cell that an earlier line opened.
 */
function readCells(
  line: string,
  separator: Separator,
  cells: string[],
  open: string | undefined,
): "closed" | "bad quote" | { readonly open: string } {
  let at = 0;
  let begun = open === undefined ? undefined : `${open}\n`;
  for (;;) {
    if (begun === undefined && line[at] !== '"') {
      const end = line.indexOf(separator, at);
      cells.push(end < 0 ? line.slice(at) : line.slice(at, end));
      if (end < 0) return "closed";
      at = end + 1;
      continue;
    }
    const from = begun === undefined ? at + 1 : at;
    const close = closingQuote(line, from);
    const text =
      (begun ?? "") + line.slice(from, close < 0 ? undefined : close).replaceAll('""', '"');
    if (close < 0) return { open: text };
    cells.push(text);
    if (close + 1 === line.length) return "closed";
    if (line[close + 1] !== separator) return "bad quote";
    at = close + 2;
    begun = undefined;
  }
}

/** The first quote from a place on that is not one of a pair; -1 where there is none. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
