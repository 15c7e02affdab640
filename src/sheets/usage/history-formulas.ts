import { commit, excel, type Formula, type Operand, operation, quoted } from "../formulas/call";

/** Where a forecast from history takes its months and what is asked of it from, as references. */
export interface HistoryCells {
  /** Name of the table of months. */
  readonly months: string;
  readonly monthsAhead: string;
  readonly gap: string;
  readonly method: string;
}

/** Month and Baseline of the months that are in the history; an error where none is. */
export function monthsInHistory(months: string): Formula {
  const columns = excel("HSTACK", `${months}[Month]`, `${months}[Baseline]`);
  return excel("FILTER", columns, isInHistory(months));
}

/** One column of the months that are in the history; `none` where none is. */
export function columnInHistory(months: string, heading: string, none: Operand): Formula {
  return excel("FILTER", `${months}[${heading}]`, isInHistory(months), none);
}

function isInHistory(months: string): Formula {
  return operation(`${months}[In history]`, "=", quoted("yes"));
}

/** The forecast of the months ahead, in one of the details of FORECAST_FROM_HISTORY. */
export function forecastOf(
  { months, monthsAhead, gap, method }: HistoryCells,
  detail: "block" | "months" | "tests",
): Formula {
  const history = monthsInHistory(months);
  return commit("FORECAST_FROM_HISTORY", history, monthsAhead, gap, method, quoted(detail));
}
