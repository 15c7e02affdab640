import type { BestCommitment, ThresholdMoves } from "../../analysis/threshold-moves";
import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import { commitmentName, labelUsd } from "../format/approximate";
import { formatList } from "../format/format";
import type { CommitmentNames } from "./commitment-names";

/** A threshold that is not confirmed, and what becomes of the best commitment if it lies elsewhere. */
export interface GuessedThreshold {
  readonly thresholdUsd: number;
  readonly moves: ThresholdMoves;
}

/** Thresholds told one by one. */
const MOST_TOLD = 2;

/**
 * How many thresholds are not confirmed and how far they may lie elsewhere before another commitment is best: "One threshold is
 * not confirmed: the answer holds while $500k lies between $464k and $512k (further up $385k is best)." Empty
 * where none is.
 *
 * @param looked The thresholds by what they change; undefined where there are too many to look at each.
 */
export function guessesSentence(
  count: number,
  looked: readonly GuessedThreshold[] | undefined,
  currency: Currency,
  nameOf: CommitmentNames = (one) => commitmentName(one, currency),
): string {
  if (count === 0) return "";
  const which =
    count === 1
      ? "One threshold is not confirmed"
      : `${countWord(count)} thresholds are not confirmed`;
  if (looked === undefined) return `${which}: open one to see what rests on it.`;
  const changing = looked.filter(({ moves }) => moves.below || moves.above);
  if (changing.length === 0) {
    const lies = count === 1 ? "it lies" : "any one of them lies";
    return `${which}; the answer holds if ${lies} up to a tenth lower or higher.`;
  }
  const more = changing.length - MOST_TOLD;
  const rest = more > 0 ? ` ${more === 1 ? "1 more" : `${more} more`}.` : "";
  const told = changing
    .slice(0, MOST_TOLD)
    .map((threshold) => rangeWords(threshold, nameOf, currency));
  return `${which}: the answer holds while ${formatList(told, "; ")}.${rest}`;
}

const COUNT_WORDS = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"] as const;

function countWord(count: number): string {
  return COUNT_WORDS[count - 2] ?? String(count);
}

function rangeWords(
  { thresholdUsd, moves }: GuessedThreshold,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const range = sameRange(thresholdUsd, moves, currency);
  return `${labelUsd(thresholdUsd, currency)} lies ${range} (${beyondWords(moves, nameOf)})`;
}

/** Where a threshold may lie without another commitment being best: "between $464k and $512k". */
export function sameRange(
  thresholdUsd: number,
  { sameFromUsd, sameToUsd }: ThresholdMoves,
  currency: Currency,
): string {
  const from = inward(sameFromUsd, thresholdUsd, Math.ceil, currency);
  const to = inward(sameToUsd, thresholdUsd, Math.floor, currency);
  return `between ${from} and ${to}`;
}

/** What is best beyond that range: "further down none is best, further up $385k is best". */
export function beyondWords({ below, above }: ThresholdMoves, nameOf: CommitmentNames): string {
  return [
    ...(below ? [`further down ${becomes(below, nameOf)}`] : []),
    ...(above ? [`further up ${becomes(above, nameOf)}`] : []),
  ].join(", ");
}

const FIGURES = 3;

/** An end of a range to three figures on the side on which the words are true; to the dollar where that is past the threshold. */
function inward(
  usd: number,
  thresholdUsd: number,
  round: (value: number) => number,
  currency: Currency,
): string {
  const step = 10 ** (Math.floor(Math.log10(Math.max(1, usd))) + 1 - FIGURES);
  const about = round(usd / step) * step;
  const isPast = round === Math.ceil ? about > thresholdUsd : about < thresholdUsd;
  return isPast ? commitmentName(round(usd), currency) : labelUsd(about, currency);
}

function becomes(best: BestCommitment, nameOf: CommitmentNames): string {
  switch (best.kind) {
    case "threshold":
      return "the threshold itself is best";
    case "justBelow":
      return "a cent less than it is best";
    case "amount":
      return toCents(best.commitmentUsd) === 0
        ? "none is best"
        : `${nameOf(best.commitmentUsd)} is best`;
  }
}
