import { at, beside, headed, isGiven, lines, type Place, type Sentences } from "./place";
import { all, list } from "./text";

/** A table with headings, or a cell of one, that cannot be read. */
export type TableFault =
  | {
      readonly kind: "missingHeading";
      readonly argument: string;
      /** Of each group one heading has to be there, and none is. */
      readonly groups: readonly (readonly string[])[];
    }
  | {
      readonly kind: "repeatedHeading";
      readonly argument: string;
      readonly heading: string;
      readonly columns: readonly [number, number];
    }
  /** A heading that is most likely a known one, misspelt. */
  | {
      readonly kind: "misspeltHeading";
      readonly argument: string;
      readonly heading: string;
      readonly column: number;
      readonly nearest: string;
    }
  | {
      readonly kind: "unknownWord";
      readonly place: Place;
      readonly given: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | {
      readonly kind: "notADay";
      readonly place: Place;
      readonly given: string;
      /** The days that it may mean, where these are two. */
      readonly readings: readonly string[];
    }
  | { readonly kind: "notAMonth"; readonly place: Place; readonly given: string }
  | {
      readonly kind: "givenTwice";
      readonly argument: string;
      readonly what: string;
      readonly rows: readonly [number, number];
    }
  | { readonly kind: "negativeNumber"; readonly place: Place; readonly given: number };

export const TABLE_SENTENCES: Sentences<TableFault> = {
  missingHeading: (error) =>
    `${error.argument} has no ${beside(error)} headed ${error.groups.map(list).join(`, no ${beside(error)} headed `)}: include the headings in the range (for a table, Table[#All])`,
  repeatedHeading: (error) =>
    `${error.argument} has the heading ${error.heading} twice (${beside(error)}s ${all(error.columns.map(String))}): keep one of them`,
  misspeltHeading: (error) =>
    `${headed(error)}: did you mean ${error.nearest}? Then head it so, or leave the ${beside(error)} out`,
  unknownWord: (error) =>
    `${isGiven(error)}${error.nearest === undefined ? ": give" : `, did you mean ${error.nearest}? Give`} ${list(error.known)}`,
  notADay: (error) =>
    `${isGiven(error)}${error.readings.length > 1 ? `, which reads two ways: write ${list(error.readings)}` : `: give a day from 2000 to 2099 as a date, or as text such as ${error.readings[0] ?? "2026-10-07"}`}`,
  notAMonth: (error) =>
    `${isGiven(error)}: give a month from 2000 to 2099 as a date, or as text such as 2026-09`,
  givenTwice: (error) =>
    `${error.what} is given twice, in ${lines(error)} of ${error.argument}: keep one of them`,
  negativeNumber: (error) => `${at(error.place)} is ${error.given}: give a number of 0 or more`,
};
