export type ValidationRule =
  | { readonly kind: "list"; readonly source: string; readonly dropDown: boolean }
  | (Comparison & { readonly kind: "decimal" | "wholeNumber" })
  | { readonly kind: "custom"; readonly formula: string };

export interface Validation {
  readonly rule: ValidationRule;
  readonly errorTitle: string;
  readonly errorMessage: string;
  readonly errorStyle: string;
  readonly showError: boolean;
  readonly promptTitle: string;
  readonly promptMessage: string;
  readonly showPrompt: boolean;
}

/** What a rule compares a cell with, as Between 1 and 2. */
export interface Comparison {
  readonly operator: string;
  readonly formula1: string;
  readonly formula2?: string;
}
