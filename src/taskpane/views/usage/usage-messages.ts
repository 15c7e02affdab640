import type { Currency } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { Forecast } from "../../../forecast/forecast";
import { readableReference } from "../../../input/cells/cell-reference";
import { aboutUsd, statedUsd } from "../../../wording/format/approximate";
import { formatCounted } from "../../../wording/format/format";
import { forecastEcho } from "../../kit/forecast-echo";

const LOW = 0.1;
const HIGH = 0.9;

/** What a year of usage may come to: "$612k a year, likely $480k to $760k". Undefined while nobody can say. */
export function usageAnswer(
  { forecast }: Pick<ParsedDeal, "forecast">,
  currency: Currency,
): string | undefined {
  if (!forecast) return undefined;
  if (isCertain(forecast))
    return `${statedUsd(forecast.meanUsd, currency)} a year, taken as certain`;
  const { meanUsd } = forecast;
  const [low, high] = [LOW, HIGH].map((share) => aboutUsd(forecast.quantile(share), currency));
  const mean = aboutUsd(meanUsd, currency);
  return low === high
    ? `${mean} a year, hardly uncertain`
    : `${mean} a year, likely ${low} to ${high}`;
}

export function isCertain({ lowestUsd, highestUsd }: Forecast): boolean {
  return lowestUsd === highestUsd;
}

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
