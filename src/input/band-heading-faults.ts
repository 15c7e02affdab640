import type { PricingError } from "../core/errors";
import type { HeadingFault } from "../core/faults/layout-faults";
import { BLANK, type Cell, isBlankOrZero, quoteCell } from "./cells/cells";
import type { Heading } from "./headings/headings";
import { bareFigure, isFigure } from "./headings/percent-scale";
import { arePeriods } from "./headings/periods";

type Cells = readonly Cell[];

/** What is wrong with the headings of the threshold and the discount, whether or not they are known words. */
export function faultsOfUnits(
  headings: readonly (Heading | undefined)[],
  threshold: number,
  discount: number,
): readonly PricingError[] {
  return [
    ...unfit(headings[threshold], threshold, thresholdFault),
    ...unfit(headings[discount], discount, discountFault),
  ];
}

function unfit(
  heading: Heading | undefined,
  column: number,
  faultOf: (heading: Heading) => HeadingFault | undefined,
): readonly PricingError[] {
  const fault = heading && faultOf(heading);
  return heading && fault
    ? [
        {
          kind: "unfitHeading",
          argument: "bands",
          heading: heading.text,
          column: column + 1,
          fault,
        },
      ]
    : [];
}

function thresholdFault({ says, unit }: Heading): HeadingFault | undefined {
  if (says === "above") return "above";
  if (says === "end") return "upperEnds";
  if (unit.percent && says !== "discount") return "percent";
  return amountFault(unit);
}

/** Why amounts under a heading of this unit are not dollars a year, if they are not. */
export function amountFault({ factor, isTotal }: Heading["unit"]): HeadingFault | undefined {
  if (isTotal) return "severalYears";
  if ([2, 4, 12, 52, 365].includes(factor)) return "partOfAYear";
  return factor === 1 ? undefined : "scaled";
}

function discountFault({ says, unit }: Heading): HeadingFault | undefined {
  if (says === "paid") return "paid";
  return unit.factor >= 1000 ? "scaled" : undefined;
}

/** A heading over an empty column, beside figures without a heading: the heading is not over its column. */
export function faultsOfMisplaced(
  row: Cells,
  heading: Heading | undefined,
  bands: readonly Cells[],
  column: number,
): readonly PricingError[] {
  const isEmpty = bands.every((cells) => isBlankOrZero(cells[column]));
  const areBlank = bands.every((cells) => (cells[column] ?? BLANK).kind === "blank");
  const beside = [column + 1, column - 1].find(
    (other) =>
      isBlankOrZero(row[other]) &&
      bands.some((cells) => !isBlankOrZero(cells[other]) && isFigure(cells[other])),
  );
  return heading && beside !== undefined && isEmpty && (areBlank || bands.length > 1)
    ? [{ kind: "figuresWithoutHeading", column: beside + 1, heading: heading.text }]
    : [];
}

/** Year 1 and Year 2 over figures: a discount for each, and no heading chooses one. */
export function faultsOfPeriods(
  heading: Cells,
  bands: readonly Cells[],
  discount: number,
): readonly PricingError[] {
  const alike = heading.flatMap((cell, column) =>
    column >= discount &&
    arePeriods([cell], undefined) &&
    bands.some((cells) => isFigure(cells[column]))
      ? [{ column, text: quoteCell(cell) }]
      : [],
  );
  return alike.length > 1 && alike[0]?.column === discount
    ? [{ kind: "severalColumns", what: "discount", headings: alike.map(({ text }) => text) }]
    : [];
}

/** Tier or Band over 1, 2, 3: the figures number the bands. */
export function faultsOfCounts(
  heading: Heading | undefined,
  bands: readonly Cells[],
  column: number,
): readonly PricingError[] {
  if (heading?.says !== "name") return [];
  const figures = bands.flatMap((cells) => bareFigure(cells[column]) ?? []);
  const areCounts = figures.every((figure) => Number.isInteger(figure) && figure < 100);
  return areCounts && figures.some((figure) => figure > 0)
    ? unfit(heading, column, () => "counted")
    : [];
}
