import type { Block } from "./a1";

/** The cells that two blocks have in common; undefined where there are none. */
export function intersection(one: Block, other: Block): Block | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The cells of blocks that are outside others, as blocks. */
export function without(blocks: readonly Block[], holes: readonly Block[]): readonly Block[] {
  return holes.reduce<readonly Block[]>(
    (left, hole) => left.flatMap((block) => outside(block, hole)),
    blocks,
  );
}

/** Whether blocks cover the same cells, however those are cut into blocks. */
export function coverSame(some: readonly Block[], others: readonly Block[]): boolean {
  return without(some, others).length === 0 && without(others, some).length === 0;
}

/** The parts of a block above, below, left and right of a hole. */
function outside(block: Block, hole: Block): readonly Block[] {
  const shared = intersection(block, hole);
  if (shared === undefined) return [block];
  const below = shared.row + shared.rows;
  const right = shared.column + shared.columns;
  return [
    { ...block, rows: shared.row - block.row },
    { ...block, row: below, rows: block.row + block.rows - below },
    { ...shared, column: block.column, columns: shared.column - block.column },
    { ...shared, column: right, columns: block.column + block.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
