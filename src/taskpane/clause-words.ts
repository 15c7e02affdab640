import { describeNoAnswer } from "../core/describe-no-answer";
import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { ALL_CLAUSES, type ClauseName, type ClauseValue } from "../forecast/clause-values";
import { chance } from "./about-numbers";
import { formatExactUsd, formatUsd } from "./format";
import type { ChoiceReading } from "./threshold-choice-words";

/** What each clause says, for somebody who has not read one. */
export const CLAUSE_MEANINGS: Readonly<Record<ClauseName, string>> = {
  "Overage at the committed rate":
    "Usage above the commitment keeps its discount, without a premium.",
  "Step-up right":
    "If usage outgrows the commitment, all of it is priced as the best band it reaches.",
  "Half the shortfall returned": "Half of what is not used comes back.",
};

/** Why there is nothing to value; empty where there is. */
export function clauseAbsence({
  agreement,
  commitmentUsd,
  forecast,
}: Omit<ChoiceReading, "bands">): string {
  if (agreement === undefined) return "The terms cannot be read yet, so no clause can be valued.";
  if (commitmentUsd === undefined)
    return "The commitment cannot be read yet, so no clause can be valued.";
  if (toCents(commitmentUsd) === 0)
    return "Without a commitment no clause is worth anything yet. Switched on, they show in each threshold what they would do there.";
  if (forecast === undefined) return "Usage cannot be read yet, so no clause can be valued.";
  return "";
}

/** "1 point of discount = $3,542 a year", and why it is not more. */
export function pointSentence(
  pointUsd: number,
  fillProbability: number,
  commitmentUsd: number,
): string {
  if (toCents(pointUsd) === 0) return describeNoAnswer(new NoAnswer({ kind: "neverFilled" }));
  return `At ${formatExactUsd(commitmentUsd)}, 1 point = ${formatUsd(pointUsd)} a year: a point of discount pays only where usage fills the commitment, in ${chance(fillProbability)} of outcomes.`;
}

/** Why the values of clauses do not add up to what they are worth together, or that they do. */
export function sumSentence(values: readonly ClauseValue[]): string {
  const single = values.filter(({ clause }) => clause !== ALL_CLAUSES);
  const together = values.find(({ clause }) => clause === ALL_CLAUSES);
  if (!together || single.length === 0) return "This band already has every clause on this list.";
  if (single.length === 1) return "";
  const sumUsd = single.reduce((sum, { aloneUsd }) => sum + aloneUsd, 0);
  const gapUsd = sumUsd - together.aloneUsd;
  // What whole dollars cannot show is no difference.
  if (Math.abs(gapUsd) < 1) return "Here the values add up: no clause protects what another does.";
  const amounts = `one by one they come to ${formatUsd(sumUsd)}, together to ${formatUsd(together.aloneUsd)}`;
  return gapUsd > 0
    ? `Values do not add up: ${amounts}, because clauses overlap. Once one is won, less is left for another to protect.`
    : `Values do not add up: ${amounts}, because one makes another worth more.`;
}

/** What the clauses that are switched on do, said aloud as they are switched; empty while none is. */
export function switchedSentence(
  on: readonly ClauseName[],
  saved: { readonly commitmentUsd: number; readonly savedUsd: number } | undefined,
): string {
  if (on.length === 0) return "";
  const which = on.length === 1 ? "1 clause is" : `${on.length} clauses are`;
  const effect =
    saved === undefined ? "" : ` ${effectSentence(saved.commitmentUsd, saved.savedUsd)}`;
  return `${which} on: the pane shows every band as if you had won ${on.length === 1 ? "it" : "them"}. The cells of the workbook stay as they are.${effect}`;
}

function effectSentence(commitmentUsd: number, savedUsd: number): string {
  const at = `At ${formatExactUsd(commitmentUsd)}`;
  if (toCents(savedUsd) === 0) return `${at} that changes nothing.`;
  const amount = formatUsd(Math.abs(savedUsd));
  return savedUsd > 0
    ? `${at} that saves ${amount} a year.`
    : `${at} that costs ${amount} more a year.`;
}

/** No discount has more points. */
const MOST_POINTS = 100;

/** Points of discount with one decimal; less than that is not shown as nothing. */
export function pointsText(points: Answer<number>): string {
  if (points instanceof NoAnswer) return "n/a";
  if (Math.abs(points) > MOST_POINTS) return `over ${points < 0 ? "\u2212" : ""}${MOST_POINTS}`;
  const tenths = Math.round(Math.abs(points) * 10);
  if (tenths === 0) return Math.abs(points) < 1e-9 ? "0.0" : "under 0.1";
  return `${points < 0 ? "\u2212" : ""}${(tenths / 10).toFixed(1)}`;
}
