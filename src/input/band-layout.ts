import type { PricingError } from "../core/errors";
import { failWith, type Result, succeed } from "../core/result";
import { type Column, columnsUnder } from "./band-columns";
import { findFooter, type LeftOutRow } from "./band-footer";
import {
  faultsOfCounts,
  faultsOfMisplaced,
  faultsOfPeriods,
  faultsOfUnits,
} from "./band-heading-faults";
import { knownHeadings, type Roles, withUnits } from "./band-headings";
import { type Cell, transposed } from "./cells/cells";
import { isWords } from "./headings/amount-words";
import { type Heading, readHeading } from "./headings/headings";
import { isFigure, percentScale } from "./headings/percent-scale";
import { mostAsFraction } from "./term-cell";
import { faultsOfBlankDiscounts, usedColumns } from "./unheaded-columns";

type Cells = readonly Cell[];

/** The rows of a range that hold bands, and what each column holds. */
export interface BandLayout {
  /** The range from its first row to its last band; of a table that lies across, its columns. */
  readonly rows: readonly Cells[];
  /** Index of the row of headings, or -1. */
  readonly heading: number;
  /** Index of the first row that may be a band. */
  readonly body: number;
  readonly columns: readonly Column[];
  /** Whether its headings are in the first column. */
  readonly across: boolean;
  /** Rows below the last band that are not bands; in a table that lies across, columns after it. */
  readonly leftOut: readonly LeftOutRow[];
  /** The heading of the discounts where it may be over the price paid: it is only "Rate", or no word for a discount. */
  readonly rate?: Heading;
  readonly faults: readonly PricingError[];
}

/**
 * Finds how a range of bands is laid out (docs/reading-cells.md): by its headings where they name threshold and
 * discount, upright or across; else the first columns count that are not blank throughout.
 */
export function layOutBands(rows: readonly Cells[]): Result<BandLayout> {
  const known = knownHeadings(rows);
  if (known) return headedLayout(rows, known, false);
  const lying = rows.length <= MOST_ACROSS ? transposed(rows) : undefined;
  const across = lying && knownHeadings(lying);
  if (lying && across && figuresBeside(lying, across) > 1) return headedLayout(lying, across, true);
  return plainLayout(rows);
}

/** Rows of a table that lies across. */
const MOST_ACROSS = 40;

function figuresBeside(rows: readonly Cells[], { row, threshold, discount }: Roles): number {
  const bands = rows.slice(row + 1);
  const count = (column: number): number => bands.filter((cells) => isFigure(cells[column])).length;
  return Math.min(count(threshold), count(discount));
}

function headedLayout(all: readonly Cells[], known: Roles, across: boolean): Result<BandLayout> {
  const { row, threshold, discount, end } = known;
  const { body, headings } = withUnits(all, row, known.headings);
  const footer = findFooter(all, body, [threshold, discount]);
  const rows = all.slice(0, footer.height);
  const faults: PricingError[] = [...known.faults, ...footer.faults];
  const heading = all[row] ?? [];
  const columns = columnsUnder(
    heading,
    rows,
    body,
    { threshold, discount, end, known: true },
    faults,
  );
  faults.push(...faultsOfUnits(headings, threshold, discount));
  faults.push(
    ...[threshold, discount].flatMap((column) =>
      faultsOfMisplaced(heading, headings[column], rows.slice(body), column),
    ),
  );
  const { leftOut } = footer;
  return withUnitsOfHeadings(
    { rows, heading: row, body, columns, across, leftOut, faults },
    headings,
  );
}

/** Bands without known headings: the first columns count, but for those that are blank throughout. */
function plainLayout(all: readonly Cells[]): Result<BandLayout> {
  const first = all.findIndex((cells) => cells.some(({ kind }) => kind !== "blank"));
  const places = usedColumns(all);
  const [threshold = 0, discount = 1, third = 2] = places;
  const cells = all[first] ?? [];
  const headed = isWords(cells[threshold]) && isWords(cells[discount]);
  if (!headed && places.length > 3)
    return failWith([{ kind: "columnsWithoutHeader", columns: places.length }]);
  const headings = headed
    ? cells.map((cell) => (cell.kind === "text" ? readHeading(cell.text) : undefined))
    : [];
  const { body } = headed ? withUnits(all, first, headings) : { body: 0 };
  const footer = findFooter(all, body, [threshold, discount]);
  const rows = all.slice(0, footer.height);
  const faults: PricingError[] = [...footer.faults];
  const end = -1;
  let columns: readonly Column[];
  if (headed) {
    columns = columnsUnder(cells, rows, body, { threshold, discount, end, known: false }, faults);
    faults.push(...faultsOfUnits(headings, threshold, discount));
    faults.push(...faultsOfCounts(headings[threshold], rows, threshold));
    faults.push(...faultsOfPeriods(cells, rows, discount));
  } else {
    columns = Array.from({ length: Math.max(...places) + 1 }, (_, index): Column => {
      if (index === threshold) return { kind: "threshold", mayBeRange: false };
      if (index === discount) return { kind: "discount", divisor: 1 };
      return { kind: index === third ? "name" : "blank" };
    });
    faults.push(...faultsOfBlankDiscounts(rows, discount, places[2]));
  }
  return withUnitsOfHeadings(
    {
      rows,
      heading: headed ? first : -1,
      body,
      columns,
      across: false,
      leftOut: footer.leftOut,
      faults,
    },
    headings,
  );
}

/** The layout with the divisors of columns whose headings say %, and the heading that is only "Rate". */
function withUnitsOfHeadings(
  layout: BandLayout,
  headings: readonly (Heading | undefined)[],
): Result<BandLayout> {
  const faults = [...layout.faults];
  const columns = layout.columns.map((column, index): Column => {
    const heading = headings[index];
    if (!heading?.unit.percent || (column.kind !== "discount" && column.kind !== "term"))
      return column;
    const cells = layout.rows.map((row) => row[index]);
    const most = column.kind === "discount" ? 0 : mostAsFraction(column.term);
    const field = column.kind === "discount" ? "discount" : column.term;
    const divisor = percentScale(cells, most, { argument: "bands", field });
    if (divisor.ok) return { ...column, divisor: divisor.value };
    faults.push(...divisor.errors);
    return column;
  });
  const rate = headings[columns.findIndex(({ kind }) => kind === "discount")];
  return succeed({ ...layout, columns, faults, ...(mayBePaid(rate) && { rate }) });
}

function mayBePaid(heading: Heading | undefined): heading is Heading {
  const { says, plainness, unit } = heading ?? {};
  return says === "discount" ? plainness === 1 && !unit?.percent : says === "text";
}
