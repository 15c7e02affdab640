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
  readonly #told = new Map<string, Map<string, readonly Told[]>>();

  /** Keeps the messages of one answer in place of the function's former ones. */
  record(formula: CellPlace, functionName: string, answer: Block): void {
    const key = keyOf(formula);
    const told = answer.flatMap((cells, row) =>
      cells.flatMap((cell, col) =>
        isCellError(cell) && cell.message !== undefined
          ? [{ row, col, code: cell.code, message: cell.message }]
          : [],
      ),
    );
    const ofCell = this.#told.get(key) ?? new Map<string, readonly Told[]>();
    if (told.length > 0) ofCell.set(functionName, told);
    else ofCell.delete(functionName);
    if (ofCell.size > 0) this.#told.set(key, ofCell);
    else this.#told.delete(key);
  }

  /**
   * The message of the error that a cell shows.
   *
   * `row` and `col` count from the formula's cell, for a spilled answer. A
   * formula that takes one cell of an answer shows the first error of its kind.
   */
  find(formula: CellPlace, row: number, col: number, shown: unknown): string | null {
    const told = [...(this.#told.get(keyOf(formula))?.values() ?? [])].flat();
    const fitting = told.filter(({ code }) => code === shown);
    const exact = fitting.find((error) => error.row === row && error.col === col);
    const [first] = row === 0 && col === 0 ? fitting : [];
    return (exact ?? first)?.message ?? null;
  }
}

function keyOf({ sheetId, row, col }: CellPlace): string {
  return `${sheetId}:${row}:${col}`;
}
