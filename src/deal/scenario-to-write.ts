import { DISTRIBUTIONS } from "../forecast/forecast-labels";
import { type ForecastToWrite, forecastBlock } from "./forecast-block";
import type { OfferRound } from "./offer-round";
import { type ByColumn, byColumn, FORECAST_COLUMNS, type ScenarioColumn } from "./scenario-columns";

/** What usage of a scenario may be, as it is written: labels and values, cells elsewhere, or nothing but the usage. */
export type ScenarioForecast =
  | {
      readonly kind: "labelled";
      readonly forecast: ForecastToWrite;
      /** A distribution chosen in the cells that fits these numbers too. */
      readonly distribution: string | undefined;
    }
  | { readonly kind: "cells"; readonly reference: string }
  | { readonly kind: "certain" };

/** A scenario to write; null and empty texts are blank cells. */
export interface ScenarioToWrite {
  readonly name: string;
  readonly commitmentUsd: number | null;
  readonly usageUsd: number | null;
  readonly forecast: ScenarioForecast;
  readonly bands: string;
  readonly terms: string;
  readonly notes: string;
  /** Who offers it, and when; absent for a scenario that is no offer of anybody. */
  readonly round?: OfferRound;
}

/** The cells of a scenario, by column. */
export function scenarioCells(scenario: ScenarioToWrite): ByColumn<string | number> {
  const { forecast } = scenario;
  const labelled = forecast.kind === "labelled" ? labelledCells(forecast) : new Map();
  const others: Partial<Record<ScenarioColumn, string | number>> = {
    Name: text(scenario.name),
    Commitment: scenario.commitmentUsd ?? "",
    Usage: scenario.usageUsd ?? "",
    "Usage cells": forecast.kind === "cells" ? forecast.reference : "",
    Bands: scenario.bands,
    Terms: scenario.terms,
    Notes: text(scenario.notes),
    From: text(scenario.round?.from ?? ""),
    Date: scenario.round?.day ?? "",
  };
  return byColumn((column) => labelled.get(column) ?? others[column] ?? "");
}

function labelledCells({
  forecast,
  distribution,
}: Extract<ScenarioForecast, { kind: "labelled" }>): ReadonlyMap<ScenarioColumn, string | number> {
  const cells = new Map<ScenarioColumn, string | number>();
  for (const [label, value] of forecastBlock(forecast)) {
    const column = FORECAST_COLUMNS.find((known) => known === label);
    if (column) cells.set(column, value);
  }
  const known = DISTRIBUTIONS.find((one) => one === distribution);
  if (known) cells.set("Distribution", known);
  return cells;
}

/** Text is no formula, whatever it begins with; a space before it is not read. */
function text(typed: string): string {
  const trimmed = typed.trim();
  return trimmed.startsWith("=") ? ` ${trimmed}` : trimmed;
}
