import type { Currency } from "../core/currency";
import type { ByKey } from "../deal/deal-inputs";
import { PERCENT, USD, WRITTEN_PERCENT } from "../wording/format/number-formats";
import { commit, excel, type Formula, operation, quoted } from "./formulas/call";
import { labelHeading, labelWords, orWord } from "./label-formula";
import type { NewDeal, ResultRow } from "./new-deal";
import { recommendedFormula, roundingFormula } from "./recommended-commitment";

/** The example deal as plain arrays. Illustrative: no vendor publishes such bands, and the sheet says so. */
export const EXAMPLE_TITLE = "Commitment deal";

export const EXAMPLE_NOTE =
  "Illustrative example: no vendor publishes these bands. Replace the shaded cells with your own offer; every result recalculates.";

export const BAND_HEADINGS = [
  "Threshold",
  "Discount",
  "Name",
  "Overage",
  "Rate lock",
  "Renewal cap",
  "Account contact",
  "Source",
  "Confidence",
] as const;

/** What its bands say about where they come from. */
export const EXAMPLE_SOURCE = "Illustrative";

/** Threshold, discount, name (blank: made from the ends), overage (blank: as in the terms), then what is not priced. */
export const BAND_ROWS: readonly (readonly (string | number)[])[] = [
  [0, 0, "", "", "none", "none", "Self-serve", EXAMPLE_SOURCE, "Low"],
  [250_000, 0.1, "", "", "none", "none", "Named contact", EXAMPLE_SOURCE, "Low"],
  [500_000, 0.15, "", "", "12 months", "7% a year", "Named contact", EXAMPLE_SOURCE, "Low"],
  [
    1_000_000,
    0.2,
    "",
    "committed",
    "Whole term",
    "3% a year",
    "Senior account team",
    EXAMPLE_SOURCE,
    "Low",
  ],
];

export const TERM_ROWS: readonly (readonly (string | number)[])[] = [
  ["Term", "Value"],
  ["Basis", "net"],
  ["Overage", "list"],
  ["Overage premium", 0],
  ["Forfeited share", 1],
];

/** The forecast: usage around the one that is named, written as a formula or as the amount itself. */
export function forecastRows(usage: string | number): readonly (readonly (string | number)[])[] {
  return [
    ["Label", "Value"],
    ["Distribution", "lognormal"],
    ["Mean", usage],
    ["CV", 0.35],
  ];
}

export const FORECAST_NOTE = "Or P10 and P90; for PERT Low, Mode, High.";

export const EXAMPLE_USAGE_USD = 700_000;
export const EXAMPLE_COMMITMENT_USD = 480_000;

const NONE_ABOVE = "none above";

const COST = "Effective cost";
const NEXT = "Next threshold";
const EXPECTED = "Expected cost";
const ANY_AMOUNT = "Best of any amount";

/**
 * Results of the deal, each a formula of ours over the named cells and the results above it.
 *
 * @param at Address of a result by its label.
 */
export function resultRows(
  { bands, terms, usage, commitment, forecast }: ByKey<string>,
  at: (label: string) => string,
  currency: Currency,
): readonly ResultRow[] {
  const agreed = [bands, terms];
  const year = [usage, commitment, ...agreed];
  const uncertain = [forecast, commitment, ...agreed];
  const next = commit("NEXT_THRESHOLD", commitment, bands);
  const saving = operation(commit("FORECAST_MEAN", forecast), "-", at(EXPECTED));
  const options = {
    options: commit("COMMITMENT_OPTIONS", forecast, ...agreed),
    thresholds: commit("THRESHOLDS", ...year),
    anyAmount: at(ANY_AMOUNT),
    rounding: roundingFormula(commit("FORECAST_MEAN", forecast)),
  };
  const best = recommendedFormula(options, commitment, saving);
  const anyAmount = commit("OPTIMAL_COMMITMENT", forecast, ...agreed);
  return [
    ["Band", labelWords(commit("BAND_NAME", commitment, bands), currency), "General"],
    ["Discount of the band", commit("BAND_RATE", commitment, bands), WRITTEN_PERCENT],
    [COST, commit("EFFECTIVE_COST", ...year), USD],
    ["Discount received", orWord(commit("EFFECTIVE_DISCOUNT", ...year), "no usage"), PERCENT],
    ["Saving against list", operation(usage, "-", at(COST)), USD],
    ["Shortfall", commit("SHORTFALL", ...year), USD],
    ["Utilization", orWord(commit("UTILIZATION", ...year), "no commitment"), PERCENT],
    ["Coverage", orWord(commit("COVERAGE", ...year), "no usage"), PERCENT],
    [NEXT, orWord(next, NONE_ABOVE), USD],
    [
      "Cost at the next threshold",
      excel(
        "IF",
        excel("ISTEXT", at(NEXT)),
        quoted(NONE_ABOVE),
        commit("EFFECTIVE_COST", usage, at(NEXT), ...agreed),
      ),
      USD,
    ],
    [EXPECTED, commit("EXPECTED_COST", ...uncertain), USD],
    ["Fill probability", commit("FILL_PROBABILITY", ...uncertain), PERCENT],
    ["Loss probability", commit("LOSS_PROBABILITY", ...uncertain), PERCENT],
    ["Best commitment on offer", best, USD],
    [ANY_AMOUNT, orWord(anyAmount, "none: more is never dearer"), USD],
  ];
}

export function settlementFormula(
  { bands, terms, usage, commitment }: ByKey<string>,
  currency: Currency,
): Formula {
  return labelHeading(commit("SETTLEMENT", usage, commitment, bands, terms), currency);
}

/** The example as it goes onto its sheet: the forecast goes around the usage of the year. */
export const EXAMPLE_DEAL: NewDeal = {
  note: EXAMPLE_NOTE,
  bandRows: BAND_ROWS,
  commitmentUsd: EXAMPLE_COMMITMENT_USD,
  usage: () => EXAMPLE_USAGE_USD,
  forecastRows: ({ usage }) => forecastRows(`=${usage}`),
  forecastFormats: ["General", USD, WRITTEN_PERCENT],
  forecastNote: FORECAST_NOTE,
};
