import type { CommitmentOutlook } from "../../analysis/commitment-outlook";
import type { Decided } from "../../analysis/decision";
import { roundingOf } from "../../analysis/forecast-rounding";
import { aimOf, type Posture } from "../../analysis/posture";
import type { ThresholdChoice } from "../../analysis/threshold-choice";
import type { BestCommitment, ThresholdMoves } from "../../analysis/threshold-moves";
import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import { NoAnswer } from "../../core/no-answer";
import type { ParsedDeal } from "../../deal/parse-deal";
import {
  aboutDollars,
  asSentence,
  commitmentName,
  inYears,
  labelUsd,
  statedUsd,
} from "../format/approximate";
import {
  formatExactPercent,
  formatExactUsd,
  formatPercent,
  formatPoints,
  formatUsd,
} from "../format/format";
import type { CommitmentNames } from "./commitment-names";
import { beyondWords, sameRange } from "./guess-messages";
import { riskPhrase } from "./outlook-messages";

/** What the choices are drawn from: a reading, or one as it would be if something changed. */
export type ChoiceReading = Pick<ParsedDeal, "bands" | "agreement" | "commitmentUsd" | "forecast">;

/** What cannot be said of the thresholds, a sentence each; empty of a deal that is whole. */
export function introSentences(
  { bands, agreement, commitmentUsd, forecast }: ChoiceReading,
  currency: Currency,
): readonly string[] {
  if (bands === undefined) return ["The bands cannot be read yet."];
  if (agreement === undefined)
    return ["The terms cannot be read yet, so no threshold can be priced."];
  if (commitmentUsd === undefined)
    return ["The commitment cannot be read yet, so there is nothing to hold a threshold against."];
  const thresholds = bands.bands.slice(1);
  if (thresholds.length === 0)
    return [
      `These bands have no threshold above ${labelUsd(0, currency)}, so there is nothing to cross.`,
    ];
  return forecast
    ? []
    : [
        "No forecast can be read yet, so nothing can be expected: each threshold shows the usage from which it pays.",
      ];
}

/** The present commitment, after "against": "staying at $480,000", "paying on demand". */
export function stayingWords(commitmentUsd: number, currency: Currency): string {
  return toCents(commitmentUsd) === 0
    ? "paying on demand"
    : `staying at ${statedUsd(commitmentUsd, currency)}`;
}

/** "$500k at 15%", and that it is the present commitment where it is. */
export function choiceTitle(
  { thresholdUsd, crossing }: ThresholdChoice,
  presentUsd: number,
  currency: Currency,
  labelOf: CommitmentNames = (usd) => labelUsd(usd, currency),
): string {
  const title = `${labelOf(thresholdUsd)} at ${formatExactPercent(crossing.band.discountFraction)}`;
  return toCents(thresholdUsd) === toCents(presentUsd) ? `${title} · present` : title;
}

/** Without a forecast: where the threshold is, or the usage from which it pays. */
export function breakEvenWords({ breakEven }: ThresholdChoice, currency: Currency): string {
  if (!(breakEven instanceof NoAnswer))
    return `Pays from usage of ${usageFrom(breakEven.usageUsd, currency)}.`;
  const { reason } = breakEven;
  if (reason.kind !== "notAboveCommitment") return "Pays at no usage.";
  return toCents(reason.thresholdUsd) === toCents(reason.commitmentUsd)
    ? "Present commitment."
    : "Below the present commitment.";
}

/**
 * What the threshold saves against list and against the commitment to make, and how sure that is: "Saves $26,700 a year, $32,800
 * less than $250k. Filled in 46 of 100 years; costs more than list in 36."
 *
 * What the reason of its posture says is not said again.
 */
export function outcomeSentences(
  { expected, thresholdUsd }: ThresholdChoice,
  { reason }: Posture,
  decided: Decided,
  nameOf: CommitmentNames,
  currency: Currency,
): readonly string[] {
  if (!expected) return [];
  const { certain, forecast } = decided;
  const aim = aimOf(decided);
  const { againstListUsd, fillProbability, lossProbability } = expected;
  const lessUsd = aim.expectedSavingUsd - againstListUsd;
  const isAim = toCents(thresholdUsd) === toCents(aim.commitmentUsd);
  const isCompared =
    lessUsd > roundingOf(forecast) && isAhead(aim) && !isAim && reason.kind !== "savesLess";
  const less = isCompared
    ? `, ${aboutDollars(lessUsd, currency)} less than ${nameOf(aim.commitmentUsd)}`
    : "";
  const saves =
    toCents(againstListUsd) < 0
      ? `Costs ${aboutDollars(-againstListUsd, currency)} a year more than list${certain ? "" : " on average"}.`
      : toCents(againstListUsd) === 0
        ? "Costs as much as list."
        : `Saves ${aboutDollars(againstListUsd, currency)} a year${certain ? "" : " on average"}${less}.`;
  if (certain) return [saves];
  const filled = reason.kind === "filled" || (reason.kind === "present" && isAim);
  const dearer = inYears(lossProbability);
  return [
    saves,
    filled
      ? `Costs more than list ${dearer}.`
      : `${asSentence(riskPhrase({ fillProbability, lossProbability }, certain).replace(/^is /, ""))}.`,
  ];
}

/** Whether it saves anything, so that others can save less. */
function isAhead({ expectedSavingUsd }: CommitmentOutlook): boolean {
  return toCents(expectedSavingUsd) > 0;
}

/** A number of a choice, and what it is. */
export interface ChoiceRow {
  readonly label: string;
  readonly value: string;
}

