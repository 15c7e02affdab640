import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import type { Forecast } from "./forecast";

/** The quantile of a forecast, USD; none at probability 0 or 1 where usage has no bound at that end. */
export function forecastQuantile(forecast: Forecast, probability: number): Answer<number> {
  const usageUsd = forecast.quantile(probability);
  if (Number.isFinite(usageUsd)) return usageUsd;
  return new NoAnswer({ kind: "unboundedForecast", end: usageUsd > 0 ? "highest" : "lowest" });
}
