import { describeErrors } from "../../../core/errors";
import { sameWord } from "../../../core/fuzzy-match";
import { fail, type Result, succeed } from "../../../core/result";
import { byInput, type DealInput } from "../../../deal/deal-inputs";
import { FORECAST_KINDS, type ForecastKind } from "../../../deal/forecast-block";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { ParsedScenario } from "../../../deal/parse-scenario";
import { partsInScenario } from "../../../deal/parts-of-year-messages";
import { isNamed, type ReferenceColumn } from "../../../deal/scenario";
import type { ScenarioForecast, ScenarioToWrite } from "../../../deal/scenario-to-write";
import type { Forecast } from "../../../forecast/forecast";
import { FORECAST_LABELS, type ForecastLabel } from "../../../forecast/forecast-labels";
import { readableReference } from "../../../input/cells/cell-reference";
import { quoteCell, readRange } from "../../../input/cells/cells";
import { readForecast } from "../../../input/forecast-cells";
import { formatExactPercent, formatExactUsd } from "../../../wording/format/format";
import { type DealSource, readDealSource } from "../../kit/deal-source";
import {
  type ForecastForm,
  type ForecastFormReading,
  freshForecastForm,
  readForecastForm,
} from "../../kit/forecast-form-state";
import type { Field } from "../../kit/form-fields";
import { paneCurrency } from "../../kit/pane-currency";
import { readTypedUsd } from "../../kit/typed-amount";
import { SCENARIO_FIELDS, type ScenarioFieldName, type UsageWay } from "./scenario-form-messages";

/** The form of a scenario as it stands. */
export interface ScenarioForm {
  /** Name of the scenario that is edited; undefined for a new one. */
  readonly editing: string | undefined;
  readonly texts: Readonly<Record<ScenarioFieldName, string>>;
  readonly way: UsageWay;
  /** The numbers of each way that has some. */
  readonly forecast: ForecastForm;
  /** A distribution that somebody chose in the cells, and the way that it goes with. */
  readonly distribution: { readonly way: UsageWay; readonly name: string } | undefined;
  /** References, by the part that they stand for: Forecast is the cells of usage. */
  readonly cells: DealSource;
  /** Whether it was to be saved already: from then on an empty field is a fault. */
  readonly tried: boolean;
}

/** The form as understood. */
export interface ScenarioFormReading {
  readonly fields: Readonly<Record<ScenarioFieldName, Field>>;
  /** The numbers of the way chosen, where it has some. */
  readonly forecast: ForecastFormReading | undefined;
  readonly cells: Readonly<Record<ReferenceColumn, Field>>;
  /** What usage may be, once that is right. */
  readonly understood: Forecast | undefined;
  /** Why it cannot be saved as things stand, one sentence each. */
  readonly obstacles: readonly string[];
  readonly scenario: ScenarioToWrite | undefined;
}

/** The part of a deal that the cells of a column are read as. */
export const CELL_PARTS = {
  "Usage cells": "Forecast",
  Bands: "Bands",
  Terms: "Terms",
} as const satisfies Readonly<Record<ReferenceColumn, DealInput>>;

const NO_CELLS: DealSource = { texts: byInput(() => ""), found: undefined, foundFor: undefined };

/** A form for a new scenario, which begins as what is shown: the deal in the workbook, or a scenario. */
export function newScenarioForm(
  shown: ParsedDeal | undefined,
  from: ParsedScenario | undefined,
): ScenarioForm {
  if (from)
    return {
      ...scenarioForm(from),
      editing: undefined,
      texts: { ...scenarioForm(from).texts, name: "" },
    };
  const usage = shown?.usageUsd === undefined ? "" : formatExactUsd(shown.usageUsd, paneCurrency());
  const commitment =
    shown?.commitmentUsd === undefined ? "" : formatExactUsd(shown.commitmentUsd, paneCurrency());
  return {
    ...formOfForecast(
      shown?.forecastCells ?? null,
      shown?.usageUsd,
      shown?.references.forecast ?? "",
    ),
    editing: undefined,
    texts: { name: "", commitment, usage, notes: "" },
    tried: false,
  };
}

