import type { CommitmentPosition } from "../../analysis/commitment-position";
import { writtenThresholds } from "../../core/bands";
import type { Currency } from "../../core/currency";
import { describeError } from "../../core/errors";
import type { DiscountRange } from "../../deal/discount-range";
import type { BlankInputCell, ParsedDeal } from "../../deal/parse-deal";
import { labelUsd, statedUsd } from "../format/approximate";
import { formatExactPercent, formatUsd } from "../format/format";

/** What is allowed but most likely not meant, each in a sentence. */
export function warnings(
  reading: ParsedDeal,
  standing: CommitmentPosition | undefined,
  currency: Currency,
): readonly string[] {
  return [
    ...(standing?.fallingDiscounts ?? []).map(
      ({ thresholdUsd, discountFraction, previousFraction }) =>
        `The discount falls from ${formatExactPercent(previousFraction)} to ${formatExactPercent(discountFraction)} at ${labelUsd(thresholdUsd, currency)}, although the commitment rises. Check the bands.`,
    ),
    ...(reading.bandsAreSorted ? [] : [UNSORTED]),
    ...thousandsWarning(reading, currency),
    ...reading.blanks.map((one) => blankWords(one, currency)),
    ...reading.leftOut.map(
      ({ row, given }) => `Row ${row} of Bands, “${given}”, is no band and is left out.`,
    ),
    ...reading.discounts.errors.map(
      (error) =>
        `${describeError(error, currency)} Until then it is left out; no formula prices that column.`,
    ),
    ...reading.discounts.ranges.flatMap(oddOrderWords),
    ...usageWarnings(reading, currency),
  ];
}

/** Thresholds of at most this part of usage are likely thousands. */
export const FAR_BELOW = 100;

function thousandsWarning({ bands, forecast }: ParsedDeal, currency: Currency): readonly string[] {
  const largestUsd = Math.max(0, ...(bands ? writtenThresholds(bands) : []));
  if (!forecast || largestUsd === 0 || largestUsd * FAR_BELOW > forecast.meanUsd) return [];
  return [
    `The highest threshold is ${statedUsd(largestUsd, currency)} against usage of ${formatUsd(forecast.meanUsd, currency)}: if the thresholds are in thousands, write them in full.`,
  ];
}

const UNSORTED =
  "The bands are not sorted by threshold. This pane sorts them; formulas refuse them, so sort the cells, lowest first, before you build a sheet.";

/** Why no sheet is made from bands that are not sorted: its formulas would refuse them. */
export const SORT_BANDS =
  "Sort the cells of the bands by threshold, lowest first: formulas refuse them as they are.";

/** The larger is more than this many times the smaller. */
const FAR_APART = 4 / 3;

/** That the usage and the mean of the forecast are of different years, which prices of one usage and a verdict then rest on. */
export function usageWarnings(
  {
    usageUsd,
    forecast,
    forecastIsUsage,
  }: Pick<ParsedDeal, "usageUsd" | "forecast" | "forecastIsUsage">,
  currency: Currency,
): readonly string[] {
  if (usageUsd === undefined || !forecast || forecastIsUsage) return [];
  const { meanUsd } = forecast;
  if (!isFarApart(usageUsd, meanUsd)) return [];
  return [
    `Usage is ${statedUsd(usageUsd, currency)}, but the forecast’s mean is ${formatUsd(meanUsd, currency)}. The verdict rests on the forecast, costs of one year on Usage: check both.`,
  ];
}

/** Whether two usages of a year differ by more than a third of the smaller. */
export function isFarApart(usd: number, otherUsd: number): boolean {
  return Math.max(usd, otherUsd) > FAR_APART * Math.min(usd, otherUsd) * (1 + ROUNDING);
}

/** Of doubles: exactly a third is not more than a third. */
const ROUNDING = 1e-9;

function oddOrderWords({
  row,
  targetFraction = 1,
  walkAwayFraction = 0,
}: DiscountRange): readonly string[] {
  if (walkAwayFraction <= targetFraction) return [];
  const [walkAway, target] = [walkAwayFraction, targetFraction].map(formatExactPercent);
  return [
    `The walk-away of ${walkAway} in row ${row} of Bands is above the target of ${target}, although it is the least that you would accept. Check both.`,
  ];
}

function blankWords({ part, row, field }: BlankInputCell, currency: Currency): string {
  const cell = `The ${field} in row ${row} of ${part} is blank`;
  switch (field) {
    case "threshold":
      return `${cell} and counts as ${labelUsd(0, currency)}.`;
    case "discount":
      return `${cell} and counts as 0%.`;
    default:
      return `${cell}. Excel on the desktop hands a blank to formulas as 0, so their results would differ from what you read here: write the ${field} into the cell.`;
  }
}
