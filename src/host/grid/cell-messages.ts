import { type Block, type CellErrorCode, isCellError } from "./cell-value";

interface Told {
  readonly row: number;
  readonly col: number;
  readonly code: CellErrorCode;
  readonly message: string;
}

export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** Messages of the errors that functions return, by the cell of the formula. */
export class CellMessages {
  readonly #told = new Map<string, Readonly<Record<string, readonly Told[]>>>();

  /** Keeps the messages of one answer in place of the function's former ones. */
  record(formula: CellPlace, functionName: string, answer: Block): void {
    const told = answer.flatMap((cells, row) =>
      cells.flatMap((cell, col) =>
        isCellError(cell) && cell.message !== undefined
          ? [{ row, col, code: cell.code, message: cell.message }]
          : [],
      ),
    );
    const key = keyOf(formula);
    const { [functionName]: _, ...others } = this.#told.get(key) ?? {};
    this.#told.set(key, told.length > 0 ? { ...others, [functionName]: told } : others);
  }

  /**
   * The message of the error that a cell shows.
   *
   * `row` and `col` count from the formula's cell, for a spilled answer. A
   * formula that takes one cell of an answer shows the first error of its kind.
   */
  find(formula: CellPlace, row: number, col: number, shown: unknown): string | null {
    const told = Object.values(this.#told.get(keyOf(formula)) ?? {}).flat();
    const fitting = told.filter(({ code }) => code === shown);
    const exact = fitting.find((error) => error.row === row && error.col === col);
    const [first] = row === 0 && col === 0 ? fitting : [];
    return (exact ?? first)?.message ?? null;
  }
}

function keyOf({ sheetId, row, col }: CellPlace): string {
  return `${sheetId}:${row}:${col}`;
}
