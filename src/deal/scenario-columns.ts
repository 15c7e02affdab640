import { sameWord } from "../core/fuzzy-match";

/** Columns of the table of scenarios, in the order in which it is made. A user may move them, and add others. */
export const SCENARIO_COLUMNS = [
  "Name",
  "Commitment",
  "Usage",
  "Distribution",
  "Low",
  "Mode",
  "High",
  "Mean",
  "CV",
  "P10",
  "P90",
  "Usage cells",
  "Bands",
  "Terms",
  "Notes",
  "From",
  "Date",
] as const;
export type ScenarioColumn = (typeof SCENARIO_COLUMNS)[number];

/** Columns that together are a forecast lying across: labels in the headings, values in the row. */
export const FORECAST_COLUMNS = [
  "Distribution",
  "Low",
  "Mode",
  "High",
  "Mean",
  "CV",
  "P10",
  "P90",
] as const satisfies readonly ScenarioColumn[];

/** Columns that a table made before rounds of offers does not have. */
export const ROUND_COLUMNS = ["From", "Date"] as const satisfies readonly ScenarioColumn[];

/** Something for each column. */
export type ByColumn<T> = Readonly<Record<ScenarioColumn, T>>;

/** Makes something for each column. */
export function byColumn<T>(make: (column: ScenarioColumn) => T): ByColumn<T> {
  return Object.fromEntries(
    SCENARIO_COLUMNS.map((column) => [column, make(column)]),
  ) as ByColumn<T>;
}

/** Position of each column in a row of headings, -1 for a column that is missing. */
export function columnPositions(headings: readonly unknown[]): ByColumn<number> {
  return byColumn((column) =>
    headings.findIndex((heading) => typeof heading === "string" && sameWord(heading, column)),
  );
}
