import type { Currency } from "../../core/currency";
import { describeErrors, type PricingError } from "../../core/errors";
import type { CommitFunction } from "../formulas/call";

/** What workings can follow, for each argument. */
const FOLLOWED = {
  bands: "put the threshold and the discount of each band into a row, below one row of headings",
  terms: "put terms into two columns, name and value",
  method: "write the word into the formula",
  forecast:
    "write one usage, a row or column of usages alone, usages and probabilities below their headings, or labels and values in two columns",
} as const;

/** Why cells cannot be worked on by Excel's own functions. */
export type NotNativeReason =
  /** The add-in's function refuses the cells too. */
  | { readonly kind: "refused"; readonly errors: readonly PricingError[] }
  /** Cells that read as numbers but are text, such as `15%`. */
  | { readonly kind: "numbersAsText"; readonly argument: string; readonly cells: number }
  /** No formula of Excel's gives the function's answer, or none is written yet. */
  | { readonly kind: "noTwin"; readonly name: CommitFunction }
  | { readonly kind: "layout"; readonly argument: keyof typeof FOLLOWED; readonly what: string };

/** The answer of a question that our workings do not cover. */
export class NotNative {
  constructor(readonly reason: NotNativeReason) {}
}

/** The reason as a sentence that says what to do. */
export function describeNotNative({ reason }: NotNative, currency: Currency): string {
  switch (reason.kind) {
    case "refused":
      return describeErrors(reason.errors, currency);
    case "numbersAsText":
      return `${reason.cells === 1 ? "1 cell" : `${reason.cells} cells`} of ${reason.argument} hold${reason.cells === 1 ? "s" : ""} a number as text: type it as a number first.`;
    case "noTwin":
      return `${reason.name} has no formula in Excel's own functions: freeze its value instead.`;
    case "layout":
      return `Workings cannot follow ${reason.what} in ${reason.argument}: ${FOLLOWED[reason.argument]}.`;
  }
}
