import { type NativeCell, type NativeFormula, type NativeRange, text, x } from "./excel/formula";
import { NotNative } from "./not-native";

/** An argument of one of our functions: the formula that refers to it, and the cells that it refers to, as typed. */
export interface NativeArgument {
  readonly formula: NativeFormula;
  readonly values: readonly (readonly unknown[])[];
}

/** An argument, or undefined where it is left out. */
export type Given = NativeArgument | undefined;

/** An argument that is left out. */
export const NOTHING: NativeArgument = { formula: text(""), values: [[""]] };

export function valueOfCell(given: Given): unknown {
  return given?.values[0]?.[0];
}

/** The formula of an amount; 0 where it is left out. */
export function amountOf(given: Given): NativeFormula {
  return given?.formula ?? x`0`;
}

/** A word that says which cells are meant: it is written in the formula, so that it cannot change. */
export function fixedWord(
  argument: "column" | "term" | "detail" | "measure",
  given: Given,
): string | NotNative {
  const word = valueOfCell(given);
  return given?.formula.kind === "literal"
    ? String(word)
    : new NotNative({ kind: "layout", argument, what: "a word that is in a cell" });
}

/** What follows from a block, unless there is none. */
export function withNative<T, U>(block: T | NotNative, next: (block: T) => U): U | NotNative {
  return block instanceof NotNative ? block : next(block);
}

/** Each cell that an argument refers to, with what it held when the workings were made. */
export function cellsOf({ formula, values }: NativeArgument): readonly (readonly {
  readonly formula: NativeFormula;
  readonly value: unknown;
}[])[] {
  return values.map((row, down) =>
    row.map((value, along) => ({
      value,
      formula: formula.kind === "range" ? cellIn(formula, down, along) : formula,
    })),
  );
}

/** A cell of a range, counted from 0. */
export function cellIn({ from }: NativeRange, down: number, along: number): NativeCell {
  return { ...from, row: from.row + down, column: from.column + along };
}
