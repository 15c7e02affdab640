import { formatShortUsd, toCents } from "../core/money";
import type { BestCommitment, ThresholdMoves } from "../sensitivity/threshold-moves";
import { commitmentName } from "./about-numbers";
import { formatList } from "./format";

/** A threshold that is a guess, and what becomes of the best commitment if it lies elsewhere. */
export interface GuessedThreshold {
  readonly thresholdUsd: number;
  readonly moves: ThresholdMoves;
}

/** Changes told one by one. */
const MOST_CHANGES = 2;

/**
 * How many thresholds are guesses and which answer rests on that: "Two thresholds are guesses: if $500k really lies above
 * $512,300, the best commitment becomes $384,634." Empty where none is.
 *
 * @param looked The guesses by what they change; undefined where there are too many to look at each.
 */
export function guessesSentence(
  count: number,
  looked: readonly GuessedThreshold[] | undefined,
): string {
  if (count === 0) return "";
  const guesses =
    count === 1 ? "One threshold is a guess" : `${countWord(count)} thresholds are guesses`;
  if (looked === undefined) return `${guesses}: open one below to see what rests on it.`;
  const changes = looked.flatMap(changesOf);
  if (changes.length === 0) {
    const which = count === 1 ? "it lies" : "any one of them lies";
    return `${guesses}; the best choice stays the same if ${which} up to a tenth lower or higher.`;
  }
  const more = changes.length - MOST_CHANGES;
  const rest = more > 0 ? ` ${more === 1 ? "1 more change" : `${more} more changes`} below.` : "";
  return `${guesses}: ${formatList(changes.slice(0, MOST_CHANGES), "; ")}.${rest}`;
}

const COUNT_WORDS = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"] as const;

function countWord(count: number): string {
  return COUNT_WORDS[count - 2] ?? String(count);
}

function changesOf({ thresholdUsd, moves }: GuessedThreshold): readonly string[] {
  const name = formatShortUsd(thresholdUsd);
  const { below, above, sameFromUsd, sameToUsd } = moves;
  // Whole dollars, rounded to the side on which the words are true.
  return [
    ...(below
      ? [
          `if ${name} really lies below ${commitmentName(Math.ceil(sameFromUsd))}, ${becomes(below)}`,
        ]
      : []),
    ...(above
      ? [`if ${name} really lies above ${commitmentName(Math.floor(sameToUsd))}, ${becomes(above)}`]
      : []),
  ];
}

function becomes(best: BestCommitment): string {
  switch (best.kind) {
    case "threshold":
      return "the best commitment becomes that threshold itself";
    case "justBelow":
      return "the best commitment becomes a cent below it";
    case "amount":
      return toCents(best.commitmentUsd) === 0
        ? "none is best"
        : `the best commitment becomes ${commitmentName(best.commitmentUsd)}`;
  }
}
