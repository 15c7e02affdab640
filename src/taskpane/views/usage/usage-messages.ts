import type { ParsedDeal } from "../../../deal/parse-deal";
import { readableReference } from "../../../input/cells/cell-reference";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatExactUsd } from "../../../wording/format/format";

type Usage = Pick<ParsedDeal, "forecast" | "forecastIsUsage" | "usageUsd" | "references">;

/** What a year of usage may come to: the answer first, then where it is from. */
export function usageSentences({
  forecast,
  forecastIsUsage,
  usageUsd,
  references,
}: Usage): readonly string[] {
  if (!forecast) return ["What a year of usage may come to cannot be read yet."];
  if (forecastIsUsage)
    return [
      `Usage of ${formatExactUsd(forecast.meanUsd)} a year is taken as certain.`,
      "Nobody knows a year that well. Say how sure it is, and the pane shows how likely each commitment is filled.",
    ];
  const [low, high] = [forecast.quantile(0.1), forecast.quantile(0.9)].map(aboutUsd);
  return [
    `Usage averages ${aboutUsd(forecast.meanUsd)} a year, and is likely between ${low} and ${high}.`,
    "One year in ten stays below the first, one in ten goes above the second.",
    ...(references.forecast === null
      ? []
      : [`The forecast is read from ${readableReference(references.forecast)}.`]),
    ...(usageUsd === undefined
      ? []
      : [`Costs of one year are shown at ${formatExactUsd(usageUsd)}, the usage in the workbook.`]),
  ];
}
