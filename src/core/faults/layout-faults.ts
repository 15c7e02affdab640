import { at, beside, headed, line, type Place, type Sentences } from "./place";
import { all, count, inWords, number, size } from "./text";

/** Why figures cannot be taken as written under a heading. */
export type HeadingFault =
  | "scaled"
  | "partOfAYear"
  | "severalYears"
  | "above"
  | "upperEnds"
  | "paid"
  | "percent"
  | "counted";

/** A range whose columns, headings or notes cannot be told apart. */
export type LayoutFault =
  | {
      readonly kind: "tooFewColumns";
      readonly argument: string;
      readonly columns: number;
      readonly expected: string;
    }
  | { readonly kind: "columnsWithoutHeader"; readonly columns: number }
  | { readonly kind: "basisColumn" }
  /** A column headed by a term that no band carries for itself. */
  | { readonly kind: "termColumn"; readonly term: string; readonly column: number }
  /** A heading that cannot be priced as it is. */
  | {
      readonly kind: "unfitHeading";
      readonly argument: string;
      readonly heading: string;
      /** Position, from 1; undefined where the heading is an item of a list. */
      readonly column?: number;
      readonly fault: HeadingFault;
    }
  /** Two columns that both may be the threshold, or the discount. */
  | {
      readonly kind: "severalColumns";
      readonly what: "threshold" | "discount";
      readonly headings: readonly string[];
    }
  /** Figures under a heading with %: one that is a percentage or a fraction, or some of each. */
  | {
      readonly kind: "percentOrFraction";
      readonly place: Place;
      readonly given: readonly [number] | readonly [number, number];
    }
  | {
      readonly kind: "footer";
      readonly row: number;
      readonly given: string;
      readonly fault: "total" | "sum" | "figures";
    }
  /** A column of zeros that may be blanks, with figures behind it. */
  | { readonly kind: "blankColumn"; readonly argument: string; readonly column: number }
  /** The column headed threshold or discount is empty, and a column of figures has no heading. */
  | {
      readonly kind: "figuresWithoutHeading";
      readonly column: number;
      readonly heading: string;
    }
  | { readonly kind: "noHeadingForColumn"; readonly column: string }
  | {
      readonly kind: "tooManyCells";
      readonly rows: number;
      readonly columns: number;
      readonly most: number;
    }
  | {
      readonly kind: "numberBlock";
      readonly argument: string;
      readonly rows: number;
      readonly columns: number;
    }
  /** Blank cells in a list of amounts, handed over as 0. */
  | { readonly kind: "zerosInARow"; readonly argument: string; readonly zeros: number };

export const LAYOUT_SENTENCES: Sentences<LayoutFault> = {
  tooFewColumns: (error, currency) =>
    `${error.argument} has ${count(error.columns, "column")}: give ${inWords(error.expected, currency)}`,
  columnsWithoutHeader: (error) =>
    `bands has ${error.columns} columns and no header row: include the header row (for a table, Table[#All]), or give threshold, discount and name only`,
  basisColumn: () =>
    "bands has a column Basis, but the basis is one for the whole agreement: give it in terms",
  termColumn: (error) =>
    `${headed({ ...error, argument: "bands", heading: error.term })}, which is one for the whole term: give it in terms`,
  unfitHeading: (error) => `${headed(error)}: ${UNFIT_HEADINGS[error.fault]}`,
  severalColumns: (error) =>
    `bands has more than one ${error.what} (headings ${all(error.headings.map((heading) => `"${heading}"`))}): keep one of them`,
  percentOrFraction: (error) => {
    const [one, other] = error.given;
    return other === undefined
      ? `${at(error.place)} is ${number(one)} under a heading with %: write ${number(one)}% or ${number(one * 100)}%`
      : `${at(error.place)} is headed with % and holds ${number(one)} and ${number(other)}: write each with its sign, such as ${number(other)}%`;
  },
  footer: (error) => {
    const out = `: leave that ${line(error)} out of the range`;
    const what = {
      total: `no sum of the bands above it${out}`,
      sum: `the sum of the bands above it, or has no discount${out}, or write 0% as its discount`,
      figures: "a note with a figure: leave it out",
    };
    return `"${error.given}" in ${line(error)} ${error.row} of bands is ${what[error.fault]}`;
  },
  blankColumn: (error) =>
    `${beside(error)} ${error.column} of ${error.argument} is blank or 0 throughout, with figures behind it: leave it out of the range, or write its zeros as 0%`,
  figuresWithoutHeading: (error) =>
    `${beside(error)} ${error.column} of bands has figures without a heading: put "${error.heading}" over its figures`,
  noHeadingForColumn: (error) =>
    `bands has no header row, so nothing says where its ${error.column} would stand: include the header row (for a table, Table[#All])`,
  tooManyCells: (error) =>
    `the table would have ${size(error)}: give at most ${number(error.most)} cells`,
  numberBlock: (error) =>
    `${error.argument} is a block of ${size(error)} of numbers: give one row or one column, or head the two columns Usage and Probability`,
  zerosInARow: (error) =>
    `${error.argument} has ${number(error.zeros)} zeros in a row, which Excel gives for blank cells: give the range without its blank cells`,
};

const UNFIT_HEADINGS: Readonly<Record<HeadingFault, string>> = {
  scaled: "write its amounts in full, such as 250000 or 250k, and take the unit out of the heading",
  partOfAYear: "give the amounts of a year, and head them so",
  severalYears: "give the amount of each year, and head it so",
  above: "give the amount from which the discount applies, and head it From",
  upperEnds: "give the amount from which each discount applies, and head it From",
  paid: "give the discount, such as 0.1 where 90% is paid, and head it Discount",
  percent: "a threshold is an amount, so head the column Threshold, or the discount Discount",
  counted:
    "its figures number the bands: give the amount from which each starts, and head it Threshold",
};