/** A form with what stands in the row of a scenario. */
export function scenarioForm({ row, reading }: ParsedScenario): ScenarioForm {
  const { values } = row;
  const said = (value: unknown): string =>
    typeof value === "number" ? formatExactUsd(value, paneCurrency()) : String(value ?? "").trim();
  const usageCells = said(values["Usage cells"]);
  const start = formOfForecast(row.forecast?.cells ?? null, reading.usageUsd, "");
  return {
    ...start,
    way: usageCells === "" ? start.way : "cells",
    editing: row.name,
    texts: {
      name: row.name,
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
): ForecastStart {
  const fresh = freshForecastForm(usageUsd);
  const certain: ForecastStart = {
    way: "certain",
    forecast: fresh,
    distribution: undefined,
    cells: NO_CELLS,
  };
  if (cells === null) return certain;
  const labels = labelsIn(cells);
  const usd = (label: ForecastLabel): string =>
    textOf(labels.get(label), (one) => formatExactUsd(one, paneCurrency()));
  const texts = {
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

/** Reads the form. @param names Those of all scenarios, among which a name stands once. */
export function readScenarioForm(
  form: ScenarioForm,
  names: readonly string[],
  hasDeal: boolean,
): ScenarioFormReading {
  const { texts, way, tried } = form;
  const others = names.filter((name) => !isNamed(name, form.editing ?? ""));
  const name = readName(texts.name, others);
  const commitment = readOptional(texts.commitment, "commitment");
  const usage =
    way === "certain" && texts.usage.trim() === ""
      ? missing("usage", "what a year costs at list prices, such as 700k")
      : readOptional(texts.usage, "usage");
  const forecast = isLabelled(way)
    ? readForecastForm({ ...form.forecast, kind: way, tried })
    : undefined;
  const cells = readCells(form, hasDeal);
  const results = { name, commitment, usage, notes: succeed(texts.notes) };
  const shown = (field: ScenarioFieldName): Field =>
    shownField(texts[field], results[field], tried);
  const obstacles = [
    ...SCENARIO_FIELDS.flatMap((field) => {
      const result: Result<unknown> = results[field];
      return result.ok ? [] : [describeErrors(result.errors, paneCurrency())];
    }),
    ...(forecast?.obstacles ?? []),
    ...cells.obstacles,
  ];
  const written = forecastOf(form, forecast, cells.usage);
  return {
    fields: {
      name: shown("name"),
      commitment: shown("commitment"),
      usage: shown("usage"),
      notes: shown("notes"),
    },
    forecast,
    cells: cells.fields,
    understood: forecast?.understood ?? cells.forecast,
    obstacles,
    scenario:
      obstacles.length === 0 && written && name.ok && commitment.ok && usage.ok
        ? {
            name: name.value,
            commitmentUsd: commitment.value,
            usageUsd: usage.value,
            forecast: written,
            bands: cells.bands,
            terms: cells.terms,
            notes: texts.notes,
          }
        : undefined,
  };
}

export function isLabelled(way: UsageWay): way is ForecastKind {
  return way !== "certain" && way !== "cells";
}

function readName(text: string, others: readonly string[]): Result<string> {
  const name = text.trim();
  if (name === "") return missing("name", "what you call this scenario");
  const taken = others.find((other) => isNamed(other, name));
  if (taken === undefined) return succeed(name);
  return missing("another name", `one that no scenario has: there is ${taken} already`);
}

function readOptional(text: string, argument: string): Result<number | null> {
  return text.trim() === "" ? succeed(null) : readTypedUsd(text, { argument });
}

function missing(argument: string, expected: string): Result<never> {
  return fail({ kind: "missing", place: { argument }, expected });
}

function shownField(text: string, result: Result<unknown>, tried: boolean): Field {
  if (!result.ok) {
    const isWaiting = text.trim() === "" && !tried;
    return {
      text,
      echo: "",
      error: isWaiting ? "" : describeErrors(result.errors, paneCurrency()),
    };
  }
  const understood =
    typeof result.value === "number" ? formatExactUsd(result.value, paneCurrency()) : "";
  return { text, echo: understood === text.trim() ? "" : understood, error: "" };
}

function readCells(form: ScenarioForm, hasDeal: boolean) {
  const { parts, partsOfYear } = readDealSource(form.cells);
  const { texts, found, foundFor } = form.cells;
  const columns = (["Usage cells", "Bands", "Terms"] as const).filter(
    (column) => column !== "Usage cells" || form.way === "cells",
  );
  const isRead = (part: DealInput): boolean =>
    texts[part].trim() === "" || foundFor?.[part].trim() === texts[part].trim();
  const faults = columns.flatMap((column) => {
    const part = CELL_PARTS[column];
    const error =
      part === "Forecast" && partsOfYear
        ? partsInScenario(partsOfYear, paneCurrency())
        : parts[part].field.error;
    if (error !== "") return [error.replaceAll("\n", " ")];
    return isRead(part) ? [] : [`${column} could not be read yet.`];
  });
  const usageText = texts.Forecast.trim();
  const usageFound = found?.Forecast;
  const usage = form.way === "cells" && usageFound?.kind === "cells" ? usageFound : undefined;
  const forecast = usage ? readForecast(usage.cells) : undefined;
  const reference = (part: DealInput): string => {
    const cells = found?.[part];
    return cells?.kind === "cells" ? readableReference(cells.reference) : texts[part].trim();
  };
  const usageField = partsOfYear
    ? { ...parts.Forecast.field, error: partsInScenario(partsOfYear, paneCurrency()) }
    : parts.Forecast.field;
  return {
    fields: {
      "Usage cells": waiting(usageField, form.tried && form.way === "cells"),
      Bands: parts.Bands.field,
      Terms: parts.Terms.field,
    },
    obstacles: [
      ...faults,
      ...(form.way === "cells" && usageText === "" ? [GIVE_CELLS] : []),
      ...(!hasDeal && texts.Bands.trim() === "" ? [GIVE_BANDS] : []),
    ],
    usage: usage ? reference("Forecast") : "",
    forecast: forecast?.ok ? forecast.value : undefined,
    bands: reference("Bands"),
    terms: reference("Terms"),
  };
}

function waiting(field: Field, tried: boolean): Field {
  return tried && field.text.trim() === "" ? { ...field, error: GIVE_CELLS } : field;
}

const GIVE_CELLS = "Give the cells of usage: an address such as Sheet1!A2:A9, a table or a name.";
const GIVE_BANDS = "Give the cells of the bands: this workbook has no deal to take them from.";

function forecastOf(
  { way, distribution }: ScenarioForm,
  reading: ForecastFormReading | undefined,
  usageCells: string,
): ScenarioForecast | undefined {
  if (way === "certain") return { kind: "certain" };
  if (way === "cells")
    return usageCells === "" ? undefined : { kind: "cells", reference: usageCells };
  if (!reading?.forecast) return undefined;
  return {
    kind: "labelled",
    forecast: reading.forecast,
    distribution: distribution?.way === way ? distribution.name : undefined,
  };
}
