import type { Currency } from "../core/currency";
import { sameWord } from "../core/fuzzy-match";
import { WRITTEN_PERCENT } from "../wording/format/number-formats";

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

/** Something for each column. */
export type ByColumn<T> = Readonly<Record<ScenarioColumn, T>>;

/** Makes something for each column. */
export function byColumn<T>(make: (column: ScenarioColumn) => T): ByColumn<T> {
  return Object.fromEntries(
    SCENARIO_COLUMNS.map((column) => [column, make(column)]),
  ) as ByColumn<T>;
}

/** What a column is for, in two lines, with amounts in the first label; and how it looks: its width in points and its number format. */
export interface ColumnLook {
  readonly meaning: string;
  readonly width: number;
  readonly format: string;
}

const USD = "$#,##0";
/** Kept as it is typed: Excel would make a date of a scenario called May 2026, and a formula of a reference. */
const TEXT = "@";

export const COLUMN_LOOKS: ByColumn<ColumnLook> = {
  Name: { meaning: "What you call it.\nEach name stands once.", width: 150, format: TEXT },
  Commitment: { meaning: "Promised a year, USD.\nBlank is none.", width: 124, format: USD },
  Usage: { meaning: "A year at list, USD.\nBlank: the mean.", width: 112, format: USD },
  Distribution: { meaning: "How usage spreads.\nBlank: lognormal.", width: 116, format: "General" },
  Low: { meaning: "With Mode and High:\nnever below, USD.", width: 124, format: USD },
  Mode: { meaning: "The likeliest\nusage, USD.", width: 112, format: USD },
  High: { meaning: "Usage is never\nabove this, USD.", width: 112, format: USD },
  Mean: { meaning: "With CV: average\nusage, USD.", width: 112, format: USD },
  CV: { meaning: "Spread as a part\nof the mean.", width: 96, format: WRITTEN_PERCENT },
  P10: { meaning: "With P90: 1 year in\n10 is below, USD.", width: 146, format: USD },
  P90: { meaning: "1 year in 10 is\nabove this, USD.", width: 112, format: USD },
  "Usage cells": {
    meaning: "Instead: where past years or\nweighted outcomes stand.",
    width: 158,
    format: TEXT,
  },
  Bands: { meaning: "Where its bands stand.\nBlank: the deal's.", width: 146, format: TEXT },
  Terms: { meaning: "Where its terms stand.\nBlank: the deal's.", width: 146, format: TEXT },
  Notes: { meaning: "Anything worth knowing.\nNot priced.", width: 200, format: TEXT },
};

/** What a column is for, with the label that was chosen. */
export function columnMeaning(column: ScenarioColumn, currency: Currency): string {
  return COLUMN_LOOKS[column].meaning.replace("USD", currency.code);
}

export const SCENARIOS_TITLE = "Scenarios";
export const SCENARIOS_NOTE =
  "One row is one deal that you consider. Type, sort, add or delete rows as you like: the Bandwise pane reads this table, and formulas can too.";

/** Position of each column in a row of headings, -1 for a column that is missing. */
export function columnPositions(headings: readonly unknown[]): ByColumn<number> {
  return byColumn((column) =>
    headings.findIndex((heading) => typeof heading === "string" && sameWord(heading, column)),
  );
}