/** What the money of a choice is measured against: "Against staying at $480,000". */
export function moneyCaption(
  { standing }: ThresholdChoice,
  presentUsd: number,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const { commitmentUsd } = standing.here;
  return toCents(commitmentUsd) === toCents(presentUsd)
    ? `Against ${stayingWords(commitmentUsd, currency)}`
    : `Against ${nameOf(commitmentUsd)}`;
}

/** What committing the threshold takes and brings in money, against what the caption says. */
export function moneyRows(choice: ThresholdChoice, currency: Currency): readonly ChoiceRow[] {
  const { crossing, breakEven, tolerableWasteFraction, expected } = choice;
  const { extraCommitmentUsd } = crossing;
  const isCurrent = toCents(extraCommitmentUsd) === 0;
  return [
    ...(breakEven instanceof NoAnswer
      ? breakEven.reason.kind === "neverPays"
        ? [{ label: "Usage at which it pays", value: "none" }]
        : []
      : [
          breakEven.untilUsd === undefined
            ? { label: "Pays from usage of", value: usageFrom(breakEven.usageUsd, currency) }
            : {
                label: "Pays for usage of",
                value: usageRange(breakEven.usageUsd, breakEven.untilUsd, currency),
              },
        ]),
    ...(tolerableWasteFraction instanceof NoAnswer
      ? []
      : [{ label: "May go unused and still pay", value: formatPercent(tolerableWasteFraction) }]),
    ...(isCurrent
      ? []
      : [
          {
            label: extraCommitmentUsd > 0 ? "More to commit" : "Less to commit",
            value: formatExactUsd(Math.abs(extraCommitmentUsd), currency),
          },
        ]),
    ...(expected && !isCurrent
      ? [{ label: "Saving a year", value: formatUsd(expected.savingUsd, currency) }]
      : []),
    ...(expected ? [worstTenthRow(expected.worstTenthLossUsd, currency)] : []),
  ];
}

function worstTenthRow(lossUsd: number, currency: Currency): ChoiceRow {
  return toCents(lossUsd) < 0
    ? { label: "Worst tenth of years, saves", value: formatUsd(-lossUsd, currency) }
    : { label: "Worst tenth of years, over list", value: formatUsd(lossUsd, currency) };
}

/** A lowest usage, rounded up so that the words are true of it. */
function usageFrom(usageUsd: number, currency: Currency): string {
  return formatExactUsd(
    usageUsd < MOST_IN_CENTS_USD ? upToCents(usageUsd) : upToDollars(usageUsd),
    currency,
  );
}

/** A lowest and a highest usage, rounded inwards so that the words are true of both. */
function usageRange(fromUsd: number, untilUsd: number, currency: Currency): string {
  const [low, high] = [upToDollars(fromUsd), -upToDollars(-untilUsd)];
  const isWhole = fromUsd >= MOST_IN_CENTS_USD && low <= high;
  const [from, to] = isWhole ? [low, high] : [upToCents(fromUsd), -upToCents(-untilUsd)];
  return `${formatExactUsd(from, currency)} to ${formatExactUsd(to, currency)}`;
}

/** Below this a dollar more or less is worth saying. */
const MOST_IN_CENTS_USD = 100;

function upToDollars(usageUsd: number): number {
  return Math.ceil(toCents(usageUsd) / 100);
}

function upToCents(usageUsd: number): number {
  // What is this little above a whole cent is the noise of arithmetic.
  return Math.ceil(usageUsd * 100 - 1e-6) / 100;
}

/** That a threshold which does not pay offers a marginal rate and nothing else; empty where it offers more. */
export function marginalSentence({ onlyDiscountFraction: fraction }: ThresholdChoice): string {
  if (fraction === undefined) return "";
  const points = formatPoints(Math.abs(fraction));
  if (points === "0 points") return "Nothing is on offer: not worth the extra exposure.";
  return fraction > 0
    ? `The only thing on offer is ${points}: not worth the extra exposure.`
    : `Nothing is on offer, and ${points} of discount would go: not worth the extra exposure.`;
}

/** Whether the threshold is confirmed, and what rests on it if not; empty where nothing is noted of it. */
export function guessSentences(
  { thresholdUsd, provenance }: ThresholdChoice,
  moves: ThresholdMoves | undefined,
  currency: Currency,
  nameOf: CommitmentNames = (one) => commitmentName(one, currency),
): readonly string[] {
  const { isUnconfirmed, source, confidence } = provenance;
  const noted = [
    ...(source === "" ? [] : [`source: ${source}`]),
    ...(confidence === "" ? [] : [`confidence: ${confidence}`]),
  ].join("; ");
  if (noted === "") return [];
  if (!isUnconfirmed) return [`How well this threshold is known: ${noted}.`];
  return [
    `This threshold is not confirmed (${noted}).`,
    ...(moves ? [movesSentence(thresholdUsd, moves, nameOf, currency)] : []),
  ];
}

/** Within which range the answer holds if the threshold lies elsewhere, and what is best beyond it. */
export function movesSentence(
  thresholdUsd: number,
  moves: ThresholdMoves,
  nameOf: CommitmentNames,
  currency: Currency,
): string {
  const stays = `The best commitment stays ${bestWords(moves.best, nameOf)}`;
  const range = sameRange(thresholdUsd, moves, currency);
  const beyond = beyondWords(moves, nameOf);
  return `${stays} while this threshold lies ${range}${beyond === "" ? "" : `; ${beyond}`}.`;
}

function bestWords(best: BestCommitment, nameOf: CommitmentNames): string {
  switch (best.kind) {
    case "threshold":
      return "the threshold itself";
    case "justBelow":
      return "a cent below the threshold";
    case "amount":
      return toCents(best.commitmentUsd) === 0 ? "none at all" : nameOf(best.commitmentUsd);
  }
}
