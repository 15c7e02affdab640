import { cell, type NativeCell } from "../native/excel/formula";
import { callsIn } from "./calls-in-formula";
import { cellsWithOurs, type PortableScope, type ProtectedSheet } from "./cells-with-ours";
import { textOf } from "./formula-tokens";
import { newerFormulasOfOurs } from "./newer-functions";
import { NotPortable, notPortable } from "./not-portable";
import type { KeptCell } from "./portable-change";
import type { FormerCells } from "./portable-record";
import { Book, type BookRead } from "./read-book";
import { addressOf } from "./references";

/** A cell whose formula gives way to its value. */
export interface FrozenCell {
  readonly place: NativeCell;
  /** The formula that it held; "" where another cell's formula spilled over it. */
  readonly former: string;
  readonly value: string | number | boolean;
}

/** What freezing would do. Nothing is written yet. */
export interface FreezePlan {
  readonly cells: readonly FrozenCell[];
  /** Formulas among them, without the cells that they spill over. */
  readonly formulas: number;
  readonly kept: readonly KeptCell[];
  readonly protectedSheets: readonly ProtectedSheet[];
}

/** Plans how values take the place of our functions, and of what on our sheets needs a newer Excel. */
export function planFreeze(read: BookRead, scope: PortableScope): FreezePlan {
  const book = new Book(read);
  const { found, protectedSheets } = cellsWithOurs(book, scope);
  const cells: FrozenCell[] = [];
  const kept: KeptCell[] = [];
  let formulas = 0;
  for (const { place, content } of [...found, ...newerFormulasOfOurs(book, scope)]) {
    const { from, to } = book.spillOf(place) ?? { from: place, to: place };
    const frozen: FrozenCell[] = [];
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++) {
        const at = cell(from.sheet, row, column);
        const isFirst = row === from.row && column === from.column;
        const value = frozenValue(book.valueAt(at));
        if (!(value instanceof NotPortable))
          frozen.push({ place: at, former: isFirst ? content : "", value });
        else if (kept.at(-1)?.place !== place) kept.push({ place, reason: value });
      }
    if (kept.at(-1)?.place === place) continue;
    cells.push(...frozen);
    formulas++;
  }
  return { cells, formulas, kept, protectedSheets };
}

function frozenValue(value: unknown): FrozenCell["value"] | NotPortable {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value ?? "");
  return /^#(?!N\/A$)/.test(text) ? notPortable({ kind: "shows", error: text }) : text;
}

/** What a cell is given: `#N/A` stays one, so that nothing is summed over it unseen. */
export function contentOf({ value }: Pick<FrozenCell, "value">): FrozenCell["value"] {
  return value === "#N/A" ? "=NA()" : value;
}

export function formerOfFrozen(cells: readonly FrozenCell[]): readonly FormerCells[] {
  return cells.map((one) => ({
    ...{ kind: "value", sheet: one.place.sheet, address: addressOf(one.place) },
    ...{ former: one.former, next: String(contentOf(one)) },
  }));
}

/** Headings of the sheet that says what was frozen. */
export const FROZEN_HEADINGS = [
  "Sheet",
  "Cell",
  "Value",
  "Formula that it was",
  "What it read",
] as const;

/** A row for each cell that was frozen: nothing that went into a number is lost. */
export function frozenRows(
  cells: readonly FrozenCell[],
): readonly (readonly (string | number | boolean)[])[] {
  return cells.map(({ place, former, value }) => [
    ...[place.sheet, addressOf(place), value, former],
    callsIn(former)
      .flatMap(({ given }) => given.map(textOf))
      .filter((one) => one !== "")
      .join("; "),
  ]);
}
