/** How a rule compares a cell, in the words of files and of Univer. */
export const OPERATORS = [
  ...(["between", "notBetween", "equal", "notEqual"] as const),
  ...(["greaterThan", "greaterThanOrEqual", "lessThan", "lessThanOrEqual"] as const),
];
export type Operator = (typeof OPERATORS)[number];

/** What a rule compares a cell with, as between 1 and 2. */
export interface Comparison {
  readonly operator: Operator;
  readonly formula1: string;
  readonly formula2?: string;
}

/** What may be typed into a cell: a list has its words with commas between them, or a formula of cells. */
export type ValidationRule =
  | { readonly type: "list"; readonly formula1: string; readonly showDropDown: boolean }
  | { readonly type: "custom"; readonly formula1: string }
  | (Comparison & { readonly type: "decimal" | "whole" });

export interface Validation {
  readonly rule: ValidationRule;
  readonly errorTitle: string;
  readonly errorMessage: string;
  readonly errorStyle: "stop" | "warning" | "information";
  readonly showErrorMessage: boolean;
  readonly inputTitle: string;
  readonly inputMessage: string;
  readonly showInputMessage: boolean;
}
