import type { HeadingFault, PricingError } from "../core/errors";
import { failWith, type Result, succeed } from "../core/result";
import type { BandTermName } from "../core/terms";
import { findFooter, type LeftOutRow } from "./band-footer";
import { BLANK, type Cell, isBlankOrZero, quoteCell, transposed } from "./cells/cells";
import { holdsAmount } from "./headings/amount-words";
import { headingWords } from "./headings/heading-words";
import { type Heading, readHeading } from "./headings/headings";
import { bareFigure, figureIn, percentScale } from "./headings/percent-scale";
import { arePeriods } from "./headings/periods";
import { namedTerm } from "./headings/term-names";
import { MOST_AS_FRACTION } from "./term-cell";

type Cells = readonly Cell[];

/** What a column of a band table holds. A divisor of 100 is that of whole percents under a heading with %. */
export type Column =
  | { readonly kind: "threshold"; readonly mayBeRange: boolean }
  | { readonly kind: "discount"; readonly divisor: 1 | 100 }
  | { readonly kind: "end" | "name" | "blank" }
  | { readonly kind: "term"; readonly term: BandTermName; readonly divisor: 1 | 100 }
  | { readonly kind: "text"; readonly heading: string };

/** Where the bands of a range stand: in which rows, and which column holds what. */
export interface BandLayout {
  /** The range from its first row to its last band; of a table that lies across, its columns. */
  readonly rows: readonly Cells[];
  /** Index of the row of headings, or -1. */
  readonly heading: number;
  /** Index of the first row that may be a band. */
  readonly body: number;
  readonly columns: readonly Column[];
  /** Whether its headings stand in the first column. */
  readonly across: boolean;
  /** Rows below the last band, or of a table that lies across columns behind it, that are none. */
  readonly leftOut: readonly LeftOutRow[];
  /** The heading of the discounts where it says no more than "Rate", which may be what is paid. */
  readonly rate?: string;
  readonly faults: readonly PricingError[];
}

/** The headings of a row, with the columns of the threshold, its end and the discount where they say so. */
interface Roles {
  readonly row: number;
  readonly headings: readonly (Heading | undefined)[];
  readonly threshold: number;
  readonly discount: number;
  readonly end: number;
  readonly faults: readonly PricingError[];
}

/**
 * Finds out how a range of bands is laid out (docs/reading-cells.md): by the headings where they say threshold and
 * discount, upright or across; else the first columns count that are not blank throughout.
 */
export function layOutBands(rows: readonly Cells[]): Result<BandLayout> {
  const hasWords = rows.slice(0, MOST_TITLES).some((cells) => cells.some(isText));
  const known = hasWords ? knownHeadings(rows) : undefined;
  if (known) return headedLayout(rows, known, false);
  const lying = hasWords && rows.length <= MOST_ACROSS ? transposed(rows) : undefined;
  const across = lying && knownHeadings(lying);
  if (lying && across && figuresBeside(lying, across) > 1) return headedLayout(lying, across, true);
  return plainLayout(rows);
}

/** Rows among which the headings are looked for, and rows of a table that lies across. */
const MOST_TITLES = 20;
const MOST_ACROSS = 40;

function figuresBeside(rows: readonly Cells[], { row, threshold, discount }: Roles): number {
  const bands = rows.slice(row + 1);
  const count = (column: number): number => bands.filter((cells) => isFigure(cells[column])).length;
  return Math.min(count(threshold), count(discount));
}

function isFigure(cell: Cell | undefined): boolean {
  return figureIn(cell) !== undefined;
}

function isText(cell: Cell | undefined): boolean {
  return cell?.kind === "text";
}

/** Words without an amount: a heading or a title, which may hold a year. */
function isWords(cell: Cell | undefined): boolean {
  return cell?.kind === "text" && !holdsAmount(cell.text);
}

/** The first row in which one cell says threshold and another discount, below titles alone. */
function knownHeadings(rows: readonly Cells[]): Roles | undefined {
  for (const [row, cells] of rows.slice(0, MOST_TITLES).entries()) {
    const roles = cells.filter(isText).length > 1 ? rolesOf(cells, row) : undefined;
    if (roles) return roles;
    if (cells.some((cell) => !isBlankOrZero(cell) && !isWords(cell))) return undefined;
  }
  return undefined;
}

