import { monthText } from "../../core/calendar";
import { NoAnswer } from "../../core/no-answer";
import type { Answer } from "../../core/result";
import { forecastFromHistory, type HistoryForecast, type TermAhead } from "./forecast-from-history";
import { HISTORY_METHODS, type MonthlyUsage } from "./methods";

/** Usage of consecutive months, oldest first. */
export interface History {
  /** As src/core/calendar.ts counts months; undefined where the history names none. */
  readonly firstMonth: number | undefined;
  readonly usagesUsd: MonthlyUsage;
}

/** What to show of a forecast: its labels, its months, or how each method did. */
export const HISTORY_DETAILS = ["block", "months", "tests"] as const;
export type HistoryDetail = (typeof HISTORY_DETAILS)[number];

type Table = readonly (readonly Answer<string | number>[])[];

/** The table that FORECAST_FROM_HISTORY answers. */
export function historyTable(
  history: History,
  term: TermAhead,
  detail: HistoryDetail = "block",
): Answer<Table> {
  const forecast = forecastFromHistory(history.usagesUsd, term);
  if (forecast instanceof NoAnswer) return forecast;
  switch (detail) {
    case "block":
      return [
        ["Label", "Value"],
        ["Distribution", "lognormal"],
        ["Mean", forecast.meanUsd],
        ["CV", forecast.cv],
      ];
    case "months":
      return monthRows(forecast, history, term.gap);
    case "tests":
      return testRows(forecast, history.usagesUsd.length);
  }
}

/** Months ahead of a history that names none are counted from its end. */
function monthRows(
  { monthsUsd }: HistoryForecast,
  { firstMonth, usagesUsd }: History,
  gap: number,
): Table {
  const label = (h: number) =>
    firstMonth === undefined ? h : monthText(firstMonth + usagesUsd.length - 1 + h);
  return [["Month", "Usage"], ...monthsUsd.map((usd, index) => [label(gap + index + 1), usd])];
}

function testRows({ tested, chosen }: HistoryForecast, months: number): Table {
  const testable = tested.map(({ method }) => method);
  return [
    ["Method", "Tests", "Mean absolute error", "Total", "CV", "Chosen"],
    ...HISTORY_METHODS.map((method) => {
      const one = tested.find((other) => other.method === method);
      const none = new NoAnswer({ kind: "untestedMethod", method, months, testable });
      if (!one) return [method, 0, none, none, none, ""];
      const { tests, meanAbsoluteErrorUsd, totalUsd, cv } = one;
      const isChosen = one === chosen ? "yes" : "";
      return [method, tests.length, meanAbsoluteErrorUsd, totalUsd, cv, isChosen];
    }),
  ];
}
