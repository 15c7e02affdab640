import type { Currency } from "../../../core/currency";
import { describeErrors } from "../../../core/errors";
import { fail, type Result, succeed } from "../../../core/result";
import type { ForecastKind } from "../../../deal/forecast-block";
import { dayInWords, readRoundDay } from "../../../deal/offer-round";
import { isNamed, type ReferenceColumn } from "../../../deal/scenario";
import type { ScenarioForecast, ScenarioToWrite } from "../../../deal/scenario-to-write";
import type { Forecast } from "../../../forecast/forecast";
import { formatExactUsd } from "../../../wording/format/format";
import type { DealSource } from "../../kit/deal-source";
import {
  type ForecastForm,
  type ForecastFormReading,
  readForecastForm,
} from "../../kit/forecast-form-state";
import type { Field } from "../../kit/form-fields";
import { readTypedUsd } from "../../kit/typed-amount";
import { readScenarioCells } from "./scenario-form-cells";
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

/** Reads the form. @param names Those of all scenarios, among which a name stands once. */
export function readScenarioForm(
  form: ScenarioForm,
  names: readonly string[],
  hasDeal: boolean,
  currency: Currency,
): ScenarioFormReading {
  const { texts, way, tried } = form;
  const others = names.filter((name) => !isNamed(name, form.editing ?? ""));
  const name = readName(texts.name, others);
  const commitment = readOptional(texts.commitment, "commitment", currency);
  const usage =
    way === "certain" && texts.usage.trim() === ""
      ? missing("usage", "what a year costs at list prices, such as 700k")
      : readOptional(texts.usage, "usage", currency);
  const forecast = isLabelled(way)
    ? readForecastForm({ ...form.forecast, kind: way, tried }, currency)
    : undefined;
  const cells = readScenarioCells(form, hasDeal, currency);
  const date = readRoundDay(texts.date);
  const results = {
    ...{ name, from: succeed(texts.from.trim()), date: understoodDay(date), commitment, usage },
    notes: succeed(texts.notes.trim()),
  };
  const shown = (field: ScenarioFieldName): Field =>
    shownField(texts[field], results[field], tried, currency);
  const obstacles = [
    ...SCENARIO_FIELDS.flatMap((field) => {
      const result: Result<unknown> = results[field];
      return result.ok ? [] : [describeErrors(result.errors, currency)];
    }),
    ...(forecast?.obstacles ?? []),
    ...cells.obstacles,
  ];
  const written = forecastOf(form, forecast, cells.usage);
  return {
    fields: {
      name: shown("name"),
      from: shown("from"),
      date: shown("date"),
      commitment: shown("commitment"),
      usage: shown("usage"),
      notes: shown("notes"),
    },
    forecast,
    cells: cells.fields,
    understood: forecast?.understood ?? cells.forecast,
    obstacles,
    scenario:
      obstacles.length === 0 && written && name.ok && date.ok && commitment.ok && usage.ok
        ? {
            name: name.value,
            commitmentUsd: commitment.value,
            usageUsd: usage.value,
            forecast: written,
            bands: cells.bands,
            terms: cells.terms,
            notes: texts.notes,
            ...roundOf(texts.from.trim(), date.value),
          }
        : undefined,
  };
}

function roundOf(from: string, day: number | undefined): Pick<ScenarioToWrite, "round"> {
  return from === "" && day === undefined ? {} : { round: { from, day } };
}

/** A date as people write it, which the form shows as its echo. */
function understoodDay(date: Result<number | undefined>): Result<string> {
  if (!date.ok) return date;
  return succeed(date.value === undefined ? "" : dayInWords(date.value));
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

function readOptional(text: string, argument: string, currency: Currency): Result<number | null> {
  return text.trim() === "" ? succeed(null) : readTypedUsd(text, { argument }, currency);
}

function missing(argument: string, expected: string): Result<never> {
  return fail({ kind: "missing", place: { argument }, expected });
}

function shownField(
  text: string,
  result: Result<unknown>,
  tried: boolean,
  currency: Currency,
): Field {
  if (!result.ok) {
    const isWaiting = text.trim() === "" && !tried;
    return {
      text,
      echo: "",
      error: isWaiting ? "" : describeErrors(result.errors, currency),
    };
  }
  const { value } = result;
  const understood =
    typeof value === "number" ? formatExactUsd(value, currency) : String(value ?? "");
  return { text, echo: understood === text.trim() ? "" : understood, error: "" };
}

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
