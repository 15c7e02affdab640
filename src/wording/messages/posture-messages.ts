import type { Posture } from "../../analysis/posture";
import { formatShortUsd, toCents } from "../../core/money";
import { aboutDollars, asSentence, inYears, isAlways } from "../format/approximate";
import { formatCount, formatList } from "../format/format";
import type { CommitmentNames } from "./commitment-names";

/** What to do about a threshold, on its card. */
export function postureBadge({ word, holdsAim }: Posture): string {
  switch (word) {
    case "reach":
      return holdsAim ? "reach for it" : "reach beyond";
    case "sit":
      return holdsAim ? "sit here" : "sit above";
    case "hold":
      return "hold below";
  }
}

/**
 * What to do about a threshold and why: "hold: $500k is filled in 46 of 100 years".
 *
 * @param certain Whether usage is taken as known: then there are no years to count.
 */
export function postureWords(posture: Posture, certain: boolean, nameOf: CommitmentNames): string {
  return `${posture.word}: ${reasonWords(posture, certain, nameOf)}`;
}

function reasonWords(
  { thresholdUsd, word, reason }: Posture,
  certain: boolean,
  nameOf: CommitmentNames,
): string {
  const name = nameOf(thresholdUsd);
  switch (reason.kind) {
    case "savesMore":
      return `${name} saves ${aboutDollars(reason.byUsd)} a year more than ${nameOf(reason.thanUsd)}`;
    case "present": {
      const isThis = toCents(reason.commitmentUsd) === toCents(thresholdUsd);
      const [promised, it] = isThis ? ["it", "it"] : [nameOf(reason.commitmentUsd), "that"];
      return `you have committed ${promised}, and usage ${fillsWords(reason.fillProbability, certain, it)}`;
    }
    case "below":
      return word === "reach"
        ? `it is on the way to ${nameOf(reason.commitmentUsd)}`
        : `${nameOf(reason.commitmentUsd)} is above it`;
    case "filled":
      return certain
        ? `usage ${fillsWords(reason.fillProbability, certain, name)}`
        : `${name} is filled ${inYears(reason.fillProbability)}`;
    case "savesLess":
      return `${name} saves ${aboutDollars(reason.byUsd)} a year less than ${nameOf(reason.thanUsd)}`;
    case "savesNoMore":
      return `${name} saves no more than ${nameOf(reason.thanUsd)}`;
  }
}

/** Whether, or how often, usage fills a commitment; after "usage". */
function fillsWords(probability: number, certain: boolean, name: string): string {
  if (certain) return isAlways(probability) ? `fills ${name}` : `does not fill ${name}`;
  return `fills ${name} ${inYears(probability)}`;
}

/** Thresholds named one by one. */
const MOST_NAMED = 3;

/**
 * What to do about all thresholds, in a sentence without its full stop: "Sit at $250k, hold below $500k and $1M". Empty where
 * there is none.
 *
 * @param aimUsd The commitment to make.
 */
export function postureSummary(
  postures: readonly Posture[],
  aimUsd: number,
  nameOf: CommitmentNames,
): string {
  const held = postures
    .filter(({ word }) => word === "hold")
    .map(({ thresholdUsd }) => formatShortUsd(thresholdUsd));
  const aimed = postures.find(({ holdsAim }) => holdsAim);
  const verb = aimed?.word === "reach" ? "reach for" : "sit at";
  const [first = "", ...more] = held;
  const named =
    held.length > MOST_NAMED
      ? `${first} and ${formatCount(more.length)} higher thresholds`
      : formatList(held);
  return asSentence(
    [
      ...(aimed ? [`${verb} ${nameOf(aimUsd)}`] : []),
      ...(held.length === 0 ? [] : [`hold below ${named}`]),
    ].join(", "),
  );
}
