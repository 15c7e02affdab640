import { intersect, type Rect } from "./address";

/** The parts of a block that lie outside another. */
export function subtract(from: Rect, hole: Rect): readonly Rect[] {
  const shared = intersect(from, hole);
  if (shared === null) return [from];
  const bottom = shared.row + shared.rows;
  const right = shared.col + shared.cols;
  const parts: readonly Rect[] = [
    { ...from, rows: shared.row - from.row },
    { ...from, row: bottom, rows: from.row + from.rows - bottom },
    { ...shared, col: from.col, cols: shared.col - from.col },
    { ...shared, col: right, cols: from.col + from.cols - right },
  ];
  return parts.filter(({ rows, cols }) => rows > 0 && cols > 0);
}
