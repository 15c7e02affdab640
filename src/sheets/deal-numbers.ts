import type { ByKey } from "../deal/deal-inputs";
import { FORECAST_HEADINGS, type ForecastToWrite, forecastBlock } from "../deal/forecast-block";
import { plainBandRow } from "./deal-sheet";
import { commit } from "./formulas/call";
import { printFormula } from "./formulas/print";
import type { NewDeal } from "./new-deal";

/** A deal in numbers alone, known good: what somebody says who has no cells yet. */
export interface DealNumbers {
  readonly bands: readonly {
    readonly thresholdUsd: number;
    readonly discountFraction: number;
    readonly name: string;
  }[];
  readonly commitmentUsd: number;
  readonly forecast: ForecastToWrite;
}

const NOTE =
  "Your numbers, with cautious terms. Change the shaded cells, and say what else each band carries; every result recalculates.";

/** The deal as it goes onto its sheet. One cell holds the usage of the year, and the forecast goes around it. */
export function dealOfNumbers({ bands, commitmentUsd, forecast }: DealNumbers): NewDeal {
  const rows = forecastBlock(forecast);
  return {
    note: NOTE,
    bandRows: bands.map(({ thresholdUsd, discountFraction, name }) =>
      plainBandRow(thresholdUsd, discountFraction, name),
    ),
    commitmentUsd,
    usage: (names) => usageOf(forecast, names),
    forecastRows: ({ usage }) => [
      FORECAST_HEADINGS.slice(0, 2),
      ...rows.map(([label, value]) => [
        label,
        label === MIDDLES[forecast.kind] ? `=${usage}` : value,
      ]),
    ],
    forecastFormats: rows.map(([, , , format]) => format),
    forecastNote: "",
  };
}

/** The label whose value is the usage of the year; of two percentiles there is none. */
const MIDDLES: Readonly<Record<ForecastToWrite["kind"], string>> = {
  points: "Mode",
  spread: "Mean",
  percentiles: "",
};

function usageOf(forecast: ForecastToWrite, names: ByKey<string>): string | number {
  switch (forecast.kind) {
    case "points":
      return forecast.likelyUsd;
    case "spread":
      return forecast.meanUsd;
    case "percentiles":
      return printFormula(commit("FORECAST_MEAN", names.forecast));
  }
}
