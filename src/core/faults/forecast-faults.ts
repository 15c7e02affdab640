import { LARGEST_AMOUNT_USD } from "../money";
import { line, type Sentences } from "./place";
import { all, list, number } from "./text";

/** A forecast that does not say one distribution of usage. */
export type ForecastFault =
  /** Words beside the usages of a forecast that are neither labels nor months. */
  | { readonly kind: "wordsBesideUsages"; readonly given: string }
  | { readonly kind: "probabilitySum"; readonly sum: number }
  | {
      readonly kind: "unknownLabel";
      readonly row: number;
      readonly given: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | {
      readonly kind: "foreignLabel";
      readonly row: number;
      readonly label: string;
      readonly distribution: string;
      readonly distributions: readonly string[];
    }
  | {
      readonly kind: "parameterSet";
      readonly distribution: string;
      readonly given: readonly string[];
      readonly sets: readonly (readonly string[])[];
    }
  | {
      readonly kind: "descendingLabels";
      readonly labels: readonly [string, string];
      readonly rows: readonly [number, number];
      readonly amountsUsd: readonly [number, number];
    }
  | { readonly kind: "forecastMeanTooLarge" };

export const FORECAST_SENTENCES: Sentences<ForecastFault> = {
  wordsBesideUsages: (error) =>
    `"${error.given}" beside the numbers of forecast is neither a label nor a month: give the column of usages alone, or labels such as Mean and CV`,
  probabilitySum: (error) =>
    `the probabilities of forecast add up to ${number(error.sum)}: make them add up to 1`,
  unknownLabel: (error) =>
    `"${error.given}" in ${line(error)} ${error.row} of forecast is not a label${error.nearest ? `: did you mean ${error.nearest}?` : "."} Known labels: ${error.known.join(", ")}`,
  foreignLabel: (error) =>
    `${error.label} in ${line(error)} ${error.row} of forecast does not describe a ${error.distribution} forecast: remove it, or give Distribution as ${list(error.distributions)}`,
  parameterSet: (error) =>
    `${error.given.length === 0 ? "forecast gives no number" : `forecast gives ${all(error.given)}`}: give ${list(error.sets.map(withEachOther))} for a ${error.distribution} forecast, and no more`,
  descendingLabels: (error) => {
    const [lower, upper] = error.labels;
    return `${lower} in ${line(error)} ${error.rows[0]} of forecast (${number(error.amountsUsd[0])}) is above ${upper} in ${line(error)} ${error.rows[1]} (${number(error.amountsUsd[1])}): give ${upper} no lower than ${lower}`;
  },
  forecastMeanTooLarge: () =>
    `P10 and P90 of forecast would have a mean above ${number(LARGEST_AMOUNT_USD)}: bring them closer together`,
};

/** "Mean with CV", "Low, Mode and High". */
function withEachOther(labels: readonly string[]): string {
  return labels.length === 2 ? labels.join(" with ") : all(labels);
}
