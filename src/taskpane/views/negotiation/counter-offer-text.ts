import type {
  CounterOffer,
  OfferSide,
  WeighedAsk,
} from "../../../analysis/negotiation/counter-offer";
import type { PricedBand } from "../../../core/agreement";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import { formatExactPercent, formatExactUsd, formatUsd } from "../../../wording/format/format";
import { overageWords } from "../../../wording/messages/terms-words";
import { shownPercent } from "./leverage-messages";

/** What a counter-offer says beside its two sides. */
export interface CounterOfferFacts {
  /** Where the forecast is from; without amounts. */
  readonly source: string;
  /** The least discount at which our commitment is worth as much as the best alternative; undefined where none is. */
  readonly leastFraction: number | undefined;
  /** Whether the text may say what there is without a deal, and the least that we accept. */
  readonly revealsWalkAway: boolean;
  /** What becomes of unused commitment in a band. */
  readonly unusedOf: (band: PricedBand) => string;
}

/** Our position in a sentence, with the numbers of now. */
export function positionSentence({ theirs, ours }: CounterOffer, currency: Currency): string {
  const gap = theirs.costUsd - ours.costUsd;
  const cost = formatUsd(ours.costUsd, currency);
  const against =
    Math.round(gap) === 0
      ? "as much as your offer"
      : `${formatUsd(Math.abs(gap), currency)} ${gap > 0 ? "less" : "more"} than your offer`;
  if (toCents(ours.commitmentUsd) === 0)
    return "As things are we commit to nothing: every commitment on offer is expected to cost more.";
  return `We commit to ${formatExactUsd(ours.commitmentUsd, currency)} a year at ${formatExactPercent(ours.discountFraction)} off list prices, with what is asked for below. It is expected to cost ${cost} a year, ${against}.`;
}

/** Why we commit to another amount than the verdict says; empty where it is the same. Not for the vendor. */
export function otherThanBest({ ours, bestNowUsd }: CounterOffer, currency: Currency): string {
  if (toCents(ours.commitmentUsd) === toCents(bestNowUsd)) return "";
  const named = (usd: number): string =>
    toCents(usd) === 0 ? "no commitment" : formatExactUsd(usd, currency);
  return `As things stand ${named(bestNowUsd)} is best; once what is asked for is granted, ${named(ours.commitmentUsd)} is.`;
}

/**
 * A counter-offer as text to paste into an email: numbers as of now, and nothing from which the least that we accept follows unless
 * it may say so (docs/assumptions.md P69).
 */
export function counterOfferText(
  offer: CounterOffer,
  { source, leastFraction, revealsWalkAway, unusedOf }: CounterOfferFacts,
  currency: Currency,
): string {
  const { theirs, ours, asks, noDealUsd } = offer;
  const asked = asks.map((ask, index) => `${index + 1}. ${askLine(ask, currency)}`);
  const name = formatExactUsd(ours.commitmentUsd, currency);
  return [
    positionSentence(offer, currency),
    "",
    `Your offer: ${sideWords(theirs, unusedOf, currency)}.`,
    `Our position: ${sideWords(ours, unusedOf, currency)}.`,
    "",
    ...(asked.length === 0 ? ["We ask for nothing more."] : ["What we ask for:", ...asked]),
    "",
    `These numbers rest on our forecast of usage (${source.charAt(0).toLowerCase()}${source.slice(1)}).`,
    ...(revealsWalkAway
      ? [
          "",
          `Without a deal we pay for usage as it comes: ${formatUsd(noDealUsd, currency)} a year is expected.`,
          leastFraction === undefined
            ? `No discount makes ${name} worth as much to us as the best alternative.`
            : `The least discount at which ${name} is worth as much to us as the best alternative is ${shownPercent(leastFraction)}.`,
        ]
      : []),
  ].join("\n");
}

function sideWords(
  { commitmentUsd, discountFraction, band, costUsd }: OfferSide,
  unusedOf: CounterOfferFacts["unusedOf"],
  currency: Currency,
): string {
  if (toCents(commitmentUsd) === 0) return "no commitment";
  const discount = formatExactPercent(discountFraction);
  return `${formatExactUsd(commitmentUsd, currency)} a year at ${discount}, overage ${overageWords(band)}, unused commitment ${unusedOf(band)}; expected cost ${formatUsd(costUsd, currency)} a year`;
}

function askLine({ name, yearUsd, give }: WeighedAsk, currency: Currency): string {
  const worth = yearUsd === undefined ? "" : `, worth ${formatUsd(yearUsd, currency)} a year to us`;
  return `${name}${worth}.${give === "" ? "" : ` In return: ${give}`}`;
}
