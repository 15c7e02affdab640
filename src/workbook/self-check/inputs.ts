import { type Block, blockAddress } from "../../input/cells/a1";

type Rows = readonly (readonly (string | number)[])[];

/** Cells that formulas of the check refer to, and where they stand. */
export interface PlacedInput {
  readonly block: Block;
  readonly rows: Rows;
}

/** A column of the scratch sheet that inputs are stacked in, each set of rows once. */
export class InputArea {
  readonly #placed = new Map<string, PlacedInput>();
  #nextRow = 0;

  constructor(private readonly column: number) {}

  /** Reference to the cells that hold these rows, such as $O$1:$P$4; an empty text is a blank cell. */
  refer(rows: Rows): string {
    const key = JSON.stringify(rows);
    const placed = this.#placed.get(key) ?? this.#place(rows);
    this.#placed.set(key, placed);
    return blockAddress(placed.block).replace(/[A-Z]+|\d+/g, "$$$&");
  }

  get inputs(): readonly PlacedInput[] {
    return [...this.#placed.values()];
  }

  #place(rows: Rows): PlacedInput {
    const columns = Math.max(...rows.map((row) => row.length));
    const block = { row: this.#nextRow, column: this.column, rows: rows.length, columns };
    this.#nextRow += rows.length + 1;
    return { block, rows };
  }
}
