/** A cell as it is expected: a number, a text, or an error as a cell shows it, such as #N/A. */
export type Expected = number | string;

/** Functions of ours that a worked case calls with the arguments of one period. */
export type PricedFunction =
  | "BAND_RATE"
  | "EFFECTIVE_COST"
  | "EFFECTIVE_DISCOUNT"
  | "SHORTFALL"
  | "OVERAGE_COST"
  | "UTILIZATION"
  | "COVERAGE";

/** One answer of a worked case. All have the same bands. */
export interface PricedCase {
  readonly id: string;
  readonly name: PricedFunction;
  /** null where the function takes none. */
  readonly usage: number | null;
  readonly commitment: number;
  readonly terms: readonly (readonly [string, string | number])[];
  readonly expected: Expected;
}

type Rows = readonly (readonly Expected[])[];

/** What a table of each measure holds: a row for each usage, a column for each commitment. Overage is at list prices. */
export interface CaseTable {
  readonly usages: readonly number[];
  readonly commitments: readonly number[];
  readonly cost: Rows;
  readonly discount: Rows;
  readonly saving: Rows;
  readonly shortfall: Rows;
  readonly utilization: Rows;
}
