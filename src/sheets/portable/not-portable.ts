import type { Currency } from "../../core/currency";
import { describeNotNative, type NotNative } from "../native/not-native";

/** Why a cell goes on using our functions. */
export type NotPortableReason =
  | { readonly kind: "notNative"; readonly cause: NotNative }
  /** The cell shows an error, so there is no answer to compare with. */
  | { readonly kind: "shows"; readonly error: string }
  | { readonly kind: "unknownFunction"; readonly name: string }
  /** An argument that workings cannot read, as it is written. */
  | { readonly kind: "ofArgument"; readonly text: string; readonly what: keyof typeof ARGUMENTS }
  /** The cell calls none of our functions. */
  | { readonly kind: "nothingOfOurs" }
  /** A formula around our function fills several cells. */
  | { readonly kind: "spillsAround" }
  /** A formula around our function that many recipients' programs cannot calculate. */
  | { readonly kind: "newerExcel"; readonly name: string }
  /** Excel's formulas would give less than the cell shows, or another number. */
  | { readonly kind: "differs" };

/** What is in the way of an argument, and what to write. */
const ARGUMENTS = {
  otherWorkbook: "is in another workbook: bring the cells into this one",
  wholeColumns: "is whole rows or columns: select the rows that hold something",
  name: "is no name, Table or cells of this workbook that workings can follow: write the address of the cells",
  expression:
    "is worked out inside the formula: put it into a cell of its own, and let the function read that cell",
  size: "is more cells than workings follow: select the rows that hold something",
} as const;

/** Letters of an argument that a sentence quotes: a longer one is a formula that nobody reads there. */
const LONGEST_QUOTED = 40;

/** The answer for a cell that Excel's own functions cannot take over. */
export class NotPortable {
  constructor(readonly reason: NotPortableReason) {}
}

/** The reason as a sentence that says what to do. */
export function describeNotPortable({ reason }: NotPortable, currency: Currency): string {
  switch (reason.kind) {
    case "notNative":
      return describeNotNative(reason.cause, currency);
    case "shows":
      return `The cell shows ${reason.error}: mend it first, so that there is an answer to compare with.`;
    case "unknownFunction":
      return `${reason.name} is no function of this version of Bandwise.`;
    case "ofArgument":
      return `${reason.text.length > LONGEST_QUOTED ? "An argument" : reason.text} ${ARGUMENTS[reason.what]}.`;
    case "nothingOfOurs":
      return "The selected cell uses no function of Bandwise: select one that does.";
    case "spillsAround":
      return "A formula around the function fills several cells: let one cell hold the function alone.";
    case "newerExcel":
      return `The formula around the function uses ${reason.name}, which Excel before 2021 and other programs lack: freeze its value instead.`;
    case "differs":
      return "Excel's own functions do not give the same number to a billionth: freeze its value instead.";
  }
}

export function notPortable(reason: NotPortableReason): NotPortable {
  return new NotPortable(reason);
}