function rolesOf(cells: Cells, row: number): Roles | undefined {
  const headings = cells.map((cell) =>
    cell.kind === "text" && !holdsAmount(cell.text) ? readHeading(cell.text) : undefined,
  );
  const [amounts, discounts] = [
    plainest(headings, ["threshold", "above"], ["end"]),
    plainest(headings, ["discount"], ["paid"]),
  ];
  const [first] = amounts;
  const [discount] = discounts;
  if (first === undefined || discount === undefined) return undefined;
  const used = cells.flatMap((cell, index) => (isBlankOrZero(cell) ? [] : index));
  // As before headings were read: the first two columns are what they are taken for, where they say so.
  const usual = amounts.includes(used[0] ?? -1) && discounts.includes(used[1] ?? -1);
  const threshold = usual ? (used[0] ?? first) : first;
  const beside = used[used.indexOf(threshold) + 1] ?? -1;
  const before = used[used.indexOf(threshold) - 1] ?? -1;
  const end = [beside, before].find((column) => headings[column]?.says === "end") ?? -1;
  const texts = (columns: readonly number[]) =>
    columns.map((column) => headings[column]?.text ?? "");
  const faults: PricingError[] = [];
  if (amounts.length > 1 && !usual)
    faults.push({ kind: "severalColumns", what: "threshold", headings: texts(amounts) });
  // One that says more, as "New customer discount" does, is a discount as well.
  const alike = headings.flatMap((heading, column) =>
    heading?.says === "discount" && heading.plainness > 1 ? [column] : [],
  );
  const several = alike.length > 1 ? alike : discounts;
  if (several.length > 1)
    faults.push({ kind: "severalColumns", what: "discount", headings: texts(several) });
  return { row, headings, threshold, discount, end, faults };
}

/** Columns that say one of some meanings most plainly; only where none does, one of others. */
function plainest(
  headings: readonly (Heading | undefined)[],
  meanings: readonly Heading["says"][],
  others: readonly Heading["says"][],
): readonly number[] {
  const saying = (wanted: readonly Heading["says"][]) =>
    headings.flatMap((heading, column) =>
      heading && wanted.includes(heading.says) ? [{ column, plainness: heading.plainness }] : [],
    );
  const found = saying(meanings);
  const all = found.length > 0 ? found : saying(others).slice(0, 1);
  const most = Math.max(...all.map(({ plainness }) => plainness));
  return all.filter(({ plainness }) => plainness === most).map(({ column }) => column);
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

/** Nothing below a heading, and figures beside it below none: the heading is not over its column. */
function faultsOfMisplaced(
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

function isRate(heading: Heading | undefined): heading is Heading {
  return heading?.says === "discount" && heading.plainness === 1 && !heading.unit.percent;
}

/** A row of units right below the headings counts as part of them. */
function withUnits(
  rows: readonly Cells[],
  row: number,
  headings: readonly (Heading | undefined)[],
): { readonly body: number; readonly headings: readonly (Heading | undefined)[] } {
  const below = rows[row + 1] ?? [];
  const units = below.filter((cell) => !isBlankOrZero(cell));
  if (units.length === 0 || !units.every(isUnit)) return { body: row + 1, headings };
  return {
    body: row + 2,
    headings: headings.map((heading, column) => {
      const unit = below[column];
      return heading && unit?.kind === "text"
        ? readHeading(`${heading.text} (${unit.text})`)
        : heading;
    }),
  };
}

function isUnit(cell: Cell): boolean {
  if (cell.kind !== "text" || (/\d/.test(cell.text) && holdsAmount(cell.text))) return false;
  return /^(?:|years?|annum|yr|p\.?a|months?|quarters?|text|name)$/.test(
    headingWords(cell.text).words,
  );
}

/** Columns that decide the price, and whether their headings are known words. */
interface Places {
  readonly threshold: number;
  readonly discount: number;
  readonly end: number;
  readonly known: boolean;
}

function columnsUnder(
  heading: Cells,
  rows: readonly Cells[],
  body: number,
  { threshold, discount, end, known }: Places,
  faults: PricingError[],
): readonly Column[] {
  const isEmpty = (column: number): boolean =>
    isBlankOrZero(heading[column]) &&
    rows.slice(body).every((cells) => isBlankOrZero(cells[column]));
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), heading.length);
  const columns: Column[] = [];
  const last = Math.max(threshold, discount, end);
  let mayBeName = true;
  for (let index = 0; index < width; index++) {
    const cell = heading[index] ?? BLANK;
    const text = isBlankOrZero(cell) ? "" : quoteCell(cell);
    if (index === threshold) columns.push({ kind: "threshold", mayBeRange: known });
    else if (index === discount) columns.push({ kind: "discount", divisor: 1 });
    else if (index === end) columns.push({ kind: "end" });
    else if (isEmpty(index)) columns.push({ kind: "blank" });
    else {
      const column = furtherColumn(text, index, mayBeName, columns, faults);
      // The name is the first further column, or one before the last that decides the price.
      mayBeName = column.kind !== "name" && index + 1 < last;
      columns.push(column);
    }
  }
  return columns;
}

