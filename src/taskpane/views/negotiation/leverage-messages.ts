import { askedFraction } from "../../../analysis/concession";
import type { NearThreshold } from "../../../analysis/negotiation/near-threshold";
import type { ClausePackage, WalkAway } from "../../../analysis/negotiation/walk-away-packages";
import type { TermChange } from "../../../analysis/term-changes";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import type { ClauseName } from "../../../forecast/clause-values";
import { aboutUsd, asSentence, commitmentName } from "../../../wording/format/approximate";
import {
  formatExactPercent,
  formatExactUsd,
  formatList,
  formatPoints,
} from "../../../wording/format/format";
import { forfeitureWords, overageWords } from "../../../wording/messages/terms-words";

/** How near a threshold is, and what crossing it costs at most and brings, a sentence each. */
export function nearSentences(
  { thresholdUsd, crossing, shortUsd, mostUsd, savingUsd }: NearThreshold,
  presentUsd: number,
  currency: Currency,
): readonly string[] {
  const about = (usd: number): string => aboutUsd(usd, currency);
  const name = commitmentName(thresholdUsd, currency);
  const place =
    toCents(shortUsd) > 0
      ? `An average year is ${about(shortUsd)} short of filling ${name}.`
      : toCents(shortUsd) === 0
        ? `An average year fills ${name} exactly.`
        : `An average year fills ${name} with ${about(-shortUsd)} to spare.`;
  const from = toCents(presentUsd) === 0 ? "" : ` from ${commitmentName(presentUsd, currency)}`;
  const most =
    mostUsd === undefined
      ? "has no limit to what it may cost more in a year of high usage"
      : toCents(mostUsd) === 0
        ? "costs more in no year"
        : `costs at most ${about(mostUsd)} more in any year`;
  const average =
    toCents(savingUsd) === 0
      ? "on average it costs the same"
      : `on average it ${savingUsd > 0 ? "saves" : "costs"} ${about(Math.abs(savingUsd))} a year${savingUsd > 0 ? "" : " more"}`;
  return [
    place,
    `Crossing${from} takes ${formatExactUsd(crossing.extraCommitmentUsd, currency)} more commitment and ${most}; ${average}.`,
    `It earns ${formatList(earned(crossing))}.`,
  ];
}

/** Terms named in the sentence; the questions ask about all of them. */
const MOST_TERMS = 3;

function earned({ discountChangeFraction, changes }: NearThreshold["crossing"]): readonly string[] {
  const points = formatPoints(Math.abs(discountChangeFraction));
  const rate =
    discountChangeFraction > 1e-9
      ? `${points} of discount`
      : discountChangeFraction < -1e-9
        ? `${points} less discount`
        : "no more discount";
  const named = changes.slice(0, MOST_TERMS).map(changeWords);
  const more = changes.length - named.length;
  return [rate, ...named, ...(more > 0 ? [`${more} more ${more === 1 ? "term" : "terms"}`] : [])];
}

function changeWords(change: TermChange): string {
  switch (change.kind) {
    case "overage":
      return `overage ${overageWords(change.after)}`;
    case "forfeiture":
      return `unused commitment ${forfeitureWords(change.after)}`;
    case "text":
      return change.after === "" ? `no ${change.heading}` : `${change.heading} ${change.after}`;
  }
}

/** The least to accept at a threshold, in a sentence. */
export function walkAwaySentence(
  { thresholdUsd, offeredFraction, aloneFraction, packages }: WalkAway,
  currency: Currency,
): string {
  const name = commitmentName(thresholdUsd, currency);
  const [first] = packages;
  if (aloneFraction === undefined)
    return first
      ? `No discount alone makes ${name} worth as much as the best alternative; ${shown(first)} with ${packageWords(first.clauses)} does.`
      : `No discount makes ${name} worth as much as the best alternative.`;
  const isEnough = aloneFraction <= offeredFraction + 1e-12;
  const alone = `${name} is worth as much as the best alternative from ${shownPercent(aloneFraction)} on; ${formatExactPercent(offeredFraction)} is offered.`;
  if (isEnough || !first) return alone;
  return `${alone} ${asSentence(shown(first))} with ${packageWords(first.clauses)} equals ${shownPercent(aloneFraction)} alone.`;
}

function shown({ discountFraction }: ClausePackage): string {
  return shownPercent(discountFraction);
}

/** The least discount in tenths of a percent, upwards: rounded down it would not be enough. */
export function shownPercent(fraction: number): string {
  return formatExactPercent(askedFraction(fraction));
}

/** "overage at the committed rate and half the shortfall returned". */
export function packageWords(clauses: readonly ClauseName[]): string {
  return formatList(
    clauses.map((clause) => {
      const words = clause.charAt(0).toLowerCase() + clause.slice(1);
      return clause === "Step-up right" ? `a ${words}` : words;
    }),
  );
}

/** How a discount compares with the one offered: "enough as offered", "3.3 points more". */
export function againstOffer(discountFraction: number, offeredFraction: number): string {
  const more = askedFraction(discountFraction) - offeredFraction;
  return more <= 1e-9 ? "enough as offered" : `${formatPoints(more)} more`;
}
