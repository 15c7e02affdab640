import type { Currency } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { Forecast } from "../../../forecast/forecast";
import { aboutUsd, statedUsd } from "../../../wording/format/approximate";

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
