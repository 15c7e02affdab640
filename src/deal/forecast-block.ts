import type { Currency } from "../core/currency";
import type { Distribution } from "../forecast/forecast-labels";
import { PERCENT, TEXT, USD, WRITTEN_PERCENT, writtenUsd } from "../wording/format/number-formats";

/** Ways to describe how sure a year of usage is. */
export const FORECAST_KINDS = ["points", "spread", "percentiles"] as const;
export type ForecastKind = (typeof FORECAST_KINDS)[number];

/** A forecast to write: usage at list prices, USD; the spread is the standard deviation as a fraction of the mean. */
export type ForecastToWrite =
  | {
      readonly kind: "points";
      readonly lowUsd: number;
      readonly likelyUsd: number;
      readonly highUsd: number;
    }
  | { readonly kind: "spread"; readonly meanUsd: number; readonly spreadFraction: number }
  | { readonly kind: "percentiles"; readonly p10Usd: number; readonly p90Usd: number };

/** A forecast that follows mean and spread of another one in the workbook, whose block has this name. */
export interface LinkedForecast {
  readonly kind: "linked";
  readonly name: string;
  /** What the mean is now. */
  readonly meanUsd: number;
}

export const FORECAST_TITLE = "Forecast of usage";

export function forecastSheetNote(currency: Currency): string {
  return `What a year of usage at list prices may be, ${currency.code}. Change the shaded cells; every result follows.`;
}

/** Headings of the block; the forecast is read from its first two columns. */
export const FORECAST_HEADINGS = ["Label", "Value", "Meaning"] as const;

/** A row of the block: its label, its value, what that means, and its number format. */
export type ForecastRow = readonly [
  label: string,
  value: string | number,
  meaning: string,
  format: string,
];

/** The block that says a forecast in labels and values, its distribution first. */
export function forecastBlock(forecast: ForecastToWrite | LinkedForecast): readonly ForecastRow[] {
  const usd = writtenUsd(amountsOf(forecast));
  switch (forecast.kind) {
    case "points":
      return [
        distributionRow("PERT", "Between Low and High, most often near Mode"),
        ["Low", forecast.lowUsd, "Usage is not below this", usd],
        ["Mode", forecast.likelyUsd, "The most likely usage", usd],
        ["High", forecast.highUsd, "Usage is not above this", usd],
      ];
    case "spread":
      return [
        distributionRow("lognormal", NEVER_NEGATIVE),
        ["Mean", forecast.meanUsd, "Average usage", usd],
        [
          "CV",
          forecast.spreadFraction,
          "Standard deviation as a part of the mean",
          WRITTEN_PERCENT,
        ],
      ];
    case "percentiles":
      return [
        distributionRow("lognormal", NEVER_NEGATIVE),
        ["P10", forecast.p10Usd, "1 year in 10 stays below this", usd],
        ["P90", forecast.p90Usd, "1 year in 10 goes above this", usd],
      ];
    case "linked": {
      const cell = (row: number): string => `=INDEX(${forecast.name},${row},2)`;
      return [
        distributionRow("lognormal", NEVER_NEGATIVE),
        ["Mean", cell(3), "Average usage, from the sheet Usage forecast", USD],
        ["CV", cell(4), "Standard deviation as a part of the mean", PERCENT],
      ];
    }
  }
}

/** Every amount of a forecast, USD. */
export function amountsOf(forecast: ForecastToWrite | LinkedForecast): readonly number[] {
  switch (forecast.kind) {
    case "points":
      return [forecast.lowUsd, forecast.likelyUsd, forecast.highUsd];
    case "spread":
    case "linked":
      return [forecast.meanUsd];
    case "percentiles":
      return [forecast.p10Usd, forecast.p90Usd];
  }
}

const NEVER_NEGATIVE = "Never below 0, with a longer tail upwards";

function distributionRow(distribution: Distribution, meaning: string): ForecastRow {
  return ["Distribution", distribution, meaning, TEXT];
}
