import type { ParsedDeal, ScenarioPlace } from "../../deal/parse-deal";
import { readableReference } from "../../input/cells/cell-reference";
import { formatList } from "../format/format";

/** The cells that the deal is read from, and what applies for an input without cells. */
export function sourceSentences({
  references,
  chosen,
  usageUsd,
  forecastIsUsage,
  scenario,
}: ParsedDeal): readonly string[] {
  if (scenario) return scenarioSentences(scenario, references, forecastIsUsage);
  const { bands, terms, usage, commitment, forecast } = references;
  const all = [bands, terms, usage, commitment, forecast];
  const there = all.filter((reference) => reference !== null).map(readableReference);
  return [
    chosen ? `Read from ${formatList(there)}.` : `Read from the cells named ${formatList(there)}.`,
    ...(terms === null
      ? [
          `No ${chosen ? "terms are chosen" : "cells are named Terms"}, so the cautious ones apply: net basis, overage at list, shortfall forfeited.`,
        ]
      : []),
    ...(commitment === null
      ? [
          `${chosen ? "Choose a cell with the commitment" : "Name a cell Commitment"} to compare yours with the best.`,
        ]
      : []),
    ...(forecastIsUsage
      ? [
          `No ${chosen ? "forecast is chosen" : "cells are named Forecast"}, so usage counts as certain.`,
        ]
      : []),
    ...(usageUsd === 0 ? ["Usage is 0, so there is no discount received to show."] : []),
  ];
}

function scenarioSentences(
  { name, place }: ScenarioPlace,
  { bands, terms }: ParsedDeal["references"],
  forecastIsUsage: boolean,
): readonly string[] {
  const agreed = [bands, ...(terms === null ? [] : [terms])].map(readableReference);
  return [
    `This is the scenario ${name}, ${place}, priced by ${formatList(agreed)}.`,
    ...(terms === null
      ? [
          "No terms are given, so the cautious ones apply: net basis, overage at list, shortfall forfeited.",
        ]
      : []),
    ...(forecastIsUsage ? ["It has no forecast, so usage counts as certain."] : []),
  ];
}
