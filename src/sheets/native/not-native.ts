import type { Currency } from "../../core/currency";
import { describeErrors, type PricingError } from "../../core/errors";
import type { CommitFunction } from "../formulas/call";
import type { NativeCell } from "./excel/formula";
import type { WithoutFormula } from "./optimum/closed-form";
import { IN_PLAIN_EXCEL } from "./plain-excel";

/** What workings can follow, for each argument. */
const FOLLOWED = {
  bands: "put the threshold and the discount of each band into a row, below one row of headings",
  terms: "put terms into two columns, name and value, and write yes or no in words",
  method: "write the word into the formula",
  detail: "write the word into the formula",
  measure: "write the word into the formula",
  column: "write the word into the formula",
  payment: "write the word into the formula",
  book: "insert the price book, headings above its prices, and name its cells in the formula",
  tokens: "write the row of the Usage sheet, or kinds and numbers in two columns or two rows",
  options: "write the words into one row, or option and value in two columns",
  date: "type the day as a date",
  list_index: "write the indexes, or leave the argument out",
  comparables: "put the headings Commitment and Discount above the deals",
  term: "write the word into the formula",
  axis: "put the amounts into a row or a column of cells",
  steps: "give fewer points between neighbours",
  forecast:
    "write one usage, a row or column of usages alone, usages and probabilities below their headings, or labels and values in two columns",
} as const;

/** What an agreement does that a formula cannot follow. */
const WITHOUT_FORMULA: Readonly<Record<WithoutFormula, string>> = {
  twoTails:
    "Overage costs more than list prices, so that low and high usage both lose, and no formula finds the worst of both",
  hindsight:
    "Discounts fall, part of a shortfall returns, or overage costs less than the committed rate, so that no formula gives the cost in hindsight",
  reRatedRegret: "Overage is re-rated, so that no formula gives the largest regret",
  endsOfBands:
    "A step-up right on the list basis with a returned shortfall may make the end of a band the best commitment, which no formula finds",
};

/** What a term does that its steps do not follow. */
export type TermWithoutFormula = "manyTests" | "overageOfTheYear";

const TERM_WITHOUT_FORMULA: Readonly<Record<TermWithoutFormula, string>> = {
  manyTests:
    "Unused commitment rolls over more than 12 tests, of which each takes columns of steps",
  overageOfTheYear:
    "Overage is stepped up or re-rated, so that all usage of a year prices it, which steps of several years do not follow",
};

/** Why cells cannot be worked on by Excel's own functions. */
export type NotNativeReason =
  /** The add-in's function refuses the cells too. */
  | { readonly kind: "refused"; readonly errors: readonly PricingError[] }
  /** Cells that read as numbers but are text, such as `15%`. */
  | {
      readonly kind: "numbersAsText";
      readonly argument: string;
      readonly cells: readonly NativeCell[];
    }
  /** No formula of Excel's gives the function's answer, or none is written yet. */
  | { readonly kind: "noTwin"; readonly name: CommitFunction }
  /** An agreement for which the function has no closed form. */
  | { readonly kind: "withoutFormula"; readonly what: WithoutFormula | TermWithoutFormula }
  /** More rows of bands than workings try one by one. */
  | { readonly kind: "manyBands"; readonly rows: number }
  | { readonly kind: "layout"; readonly argument: keyof typeof FOLLOWED; readonly what: string };

/** The answer of a question that our workings do not cover. */
export class NotNative {
  constructor(readonly reason: NotNativeReason) {}
}

function asTextWords(argument: string, cells: number): string {
  if (cells === 0) return `The ${argument} is a number in quotes: write it without them.`;
  return `${cells === 1 ? "1 cell" : `${cells} cells`} of ${argument} hold${cells === 1 ? "s" : ""} a number as text: type it as a number first.`;
}

/** The reason as a sentence that says what to do. */
export function describeNotNative({ reason }: NotNative, currency: Currency): string {
  switch (reason.kind) {
    case "refused":
      return describeErrors(reason.errors, currency);
    case "numbersAsText":
      return asTextWords(reason.argument, reason.cells.length);
    case "noTwin": {
      const found = IN_PLAIN_EXCEL[reason.name];
      const why = "because" in found ? `, because ${found.because}` : "";
      return `${reason.name} has no formula in Excel's own functions${why}: freeze its value instead.`;
    }
    case "withoutFormula":
      return `${{ ...WITHOUT_FORMULA, ...TERM_WITHOUT_FORMULA }[reason.what]}: freeze the value instead.`;
    case "manyBands":
      return `Bands have ${reason.rows} rows, and workings try 12 commitments one by one: freeze the value instead, or leave out bands that you would not commit to.`;
    case "layout":
      return `Workings cannot follow ${reason.what} in ${reason.argument}: ${FOLLOWED[reason.argument]}.`;
  }
}
