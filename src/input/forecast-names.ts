import type { HeadingFault } from "../core/faults/layout-faults";
import { sameWord } from "../core/fuzzy-match";
import { FORECAST_LABELS, type ForecastLabel } from "../forecast/forecast-labels";
import { amountFault } from "./band-heading-faults";
import { headingWords } from "./headings/heading-words";

/** A label as written: which one it is, whether its value is headed as a percentage, and why its unit is refused. */
export interface NamedLabel {
  readonly label: ForecastLabel | undefined;
  readonly percent: boolean;
  readonly fault?: HeadingFault;
}

/** Labels in the words of the pane's forms. */
const IN_WORDS: readonly (readonly [string, ForecastLabel])[] = [
  ["likely", "Mode"],
  ["low year p10", "P10"],
  ["high year p90", "P90"],
];

/** The label that a text names: in any case, with a colon, a star, the mark of a footnote or a unit. */
export function namedLabel(text: string): NamedLabel {
  const { words, unit } = headingWords(text);
  const label =
    FORECAST_LABELS.find((one) => sameWord(one, words)) ??
    IN_WORDS.find(([one]) => one === words)?.[1];
  const fault = amountFault(unit);
  return { label, percent: unit.percent && label === "CV", ...(fault && { fault }) };
}
