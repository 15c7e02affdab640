import type { NativeCell, NativeFormula, NativeRange } from "./excel/formula";

/** The unit that stands beside an amount of our workings. */
export type Unit = "USD" | "cents" | "fraction" | "";

/** A column of a table of steps: its heading, its unit, and the formula of each row, counted from 0. */
export type TableColumn<Heading extends string> = readonly [
  heading: Heading,
  unit: Unit,
  formula: (row: number, table: StepTable<Heading>) => NativeFormula,
];

/** Where the cells of a table stand. */
export interface StepTable<Heading extends string> {
  readonly rows: number;
  at(heading: Heading, row: number): NativeCell;
  /** The cells of a column from one row to another; all of them if omitted. */
  all(heading: Heading, first?: number, last?: number): NativeRange;
}

/** Decides where steps stand: below one another, or beside one another in the row of an amount. */
export interface Layout {
  /** Begins a block of steps. */
  block(title: string): void;
  /** One step; the cell holds its answer. */
  step(label: string, unit: Unit, formula: NativeFormula): NativeCell;
  table<Heading extends string>(
    rows: number,
    columns: readonly TableColumn<Heading>[],
  ): StepTable<Heading>;
}
