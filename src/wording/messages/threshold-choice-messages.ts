import type { ThresholdChoice } from "../../analysis/threshold-choice";
import type { BestCommitment, ThresholdMoves } from "../../analysis/threshold-moves";
import type { Currency } from "../../core/currency";
import { formatShortUsd, toCents } from "../../core/money";
import { NoAnswer } from "../../core/no-answer";
import type { ParsedDeal } from "../../deal/parse-deal";
import { chance, commitmentName } from "../format/approximate";
import {
  formatExactPercent,
  formatExactUsd,
  formatPercent,
  formatPoints,
  formatUsd,
} from "../format/format";
import type { CommitmentNames } from "./commitment-names";

/** What the choices are drawn from: a reading, or one as it would be if something changed. */
export type ChoiceReading = Pick<ParsedDeal, "bands" | "agreement" | "commitmentUsd" | "forecast">;

/** What every threshold is compared with, and what the pane cannot tell; a sentence each. */
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
      `These bands have no threshold above ${formatShortUsd(0, currency)}, so there is nothing to cross.`,
    ];
  const top = thresholds.every(
    ({ thresholdUsd }) => toCents(thresholdUsd) <= toCents(commitmentUsd),
  );
  return [
    `Each against ${stayingWords(commitmentUsd, currency)}.`,
    ...(forecast
      ? ["Amounts are for one year, the average over all outcomes of the forecast."]
      : [
          "No forecast can be read yet, so nothing can be expected: each threshold shows the usage from which it pays.",
        ]),
    ...(forecast && forecast.lowestUsd === forecast.highestUsd
      ? [
          `Usage is taken as certain, ${formatUsd(forecast.meanUsd, currency)}, so every chance is 0% or 100%.`,
        ]
      : []),
    ...(top ? ["You are in the top band: no threshold lies above."] : []),
  ];
}

/** The present commitment, after "against": "staying at $480,000", "paying on demand". */
export function stayingWords(commitmentUsd: number, currency: Currency): string {
  return toCents(commitmentUsd) === 0
    ? "paying on demand"
    : `staying at ${formatExactUsd(commitmentUsd, currency)}`;
}

/** "$500k at 15%". */
export function choiceTitle(
  { thresholdUsd, crossing }: ThresholdChoice,
  currency: Currency,
): string {
  return `${formatShortUsd(thresholdUsd, currency)} at ${formatExactPercent(crossing.band.discountFraction)}`;
}

/** Whether it pays, in a few words; without a forecast the usage from which it does. */
export function verdictWords({ expected, breakEven }: ThresholdChoice, currency: Currency): string {
  if (expected) {
    const { verdict } = expected;
    switch (verdict.kind) {
      case "pays":
        return `Pays by ${formatUsd(verdict.savingUsd, currency)} a year`;
      case "breaksEven":
        return "Breaks even";
      case "doesNotPay":
        return `Does not pay, by ${formatUsd(verdict.lossUsd, currency)} a year`;
      case "current":
        return "Present commitment";
      case "below":
        return `Below the present commitment: ${changeWords(verdict.savingUsd, currency)}`;
    }
  }
  if (!(breakEven instanceof NoAnswer))
    return `Pays from usage of ${usageFrom(breakEven.usageUsd, currency)}`;
  const { reason } = breakEven;
  if (reason.kind !== "notAboveCommitment") return "Pays at no usage";
  return toCents(reason.thresholdUsd) === toCents(reason.commitmentUsd)
    ? "Present commitment"
    : "Below the present commitment";
}

function changeWords(savingUsd: number, currency: Currency): string {
  if (toCents(savingUsd) === 0) return "costs the same";
  const amount = formatUsd(Math.abs(savingUsd), currency);
  return savingUsd > 0 ? `saves ${amount} a year` : `costs ${amount} more a year`;
}

/** "Fill probability 46%", beside the verdict. */
export function chanceWords({ expected }: ThresholdChoice): string {
  return expected ? `Fill probability ${chance(expected.fillProbability)}` : "";
}

/** A number of a choice, and what it is. */
export interface ChoiceRow {
  readonly label: string;
  readonly value: string;
}

