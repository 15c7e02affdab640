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

/** One answer of a worked case. All have the same bands; usage is null where the function takes none. */
export type PricedCase = readonly [
  id: string,
  name: PricedFunction,
  usage: number | null,
  commitment: number,
  expected: Expected,
  terms: Readonly<Record<string, string | number>>,
];

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

/** A formula and the cells that it must fill, first row first. */
export interface Check {
  readonly name: string;
  readonly formula: string;
  readonly expected: Rows;
}
