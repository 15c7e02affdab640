import type { Benchmark } from "../../../analysis/benchmark";
import type { OfferBenchmark } from "../../../analysis/offer-benchmark";
import type { Currency } from "../../../core/currency";
import { NoAnswer } from "../../../core/no-answer";
import { formatExactPercent, formatPoints, formatUsd } from "../../../wording/format/format";
import { lackingWords, rankWords } from "./comparables-words";

/** Where the offer stands, as a heading: "Better than 4 of 7 comparable deals in $250k to $500k". */
export function comparablesAnswer({ inBand, overall, band }: OfferBenchmark): string {
  if (!(inBand instanceof NoAnswer)) return sentenceCase(`${rankWords(inBand)} in ${band}`);
  if (!(overall instanceof NoAnswer))
    return sentenceCase(`${rankWords(overall)} of any commitment`);
  return sentenceCase(lackingWords(overall));
}

/** What stands behind the answer: the band where deals are too few, and the way to the median. */
export function comparablesEvidence(
  { inBand, overall, band, discountFraction }: OfferBenchmark,
  currency: Currency,
): readonly string[] {
  const among = inBand instanceof NoAnswer ? overall : inBand;
  const fewInBand =
    inBand instanceof NoAnswer && !(overall instanceof NoAnswer)
      ? [`In ${band}, the band of this offer: ${lackingWords(inBand)}.`]
      : [];
  if (among instanceof NoAnswer) return fewInBand;
  return [
    ...fewInBand,
    medianSentence(among, discountFraction, currency),
    ...(inBand instanceof NoAnswer || overall instanceof NoAnswer || overall.deals === inBand.deals
      ? []
      : [`Over all bands it is ${rankWords(overall)}.`]),
  ];
}

/** How far the offer is from the median of the deals, in points and a year's money. */
function medianSentence(
  { medianFraction, toMedianFraction, toMedianUsd }: Benchmark,
  discountFraction: number,
  currency: Currency,
): string {
  const [median, own] = [medianFraction, discountFraction].map(formatExactPercent);
  if (median === own) return `Its discount of ${own} is the median of these deals.`;
  const points = formatPoints(Math.abs(toMedianFraction));
  const usd = formatUsd(Math.abs(toMedianUsd), currency);
  return toMedianFraction > 0
    ? `Their median is ${median}, ${points} more than the ${own} on offer: at the median the same usage would cost ${usd} a year less.`
    : `Their median is ${median}, ${points} less than the ${own} on offer: at the median the same usage would cost ${usd} a year more.`;
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
