import type { ReferenceColumn } from "../../../deal/scenario";
import { FORECAST_KIND_CHOICES, type UsageKind } from "../../kit/forecast-form-messages";

/** Fields of a scenario that are typed, beside those of its forecast and its cells. */
export const SCENARIO_FIELDS = ["name", "from", "date", "commitment", "usage", "notes"] as const;
export type ScenarioFieldName = (typeof SCENARIO_FIELDS)[number];

/** Ways of saying how sure usage is, in the order of the form. */
export const USAGE_WAY_CHOICES: readonly { readonly way: UsageWay; readonly name: string }[] = [
  ...FORECAST_KIND_CHOICES.map(({ kind, name }) => ({ way: kind, name })),
  { way: "cells", name: "Cells: usage of past years, or outcomes with probabilities" },
];

interface FieldWords {
  readonly label: string;
  readonly help: string;
}

/** @param isCertain Whether usage is said by one number alone. */
export function scenarioFieldWords(name: ScenarioFieldName, isCertain: boolean): FieldWords {
  switch (name) {
    case "name":
      return { label: "Name", help: "What you call this scenario, such as Vendor's first offer." };
    case "from":
      return { label: "From (optional)", help: "Who offers it: us, or the vendor's name." };
    case "date":
      return {
        label: "Date (optional)",
        help: "When it was offered, such as 12 Nov 2026. It puts rounds in order.",
      };
    case "commitment":
      return {
        label: "Commitment a year",
        help: "What you would promise. Leave it empty for none.",
      };
    case "usage":
      return isCertain
        ? { label: "Usage of a year", help: "At list prices." }
        : {
            label: "Usage of this year (optional)",
            help: "At list prices, for what one year comes to. Empty means the average.",
          };
    case "notes":
      return { label: "Notes (optional)", help: "Anything worth knowing. It is not priced." };
  }
}

export const CELL_FIELD_WORDS: Readonly<Record<ReferenceColumn, FieldWords>> = {
  "Usage cells": {
    label: "Cells of usage",
    help: "A column of past years, or columns headed Usage and Probability.",
  },
  Bands: {
    label: "Bands (optional)",
    help: "Where its bands stand, with their headings. Empty means the bands of the deal in the workbook.",
  },
  Terms: {
    label: "Terms (optional)",
    help: "Where its terms stand. Empty means the terms of the deal in the workbook.",
  },
};
/** How somebody says what usage may be. */
export type UsageWay = UsageKind | "cells";
