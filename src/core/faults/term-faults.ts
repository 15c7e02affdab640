import type { Sentences } from "./place";
import { number } from "./text";

/** Terms that cannot be priced as they are. */
export type TermFault =
  | {
      readonly kind: "unknownTerm";
      readonly row: number;
      readonly given: string;
      readonly nearest: string | undefined;
    }
  | {
      readonly kind: "premiumNotPriced";
      readonly overage: string;
      readonly row: number | undefined;
    }
  /** An argument with more or fewer entries than the others agree with. */
  | {
      readonly kind: "entries";
      readonly argument: string;
      readonly entries: number;
      readonly expected: string;
    }
  /** Two that have no price together. */
  | { readonly kind: "notTogether"; readonly given: readonly [string, string] };

export const TERM_SENTENCES: Sentences<TermFault> = {
  unknownTerm: (error) =>
    `"${error.given}" in row ${error.row} of terms is not a term${error.nearest ? `: did you mean ${error.nearest}?` : "."} Known terms: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share`,
  premiumNotPriced: (error) =>
    `an overage premium does not apply to ${error.overage} overage${
      error.row === undefined ? "" : ` (row ${error.row} of bands)`
    }: set the premium to 0, or the overage to list or committed`,
  entries: (error) =>
    `${error.argument} has ${number(error.entries)} ${error.entries === 1 ? "entry" : "entries"}: give ${error.expected}`,
  notTogether: (error) =>
    `${error.given[0]} cannot be priced beside ${error.given[1]}: change one of them`,
};
