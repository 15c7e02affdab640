import type { AnswerRange, TakeOver } from "../../analysis/how-sure/answer-range";
import type { MapRow } from "../../analysis/how-sure/best-map";
import type { RobustCommitment } from "../../analysis/how-sure/robust-commitment";
import type { Currency } from "../../core/currency";
import { describeNoAnswer } from "../../core/describe-no-answer";
import type { NoAnswer } from "../../core/no-answer";
import { aboutDollars, aboutUsd, asSentence, labelUsd } from "../format/approximate";
import { formatExactPercent, formatPercent } from "../format/format";
import type { CommitmentNames } from "./commitment-names";

/** "Holds for average usage of $590k to $910k", in one line of a narrow pane. */
export function holdsLine(
  { from, to }: AnswerRange,
  isCertain: boolean,
  currency: Currency,
): string {
  const usage = isCertain ? "usage" : "average usage";
  if (from && to)
    return `Holds for ${usage} of ${aboutUsd(from.at, currency)} to ${aboutUsd(to.at, currency)}`;
  if (from) return `Holds for ${usage} of ${aboutUsd(from.at, currency)} and more`;
  return to
    ? `Holds for ${usage} of up to ${aboutUsd(to.at, currency)}`
    : `Holds whatever ${usage} is`;
}

/** What takes over: "Below it $250k is cheaper, above it $1M." Empty where nothing does. */
export function takesOverSentence({ from, to }: AnswerRange, nameOf: CommitmentNames): string {
  const below = from && `below it ${nameOf(from.bestUsd)} is cheaper`;
  const above = to && `above it ${nameOf(to.bestUsd)}${from ? "" : " is cheaper"}`;
  const said = [below, above].filter((part) => part !== undefined).join(", ");
  return said === "" ? "" : `${asSentence(said)}.`;
}

/** Why no range holds. Of commitments that tie none is ahead, whatever the last cents say. */
export function noRangeSentence(reason: NoAnswer, isTie: boolean, currency: Currency): string {
  return isTie
    ? "Commitments tie to a rounding of this forecast, so none stays ahead over a range."
    : describeNoAnswer(reason, currency);
}

/** A row of the table, in words. */
export interface RangeRow {
  readonly changed: string;
  readonly now: string;
  readonly from: RangeEnd;
  readonly to: RangeEnd;
}

/** Where an answer ends, and what takes over there; empty where nothing does. */
export interface RangeEnd {
  readonly at: string;
  readonly takesOver: string;
}

/** One input and how far it may change. */
export function rangeRow(
  { changed, now, from, to }: AnswerRange,
  nameOf: CommitmentNames,
  currency: Currency,
): RangeRow {
  const isFraction = changed.kind === "spread" || changed.kind === "discount";
  const amount = (x: number): string => (isFraction ? formatPercent(x) : aboutUsd(x, currency));
  const end = (one: TakeOver | undefined): RangeEnd =>
    one
      ? { at: amount(one.at), takesOver: one.bestUsd === 0 ? "no commitment" : nameOf(one.bestUsd) }
      : { at: "no limit", takesOver: "" };
  return {
    changed: changedName(changed, currency),
    now: changed.kind === "discount" ? formatExactPercent(now) : amount(now),
    from: end(from),
    to: end(to),
  };
}

function changedName(changed: AnswerRange["changed"], currency: Currency): string {
  switch (changed.kind) {
    case "average":
      return "Average usage";
    case "spread":
      return "Spread";
    case "discount":
      return `Discount at ${labelUsd(changed.thresholdUsd, currency)}`;
    case "threshold":
      return `Threshold ${labelUsd(changed.thresholdUsd, currency)}`;
  }
}

/** "$480k is least bad over average usage ±20% and half to one and a half times the spread: at worst $14,000 more than the best." */
export function robustSentence(
  { commitmentUsd, worst, bestUsd, worstOfBest }: RobustCommitment,
  isCertain: boolean,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const over = isCertain
    ? "usage 20% lower to 20% higher"
    : "average usage ±20% and half to one and a half times the spread";
  const name = nameOf(commitmentUsd);
  const least = `Over ${over}, ${name} is least bad: at worst ${aboutDollars(worst.regretUsd, currency)} more than the best.`;
  return nameOf(bestUsd) === name
    ? least
    : `${least} The best of any amount as forecast, ${nameOf(bestUsd)}, costs ${aboutDollars(worstOfBest.regretUsd, currency)} more at its worst.`;
}

/** What a map shows along the row nearest to a spread: "At a spread of 35.0%: $250k up to $591k, $500k up to $910k, then $1M." */
export function mapSentence(
  rows: readonly MapRow[],
  variation: number,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const away = (row: MapRow): number => Math.abs(row.variation - variation);
  const [near] = rows.toSorted((one, other) => away(one) - away(other));
  if (!near) return "";
  const said = near.stretches.map(({ bestUsd, toUsd }, index) =>
    index < near.stretches.length - 1
      ? `${nameOf(bestUsd)} up to ${aboutUsd(toUsd, currency)}`
      : `${index === 0 ? "always" : "then"} ${nameOf(bestUsd)}`,
  );
  return `Cheapest commitment by average usage at a spread of ${formatPercent(near.variation)}: ${said.join(", ")}.`;
}
