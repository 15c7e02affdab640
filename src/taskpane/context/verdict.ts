import type { CommitmentOutlook } from "../../analysis/commitment-outlook";
import { roundingOf } from "../../analysis/forecast-rounding";
import { type Recommendation, recommend } from "../../analysis/recommendation";
import { type SavingsCurve, savingsCurve } from "../../analysis/savings-curve";
import type { Agreement } from "../../core/agreement";
import { formatShortUsd, toCents } from "../../core/money";
import type { ParsedDeal } from "../../deal/parse-deal";
import type { Forecast } from "../../forecast/forecast";
import { aboutUsd, asSentence, chance } from "../../wording/format/approximate";
import { type CommitmentNames, namesOnCurve } from "../../wording/messages/commitment-names";

/** The answer of a deal, as home and the head of each view give it, and what it rests on. */
export interface Verdict {
  /** "Commit $250k, not $500k": no more than a heading holds. */
  readonly heading: string;
  /** "saves $59.5k a year", after the heading in one line. */
  readonly short: string;
  /** One or two sentences: by how much, and how often it is filled. */
  readonly evidence: string;
  readonly forecast: Forecast;
  readonly agreement: Agreement;
  readonly curve: SavingsCurve;
}

/** What a deal was last priced from, so that a view that asks again prices nothing. */
const LAST = new WeakMap<ParsedDeal, Verdict>();

/** The verdict on a deal; undefined where its bands, terms or forecast cannot be read. */
export function verdictOn(deal: ParsedDeal): Verdict | undefined {
  const { forecast, agreement, commitmentUsd } = deal;
  if (!forecast || !agreement) return undefined;
  const last = LAST.get(deal);
  if (last) return last;
  const curve = savingsCurve(forecast, agreement, commitmentUsd);
  const decision = recommend(curve.marks, roundingOf(forecast));
  const { current } = curve.marks;
  const isPromised = current !== undefined && !isNothing(current);
  const words = verdictWords(decision, forecast, namesOnCurve(curve), isPromised);
  const verdict = { ...words, forecast, agreement, curve };
  LAST.set(deal, verdict);
  return verdict;
}

type Words = Pick<Verdict, "heading" | "short" | "evidence">;

/**
 * The words of a verdict.
 *
 * @param isPromised Whether there is a present commitment above 0.
 */
function verdictWords(
  decision: Recommendation,
  { lowestUsd, highestUsd }: Forecast,
  nameOf: CommitmentNames,
  isPromised: boolean,
): Words {
  const onAverage = lowestUsd === highestUsd ? "" : " on average";
  switch (decision.kind) {
    case "nothingToChoose":
      return {
        heading: "Nothing to choose",
        short: "the bands have no threshold",
        evidence: `These bands have no threshold above ${formatShortUsd(0)}, so there is nothing to choose.`,
      };
    case "largerIsNeverDearer": {
      const limit = aboutUsd(decision.limitSavingUsd);
      return {
        heading: "A larger commitment never costs more",
        short: `savings come ever closer to ${limit} a year`,
        evidence: `What is not used comes back in the top band, so no commitment is best. Savings come ever closer to ${limit} a year.`,
      };
    }
    case "ties": {
      const { best, other, roundingUsd } = decision;
      const [first, second] = [name(best, nameOf), name(other, nameOf)];
      const told = isNothing(best) ? other : best;
      return {
        heading: `${asSentence(first)} and ${second} come to the same`,
        short: `${name(told, nameOf)} ${savesOrCosts(told)}`,
        evidence: `They differ by no more than ${aboutUsd(roundingUsd)} a year, what the forecast is rounded to. ${asSentence(name(told, nameOf))} ${savesOrCosts(told)}${onAverage}${fills(told, onAverage)}.`,
      };
    }
    case "beats": {
      const { best, other, gapUsd, bestIsCurrent } = decision;
      const second = name(other, nameOf);
      const heading = `Commit ${name(best, nameOf)}${isPromised && !bestIsCurrent ? `, not ${second}` : ""}`;
      if (isNothing(best))
        return {
          heading,
          short: `${second} ${savesOrCosts(other)}`,
          evidence: `${asSentence(second)} ${savesOrCosts(other)}${onAverage}${fills(other, onAverage)}.`,
        };
      const ahead = isNothing(other) ? "" : `, ${aboutUsd(gapUsd)} more than ${second}`;
      return {
        heading,
        short: savesOrCosts(best),
        evidence: `It ${savesOrCosts(best)}${onAverage}${ahead}${fills(best, onAverage)}.`,
      };
    }
  }
}

function isNothing({ commitmentUsd }: CommitmentOutlook): boolean {
  return toCents(commitmentUsd) === 0;
}

function name(outlook: CommitmentOutlook, nameOf: CommitmentNames): string {
  return isNothing(outlook) ? "nothing" : nameOf(outlook.commitmentUsd);
}

/** "saves $59.5k a year", "costs $405k a year more than list", "costs as much as list". */
function savesOrCosts({ expectedSavingUsd: usd }: CommitmentOutlook): string {
  const amount = aboutUsd(Math.abs(usd));
  if (toCents(usd) === 0) return "costs as much as list";
  return usd > 0 ? `saves ${amount} a year` : `costs ${amount} a year more than list`;
}

/** How often usage fills a commitment; of usage that is certain, whether it does. */
function fills({ fillProbability }: CommitmentOutlook, onAverage: string): string {
  if (onAverage === "")
    return fillProbability > 0 ? "; usage fills it" : "; usage does not fill it";
  return `; usage fills it in ${chance(fillProbability)} of years`;
}
