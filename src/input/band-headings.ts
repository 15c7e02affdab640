import type { PricingError } from "../core/errors";
import { type Cell, isBlankOrZero } from "./cells/cells";
import { holdsAmount, isWords } from "./headings/amount-words";
import { headingWords } from "./headings/heading-words";
import { type Heading, readHeading } from "./headings/headings";

type Cells = readonly Cell[];

/** The headings of a row, with the columns of the threshold, its end and the discount where the headings name them. */
export interface Roles {
  readonly row: number;
  readonly headings: readonly (Heading | undefined)[];
  readonly threshold: number;
  readonly discount: number;
  readonly end: number;
  readonly faults: readonly PricingError[];
}

/** Rows searched for the headings. */
const MOST_TITLES = 20;

/** The first row in which one cell means threshold and another discount, with only titles above it. */
export function knownHeadings(rows: readonly Cells[]): Roles | undefined {
  for (const [row, cells] of rows.slice(0, MOST_TITLES).entries()) {
    const roles = rolesOf(cells, row);
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
  const [threshold] = amounts;
  const [discount] = discounts;
  if (threshold === undefined || discount === undefined) return undefined;
  const used = cells.flatMap((cell, index) => (isBlankOrZero(cell) ? [] : index));
  // The first two columns are threshold and discount, as without headings, where their headings agree.
  const usual = used[0] === threshold && used[1] === discount;
  const beside = used[used.indexOf(threshold) + 1] ?? -1;
  const before = used[used.indexOf(threshold) - 1] ?? -1;
  const end = [beside, before].find((column) => headings[column]?.says === "end") ?? -1;
  const texts = (columns: readonly number[]) =>
    columns.map((column) => headings[column]?.text ?? "");
  const faults: PricingError[] = [];
  if (amounts.length > 1 && !usual)
    faults.push({ kind: "severalColumns", what: "threshold", headings: texts(amounts) });
  // A longer heading, such as "New customer discount", is a discount as well.
  const alike = headings.flatMap((heading, column) =>
    heading?.says === "discount" && heading.plainness > 1 ? [column] : [],
  );
  const several = alike.length > 1 ? alike : discounts;
  if (several.length > 1)
    faults.push({ kind: "severalColumns", what: "discount", headings: texts(several) });
  return { row, headings, threshold, discount, end, faults };
}

/** Columns whose headings give one of the meanings most plainly; only where none does, one of the fallback meanings. */
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

/** A row of units right below the headings counts as part of them. */
export function withUnits(
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
  if (cell.kind !== "text" || holdsAmount(cell.text)) return false;
  return /^(?:|years?|annum|yr|p\.?a|months?|quarters?|text|name)$/.test(
    headingWords(cell.text).words,
  );
}
