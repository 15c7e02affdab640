/** The functions of this add-in, as cells name them after `COMMIT.`. */
export const COMMIT_FUNCTIONS = [
  ...([
    "ANSWER_RANGE",
    "BANDS_WITH",
    "BAND_NAME",
    "BAND_RATE",
    "BASELINE_USAGE",
    "BENCHMARK_RANK",
  ] as const),
  ...(["BREAKEVEN_USAGE", "BURNDOWN", "CASH_FLOWS", "CLAUSE_VALUES"] as const),
  ...(["COMMITMENT_OPTIONS", "COTERM_COMMITMENT", "COVERAGE", "CVAR_LOSS"] as const),
  ...(["DISCOUNT_NEEDED", "DISCOUNT_POINT_VALUE", "EARLY_RENEWAL", "EFFECTIVE_COST"] as const),
  ...(["EFFECTIVE_DISCOUNT", "EFFICIENT_USAGE", "EXPECTED_COST", "EXPECTED_SHORTFALL"] as const),
  ...(["FILL_PROBABILITY", "FORECAST_FROM_HISTORY", "FORECAST_MEAN"] as const),
  ...(["FORECAST_QUANTILE", "FORESIGHT_VALUE", "LIST_PRICE", "LOSS_PROBABILITY"] as const),
  ...(["NEXT_THRESHOLD", "OPTIMAL_COMMITMENT", "OVERAGE_COST", "PREPAY_BREAKEVEN"] as const),
  ...([
    "PRICE_FALL_HEADROOM",
    "RENEWAL_COST",
    "ROBUST_COMMITMENT",
    "ROLLOVER_VALUE",
    "SENSITIVITY",
  ] as const),
  ...(["SETTLEMENT", "SHORTFALL", "TERMS_WITH", "TERM_COST", "TERM_PROTECTIONS"] as const),
  ...(["TERM_RISK", "TERM_SCHEDULE", "THRESHOLDS", "THRESHOLD_AXIS", "TIER_COST"] as const),
  ...(["TOKEN_COST", "TOLERABLE_WASTE", "UTILIZATION", "WALK_AWAY_DISCOUNT"] as const),
] as const;
export type CommitFunction = (typeof COMMIT_FUNCTIONS)[number];

export const OPERATORS = ["<", ">", ">=", "=", "&", "+", "-", "*", "/"] as const;
export type Operator = (typeof OPERATORS)[number];

/** A formula as a value, without its equals sign. */
export type Formula =
  /** A name, an address, a structured reference, or another formula as somebody wrote it. */
  | { readonly kind: "reference"; readonly reference: string }
  | { readonly kind: "literal"; readonly value: string | number }
  | { readonly kind: "array"; readonly rows: readonly (readonly (string | number)[])[] }
  /** `isOurs`: a function of this add-in; else one of Excel's. null is an argument that is left out. */
  | {
      readonly kind: "call";
      readonly isOurs: boolean;
      readonly name: string;
      readonly given: readonly (Formula | null)[];
    }
  | {
      readonly kind: "operation";
      readonly left: Formula;
      readonly operator: Operator;
      readonly right: Formula;
    };

/** What stands in a formula: a number is itself, a text is a reference. */
export type Operand = Formula | string | number;

/** What goes into a cell: a text, a number, or a formula. */
export type CellContent = string | number | Formula;

/** A call of a function of this add-in. */
export function commit(name: CommitFunction, ...given: readonly (Operand | null)[]): Formula {
  return { kind: "call", isOurs: true, name, given: given.map(argumentOf) };
}

/** A call of one of Excel's own functions. */
export function excel(name: string, ...given: readonly (Operand | null)[]): Formula {
  return { kind: "call", isOurs: false, name, given: given.map(argumentOf) };
}

/** One operand after another with an operator between, from the left. */
export function operation(left: Operand, operator: Operator, right: Operand): Formula {
  return { kind: "operation", left: formulaOf(left), operator, right: formulaOf(right) };
}

/** A text as a value of a formula, not as a reference. */
export function quoted(value: string): Formula {
  return { kind: "literal", value };
}

/** Rows of values between braces. */
export function arrayOf(rows: readonly (readonly (string | number)[])[]): Formula {
  return { kind: "array", rows };
}

export function formulaOf(operand: Operand): Formula {
  if (typeof operand === "number") return { kind: "literal", value: operand };
  return typeof operand === "string" ? { kind: "reference", reference: operand } : operand;
}

function argumentOf(operand: Operand | null): Formula | null {
  return operand === null ? null : formulaOf(operand);
}
