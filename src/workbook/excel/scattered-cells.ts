/** Contents of some cells of a sheet; rows and columns from 0. */
export type ScatteredCells = ReadonlyMap<number, ReadonlyMap<number, Content>>;
type Content = string | number | boolean;

/** Collects contents of cells that are written together. */
export class CellsToWrite {
  readonly #rows = new Map<number, Map<number, Content>>();

  put(row: number, column: number, content: Content): void {
    const line = this.#rows.get(row) ?? new Map<number, Content>();
    line.set(column, content);
    this.#rows.set(row, line);
  }

  get cells(): ScatteredCells {
    return this.#rows;
  }
}

/** Queues the writing of cells, as few ranges as there are runs of rows; cells between them stay as they are. */
export function writeScattered(sheet: Excel.Worksheet, cells: ScatteredCells): void {
  const rows = [...cells.keys()].toSorted((one, other) => one - other);
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to] === (rows[to - 1] ?? 0) + 1) to++;
    writeRun(sheet, rows.slice(from, to), cells);
    from = to;
  }
}

function writeRun(sheet: Excel.Worksheet, rows: readonly number[], cells: ScatteredCells): void {
  const [top = 0] = rows;
  const columns = rows.flatMap((row) => [...(cells.get(row)?.keys() ?? [])]);
  const left = columns.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const right = columns.reduce((most, one) => Math.max(most, one), 0);
  const width = right - left + 1;
  // Excel leaves a cell alone whose content is null.
  sheet.getRangeByIndexes(top, left, rows.length, width).formulas = rows.map((row) =>
    Array.from({ length: width }, (_, along) => cells.get(row)?.get(left + along) ?? null),
  );
}
