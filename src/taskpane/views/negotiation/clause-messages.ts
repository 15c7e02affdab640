import type { Agreement } from "../../../core/agreement";
import { bandPosition } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { describeNoAnswer } from "../../../core/describe-no-answer";
import { toCents } from "../../../core/money";
import { NoAnswer } from "../../../core/no-answer";
import { ALL_CLAUSES, type ClauseName, type ClauseValue } from "../../../forecast/clause-values";
import { discountPointValue } from "../../../forecast/discount-point";
import { fillProbability } from "../../../forecast/fill";
import type { Forecast } from "../../../forecast/forecast";
import { inYears, isNever, statedUsd } from "../../../wording/format/approximate";
import { formatExactPercent, formatUsd } from "../../../wording/format/format";
import type { ChoiceReading } from "../../../wording/messages/threshold-choice-messages";

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
  if (agreement === undefined) return "The offer cannot be read yet, so no clause can be valued.";
  if (commitmentUsd === undefined)
    return "The commitment cannot be read yet, so no clause can be valued.";
  if (toCents(commitmentUsd) === 0)
    return "Without a commitment no clause is worth anything yet. Switched on, they show in each threshold what they would do there.";
  if (forecast === undefined) return "Usage cannot be read yet, so no clause can be valued.";
  return "";
}

/** What a point of discount is worth at the terms of the deal: the number of DISCOUNT_POINT_VALUE. */
export interface PointWorth {
  readonly commitmentUsd: number;
  readonly pointUsd: number;
  /** Discount of the committed band, as a fraction. */
  readonly discountFraction: number;
  readonly fillProbability: number;
  /** Whether a point is worth nothing where usage does not fill the commitment. */
  readonly onlyWhereFilled: boolean;
}

/** Prices a point of discount for a commitment above 0. */
export function pointWorth(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
): PointWorth {
  const { basis, bands } = agreement;
  const { discountFraction, forfeitedFraction } =
    bands[bandPosition(commitmentUsd, bands)] ?? bands[0];
  return {
    commitmentUsd,
    pointUsd: discountPointValue(forecast, commitmentUsd, agreement),
    discountFraction,
    fillProbability: fillProbability(forecast, commitmentUsd, agreement),
    onlyWhereFilled: basis === "net" && forfeitedFraction === 1,
  };
}

/** "1 point of discount = $3,153 a year at these terms", and why it is not more. */
export function pointSentence(worth: PointWorth, currency: Currency): string {
  const { commitmentUsd, pointUsd, fillProbability: filled, onlyWhereFilled } = worth;
  if (toCents(pointUsd) === 0)
    return isNever(filled)
      ? describeNoAnswer(new NoAnswer({ kind: "neverFilled" }), currency)
      : "A point of discount on this band is worth nothing here: usage is priced at a higher band.";
  const sentence = `At ${statedUsd(commitmentUsd, currency)}, 1 point of discount = ${formatUsd(pointUsd, currency)} a year at the terms of the deal.`;
  return onlyWhereFilled
    ? `${sentence} It pays only where usage fills the commitment, ${inYears(filled)}.`
    : sentence;
}

/** Why the values of clauses do not add up to what they are worth together, or that they do. */
export function sumSentence(values: readonly ClauseValue[], currency: Currency): string {
  const single = values.filter(({ clause }) => clause !== ALL_CLAUSES);
  const together = values.find(({ clause }) => clause === ALL_CLAUSES);
  if (!together || single.length === 0) return "This band already has every clause on this list.";
  if (single.length === 1) return "";
  const sumUsd = single.reduce((sum, { aloneUsd }) => sum + aloneUsd, 0);
  const gapUsd = sumUsd - together.aloneUsd;
  // What whole dollars cannot show is no difference.
  if (Math.abs(gapUsd) < 1) return "Here the values add up: no clause protects what another does.";
  const amounts = `one by one they come to ${formatUsd(sumUsd, currency)}, together to ${formatUsd(together.aloneUsd, currency)}`;
  return gapUsd > 0
    ? `Values do not add up: ${amounts}, because clauses overlap. Once one is won, less is left for another to protect.`
    : `Values do not add up: ${amounts}, because one makes another worth more.`;
}

/** What the clauses that are switched on do, said aloud as they are switched; empty while none is. */
export function switchedSentence(
  on: readonly ClauseName[],
  saved: { readonly commitmentUsd: number; readonly savedUsd: number } | undefined,
  currency: Currency,
): string {
  if (on.length === 0) return "";
  const which = on.length === 1 ? "1 clause is" : `${on.length} clauses are`;
  const effect =
    saved === undefined ? "" : ` ${effectSentence(saved.commitmentUsd, saved.savedUsd, currency)}`;
  return `${which} on: the pane shows every band as if you had won ${on.length === 1 ? "it" : "them"}. The cells of the workbook stay as they are.${effect}`;
}

function effectSentence(commitmentUsd: number, savedUsd: number, currency: Currency): string {
  const at = `At ${statedUsd(commitmentUsd, currency)}`;
  if (toCents(savedUsd) === 0) return `${at} that changes nothing.`;
  const amount = formatUsd(Math.abs(savedUsd), currency);
  return savedUsd > 0
    ? `${at} that saves ${amount} a year.`
    : `${at} that costs ${amount} more a year.`;
}

/** A value in points of discount; undefined where a point is worth nothing, or the value more than the whole discount. */
function pointsOf(
  valueUsd: number,
  { pointUsd, discountFraction }: PointWorth,
): number | undefined {
  if (toCents(pointUsd) === 0) return undefined;
  const points = valueUsd / pointUsd;
  return Math.abs(points) <= 100 * discountFraction + NOISE ? points : undefined;
}

const NOISE = 1e-9;

/** Points of discount with one decimal; less than that is not shown as nothing. */
export function pointsText(valueUsd: number, worth: PointWorth): string {
  const points = pointsOf(valueUsd, worth);
  if (points === undefined) return "n/a";
  const sign = points < 0 ? "\u2212" : "";
  const tenths = Math.round(Math.abs(points) * 10);
  if (tenths === 0) return Math.abs(points) < NOISE ? "0.0" : "under 0.1";
  return `${sign}${(tenths / 10).toFixed(1)}`;
}

/** Why some values are in no points, below the table that shows them; empty where all are, or the sentence of the point says it. */
export function pointlessSentence(values: readonly ClauseValue[], worth: PointWorth): string {
  const amounts = values.flatMap(({ aloneUsd, addedLastUsd }) => [aloneUsd, addedLastUsd]);
  const isLess = (usd: number): boolean => pointsOf(usd, worth) === undefined;
  return toCents(worth.pointUsd) === 0 || !amounts.some(isLess)
    ? ""
    : `n/a: more than the whole discount of this band, ${formatExactPercent(worth.discountFraction)}.`;
}
