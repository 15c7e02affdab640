import type { CommitmentOutlook } from "../../analysis/commitment-outlook";
import type { Decided, Decision } from "../../analysis/decision";
import type { Recommendation } from "../../analysis/recommendation";
import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import {
  aboutDollars,
  asSentence,
  BILLION,
  inYears,
  isAlways,
  labelUsd,
  statedUsd,
} from "../format/approximate";
import { formatExactUsd } from "../format/format";

import { type CommitmentNames, namesOnCurve } from "./commitment-names";
import { type GuessedThreshold, guessesSentence } from "./guess-messages";

/** A decision in words. */
export interface DecisionWords {
  /** "Commit $250k, not $500k". */
  readonly headline: string;
  /** The headline with its amounts in full, for a title; undefined where it has them already. */
  readonly inFull?: string | undefined;
  /** Why, in a sentence or two. */
  readonly evidence: string;
  /** What is next on offer, and what would be better between thresholds; a sentence each. */
  readonly also: readonly string[];
  /** How far the answer rests on thresholds that are not confirmed; empty where all are. */
  readonly guesses: string;
  /** What follows the headline where there is one line: "saves $59,500 a year". May be empty. */
  readonly short: string;
  /** Headline and the short of it on one line, to stay in sight. */
  readonly line: string;
  /** Whether the user is needed, another commitment than the present one is best, or nothing is left to do. */
  readonly mark: "need" | "look" | "done";
}

/**
 * The best commitment on offer, what it saves and how surely usage fills it.
 *
 * @param looked What becomes of the answer if an unconfirmed threshold lies elsewhere; undefined until that is found.
 */
export function describeDecision(
  decision: Decision,
  currency: Currency,
  looked?: readonly GuessedThreshold[],
): DecisionWords {
  if (decision.kind === "undecided")
    return {
      headline: "No answer yet",
      evidence: LACKING[decision.lacking],
      also: [],
      guesses: "",
      short: "",
      line: "No answer yet",
      mark: "need",
    };
  const { recommendation, curve, unconfirmed } = decision;
  const nameOf = namesInSentence(namesOnCurve(curve, currency));
  const headline = headlineOf(recommendation, nameOf);
  const inFull = headlineOf(
    recommendation,
    namesInSentence((usd) => (usd < BILLION ? nameOf(usd) : formatExactUsd(usd, currency))),
  );
  const short = outcome(recommendation, currency);
  return {
    headline,
    inFull: inFull === headline ? undefined : inFull,
    evidence: evidenceOf(decision, nameOf, currency),
    also: alsoOf(recommendation, nameOf, currency),
    guesses: guessesSentence(unconfirmed, looked, currency, namesOnCurve(curve, currency)),
    short,
    line: short === "" ? headline : `${headline} · ${short}`,
    mark: movesAway(recommendation) ? "look" : "done",
  };
}

const LACKING = {
  bands: "The bands cannot be read yet.",
  terms: "The terms cannot be read yet.",
  usage: "The usage or its forecast cannot be read yet.",
  partsOfYear:
    "Say first what each number of the forecast is: a part of a year, or a possible year.",
} as const;

type Comparison = Recommendation & { readonly kind: "beats" | "ties" };

function movesAway(recommendation: Recommendation): boolean {
  return recommendation.kind === "beats" && recommendation.otherIsCurrent;
}

/** Without a commitment: "nothing" is committed. */
function namesInSentence(nameOf: CommitmentNames): CommitmentNames {
  return (usd) => (toCents(usd) === 0 ? "nothing" : nameOf(usd));
}

function isNone({ commitmentUsd }: CommitmentOutlook): boolean {
  return toCents(commitmentUsd) === 0;
}

function headlineOf(recommendation: Recommendation, nameOf: CommitmentNames): string {
  switch (recommendation.kind) {
    case "nothingToChoose":
      return "Nothing to choose";
    case "largerIsNeverDearer":
      return `Commit ${nameOf(recommendation.best.commitmentUsd)} or more`;
    case "beats":
    case "ties": {
      const { kind, best, other, bestIsCurrent, otherIsCurrent } = recommendation;
      const [first, second] = [nameOf(best.commitmentUsd), nameOf(other.commitmentUsd)];
      if (kind === "ties")
        return best.commitmentUsd < other.commitmentUsd
          ? `A tie: ${first} or ${second}`
          : `A tie: ${second} or ${first}`;
      if (bestIsCurrent && !isNone(best)) return `Stay at ${first}`;
      return otherIsCurrent ? `Commit ${first}, not ${second}` : `Commit ${first}`;
    }
  }
}

/** What follows the headline on its line. */
function outcome(recommendation: Recommendation, currency: Currency): string {
  if (recommendation.kind === "nothingToChoose") return "";
  const { best } = recommendation;
  if (toCents(best.expectedSavingUsd) > 0)
    return `saves ${aboutDollars(best.expectedSavingUsd, currency)} a year`;
  return recommendation.kind === "beats" && isNone(best) ? "no threshold pays" : "";
}

