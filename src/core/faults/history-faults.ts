import { monthText } from "../calendar";
import { line, lines, type Sentences } from "./place";
import { number } from "./text";

/** Months of usage, or exclusions from them, that do not say what was used. */
export type HistoryFault =
  | { readonly kind: "missingMonth"; readonly month: number }
  | {
      readonly kind: "repeatedMonth";
      readonly month: number;
      readonly rows: readonly [number, number];
    }
  | { readonly kind: "monthsWithoutUsage" }
  | { readonly kind: "tooManyMonths"; readonly months: number; readonly most: number }
  /** An exclusion without an amount, or with two. */
  | { readonly kind: "excludedAmount"; readonly row: number; readonly given: "neither" | "both" }
  | {
      readonly kind: "monthsReversed";
      readonly row: number;
      readonly from: number;
      readonly to: number;
    };

export const HISTORY_SENTENCES: Sentences<HistoryFault> = {
  missingMonth: (error) =>
    `${monthText(error.month)} is missing from history: add it, with 0 if nothing was spent`,
  repeatedMonth: (error) =>
    `${monthText(error.month)} stands in ${lines(error)} of history: give each month once, such as the table of BASELINE_USAGE, which adds up the rows of a month`,
  monthsWithoutUsage: () =>
    "history holds months alone: give the usage of each month, with or without its month beside it",
  tooManyMonths: (error) =>
    `history has ${number(error.months)} months: give at most ${number(error.most)}, without blank cells`,
  excludedAmount: (error) =>
    `${line(error)} ${error.row} of exclusions has ${error.given === "both" ? "both Share and USD: keep one of them" : "neither Share nor USD: give one of them (0% where nothing is left out)"}`,
  monthsReversed: (error) =>
    `${line(error)} ${error.row} of exclusions ends in ${monthText(error.to)}, before it begins in ${monthText(error.from)}: give the first month in From and the last in To`,
};