function furtherColumn(
  text: string,
  index: number,
  mayBeName: boolean,
  columns: readonly Column[],
  faults: PricingError[],
): Column {
  const { term, near } = text === "" ? {} : namedTerm(text);
  const textual: Column = { kind: "text", heading: text };
  if (term === "Basis") faults.push({ kind: "basisColumn" });
  else if (term) {
    const earlier = columns.findIndex((column) => column.kind === "term" && column.term === term);
    if (earlier < 0) return { kind: "term", term, divisor: 1 };
    faults.push({ kind: "repeatedColumn", heading: term, columns: [earlier + 1, index + 1] });
  } else if (near)
    faults.push({ kind: "nearTerm", heading: text, column: index + 1, nearest: near });
  else if (mayBeName && (text === "" || /name|band|label/i.test(text) || isName(text)))
    return { kind: "name" };
  return textual;
}

function isName(text: string): boolean {
  const { says, plainness } = readHeading(text);
  return says === "name" || (says === "threshold" && plainness === 1);
}

/** What is wrong with the headings of the threshold and the discount, whether or not they are known words. */
function faultsOfUnits(
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
  const { body } = headed ? withUnits(all, first, headings) : { body: Math.max(first, 0) };
  const footer = findFooter(all, body, [threshold, discount]);
  const rows = all.slice(0, footer.height);
  const faults: PricingError[] = [...footer.faults];
  const end = -1;
  let columns: readonly Column[];
  if (headed) {
    columns = columnsUnder(cells, rows, body, { threshold, discount, end, known: false }, faults);
    faults.push(...faultsOfUnits(headings, threshold, discount));
    faults.push(...faultsOfCounts(headings[threshold], rows.slice(body), threshold));
    faults.push(...faultsOfPeriods(cells, rows.slice(body), discount));
  } else {
    columns = Array.from({ length: Math.max(...places) + 1 }, (_, index): Column => {
      if (index === threshold) return { kind: "threshold", mayBeRange: false };
      if (index === discount) return { kind: "discount", divisor: 1 };
      return { kind: index === third ? "name" : "blank" };
    });
    faults.push(...faultsOfBlankDiscounts(rows.slice(body), discount, places[2]));
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

/** The columns that count without headings, in their order. */
function usedColumns(rows: readonly Cells[]): readonly number[] {
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
  // Zeros for blanks before the thresholds: what stands second are amounts.
  if (places.length > 2 && isZero(places[0]) && some(places[1], (figure) => figure >= 1))
    places = places.slice(1);
  // Zeros for blanks between thresholds and discounts: what stands third are fractions.
  if (
    places.length > 2 &&
    isZero(places[1]) &&
    some(places[2], (figure) => figure > 0 && figure < 1) &&
    !some(places[2], (figure) => figure < 0 || figure >= 1)
  )
    places = places.filter((_, index) => index !== 1);
  return places.length > 3 ? places.filter((column, index) => index < 2 || filled[column]) : places;
}

/** Discounts of 0 throughout with figures behind them may be a blank column before whole percents. */
function faultsOfBlankDiscounts(
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

/** Year 1 and Year 2 over figures: a discount for each, and nobody says of which. */
function faultsOfPeriods(
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
function faultsOfCounts(
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

/** The layout with the divisors of columns whose headings say %, and the heading that says no more than Rate. */
function withUnitsOfHeadings(
  layout: BandLayout,
  headings: readonly (Heading | undefined)[],
): Result<BandLayout> {
  const faults = [...layout.faults];
  const columns = layout.columns.map((column, index): Column => {
    const heading = headings[index];
    if (!heading?.unit.percent || (column.kind !== "discount" && column.kind !== "term"))
      return column;
    const cells = layout.rows.slice(layout.body).map((row) => row[index]);
    const most = column.kind === "discount" ? 0 : MOST_AS_FRACTION[column.term];
    const field = column.kind === "discount" ? "discount" : column.term;
    const divisor = percentScale(cells, most, { argument: "bands", field });
    if (divisor.ok) return { ...column, divisor: divisor.value };
    faults.push(...divisor.errors);
    return column;
  });
  const rate = headings[columns.findIndex(({ kind }) => kind === "discount")];
  return succeed({ ...layout, columns, faults, ...(isRate(rate) && { rate: rate.text }) });
}
