import { blockOf } from "../../../src/input/cells/a1";
import type { BookRead, SheetRead } from "../../../src/sheets/portable/read-book";

/** What cells hold, by their addresses; a formula and what it shows as a pair. */
export type Cells = Readonly<Record<string, string | number | readonly [string, unknown]>>;

type Rest = Partial<Omit<BookRead, "sheets">> & {
  readonly isProtected?: readonly string[];
  /** Names of single sheets. */
  readonly ownNames?: Readonly<Record<string, readonly string[]>>;
};

/** A workbook as it would be read. */
export function bookOf(sheets: Readonly<Record<string, Cells>>, rest: Rest = {}): BookRead {
  const { isProtected = [], ownNames = {}, ...parts } = rest;
  return {
    sheets: Object.entries(sheets).map(([name, cells]) =>
      sheetOf(name, cells, isProtected.includes(name), ownNames[name]),
    ),
    ...{ names: [], tables: [], spills: [] },
    ...parts,
  };
}

function sheetOf(
  name: string,
  cells: Cells,
  isProtected: boolean,
  ownNames: readonly string[] = [],
): SheetRead {
  const placed = Object.entries(cells).map(([address, held]) => {
    const { row, column } = blockOf(address);
    const isFormula = typeof held === "object";
    return { row, column, content: isFormula ? held[0] : held, shown: isFormula ? held[1] : held };
  });
  const rows = 1 + Math.max(...placed.map(({ row }) => row));
  const columns = 1 + Math.max(...placed.map(({ column }) => column));
  const blank = (): unknown[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));
  const [formulas, values] = [blank(), blank()];
  for (const { row, column, content, shown } of placed) {
    (formulas[row] ?? [])[column] = content;
    (values[row] ?? [])[column] = shown;
  }
  return {
    name,
    row: 0,
    column: 0,
    formulas,
    values,
    isProtected,
    ownNames,
  };
}

/** A block of cells from its first one. */
export function block(from: string, rows: readonly (readonly (string | number)[])[]): Cells {
  const { row, column } = blockOf(from);
  return Object.fromEntries(
    rows.flatMap((line, down) =>
      line.map((value, along) => [
        `${String.fromCharCode(65 + column + along)}${row + down + 1}`,
        value,
      ]),
    ),
  );
}
