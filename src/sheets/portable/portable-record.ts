import { type Block, blockAddress, blockOf } from "../../input/cells/a1";
import type { NativeCell } from "../native/excel/formula";
import { tokensOf } from "./formula-tokens";
import { groupsOf } from "./groups";
import { asExcelWrites, readReference, shifted } from "./references";

/** A sheet with formulas that were replaced, the block around all of them, and the name that follows this block. */
export interface ReplacedBlock {
  readonly sheet: string;
  readonly address: string;
  readonly name: string;
}

/** What a workbook keeps of formulas that were replaced. */
export interface PortableRecord {
  readonly blocks: readonly ReplacedBlock[];
  readonly cells: readonly FormerCells[];
}

/** Cells of a sheet whose formulas were filled from that of the first, before and after. */
export interface FormerCells {
  /** Of a spill only the first cell held a formula. A value has one cell, and what is next is it as text. */
  readonly kind: "cells" | "spill" | "value";
  readonly sheet: string;
  /** Such as B5:F9. */
  readonly address: string;
  readonly former: string;
  readonly next: string;
  /** The number format that they had, where they were given another. */
  readonly format?: string;
}

/** A cell that was given another formula. */
export interface ReplacedCell {
  readonly place: NativeCell;
  readonly former: string;
  readonly next: string;
}

interface Run extends ReplacedCell {
  rows: number;
  columns: number;
}

/** Cells joined into blocks, as long as filling the first formula gives every other to the letter. */
export function joinCells(cells: readonly ReplacedCell[]): readonly FormerCells[] {
  const down = joined(
    cells.map((one) => ({ ...one, rows: 1, columns: 1 })),
    (run, { place, columns }) =>
      place.column === run.place.column && place.row === run.place.row + run.rows && columns === 1,
    (run) => run.rows++,
    (one, other) => one.place.column - other.place.column || one.place.row - other.place.row,
  );
  const along = joined(
    down,
    (run, { place, rows }) =>
      place.row === run.place.row &&
      rows === run.rows &&
      place.column === run.place.column + run.columns,
    (run) => run.columns++,
    (one, other) => one.place.row - other.place.row || one.place.column - other.place.column,
  );
  return along.map(({ place, rows, columns, former, next }) => ({
    ...{ kind: "cells", sheet: place.sheet, former, next },
    address: blockAddress({ row: place.row - 1, column: place.column - 1, rows, columns }),
  }));
}

/** Runs that take in the next one where it follows them and has their formulas. */
function joined(
  runs: readonly Run[],
  follows: (run: Run, next: Run) => boolean,
  grow: (run: Run) => void,
  order: (one: Run, other: Run) => number,
): readonly Run[] {
  const all: Run[] = [];
  const sorted = runs.toSorted(
    (one, other) => one.place.sheet.localeCompare(other.place.sheet) || order(one, other),
  );
  for (const next of sorted) {
    const run = all.at(-1);
    if (
      run &&
      run.place.sheet === next.place.sheet &&
      follows(run, next) &&
      isFilledFrom(run, next)
    )
      grow(run);
    else all.push({ ...next });
  }
  return all;
}

function isFilledFrom(run: Run, { place, former, next }: Run): boolean {
  const [rows, columns] = [place.row - run.place.row, place.column - run.place.column];
  return shifted(run.former, rows, columns) === former && shifted(run.next, rows, columns) === next;
}

/** The columns of a row that a workbook keeps. */
export const RECORD_COLUMNS = 6;

/** Rows of texts that a workbook keeps, and reads again. */
export function formatPortableRecord({
  blocks,
  cells,
}: PortableRecord): readonly (readonly string[])[] {
  return [
    ...blocks.map(({ sheet, address, name }) => ["block", sheet, address, name, "", ""]),
    ...cells.map(({ kind, sheet, address, former, next, format = "" }) => [
      ...[kind, sheet, address, former, next, format],
    ]),
  ];
}

