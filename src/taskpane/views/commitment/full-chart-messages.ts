import type { WasteOutlook } from "../../../analysis/commitment-outlook";
import type { ForecastSpread, UsageChance } from "../../../analysis/forecast-spread";
import type { LoadChange, LoadChangeRow } from "../../../analysis/load-change";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import {
  aboutUsd,
  asSentence,
  chance,
  commitmentName,
  inYears,
  isAlways,
  isNever,
} from "../../../wording/format/approximate";
import { formatList, formatUsd } from "../../../wording/format/format";
import type { CommitmentNames } from "../../../wording/messages/commitment-names";
import { savingPhrase } from "../../../wording/messages/saving-phrase";

/** "What if our load drops 20%?" */
export function loadQuestion(factor: number): string {
  const percent = Math.round(Math.abs(factor - 1) * 100);
  return `What if our load ${factor < 1 ? "drops" : "grows"} ${percent}%?`;
}

/** What another load does to the present and to the best commitment, in a sentence or two. */
export function loadSentence(
  { rows, bestBefore, bestAfter, factor }: LoadChange,
  currency: Currency,
  nameOf: CommitmentNames = (one) => commitmentName(one, currency),
): string {
  const [first] = rows;
  const then = nameOf(bestAfter.commitmentUsd);
  const same = toCents(bestAfter.commitmentUsd) === toCents(bestBefore.commitmentUsd);
  const best = same ? `${asSentence(then)} stays best.` : `Best is then ${then}.`;
  if (!first || first.role === "bestThen") return best;
  const change = first.afterUsd - first.beforeUsd;
  const amount = formatUsd(Math.abs(change), currency);
  const load = factor < 1 ? "lower" : "higher";
  const effect =
    toCents(change) === 0
      ? "its saving does not change"
      : `${amount} ${change < 0 ? "worse" : "better"} than as forecast`;
  return `With the ${load} load ${nameOf(first.commitmentUsd)} ${savingPhrase(first.afterUsd, currency)}: ${effect}. ${best}`;
}

/** What a commitment is called beside others: "$480k, present", "$250k, best as forecast". */
export function loadRowName(
  { role, commitmentUsd }: LoadChangeRow,
  currency: Currency,
  nameOf: CommitmentNames = (one) => commitmentName(one, currency),
): string {
  const words = { current: "present", best: "best as forecast", bestThen: "best then" } as const;
  return `${nameOf(commitmentUsd)}, ${words[role]}`;
}

/** How bad it is not to use all of a commitment: "$480k is not used up in 43 of 100 years …". */
export function wasteSentence(
  { commitmentUsd, unfilledProbability, expectedShortfallUsd, worstTenthLossUsd }: WasteOutlook,
  certain: boolean,
  currency: Currency,
  nameOf: CommitmentNames = (one) => commitmentName(one, currency),
): string {
  const name = nameOf(commitmentUsd);
  if (certain)
    return isNever(unfilledProbability)
      ? `At this usage all of ${name} is used.`
      : `At this usage ${formatUsd(expectedShortfallUsd, currency)} of ${name} is not used; it ${savingPhrase(-worstTenthLossUsd, currency)}.`;
  if (isNever(unfilledProbability)) return `All of ${name} is used every year.`;
  const often = isAlways(unfilledProbability)
    ? `${name} is never used up`
    : `${name} is not used up ${inYears(unfilledProbability)}`;
  const still = toCents(worstTenthLossUsd) < 0 ? "still " : "";
  return `${often}, and ${formatUsd(expectedShortfallUsd, currency)} of it goes unused on average. In the worst tenth of years it ${still}${savingPhrase(-worstTenthLossUsd, currency)} on average.`;
}

/** One part of a forecast and what is said about it. */
export interface ForecastPart {
  readonly label: "Usage" | "Base" | "Middle" | "Tail";
  readonly sentence: string;
}

/** A forecast told apart: a base that is almost sure, a likely middle, and a tail. */
export function forecastParts(spread: ForecastSpread, currency: Currency): readonly ForecastPart[] {
  switch (spread.kind) {
    case "certain":
      return [
        {
          label: "Usage",
          sentence: `${formatUsd(spread.usageUsd, currency)} is taken as certain.`,
        },
      ];
    case "few":
      return fewParts(spread.outcomes, currency);
    case "spread":
      return [
        { label: "Base", sentence: baseSentence(spread, currency) },
        { label: "Middle", sentence: middleSentence(spread, currency) },
        { label: "Tail", sentence: tailSentence(spread, currency) },
      ];
  }
}

type Spread = ForecastSpread & { readonly kind: "spread" };

function baseSentence({ base, belowZeroProbability }: Spread, currency: Currency): string {
  if (base.usageUsd < LEAST_BASE_USD) {
    const below = isNever(belowZeroProbability)
      ? ""
      : ` It falls below ${formatUsd(0, currency)} in ${chance(belowZeroProbability)} of outcomes, which a lognormal never does.`;
    return `No usage is almost sure under this forecast.${below}`;
  }
  const amount = aboutUsd(base.usageUsd, currency);
  if (isAlways(base.probability)) return `${amount} is sure: no outcome uses less.`;
  const often = isAbout(base.probability, 0.95)
    ? "19 outcomes in 20"
    : `${chance(base.probability)} of outcomes`;
  return `${amount} is almost sure: ${often} use at least that.`;
}

/** Less than half a dollar is shown as nothing. */
const LEAST_BASE_USD = 0.5;

function middleSentence(
  { middle: { fromUsd, toUsd, probability } }: Spread,
  currency: Currency,
): string {
  const often = isAbout(probability, 0.5)
    ? "half of outcomes"
    : `${chance(probability)} of outcomes`;
  if (toCents(fromUsd) === toCents(toUsd))
    return `${aboutUsd(fromUsd, currency)} is likely: ${often} use just that.`;
  return `${aboutUsd(fromUsd, currency)} to ${aboutUsd(toUsd, currency)} is likely: ${often} lie there.`;
}

function tailSentence({ tail: { usageUsd, probability } }: Spread, currency: Currency): string {
  if (isAbout(probability, 0.05))
    return `More than ${aboutUsd(usageUsd, currency)} is possible: 1 outcome in 20 uses that.`;
  return `${aboutUsd(usageUsd, currency)} or more is possible: ${chance(probability)} of outcomes use that.`;
}

function isAbout(probability: number, expected: number): boolean {
  return Math.abs(probability - expected) < 1e-6;
}

function fewParts(outcomes: readonly UsageChance[], currency: Currency): readonly ForecastPart[] {
  const [least, ...between] = outcomes;
  const most = between.pop();
  if (!least || !most) return [];
  const told = ({ usageUsd, probability }: UsageChance): string =>
    `${aboutUsd(usageUsd, currency)} in ${chance(probability)}`;
  const base = `${aboutUsd(least.usageUsd, currency)} is sure: no outcome uses less, and ${chance(least.probability)} use just that.`;
  return [
    { label: "Base", sentence: base },
    ...(between.length === 0
      ? []
      : [{ label: "Middle" as const, sentence: `${formatList(between.map(told))} of outcomes.` }]),
    { label: "Tail", sentence: `${told(most)} of outcomes, and never more.` },
  ];
}
