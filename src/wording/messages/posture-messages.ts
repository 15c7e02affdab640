import type { Decided } from "../../analysis/decision";
import { aimOf, type Posture, postures } from "../../analysis/posture";
import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import { aboutDollars, asSentence, inYears, isAlways } from "../format/approximate";
import { formatCount, formatList } from "../format/format";
import { type CommitmentNames, labelsAmong, namesOnCurve } from "./commitment-names";

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
export function postureWords(
  posture: Posture,
  certain: boolean,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  return `${posture.word}: ${reasonWords(posture, certain, nameOf, currency)}`;
}

function reasonWords(
  { thresholdUsd, word, reason }: Posture,
  certain: boolean,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const name = nameOf(thresholdUsd);
  switch (reason.kind) {
    case "savesMore":
      return `${name} saves ${aboutDollars(reason.byUsd, currency)} a year more than ${nameOf(reason.thanUsd)}`;
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
      return `${name} saves ${aboutDollars(reason.byUsd, currency)} a year less than ${nameOf(reason.thanUsd)}`;
    case "ties":
      return `${name} comes to the same as ${nameOf(reason.thanUsd)} and promises more`;
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
 */
export function postureSummary(decided: Decided, currency: Currency): string {
  const all = postures(decided);
  const labelOf = labelsAmong(
    all.map(({ thresholdUsd }) => thresholdUsd),
    currency,
  );
  const [first = "", ...more] = all
    .filter(({ word }) => word === "hold")
    .map(({ thresholdUsd }) => labelOf(thresholdUsd));
  const aimed = all.find(({ holdsAim }) => holdsAim);
  const aim = namesOnCurve(decided.curve, currency)(aimOf(decided).commitmentUsd);
  const held =
    more.length < MOST_NAMED
      ? formatList([first, ...more])
      : `${first} and ${formatCount(more.length)} higher thresholds`;
  return asSentence(
    [
      ...(aimed ? [`${aimed.word === "reach" ? "reach for" : "sit at"} ${aim}`] : []),
      ...(first === "" ? [] : [`hold below ${held}`]),
    ].join(", "),
  );
}
