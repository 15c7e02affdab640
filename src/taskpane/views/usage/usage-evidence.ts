import type { Currency } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { readableReference } from "../../../input/cells/cell-reference";
import { formatCounted } from "../../../wording/format/format";
import { forecastEcho } from "../../kit/forecast-echo";
import { isCertain } from "./usage-messages";

/** What the answer rests on, a sentence each. */
export function usageEvidence(
  reading: Pick<
    ParsedDeal,
    "forecast" | "forecastIsUsage" | "forecastCells" | "references" | "scenario"
  >,
  currency: Currency,
): readonly string[] {
  const { forecast, forecastIsUsage, forecastCells, references, scenario } = reading;
  if (!forecast) return [];
  const from = (reference: string | null, echo: string): string =>
    reference === null
      ? `${echo}.`
      : `From ${scenario?.place ?? readableReference(reference)}: ${echo}.`;
  if (forecastIsUsage)
    return [
      from(references.usage, "one number"),
      "Nothing says how sure it is, so every year counts as this one.",
    ];
  const source = from(references.forecast, forecastEcho(forecast, forecastCells, currency));
  if (isCertain(forecast)) return [source];
  const { outcomesUsd } = forecast;
  const spread = outcomesUsd
    ? `1 in 10 of its ${formatCounted(outcomesUsd.length, "year", "years")} stays below the lower amount, and 1 in 10 goes above the higher.`
    : "1 year in 10 stays below the lower amount, and 1 in 10 goes above the higher.";
  return [source, spread];
}
