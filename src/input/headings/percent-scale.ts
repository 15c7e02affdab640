import type { PricingError } from "../../core/errors";
import type { Place } from "../../core/faults/place";
import { fail, type Result, succeed } from "../../core/result";
import type { Cell } from "../cells/cells";
import { readNumberText } from "../cells/text";

/**
 * What to divide figures under a heading with % by: 100 where they are whole percents, 1 where they are fractions.
 *
 * A text with its own % needs no scale, and 0 is 0 either way.
 *
 * @param mostFraction The largest fraction that the column may hold: only a figure above it can be nothing but a percentage.
 * @returns The divisor, or the fault of fractions and percents together, or of figures that may be either.
 */
export function percentScale(
  cells: readonly (Cell | undefined)[],
  mostFraction: number,
  place: Place,
): Result<1 | 100> {
  const figures = cells.flatMap((cell) => bareFigure(cell) ?? []).filter((figure) => figure !== 0);
  const fraction = figures.find((figure) => Math.abs(figure) < 1);
  const percent = figures.find((figure) => Math.abs(figure) >= 1);
  if (percent === undefined) return succeed(1);
  if (fraction !== undefined)
    return fail({ kind: "percentOrFraction", place, given: [fraction, percent] });
  if (figures.some((figure) => figure > mostFraction)) return succeed(100);
  return fail({ kind: "percentOrFraction", place, given: [percent] } satisfies PricingError);
}

/** A number without a % of its own. */
export function bareFigure(cell: Cell | undefined): number | undefined {
  if (cell?.kind === "number") return cell.value;
  if (cell?.kind !== "text") return undefined;
  const read = readNumberText(cell.text);
  return read.kind === "number" && read.unit === "none" ? read.value : undefined;
}

/** The number in a cell, whatever its unit. */
export function figureIn(cell: Cell | undefined): number | undefined {
  if (cell?.kind === "number") return cell.value;
  if (cell?.kind !== "text") return undefined;
  const read = readNumberText(cell.text);
  return read.kind === "number" ? read.value : undefined;
}

/** Whether a cell holds a number, whatever its unit. */
export function isFigure(cell: Cell | undefined): boolean {
  return figureIn(cell) !== undefined;
}
