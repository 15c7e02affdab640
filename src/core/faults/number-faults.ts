import { LARGEST_AMOUNT_USD } from "../money";
import { at, isGiven, type Place, type Sentences } from "./place";
import { exampleFraction, inWords, list, number, plain } from "./text";

/** A number that a cell or a field does not say, or that no argument takes. */
export type NumberFault =
  | { readonly kind: "missing"; readonly place: Place; readonly expected: string }
  | { readonly kind: "notANumber"; readonly place: Place; readonly given: string }
  | {
      readonly kind: "ambiguousNumber";
      readonly place: Place;
      readonly given: string;
      readonly readings: readonly [number, number];
    }
  /** A comma before decimals, or points between thousands. */
  | {
      readonly kind: "swappedSeparators";
      readonly place: Place;
      readonly given: string;
      /** The same with point and comma the other way round, which reads as a number. */
      readonly written: string;
    }
  | {
      readonly kind: "wrongUnit";
      readonly place: Place;
      readonly given: string;
      readonly wanted: "amount" | "fraction";
    }
  /** An amount typed with another label than amounts have. */
  | {
      readonly kind: "otherCurrency";
      readonly place: Place;
      readonly given: string;
      /** Code of the other label; undefined where it is not known. */
      readonly code: string | undefined;
    }
  | { readonly kind: "cellError"; readonly place: Place; readonly code: string }
  | { readonly kind: "negativeAmount"; readonly place: Place; readonly amountUsd: number }
  | { readonly kind: "amountTooLarge"; readonly place: Place; readonly amountUsd: number }
  | {
      readonly kind: "fractionOutOfRange";
      readonly place: Place;
      readonly given: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: "levelOutOfRange"; readonly place: Place; readonly given: number }
  | {
      readonly kind: "numberOutOfRange";
      readonly place: Place;
      /** A number, or what it is in words. */
      readonly given: number | string;
      readonly expected: string;
    }
  | { readonly kind: "notADate"; readonly place: Place; readonly given: string }
  | { readonly kind: "targetNotAbove"; readonly targetUsd: number; readonly commitmentUsd: number }
  | {
      readonly kind: "unknownChoice";
      readonly place: Place;
      readonly given: string;
      readonly choices: readonly string[];
    }
  | {
      readonly kind: "unknownName";
      readonly argument: string;
      readonly given: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    };

export const NUMBER_SENTENCES: Sentences<NumberFault> = {
  missing: (error, currency) =>
    `${at(error.place)} is missing: give ${inWords(error.expected, currency)}`,
  notANumber: (error) => `${isGiven(error)}: give a number`,
  ambiguousNumber: (error) => {
    const [point, groups] = error.readings;
    return `${isGiven(error)}, which may mean ${number(point)} or ${number(groups)}: write ${plain(point)} or ${plain(groups)}`;
  },
  swappedSeparators: (error) =>
    `${isGiven(error)}: write ${error.written}, with a point before decimals and a comma between thousands`,
  wrongUnit: (error, currency) =>
    `${isGiven(error)}: give ${error.wanted === "amount" ? `an amount in ${currency.code}, such as 250000 or 250k` : "a fraction, such as 0.15 or 15%"}`,
  otherCurrency: (error, currency) =>
    `${isGiven(error)}, but amounts here are in ${currency.code}: give the number alone${error.code ? `, or choose ${error.code} under Currency` : ""}`,
  cellError: (error) => `${at(error.place)} holds the error ${error.code}: mend that cell first`,
  negativeAmount: (error) =>
    `${at(error.place)} is ${number(error.amountUsd)}: give an amount of 0 or more`,
  amountTooLarge: (error) =>
    `${at(error.place)} is ${error.amountUsd}: give an amount up to ${number(LARGEST_AMOUNT_USD)}, beyond which cents are lost`,
  fractionOutOfRange: (error) =>
    `${at(error.place)} is ${number(error.given)}: give a fraction from ${error.least} to ${error.most}, such as ${exampleFraction(error.given)}`,
  levelOutOfRange: (error) =>
    `${at(error.place)} is ${number(error.given)}: give a fraction from 0 up to 1, such as ${error.given > 1 && error.given < 100 ? exampleFraction(error.given) : "0.9 for 90%"}`,
  numberOutOfRange: (error) =>
    `${at(error.place)} is ${typeof error.given === "number" ? number(error.given) : error.given}: give ${error.expected}`,
  notADate: (error) => `${isGiven(error)}: give a date as Excel keeps it, such as DATE(2027,1,1)`,
  targetNotAbove: (error) =>
    `target is ${number(error.targetUsd)}: give an amount above ${error.commitmentUsd === 0 ? "0" : `the commitment, which is ${number(error.commitmentUsd)}`}`,
  unknownChoice: (error) => `${isGiven(error)}: give ${list(error.choices)}`,
  unknownName: (error) =>
    `${error.argument} is "${error.given}"${error.nearest ? `: did you mean ${error.nearest}?` : "."} Known: ${error.known.join(", ")}`,
};
