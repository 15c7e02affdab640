import type { Sentences } from "./place";

/** Terms that cannot be priced as they are. */
export type TermFault =
  | {
      readonly kind: "unknownTerm";
      readonly row: number;
      readonly given: string;
      readonly nearest: string | undefined;
    }
  | {
      readonly kind: "repeatedTerm";
      readonly term: string;
      readonly rows: readonly [number, number];
    }
  | {
      readonly kind: "premiumNotPriced";
      readonly overage: string;
      readonly row: number | undefined;
    };

export const TERM_SENTENCES: Sentences<TermFault> = {
  unknownTerm: (error) =>
    `"${error.given}" in row ${error.row} of terms is not a term${error.nearest ? `: did you mean ${error.nearest}?` : "."} Known terms: Basis, Overage, Overage premium, Forfeited share`,
  repeatedTerm: (error) =>
    `${error.term} is given twice, in rows ${error.rows[0]} and ${error.rows[1]} of terms: keep one of them`,
  premiumNotPriced: (error) =>
    `an overage premium does not apply to ${error.overage} overage${
      error.row === undefined ? "" : ` (row ${error.row} of bands)`
    }: set the premium to 0, or the overage to list or committed`,
};
