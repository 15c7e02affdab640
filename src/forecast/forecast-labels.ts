import { nearest } from "../core/fuzzy-match";

/** How usage may be distributed; the first is the default. */
export const DISTRIBUTIONS = ["lognormal", "normal", "triangular", "PERT"] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/** Numbers that describe a distribution. CV is a fraction of the mean, every other an amount in USD. */
const PARAMETERS = ["Mean", "CV", "SD", "P10", "P90", "Low", "Mode", "High"] as const;
export type Parameter = (typeof PARAMETERS)[number];

/** Labels of the first column of a labelled block. */
export const FORECAST_LABELS = ["Distribution", ...PARAMETERS] as const;
export type ForecastLabel = (typeof FORECAST_LABELS)[number];

/** Words that people use for a label. The refusal suggests the label and never assumes it, since "average" may be a median. */
const OTHER_WORDS = {
  Average: "Mean",
  "Coefficient of variation": "CV",
  Variation: "CV",
  "Standard deviation": "SD",
  StDev: "SD",
  Min: "Low",
  Minimum: "Low",
  Max: "High",
  Maximum: "High",
  "Most likely": "Mode",
} as const satisfies Readonly<Record<string, ForecastLabel>>;

/** The label that the writer of a text most likely meant. */
export function nearestLabel(written: string): ForecastLabel | undefined {
  const others = Object.entries(OTHER_WORDS);
  const word = nearest<string>(written, [...FORECAST_LABELS, ...others.map(([other]) => other)]);
  return (
    others.find(([other]) => other === word)?.[1] ?? FORECAST_LABELS.find((label) => label === word)
  );
}
