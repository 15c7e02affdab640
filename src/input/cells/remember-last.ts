import type { Result } from "../../core/result";
import { usedRows } from "./used-rows";

/** Answers that a reader keeps, so that formulas alternating between a few deals find each of them. */
const MOST_KEPT = 4;

/** Cells of the arguments of one answer that is kept, 100,000 outcomes with their probabilities among them. */
const MOST_CELLS = 250_000;

/** Looked up once, as in used-rows.ts. */
const { isArray } = Array;

/** The cells of one argument, copied: the caller may change them later. */
interface Block {
  readonly height: number;
  readonly width: number;
  readonly cells: readonly unknown[];
}

interface Kept<T> {
  readonly blocks: readonly Block[];
  readonly answer: Result<T>;
}

/**
 * The same reader, which answers at once where its arguments hold the same cells as in one of its last calls: thousands of
 * formulas read the same bands and terms.
 *
 * Cells are compared one by one, since Excel makes new arrays for every call; 0 and -0 differ. Kept are the last few good
 * answers, with copies of the used rows they were read from. Faults are read again each time, and so are cells that are objects
 * and ranges too large to keep.
 *
 * @param read Reads ranges or single values; what it makes of them depends on their cells alone.
 */
export function rememberingLast<Given extends readonly unknown[], T>(
  read: (...given: Given) => Result<T>,
): (...given: Given) => Result<T> {
  let kept: readonly Kept<T>[] = [];
  const known = (rows: readonly unknown[]): Result<T> | undefined =>
    kept.find(({ blocks }) => blocks.every((block, index) => holds(block, rows[index] ?? [])))
      ?.answer;
  return (...given) => {
    // Most ranges have no rows to leave out, so the cells are compared before any are looked for.
    const last = known(given);
    if (last) return last;
    const used = given.map(usedRows);
    return known(used) ?? readNow(used);
  };

  function readNow(used: readonly (readonly unknown[])[]): Result<T> {
    const answer = read(...(used as unknown as Given));
    const blocks = answer.ok ? copiesOf(used) : undefined;
    if (blocks) kept = [{ blocks, answer }, ...kept.slice(0, MOST_KEPT - 1)];
    return answer;
  }
}

function holds({ height, width, cells }: Block, rows: unknown): boolean {
  if (!isArray(rows) || rows.length !== height) return false;
  let at = 0;
  for (const row of rows) {
    if (!isArray(row) || row.length !== width) return false;
    for (const cell of row) if (!isSame(cell, cells[at++])) return false;
  }
  return true;
}

/** Whether two values are the same to the last bit: 0 and -0 are not, and NaN equals nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other && (one !== 0 || 1 / one === 1 / Number(other));
}

/** Copies of all arguments; undefined where one is not a block of plain values, or where they hold too many cells. */
function copiesOf(given: readonly (readonly unknown[])[]): readonly Block[] | undefined {
  const blocks: Block[] = [];
  let room = MOST_CELLS;
  for (const rows of given) {
    const block = copyOf(rows, room);
    if (!block) return undefined;
    room -= block.cells.length;
    blocks.push(block);
  }
  return blocks;
}

function copyOf(rows: readonly unknown[], most: number): Block | undefined {
  const [first] = rows;
  const width = isArray(first) ? first.length : 0;
  if (rows.length * width > most) return undefined;
  const cells: unknown[] = [];
  for (const row of rows) {
    if (!isArray(row)) return undefined;
    for (const cell of row) {
      if (typeof cell === "object" && cell !== null) return undefined;
      cells.push(cell);
    }
  }
  return { height: rows.length, width, cells };
}
