import type { PricingError } from "../core/errors";
import { type Cell, isBlankOrZero } from "./cells/cells";
import { figureIn, isFigure } from "./headings/percent-scale";

type Cells = readonly Cell[];

/** The columns that count without headings, in their order. */
export function usedColumns(rows: readonly Cells[]): readonly number[] {
  const used: boolean[] = [];
  const filled: boolean[] = [];
  for (const cells of rows)
    for (const [column, cell] of cells.entries()) {
      if (cell.kind === "blank") continue;
      used[column] = true;
      if (cell.kind !== "number" || cell.value !== 0) filled[column] = true;
    }
  const all = Array.from({ length: used.length }, (_, column) => column);
  const some = (column: number | undefined, test: (figure: number) => boolean): boolean =>
    column !== undefined &&
    rows.some((cells) => {
      const figure = figureIn(cells[column]);
      return figure !== undefined && test(figure);
    });
  const notBlank = all.filter((column) => used[column]);
  const [, second] = notBlank;
  let places = notBlank.length > 1 && some(second, () => true) ? notBlank : all;
  const isZero = (column: number | undefined): boolean => column !== undefined && !filled[column];
  // Zeros for blanks before the thresholds: the second column holds amounts.
  if (places.length > 2 && isZero(places[0]) && some(places[1], (figure) => figure >= 1))
    places = places.slice(1);
  // Zeros for blanks between thresholds and discounts: the third column holds fractions.
  if (
    isZero(places[1]) &&
    some(places[2], (figure) => figure !== 0) &&
    !some(places[2], (figure) => figure < 0 || figure >= 1)
  )
    places = places.filter((_, index) => index !== 1);
  return places.length > 3 ? places.filter((column, index) => index < 2 || filled[column]) : places;
}

/** Discounts of 0 throughout with figures behind them may be a blank column before whole percents. */
export function faultsOfBlankDiscounts(
  bands: readonly Cells[],
  discount: number,
  third: number | undefined,
): readonly PricingError[] {
  if (third === undefined) return [];
  const filled = bands.filter((cells) => !isBlankOrZero(cells[third]));
  const isBlank = bands.every((cells) => isBlankOrZero(cells[discount]));
  return isBlank && filled.length > 1 && filled.every((cells) => isFigure(cells[third]))
    ? [{ kind: "blankColumn", argument: "bands", column: discount + 1 }]
    : [];
}
