import { outranks } from "../../../analysis/best-commitments";
import type { CommitmentOutlook } from "../../../analysis/commitment-outlook";
import type { Recommendation } from "../../../analysis/recommendation";
import { toCents } from "../../../core/money";
import {
  aboutUsd,
  asSentence,
  chance,
  commitmentName,
  isAlways,
  isNever,
} from "../../../wording/format/approximate";
import { formatExactPercent, formatUsd } from "../../../wording/format/format";
import type { CommitmentNames } from "../../../wording/messages/commitment-names";
import { paneCurrency } from "../../kit/pane-currency";

/**
 * What is best on offer, by how much, and how risky the other is: "$250k beats $500k by $32.8k a year on expectation; $500k is
 * filled in 46% of outcomes and costs more than list in 36%." Then what is next on offer, and what is better between thresholds.
 *
 * @param certain Whether usage is taken as known: then there are no outcomes to count.
 */
export function decisionSentences(
  decision: Recommendation,
  certain: boolean,
  nameOf: CommitmentNames = (one) => commitmentName(one, paneCurrency()),
): readonly string[] {
  switch (decision.kind) {
    case "nothingToChoose":
      return [
        `These bands have no threshold above ${formatUsd(0, paneCurrency())}, so there is nothing to choose.`,
      ];
    case "largerIsNeverDearer": {
      const { best, limitSavingUsd } = decision;
      const least = `Expected savings come ever closer to ${formatUsd(limitSavingUsd, paneCurrency())} a year`;
      return [
        "What is not used comes back in the top band, so there a larger commitment never costs more and none is best.",
        `${least}; ${nameOf(best.commitmentUsd)} is expected to save ${formatUsd(best.expectedSavingUsd, paneCurrency())}.`,
      ];
    }
    case "beats":
    case "ties":
      return comparison(decision, certain, nameOf);
  }
}

type Comparison = Recommendation & { readonly kind: "beats" | "ties" };

function comparison(
  decision: Comparison,
  certain: boolean,
  nameOf: CommitmentNames,
): readonly string[] {
  const { kind, best, other, gapUsd, bestIsCurrent, roundingUsd, next, between } = decision;
  const [first, second] = [nameOf(best.commitmentUsd), nameOf(other.commitmentUsd)];
  const onExpectation = certain ? "" : " on expectation";
  const within =
    toCents(gapUsd) === 0 ? "" : ` to within ${aboutUsd(roundingUsd, paneCurrency())} a year`;
  const ranking =
    kind === "beats"
      ? `${first} beats ${second} by ${aboutUsd(gapUsd, paneCurrency())} a year${onExpectation}`
      : `${first} and ${second} come to the same${within}${onExpectation}`;
  // Of what is not promised there is nothing to fill.
  const risky = toCents(other.commitmentUsd) === 0 ? best : other;
  const name = risky === best && kind === "beats" ? "it" : nameOf(risky.commitmentUsd);
  return [
    `${asSentence(ranking)}; ${name} ${riskPhrase(risky, certain)}.`,
    ...(bestIsCurrent && toCents(best.commitmentUsd) !== 0
      ? ["It is the present commitment."]
      : []),
    ...(next ? [nextSentence(decision, next, nameOf)] : []),
    ...(between ? [betweenSentence(best, between, nameOf)] : []),
  ];
}

function nextSentence(
  { best, roundingUsd }: Comparison,
  next: CommitmentOutlook,
  nameOf: CommitmentNames,
): string {
  const name = nameOf(next.commitmentUsd);
  const which =
    toCents(next.commitmentUsd) === 0
      ? `Next on offer is ${name}`
      : `The best other threshold is ${name}`;
  const behindUsd = best.expectedSavingUsd - next.expectedSavingUsd;
  return outranks(best, next, roundingUsd)
    ? `${which}, ${aboutUsd(behindUsd, paneCurrency())} behind.`
    : `${which}, and comes to the same.`;
}

function betweenSentence(
  best: CommitmentOutlook,
  between: CommitmentOutlook,
  nameOf: CommitmentNames,
): string {
  const moreUsd = between.expectedSavingUsd - best.expectedSavingUsd;
  return `${asSentence(nameOf(between.commitmentUsd))}, which is no threshold, would save ${aboutUsd(moreUsd, paneCurrency())} a year more, if any amount may be committed.`;
}

/** How often a commitment is filled, and how often it is dearer than list, after its name. */
export function riskPhrase(
  { fillProbability, lossProbability }: CommitmentOutlook,
  certain: boolean,
): string {
  if (certain) {
    const filled = isAlways(fillProbability);
    const dearer = isAlways(lossProbability);
    const link = filled === dearer ? "but" : "and";
    return `is ${filled ? "" : "not "}filled ${link} costs ${dearer ? "more" : "no more"} than list`;
  }
  const filled = isAlways(fillProbability)
    ? "is always filled"
    : isNever(fillProbability)
      ? "is never filled"
      : `is filled in ${chance(fillProbability)} of outcomes`;
  const counted = filled.endsWith("outcomes") ? "" : " of outcomes";
  const dearer = isAlways(lossProbability)
    ? "always costs more than list"
    : isNever(lossProbability)
      ? "never costs more than list"
      : `costs more than list in ${chance(lossProbability)}${counted}`;
  return `${filled} and ${dearer}`;
}

/** One commitment as the chart reads it: "At $500k, 15% off: saves $25,559 a year on expectation. It is filled in …". */
export function readingSentence(outlook: CommitmentOutlook, certain: boolean): string {
  const { commitmentUsd, discountFraction, expectedSavingUsd } = outlook;
  const off =
    discountFraction === 0 ? "no discount" : `${formatExactPercent(discountFraction)} off`;
  const onExpectation = certain ? "" : " on expectation";
  const money = `${savingPhrase(expectedSavingUsd)}${onExpectation}`;
  if (toCents(commitmentUsd) === 0) return `Committing nothing, ${off}: ${money}.`;
  return `${commitmentName(commitmentUsd, paneCurrency())}, ${off}: ${money}. It ${riskPhrase(outlook, certain)}.`;
}

/** "saves $25,559 a year", "costs $405,000 a year more than list", "costs as much as list". */
export function savingPhrase(savingUsd: number): string {
  const cents = toCents(savingUsd);
  if (cents === 0) return "costs as much as list";
  const amount = formatUsd(Math.abs(savingUsd), paneCurrency());
  return cents > 0 ? `saves ${amount} a year` : `costs ${amount} a year more than list`;
}
