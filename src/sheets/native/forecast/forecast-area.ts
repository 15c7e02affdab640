import { readCell } from "../../../input/cells/cells";
import { readForecast } from "../../../input/forecast-cells";
import type { NativeFormula, NativeRange } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import { NotNative } from "../not-native";

/** A forecast on a sheet, in one of the forms that workings can follow. */
export type ForecastArea =
  /** One usage, or a row or column of outcomes that are equally likely. */
  | { readonly kind: "outcomes"; readonly range: NativeRange }
  | { readonly kind: "certain"; readonly usage: NativeFormula }
  /** Usages in the first column, probabilities in the second, below these headings. */
  | {
      readonly kind: "weighted";
      readonly range: NativeRange;
      readonly headings: readonly [string, string];
    }
  /** Labels in the first column, values in the second. */
  | { readonly kind: "labelled"; readonly range: NativeRange };

/** Outcomes that workings look through for each place where the price changes. */
const MOST_OUTCOMES = 2000;

/** Outcomes with probabilities: each takes a row of the workings. */
const MOST_WEIGHTED = 200;

/** Reads in which form a forecast is written, or says why workings cannot follow it. `values` are its cells as typed. */
export function readForecastArea(
  formula: NativeFormula,
  values: readonly (readonly unknown[])[],
): ForecastArea | NotNative {
  const read = readForecast(values);
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  const asText = figuresAsText(formula, values);
  if (asText.length > 0)
    return new NotNative({ kind: "numbersAsText", argument: "forecast", cells: asText });
  if (formula.kind !== "range") return { kind: "certain", usage: formula };
  const cells = values.flat().map(readCell);
  const isFigures = cells.every(({ kind }) => kind === "number" || kind === "blank");
  const isLine = values.length === 1 || values.every((row) => row.length === 1);
  if (isFigures && isLine && cells.length <= MOST_OUTCOMES)
    return { kind: "outcomes", range: formula };
  if (values.every((row) => row.length === 2)) {
    if (values.every(([label]) => typeof label === "string"))
      return { kind: "labelled", range: formula };
    const [[usage, probability] = []] = values;
    const isWeighted = typeof usage === "string" && typeof probability === "string";
    if (isWeighted && !/%|percent/i.test(probability) && values.length <= MOST_WEIGHTED)
      return { kind: "weighted", range: formula, headings: [usage, probability] };
  }
  return new NotNative({
    kind: "layout",
    argument: "forecast",
    what: "probabilities in percent, headings above usages, labels across, or a very long list",
  });
}
