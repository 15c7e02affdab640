import type { Span } from "../source";

/** What a figure counts. Each kind is a letter in a masked clause. */
export type FigureKind =
  | "money"
  | "percent"
  | "number"
  | "duration"
  | "days"
  | "times"
  | "quantity"
  | "seats"
  | "unitPrice"
  | "label"
  | "aside"
  | "broken";

/** A figure of the text, with everything that is written onto it: sign, suffix, unit, period. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** Money in its currency, a percentage as a fraction, a duration in months; 0 where it counts nothing. */
  readonly value: number;
  /** Parts of a year that the amount is for: 12 a month; 1 where a year is written. */
  readonly perYear?: 1 | 4 | 12;
  /** "$", or a code. */
  readonly currency?: string;
  /** A suffix of thousands, millions or more. */
  readonly scale?: number;
  /** Two values that the amount may have: a point may group or divide, a suffix may be shared or not. */
  readonly unsure?: {
    readonly about: "separator" | "sharedUnit";
    readonly readings: readonly [number, number];
  };
  /** The upper end of a range. */
  readonly high?: Figure;
  /** The lower end of a range has the suffix of the upper one. */
  readonly isShared?: boolean;
  /** A calendar date: days since 1970. */
  readonly day?: number;
  /** A number cell. */
  readonly isCell?: boolean;
}
