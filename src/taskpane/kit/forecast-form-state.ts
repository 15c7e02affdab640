import type { Currency } from "../../core/currency";
import { describeError, describeErrors } from "../../core/errors";
import { combine, fail, type Result, succeed } from "../../core/result";
import { FORECAST_HEADINGS, type ForecastToWrite, forecastBlock } from "../../deal/forecast-block";
import { LARGEST_VARIATION } from "../../forecast/described-forecast";
import type { Forecast } from "../../forecast/forecast";
import { readCell } from "../../input/cells/cells";
import { readNumber } from "../../input/cells/numbers";
import { readForecast } from "../../input/forecast-cells";
import { bareFigure } from "../../input/headings/percent-scale";
import { formatExactPercent, formatExactUsd } from "../../wording/format/format";
import {
  FIELD_WORDS,
  FORECAST_FIELDS,
  type ForecastFieldName,
  type UsageKind,
} from "./forecast-form-messages";
import type { Field } from "./form-fields";
import { readUsd } from "./form-fields";
import type { Question } from "./question";

/** The form as it stands: the way chosen, and the text of every field, of the other ways too. */
export interface ForecastForm {
  readonly kind: UsageKind;
  readonly texts: Readonly<Record<ForecastFieldName, string>>;
  /** Whether it was to be written already: from then on an empty field is a fault. */
  readonly tried: boolean;
}

/** A field of the chosen way, as the form shows it. */
export interface ForecastField {
  readonly name: ForecastFieldName;
  readonly field: Field;
  /** What has to be asked of the field; an answer is the text that it means. */
  readonly question?: Question<string>;
}

/** The form as understood. */
export interface ForecastFormReading {
  readonly fields: readonly ForecastField[];
  /** What the numbers come to, once all are right. */
  readonly understood: Forecast | undefined;
  /** What is wrong with the numbers together, where no field shows it. */
  readonly otherFault: string;
  /** Why the forecast cannot be written as things stand, one sentence each. */
  readonly obstacles: readonly string[];
  readonly forecast: ForecastToWrite | undefined;
}

/** The usage of the deal, where it has one, is the middle to begin with. */
export function freshForecastForm(usageUsd: number | undefined, currency: Currency): ForecastForm {
  return usageUsd === undefined
    ? EMPTY_FORECAST_FORM
    : formWithMiddle(formatExactUsd(usageUsd, currency));
}

export const EMPTY_FORECAST_FORM: ForecastForm = formWithMiddle("");

function formWithMiddle(middle: string): ForecastForm {
  const texts = {
    usage: middle,
    low: "",
    likely: middle,
    high: "",
    mean: middle,
    spread: "",
    p10: "",
    p90: "",
  };
  return { kind: "points", texts, tried: false };
}

/** Reads the numbers of the chosen way, each by itself and all together. */
export function readForecastForm(
  { kind, texts, tried }: ForecastForm,
  currency: Currency,
): ForecastFormReading {
  const { numbers, forecast: asked } = readNumbers(kind, texts, currency);
  const isOpen = kind === "spread" && spreadQuestion(texts.spread) !== undefined;
  const whole = asked.ok && !isOpen ? readForecast(cellsOf(asked.value)) : undefined;
  const otherFault = whole && !whole.ok ? describeErrors(whole.errors, currency) : "";
  const fields = FORECAST_FIELDS[kind].map((name): ForecastField => {
    const text = texts[name];
    const read = numbers.get(name) ?? amount(name, texts, currency);
    const isWaiting = text.trim() === "" && !tried;
    const question = name === "spread" ? spreadQuestion(text) : undefined;
    if (question) return { name, field: { text, echo: "", error: "" }, question };
    return {
      name,
      field: isWaiting ? { text, echo: "", error: "" } : shown(name, text, read, currency),
    };
  });
  const faults = FORECAST_FIELDS[kind].flatMap((name) => {
    const read = numbers.get(name);
    const question = name === "spread" ? spreadQuestion(texts[name]) : undefined;
    if (question) return [question.text];
    return read && !read.ok ? read.errors.map((one) => describeError(one, currency)) : [];
  });
  return {
    fields,
    understood: whole?.ok ? whole.value : undefined,
    otherFault,
    obstacles: otherFault === "" ? faults : [otherFault],
    forecast: asked.ok && whole?.ok ? asked.value : undefined,
  };
}

type Texts = ForecastForm["texts"];

interface ReadNumbers {
  readonly numbers: ReadonlyMap<ForecastFieldName, Result<number>>;
  readonly forecast: Result<ForecastToWrite>;
}

