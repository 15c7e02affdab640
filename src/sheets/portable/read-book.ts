import { type Block, blockOf } from "../../input/cells/a1";
import { cell, type NativeCell, type NativeRange, range } from "../native/excel/formula";
import { readReference } from "./references";

/** The used cells of a sheet. */
export interface SheetRead {
  readonly name: string;
  /** Row and column of its first used cell, from 0. */
  readonly row: number;
  readonly column: number;
  /** What cells hold, and what they show; "" is a blank. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly isProtected: boolean;
  /** Names that mean something on this sheet alone. */
  readonly ownNames: readonly string[];
}

export interface NameRead {
  readonly name: string;
  /** With its equals sign. */
  readonly formula: string;
}

/** A Table with its headings. */
export interface TableRead {
  readonly name: string;
  readonly sheet: string;
  /** Such as A1:C5, headings included. */
  readonly address: string;
}

/** Cells over which a formula spills, its own included. */
export interface SpillRead {
  readonly sheet: string;
  readonly address: string;
}

/** All that a workbook holds in cells, at one moment. */
export interface BookRead {
  readonly sheets: readonly SheetRead[];
  readonly names: readonly NameRead[];
  readonly tables: readonly TableRead[];
  readonly spills: readonly SpillRead[];
}

/** A cell that holds something; row and column from 1. */
export interface FilledCell {
  readonly place: NativeCell;
  readonly content: unknown;
}

/** Finds cells of a workbook that was read. */
export class Book {
  readonly #sheets: ReadonlyMap<string, SheetRead>;
  readonly #names: ReadonlyMap<string, NameRead>;
  readonly #tables: ReadonlyMap<string, TableRead>;
  readonly #spills: ReadonlyMap<string, NativeRange>;

  constructor(readonly read: BookRead) {
    const byName = <T extends { readonly name: string }>(all: readonly T[]) =>
      new Map(all.map((one) => [one.name.toLowerCase(), one]));
    this.#sheets = byName(read.sheets);
    this.#names = byName(read.names);
    this.#tables = byName(read.tables);
    this.#spills = new Map(
      read.spills.map(({ sheet, address }) => {
        const spill = rangeOf(sheet, blockOf(address));
        return [keyOf(spill.from), spill];
      }),
    );
  }

  /** The sheet of this name, as it is spelt; undefined where there is none. */
  sheet(name: string): SheetRead | undefined {
    return this.#sheets.get(name.toLowerCase());
  }

  /** @param on The sheet of the formula: a name of its own there hides the workbook's, and is not followed. */
  named(name: string, on: string): NameRead | undefined {
    const wanted = name.toLowerCase();
    const isOwn = this.sheet(on)?.ownNames.some((own) => own.toLowerCase() === wanted);
    return isOwn ? undefined : this.#names.get(wanted);
  }

  table(name: string): TableRead | undefined {
    return this.#tables.get(name.toLowerCase());
  }

  /** The Table around a cell. */
  tableAt({ sheet, row, column }: NativeCell): TableRead | undefined {
    return this.read.tables.find((table) => {
      const block = blockOf(table.address);
      const [down, along] = [row - 1 - block.row, column - 1 - block.column];
      const isInside = down >= 0 && down < block.rows && along >= 0 && along < block.columns;
      return isInside && table.sheet.toLowerCase() === sheet.toLowerCase();
    });
  }

  /** The cells over which the formula of a cell spills; undefined where it fills its own cell alone. */
  spillOf(place: NativeCell): NativeRange | undefined {
    return this.#spills.get(keyOf(place));
  }

  /** Whether another cell's formula spills over this one. */
  isSpilledOver({ sheet, row, column }: NativeCell): boolean {
    return [...this.#spills.values()].some(({ from, to }) => {
      const isInside =
        row >= from.row && row <= to.row && column >= from.column && column <= to.column;
      const isFirst = row === from.row && column === from.column;
      return isInside && !isFirst && from.sheet.toLowerCase() === sheet.toLowerCase();
    });
  }

  contentAt(place: NativeCell): unknown {
    return this.#at(place, "formulas");
  }

  valueAt(place: NativeCell): unknown {
    return this.#at(place, "values");
  }

  valuesOf({ from, to }: NativeRange): readonly (readonly unknown[])[] {
    return Array.from({ length: to.row - from.row + 1 }, (_, down) =>
      Array.from({ length: to.column - from.column + 1 }, (__, along) =>
        this.valueAt({ ...from, row: from.row + down, column: from.column + along }),
      ),
    );
  }

  /** The cells of a sheet that hold something. */
  *filled({ name, row, column, formulas }: SheetRead): Iterable<FilledCell> {
    for (const [down, line] of formulas.entries())
      for (const [along, content] of line.entries())
        if (content !== "" && content !== null)
          yield { place: cell(name, row + down + 1, column + along + 1), content };
  }

  #at({ sheet, row, column }: NativeCell, what: "formulas" | "values"): unknown {
    const read = this.sheet(sheet);
    return read?.[what][row - 1 - read.row]?.[column - 1 - read.column] ?? "";
  }
}

/** A block of a sheet, whose rows and columns count from 0, as a range of formulas. */
export function rangeOf(sheet: string, { row, column, rows, columns }: Block): NativeRange {
  return range(cell(sheet, row + 1, column + 1), cell(sheet, row + rows, column + columns));
}

/** The cells that a reference means to a cell of a sheet; undefined for none of this workbook. */
export function cellsOf(text: string, book: Book, on: string): NativeRange | undefined {
  const read = readReference(text);
  const sheet = read && book.sheet(read.sheet ?? on)?.name;
  if (read === undefined || sheet === undefined) return undefined;
  const { from, to } = read;
  const first = cell(sheet, from.row.at, from.column.at);
  if (read.spills) return book.spillOf(first);
  return range(first, cell(sheet, to.row.at, to.column.at));
}

function keyOf({ sheet, row, column }: NativeCell): string {
  return `${sheet.toLowerCase()}!${row},${column}`;
}
