import type { Currency } from "../currency";
import { all, number } from "./text";

/** Where a fault is: an argument as the user knows it, and in a table the field and its row (from 1). */
export interface Place extends Across {
  readonly argument: string;
  readonly field?: string;
  readonly row?: number;
}

/** Of a labelled block that lies across, with a label above each value, rows are counted as columns. */
export interface Across {
  readonly across?: true;
}

/** The sentence of each kind of fault of a subject: where it is, what came, what would do. */
export type Sentences<F extends { readonly kind: string }> = {
  readonly [K in F["kind"]]: (
    error: Extract<F, { readonly kind: K }> & Across,
    currency: Currency,
  ) => string;
};

/** What a column of an upright block is in one that lies across. */
export function beside({ across }: Across): string {
  return across ? "row" : "column";
}

/** "discount in row 3 of bands", "usage", "commitments, item 4". */
export function at(place: Place): string {
  const { argument, field, row } = place;
  if (row === undefined) return field ? `${field} of ${argument}` : argument;
  return field ? `${field} in ${line(place)} ${row} of ${argument}` : `item ${row} of ${argument}`;
}

/** What a cell holds, as it is quoted: `discount in row 3 of bands is "ten"`. */
export function isGiven(error: { readonly place: Place; readonly given: string }): string {
  return `${at(error.place)} is "${error.given}"`;
}

export function line({ across }: Across): string {
  return across ? "column" : "row";
}

/** "rows 2 and 3". */
export function lines(error: { readonly rows: readonly number[] } & Across): string {
  return `${line(error)}s ${all(error.rows.map(number))}`;
}

/** `column 3 of bands is headed "Overrage"`, `usages is headed "Usage ($k)"`. */
export function headed(
  error: {
    readonly argument: string;
    readonly heading: string;
    readonly column?: number;
  } & Across,
): string {
  const { argument, heading, column } = error;
  const where = column === undefined ? argument : `${beside(error)} ${column} of ${argument}`;
  return `${where} is headed "${heading}"`;
}
