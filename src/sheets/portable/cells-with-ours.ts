import { blockOf, isWithin } from "../../input/cells/a1";
import type { NativeCell } from "../native/excel/formula";
import { callsIn, mayCallOurs } from "./calls-in-formula";
import type { Book } from "./read-book";

/** Which cells are to change: some of a sheet, all of it, or all of the workbook. */
export type PortableScope =
  | { readonly kind: "cells"; readonly sheet: string; readonly address: string }
  | { readonly kind: "sheet"; readonly sheet: string }
  | { readonly kind: "workbook" };

/** A sheet that cannot be written to, with the formulas of ours on it. */
export interface ProtectedSheet {
  readonly sheet: string;
  readonly cells: number;
}

/** A cell with a formula that calls our functions. */
export interface CellWithOurs {
  readonly place: NativeCell;
  readonly content: string;
}

/** The cells of a scope that call our functions; those of protected sheets are counted alone. */
export function cellsWithOurs(
  book: Book,
  scope: PortableScope,
): {
  readonly found: readonly CellWithOurs[];
  readonly protectedSheets: readonly ProtectedSheet[];
} {
  const within = scope.kind === "cells" ? blockOf(scope.address) : undefined;
  const found: CellWithOurs[] = [];
  const protectedSheets: ProtectedSheet[] = [];
  for (const sheet of book.read.sheets) {
    if (scope.kind !== "workbook" && scope.sheet.toLowerCase() !== sheet.name.toLowerCase())
      continue;
    const here = [...book.filled(sheet)].flatMap(({ place, content }): readonly CellWithOurs[] => {
      if (!mayCallOurs(content) || callsIn(content).length === 0) return [];
      if (book.isSpilledOver(place)) return [];
      const at = { row: place.row - 1, column: place.column - 1, rows: 1, columns: 1 };
      return within === undefined || isWithin(at, within) ? [{ place, content }] : [];
    });
    if (!sheet.isProtected) found.push(...here);
    else if (here.length > 0) protectedSheets.push({ sheet: sheet.name, cells: here.length });
  }
  return { found, protectedSheets };
}