export function parsePortableRecord(rows: readonly (readonly unknown[])[]): PortableRecord {
  const blocks: ReplacedBlock[] = [];
  const cells: FormerCells[] = [];
  for (const row of rows) {
    const [kind, sheet = "", address = "", former = "", next = "", format = ""] = row.map(String);
    if (kind === "block") blocks.push({ sheet, address, name: former });
    if (kind === "cells" || kind === "spill" || kind === "value")
      cells.push({ kind, sheet, address, former, next, ...(format !== "" && { format }) });
  }
  return { blocks, cells };
}

/**
 * The blocks of each sheet around all cells that were replaced or that their former formulas read by address: where one is no longer
 * where it was, those formulas would read other cells.
 *
 * @param sheets Names of the sheets of the workbook.
 */
export function blocksAround(
  cells: readonly FormerCells[],
  sheets: readonly string[],
  nameOf: (index: number) => string,
): readonly ReplacedBlock[] {
  const touched = cells.flatMap(({ kind, sheet, address, former }) => {
    const block = blockOf(address);
    const last = kind === "spill" ? former : shifted(former, block.rows - 1, block.columns - 1);
    return [{ sheet, block }, ...readBy(former, sheet), ...readBy(last, sheet)];
  });
  return [...groupsOf(touched, ({ sheet }) => sheet.toLowerCase())].flatMap(([key, all], index) => {
    const name = sheets.find((one) => one.toLowerCase() === key);
    const row = Math.min(...all.map(({ block }) => block.row));
    const column = Math.min(...all.map(({ block }) => block.column));
    const rows = Math.max(...all.map(({ block }) => block.row + block.rows)) - row;
    const columns = Math.max(...all.map(({ block }) => block.column + block.columns)) - column;
    const address = blockAddress({ row, column, rows, columns });
    return name === undefined ? [] : [{ sheet: name, address, name: nameOf(index) }];
  });
}

/** The cells that a formula reads by their addresses. */
function readBy(
  formula: string,
  on: string,
): readonly { readonly sheet: string; readonly block: Block }[] {
  if (!formula.startsWith("=")) return [];
  return tokensOf(formula).flatMap(({ kind, text }) => {
    const read = kind === "reference" ? readReference(text) : undefined;
    if (read === undefined) return [];
    const [row, column] = [read.from.row.at - 1, read.from.column.at - 1];
    const block = { row, column, rows: read.to.row.at - row, columns: read.to.column.at - column };
    return [{ sheet: read.sheet ?? on, block }];
  });
}

/** What becomes of a block when its former formulas are put back. */
export interface Restoring {
  /** What to write; null leaves a cell as it is. */
  readonly cells: readonly (readonly (string | null)[])[];
  /** Cells that were given another formula since, which they keep; their addresses. */
  readonly changed: readonly string[];
}

/** How a block gets its former formulas back, from what its cells hold now. */
export function restoring(
  { kind, address, former, next }: FormerCells,
  now: readonly (readonly unknown[])[],
): Restoring {
  const block: Block = blockOf(address);
  const changed: string[] = [];
  const cells = Array.from({ length: block.rows }, (_, down) =>
    Array.from({ length: block.columns }, (__, along) => {
      const held = now[down]?.[along];
      const isFirst = down === 0 && along === 0;
      const was = kind !== "spill" || isFirst ? shifted(former, down, along) : "";
      if (isSame(held, shifted(next, down, along))) return was;
      // An apostrophe before a text is typed, and no part of it.
      if (!isSame(held, was) && held !== was.replace(/^'/, ""))
        changed.push(
          blockAddress({
            row: block.row + down,
            column: block.column + along,
            rows: 1,
            columns: 1,
          }),
        );
      return null;
    }),
  );
  // A spill needs all of its cells: with one that was changed since it would show #SPILL!.
  return kind === "spill" && changed.length > 0
    ? { cells: cells.map((line) => line.map(() => null)), changed }
    : { cells, changed };
}

function isSame(held: unknown, formula: string): boolean {
  return asExcelWrites(String(held)) === asExcelWrites(formula);
}
