import type { Currency } from "../../../core/currency";
import { sameWord } from "../../../core/fuzzy-match";
import { byInput } from "../../../deal/deal-inputs";
import { FORECAST_KINDS, type ForecastKind } from "../../../deal/forecast-block";
import { dayInWords } from "../../../deal/offer-round";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { ParsedScenario } from "../../../deal/parse-scenario";
import { FORECAST_LABELS, type ForecastLabel } from "../../../forecast/forecast-labels";
import { readableReference } from "../../../input/cells/cell-reference";
import { quoteCell, readRange } from "../../../input/cells/cells";
import { formatExactPercent, formatExactUsd } from "../../../wording/format/format";
import type { DealSource } from "../../kit/deal-source";
import { freshForecastForm } from "../../kit/forecast-form-state";
import type { ScenarioForm } from "./scenario-form-state";

const NO_CELLS: DealSource = { texts: byInput(() => ""), found: undefined, foundFor: undefined };

/** A form for a new scenario, which begins as what is shown: the deal in the workbook, or a scenario. */
export function newScenarioForm(
  shown: ParsedDeal | undefined,
  from: ParsedScenario | undefined,
  currency: Currency,
): ScenarioForm {
  if (from)
    return {
      ...scenarioForm(from, currency),
      editing: undefined,
      texts: { ...scenarioForm(from, currency).texts, name: "", from: "", date: "" },
    };
  const usage = shown?.usageUsd === undefined ? "" : formatExactUsd(shown.usageUsd, currency);
  const commitment =
    shown?.commitmentUsd === undefined ? "" : formatExactUsd(shown.commitmentUsd, currency);
  return {
    ...formOfForecast(
      shown?.forecastCells ?? null,
      shown?.usageUsd,
      shown?.references.forecast ?? "",
      currency,
    ),
    editing: undefined,
    texts: { name: "", from: "", date: "", commitment, usage, notes: "" },
    tried: false,
  };
}

/** A form with what stands in the row of a scenario. */
export function scenarioForm(
  { row, reading, round }: ParsedScenario,
  currency: Currency,
): ScenarioForm {
  const { values } = row;
  const said = (value: unknown): string =>
    typeof value === "number" ? formatExactUsd(value, currency) : String(value ?? "").trim();
  const usageCells = said(values["Usage cells"]);
  const start = formOfForecast(row.forecast?.cells ?? null, reading.usageUsd, "", currency);
  return {
    ...start,
    way: usageCells === "" ? start.way : "cells",
    editing: row.name,
    texts: {
      name: row.name,
      from: said(values.From),
      date: round?.day === undefined ? said(values.Date) : dayInWords(round.day),
      commitment: said(values.Commitment),
      usage: said(values.Usage),
      notes: said(values.Notes),
    },
    cells: {
      ...NO_CELLS,
      texts: byInput((part) =>
        part === "Forecast"
          ? usageCells
          : part === "Bands" || part === "Terms"
            ? said(values[part])
            : "",
      ),
    },
    tried: false,
  };
}

type ForecastStart = Pick<ScenarioForm, "way" | "forecast" | "distribution" | "cells">;

/** The way that a forecast was written, with its numbers. */
function formOfForecast(
  cells: ParsedDeal["forecastCells"],
  usageUsd: number | undefined,
  reference: string,
  currency: Currency,
): ForecastStart {
  const fresh = freshForecastForm(usageUsd, currency);
  const certain: ForecastStart = {
    way: "certain",
    forecast: fresh,
    distribution: undefined,
    cells: NO_CELLS,
  };
  if (cells === null) return certain;
  const labels = labelsIn(cells);
  const usd = (label: ForecastLabel): string =>
    textOf(labels.get(label), (one) => formatExactUsd(one, currency));
  const texts = {
    ...fresh.texts,
    low: usd("Low"),
    likely: usd("Mode") || fresh.texts.likely,
    high: usd("High"),
    mean: usd("Mean") || fresh.texts.mean,
    spread: textOf(labels.get("CV"), formatExactPercent) || spreadOf(labels),
    p10: usd("P10"),
    p90: usd("P90"),
  };
  const way = FORECAST_KINDS.find((kind) => WAY_LABELS[kind].some((label) => labels.has(label)));
  if (!way)
    return reference === ""
      ? certain
      : {
          ...certain,
          way: "cells",
          cells: {
            ...NO_CELLS,
            texts: byInput((part) => (part === "Forecast" ? readableReference(reference) : "")),
          },
        };
  const distribution = labels.get("Distribution");
  return {
    ...certain,
    way,
    forecast: { kind: way, texts, tried: false },
    distribution: distribution === undefined ? undefined : { way, name: String(distribution) },
  };
}

const WAY_LABELS: Readonly<Record<ForecastKind, readonly ForecastLabel[]>> = {
  points: ["Low", "Mode", "High"],
  spread: ["CV", "SD"],
  percentiles: ["P10", "P90"],
};

/** Values by their labels, in a block that stands upright or lies across. */
function labelsIn(cells: readonly (readonly unknown[])[]): ReadonlyMap<ForecastLabel, unknown> {
  const rows = readRange(cells);
  const found = new Map<ForecastLabel, unknown>();
  const isAcross = cells.length === 2 && (rows[0]?.length ?? 0) > 2;
  for (const [row, line] of rows.entries())
    for (const [column, cell] of line.entries()) {
      const label = FORECAST_LABELS.find((known) => sameWord(known, quoteCell(cell)));
      const value = isAcross ? rows[row + 1]?.[column] : line[column + 1];
      if (!label || !value || value.kind === "blank") continue;
      found.set(label, value.kind === "number" ? value.value : quoteCell(value));
    }
  return found;
}

function textOf(value: unknown, format: (value: number) => string): string {
  return typeof value === "number" ? format(value) : String(value ?? "");
}

/** A deviation in dollars as a part of the mean, which is how the table of scenarios says it. */
function spreadOf(labels: ReadonlyMap<ForecastLabel, unknown>): string {
  const [deviation, mean] = [labels.get("SD"), labels.get("Mean")];
  if (typeof deviation !== "number" || typeof mean !== "number" || mean === 0) return "";
  return formatExactPercent(deviation / mean);
}
