import { readCell } from "../../input/cells/cells";
import { isFigure } from "../../input/headings/percent-scale";
import type { NativeCell, NativeFormula } from "./excel/formula";

/**
 * The cells of an argument that hold a number as text, such as `15%`: Excel's own functions take them for words.
 *
 * @param counts Whether a cell counts, by its row and column among the values; without it all do.
 */
export function figuresAsText(
  formula: NativeFormula,
  values: readonly (readonly unknown[])[],
  counts: (row: number, column: number) => boolean = () => true,
): readonly NativeCell[] {
  if (formula.kind !== "cell" && formula.kind !== "range") return [];
  const first = formula.kind === "cell" ? formula : formula.from;
  return values.flatMap((line, row) =>
    line.flatMap((raw, column) =>
      isFigureAsText(raw) && counts(row, column)
        ? [{ ...first, row: first.row + row, column: first.column + column }]
        : [],
    ),
  );
}

export function isFigureAsText(raw: unknown): boolean {
  const cell = readCell(raw);
  return cell.kind === "text" && isFigure(cell);
}
