import { commit, type Formula } from "./formulas/call";

/** What a forecast comes to, each a formula of ours over its name, USD. */
export function forecastResults(
  name: string,
): readonly (readonly [label: string, formula: Formula])[] {
  const quantile = (probability: number): Formula => commit("FORECAST_QUANTILE", name, probability);
  return [
    ["Mean", commit("FORECAST_MEAN", name)],
    ["1 in 10 is below", quantile(0.1)],
    ["Half are below", quantile(0.5)],
    ["1 in 10 is above", quantile(0.9)],
  ];
}
