import type { Currency } from "../core/currency";
import { WRITTEN_PERCENT } from "../wording/format/number-formats";
import type { ByColumn, ScenarioColumn } from "./scenario-columns";

/** What a column is for, in two lines, with amounts in the first label; and how it looks: its width in points and its number format. */
export interface ColumnLook {
  readonly meaning: string;
  readonly width: number;
  readonly format: string;
}

const USD = "$#,##0";
/** Kept as it is typed: Excel would make a date of a scenario called May 2026, and a formula of a reference. */
const TEXT = "@";
export const DAY = "d mmm yyyy";

export const COLUMN_LOOKS: ByColumn<ColumnLook> = {
  Name: { meaning: "What you call it.\nEach name stands once.", width: 146, format: TEXT },
  Commitment: { meaning: "Promised a year, USD.\nBlank is none.", width: 124, format: USD },
  Usage: { meaning: "A year at list, USD.\nBlank: the mean.", width: 112, format: USD },
  Distribution: { meaning: "How usage spreads.\nBlank: lognormal.", width: 116, format: "General" },
  Low: { meaning: "With Mode and High:\nnever below, USD.", width: 124, format: USD },
  Mode: { meaning: "The likeliest\nusage, USD.", width: 112, format: USD },
  High: { meaning: "Usage is never\nabove this, USD.", width: 112, format: USD },
  Mean: { meaning: "With CV: average\nusage, USD.", width: 112, format: USD },
  CV: { meaning: "Spread as a part\nof the mean.", width: 96, format: WRITTEN_PERCENT },
  P10: { meaning: "With P90: 1 year in\n10 is below, USD.", width: 132, format: USD },
  P90: { meaning: "1 year in 10 is\nabove this, USD.", width: 112, format: USD },
  "Usage cells": {
    meaning: "Instead: where past years or\nweighted outcomes stand.",
    width: 158,
    format: TEXT,
  },
  Bands: { meaning: "Where its bands stand.\nBlank: the deal's.", width: 146, format: TEXT },
  Terms: { meaning: "Where its terms stand.\nBlank: the deal's.", width: 146, format: TEXT },
  Notes: { meaning: "Anything worth knowing.\nNot priced.", width: 200, format: TEXT },
  From: { meaning: "Who offers it: us,\nor the vendor's name.", width: 124, format: TEXT },
  Date: { meaning: "When it was offered.\nPuts rounds in order.", width: 124, format: DAY },
};

/** What a column is for, with the label that was chosen. */
export function columnMeaning(column: ScenarioColumn, currency: Currency): string {
  return COLUMN_LOOKS[column].meaning.replace("USD", currency.code);
}

export const SCENARIOS_TITLE = "Scenarios";
export const SCENARIOS_NOTE =
  "One row is one deal that you consider. Type, sort, add or delete rows as you like: the Bandwise pane reads this table, and formulas can too.";