/** What committing the threshold takes and brings in money. */
export function moneyRows(choice: ThresholdChoice, currency: Currency): readonly ChoiceRow[] {
  const { crossing, standing, breakEven, tolerableWasteFraction, expected } = choice;
  const { extraCommitmentUsd } = crossing;
  const now = toCents(standing.here.commitmentUsd) === 0 ? "paying on demand" : "staying";
  const isCurrent = toCents(extraCommitmentUsd) === 0;
  return [
    ...(isCurrent
      ? []
      : [
          {
            label: extraCommitmentUsd > 0 ? "More to commit" : "Less to commit",
            value: formatExactUsd(Math.abs(extraCommitmentUsd), currency),
          },
        ]),
    ...(breakEven instanceof NoAnswer
      ? breakEven.reason.kind === "neverPays"
        ? [{ label: "Usage at which it pays", value: "none" }]
        : []
      : [
          breakEven.untilUsd === undefined
            ? { label: "Pays from usage of", value: usageFrom(breakEven.usageUsd, currency) }
            : {
                label: "Pays for usage of",
                value: `${usageFrom(breakEven.usageUsd, currency)} to ${usageTo(breakEven.untilUsd, currency)}`,
              },
        ]),
    ...(tolerableWasteFraction instanceof NoAnswer
      ? []
      : [{ label: "May go unused and still pay", value: formatPercent(tolerableWasteFraction) }]),
    ...(expected
      ? [
          { label: "Fill probability", value: chance(expected.fillProbability) },
          {
            label: "Loss probability",
            value: chance(expected.lossProbability),
          },
          ...(isCurrent
            ? []
            : [{ label: `Saving against ${now}`, value: formatUsd(expected.savingUsd, currency) }]),
        ]
      : []),
  ];
}

/** Usages are whole dollars, rounded to the side on which the words are true. */
function usageFrom(usageUsd: number, currency: Currency): string {
  return formatExactUsd(Math.ceil(toCents(usageUsd) / 100), currency);
}

function usageTo(usageUsd: number, currency: Currency): string {
  return formatExactUsd(Math.floor(toCents(usageUsd) / 100), currency);
}

/** That a commitment costs less still than one that pays; empty where none does. */
export function betterSentence(
  { expected }: ThresholdChoice,
  currency: Currency,
  nameOf: CommitmentNames = (one) => commitmentName(one, currency),
): string {
  return expected?.better && expected.verdict.kind !== "doesNotPay"
    ? `${betterWords(expected.better.commitmentUsd, nameOf)} would cost ${formatUsd(expected.better.savingUsd, currency)} a year less still.`
    : "";
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
  { provenance }: ThresholdChoice,
  moves: ThresholdMoves | undefined,
  currency: Currency,
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
    ...(moves ? [movesSentence(moves, currency)] : []),
  ];
}

/** Which answer changes if the threshold lies elsewhere. */
export function movesSentence(moves: ThresholdMoves, currency: Currency): string {
  const { best, below, above, lowUsd, highUsd, sameFromUsd, sameToUsd } = moves;
  if (!below && !above)
    return `The best commitment stays ${bestWords(best, currency)} if this threshold lies anywhere from ${commitmentName(Math.ceil(lowUsd), currency)} to ${commitmentName(Math.floor(highUsd), currency)}.`;
  const changes = [
    ...(below
      ? [
          `${bestWords(below, currency)} if this threshold lies below ${commitmentName(Math.ceil(sameFromUsd), currency)}`,
        ]
      : []),
    ...(above
      ? [
          `${bestWords(above, currency)} if ${below ? "it" : "this threshold"} lies above ${commitmentName(Math.floor(sameToUsd), currency)}`,
        ]
      : []),
  ];
  return `The best commitment changes to ${changes.join(", and to ")}; else it stays ${bestWords(best, currency)}.`;
}

function bestWords(best: BestCommitment, currency: Currency): string {
  switch (best.kind) {
    case "threshold":
      return "the threshold itself";
    case "justBelow":
      return "a cent below the threshold";
    case "amount":
      return toCents(best.commitmentUsd) === 0
        ? "none at all"
        : commitmentName(best.commitmentUsd, currency);
  }
}

function betterWords(commitmentUsd: number, nameOf: CommitmentNames): string {
  return toCents(commitmentUsd) === 0
    ? "No commitment at all"
    : `A commitment of ${nameOf(commitmentUsd)}`;
}