function evidenceOf(
  { recommendation, forecast, certain }: Decided,
  nameOf: CommitmentNames,
  currency: Currency,
) {
  const onAverage = certain ? "" : " on average";
  const filling: Filling = { usageUsd: certain ? forecast.meanUsd : undefined, nameOf };
  switch (recommendation.kind) {
    case "nothingToChoose":
      return `These bands have no threshold above ${labelUsd(0, currency)}.`;
    case "largerIsNeverDearer": {
      const { best, limitSavingUsd } = recommendation;
      const [savingWords, limitWords] = [best.expectedSavingUsd, limitSavingUsd].map((one) =>
        aboutDollars(one, currency),
      );
      const limit = savingWords === limitWords ? "" : `, and none more than ${limitWords}`;
      return `What is not used comes back in the top band, so a larger commitment never costs more. ${nameOf(best.commitmentUsd)} saves ${savingWords} a year${onAverage}${limit}.`;
    }
    case "beats": {
      const { best, other } = recommendation;
      const risky = isNone(best) ? other : best;
      return `${leadSentence(recommendation, onAverage, nameOf, currency)} ${fillSentence([risky], filling, isNone(best), currency)}`;
    }
    case "ties": {
      const { best, other } = recommendation;
      const promised = [best, other]
        .filter((one) => !isNone(one))
        .sort((a, b) => a.commitmentUsd - b.commitmentUsd);
      return `${tieSentence(recommendation, onAverage, currency)} ${fillSentence(promised, filling, true, currency)}`;
    }
  }
}

/** "It saves $59,500 a year on average, $32,800 more than $500k would." */
function leadSentence(
  lead: Comparison,
  onAverage: string,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const { best, other, gapUsd } = lead;
  const dearerUsd = -other.expectedSavingUsd;
  const isDearer = toCents(dearerUsd) > 0;
  const name = rivalName(lead, nameOf);
  const costs = `${name} would cost ${aboutDollars(dearerUsd, currency)} a year more than list`;
  if (toCents(best.expectedSavingUsd) <= 0) return `${asSentence(costs)}${onAverage}.`;
  const it = isNone(best) ? "Committing nothing" : "It";
  const saves = `${it} saves ${aboutDollars(best.expectedSavingUsd, currency)} a year${onAverage}`;
  if (isDearer) return `${saves}; ${costs}.`;
  if (toCents(dearerUsd) === 0)
    return isNone(other) ? `${saves}.` : `${saves}; ${name} would save nothing.`;
  return `${saves}, ${aboutDollars(gapUsd, currency)} more than ${name} would.`;
}

function rivalName(
  { other, otherIsCurrent, best, bestIsCurrent }: Comparison,
  nameOf: CommitmentNames,
) {
  if (isNone(other)) return "committing nothing";
  const name = nameOf(other.commitmentUsd);
  return otherIsCurrent || !bestIsCurrent || isNone(best)
    ? name
    : `${name}, the next best on offer,`;
}

function tieSentence({ best, gapUsd }: Comparison, onAverage: string, currency: Currency): string {
  const isExact = toCents(gapUsd) === 0;
  const each =
    toCents(best.expectedSavingUsd) <= 0
      ? `Each costs ${isExact ? "" : "about "}as much as list${onAverage}`
      : `Each saves ${isExact ? "" : "about "}${aboutDollars(best.expectedSavingUsd, currency)} a year${onAverage}`;
  return isExact
    ? `${each}.`
    : `${each}; the ${aboutDollars(Math.abs(gapUsd), currency)} between them is within a rounding of the forecast.`;
}

interface Filling {
  /** Usage that is taken as known; undefined where it is not. */
  readonly usageUsd: number | undefined;
  readonly nameOf: CommitmentNames;
}

/** How often usage fills commitments: "Usage fills it in 98 of 100 years." */
function fillSentence(
  promised: readonly CommitmentOutlook[],
  { usageUsd, nameOf }: Filling,
  byName: boolean,
  currency: Currency,
): string {
  const name = ({ commitmentUsd }: CommitmentOutlook): string =>
    byName ? nameOf(commitmentUsd) : "it";
  if (usageUsd !== undefined) {
    const does = promised.map(
      (one) => `${isAlways(one.fillProbability) ? "fills" : "does not fill"} ${name(one)}`,
    );
    return `Usage of ${statedUsd(usageUsd, currency)}, taken as certain, ${does.join(" and ")}.`;
  }
  const does = promised.map((one) => `${name(one)} ${inYears(one.fillProbability)}`);
  return `Usage fills ${does.join(" and ")}.`;
}

function alsoOf(
  recommendation: Recommendation,
  nameOf: CommitmentNames,
  currency: Currency,
): readonly string[] {
  if (recommendation.kind !== "beats" && recommendation.kind !== "ties") return [];
  const { next, between } = recommendation;
  return [
    ...(next ? [nextSentence(recommendation, next, nameOf, currency)] : []),
    ...(between ? [betweenSentence(recommendation.best, between, nameOf, currency)] : []),
  ];
}

function nextSentence(
  { best, roundingUsd }: Comparison,
  next: CommitmentOutlook,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const which = isNone(next)
    ? "Next on offer is committing nothing"
    : `The best other threshold is ${nameOf(next.commitmentUsd)}`;
  const behindUsd = best.expectedSavingUsd - next.expectedSavingUsd;
  return behindUsd > roundingUsd
    ? `${which}, ${aboutDollars(behindUsd, currency)} a year behind.`
    : `${which}, which comes to the same.`;
}

function betweenSentence(
  best: CommitmentOutlook,
  between: CommitmentOutlook,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const moreUsd = between.expectedSavingUsd - best.expectedSavingUsd;
  return `If any amount may be committed, ${nameOf(between.commitmentUsd)} would save ${aboutDollars(moreUsd, currency)} a year more.`;
}
