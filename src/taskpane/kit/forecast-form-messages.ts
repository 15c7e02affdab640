import type { Currency } from "../../core/currency";
import { FORECAST_KINDS } from "../../deal/forecast-block";
import type { Forecast } from "../../forecast/forecast";
import { formatUsd } from "../../wording/format/format";

/** How somebody may say in a form what usage may be. */
export const USAGE_KINDS = ["certain", ...FORECAST_KINDS] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

/** What each way of saying a forecast asks for, in the order of the form. */
export const FORECAST_FIELDS = {
  certain: ["usage"],
  points: ["low", "likely", "high"],
  spread: ["mean", "spread"],
  percentiles: ["p10", "p90"],
} as const satisfies Readonly<Record<UsageKind, readonly string[]>>;
export type ForecastFieldName = (typeof FORECAST_FIELDS)[UsageKind][number];

/** A way of saying how sure usage is, in the words of a choice. */
export interface ForecastKindChoice {
  readonly kind: UsageKind;
  readonly name: string;
}

export const FORECAST_KIND_CHOICES: readonly ForecastKindChoice[] = [
  { kind: "certain", name: "One number" },
  { kind: "points", name: "Low, likely and high" },
  { kind: "spread", name: "An average and its spread" },
  { kind: "percentiles", name: "A low year and a high year" },
];

interface FieldWords {
  readonly label: string;
  readonly help: string;
  /** As a sentence about a fault calls it. */
  readonly argument: string;
}

export const FIELD_WORDS: Readonly<Record<ForecastFieldName, FieldWords>> = {
  usage: {
    label: "Usage of a year",
    help: "At list prices.",
    argument: "usage",
  },
  low: {
    label: "Low",
    help: "Usage will not be below this.",
    argument: "low",
  },
  likely: {
    label: "Likely",
    help: "The amount that you think most likely.",
    argument: "likely",
  },
  high: {
    label: "High",
    help: "Usage will not be above this.",
    argument: "high",
  },
  mean: {
    label: "Average",
    help: "What a year comes to on average.",
    argument: "average",
  },
  spread: {
    label: "Spread",
    help: "How far a year tends to be from the average, as a part of it: its standard deviation, such as 35%.",
    argument: "spread",
  },
  p10: {
    label: "Low year (P10)",
    help: "Only 1 year in 10 stays below this.",
    argument: "low year",
  },
  p90: {
    label: "High year (P90)",
    help: "Only 1 year in 10 goes above this.",
    argument: "high year",
  },
};

/** What a forecast comes to, in a sentence without labels. */
export function forecastSentence(forecast: Forecast, currency: Currency): string {
  const { meanUsd, lowestUsd, highestUsd } = forecast;
  if (lowestUsd === highestUsd) return `Usage is ${formatUsd(meanUsd, currency)} for certain.`;
  const [low, high] = [0.1, 0.9].map((share) => formatRoundUsd(forecast.quantile(share), currency));
  return `On average ${formatUsd(meanUsd, currency)}. 1 year in 10 stays below ${low}, and 1 in 10 goes above ${high}.`;
}

/** An estimate with the three digits that it can bear: $427,000, $1,020,000. */
function formatRoundUsd(amountUsd: number, currency: Currency): string {
  return formatUsd(Number(amountUsd.toPrecision(3)), currency);
}