function readNumbers(kind: UsageKind, texts: Texts, currency: Currency): ReadNumbers {
  switch (kind) {
    case "certain": {
      const usageUsd = aboveZero("usage", amount("usage", texts, currency), currency);
      return {
        numbers: new Map([["usage", usageUsd]]),
        forecast: usageUsd.ok
          ? succeed({ kind: "spread", meanUsd: usageUsd.value, spreadFraction: 0 })
          : usageUsd,
      };
    }
    case "points": {
      const lowUsd = amount("low", texts, currency);
      const likelyUsd = notBelow(
        "likely",
        amount("likely", texts, currency),
        "low",
        lowUsd,
        currency,
      );
      const floor = likelyUsd.ok ? likelyUsd : lowUsd;
      const highUsd = notBelow(
        "high",
        amount("high", texts, currency),
        likelyUsd.ok ? "likely" : "low",
        floor,
        currency,
      );
      const read = combine({ lowUsd, likelyUsd, highUsd });
      return {
        numbers: new Map([
          ["low", lowUsd],
          ["likely", likelyUsd],
          ["high", highUsd],
        ]),
        forecast: read.ok ? succeed({ kind, ...read.value }) : read,
      };
    }
    case "spread": {
      const meanUsd = aboveZero("mean", amount("mean", texts, currency), currency);
      const spreadFraction = readSpread(texts);
      const read = combine({ meanUsd, spreadFraction });
      return {
        numbers: new Map([
          ["mean", meanUsd],
          ["spread", spreadFraction],
        ]),
        forecast: read.ok ? succeed({ kind, ...read.value }) : read,
      };
    }
    case "percentiles": {
      const p10Usd = aboveZero("p10", amount("p10", texts, currency), currency);
      const p90Usd = notBelow("p90", amount("p90", texts, currency), "p10", p10Usd, currency);
      const read = combine({ p10Usd, p90Usd });
      return {
        numbers: new Map([
          ["p10", p10Usd],
          ["p90", p90Usd],
        ]),
        forecast: read.ok ? succeed({ kind, ...read.value }) : read,
      };
    }
  }
}

function argumentOf(name: ForecastFieldName): string {
  return FIELD_WORDS[name].argument;
}

function amount(name: ForecastFieldName, texts: Texts, currency: Currency): Result<number> {
  return readUsd(texts[name], argumentOf(name), currency);
}

function readSpread({ spread: text }: Texts): Result<number> {
  const place = { argument: argumentOf("spread") };
  if (text.trim() === "")
    return fail({ kind: "missing", place, expected: "a part of the average, such as 35%" });
  const read = readNumber(readCell(text), place, "fraction");
  if (!read.ok || (read.value >= 0 && read.value <= LARGEST_VARIATION)) return read;
  const range = { least: 0, most: LARGEST_VARIATION };
  return fail({ kind: "fractionOutOfRange", place, given: read.value, ...range });
}

/** Whether a spread of 1 or more is a percentage; beyond what a spread may be it can be nothing else. */
function spreadQuestion(text: string): Question<string> | undefined {
  const figure = bareFigure({ kind: "text", text });
  if (figure === undefined || figure < 1 || figure > 100 * LARGEST_VARIATION) return undefined;
  const asFraction = formatExactPercent(figure);
  return {
    text: `Is the spread ${figure} a percentage, ${figure}%?`,
    answers: [
      { name: `Yes, ${figure}%`, change: `${text.trim()}%` },
      ...(figure > LARGEST_VARIATION
        ? []
        : [{ name: `No, ${asFraction}`, change: asFraction.replaceAll(",", "") }]),
    ],
  };
}

function notBelow(
  name: ForecastFieldName,
  read: Result<number>,
  lowerName: ForecastFieldName,
  lower: Result<number>,
  currency: Currency,
): Result<number> {
  if (!read.ok || !lower.ok || read.value >= lower.value) return read;
  const expected = `an amount not below ${argumentOf(lowerName)}, which is ${formatExactUsd(lower.value, currency)}`;
  return outOfRange(name, read.value, expected);
}

/** Of a spread in parts of the mean there is none around 0, and a usage that is never below 0 has no low year of 0. */
function aboveZero(
  name: ForecastFieldName,
  read: Result<number>,
  currency: Currency,
): Result<number> {
  return read.ok && read.value === 0
    ? outOfRange(name, 0, `an amount above ${formatExactUsd(0, currency)}`)
    : read;
}

function outOfRange(name: ForecastFieldName, given: number, expected: string): Result<number> {
  const place = { argument: argumentOf(name) };
  return fail({ kind: "numberOutOfRange", place, given, expected });
}

/** The cells that would be written. */
function cellsOf(forecast: ForecastToWrite): readonly (readonly unknown[])[] {
  const rows = forecastBlock(forecast).map(([label, value]) => [label, value]);
  return [FORECAST_HEADINGS.slice(0, 2), ...rows];
}

function shown(
  name: ForecastFieldName,
  text: string,
  read: Result<number>,
  currency: Currency,
): Field {
  if (!read.ok) return { text, echo: "", error: describeErrors(read.errors, currency) };
  const understood =
    name === "spread" ? formatExactPercent(read.value) : formatExactUsd(read.value, currency);
  return { text, echo: understood === text.trim() ? "" : understood, error: "" };
}
