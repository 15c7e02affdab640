import type { CommitmentOutlook } from "../../analysis/commitment-outlook";
import type { Currency } from "../../core/currency";
import { toCents } from "../../core/money";
import { commitmentName, inYears, isAlways } from "../format/approximate";
import { formatExactPercent } from "../format/format";
import { savingPhrase } from "./saving-phrase";

/**
 * How often a commitment is filled and how often it costs more than list, after its name: "is filled in 46 of 100 years and costs
 * more than list in 36".
 *
 * @param certain Whether usage is taken as known: then there are no years to count.
 */
export function riskPhrase(
  {
    fillProbability,
    lossProbability,
  }: Pick<CommitmentOutlook, "fillProbability" | "lossProbability">,
  certain: boolean,
): string {
  if (certain) {
    const isFilled = isAlways(fillProbability);
    const isDearer = isAlways(lossProbability);
    const link = isFilled === isDearer ? "but" : "and";
    return `is ${isFilled ? "" : "not "}filled ${link} costs ${isDearer ? "more" : "no more"} than list`;
  }
  const [filled, dearer] = [inYears(fillProbability), inYears(lossProbability)];
  // "in 46 of 100 years and … in 36": the hundred need not be said twice.
  const isCounted = [filled, dearer].every((words) => /^in \d+ of/.test(words));
  return `is filled ${filled} and costs more than list ${isCounted ? dearer.replace(" of 100 years", "") : dearer}`;
}

/** One commitment as the chart reads it: "$500k, 15% off: saves $25,559 a year on average. It is filled in …". */
export function readingSentence(
  outlook: CommitmentOutlook,
  certain: boolean,
  currency: Currency,
): string {
  const { commitmentUsd, discountFraction, expectedSavingUsd } = outlook;
  const off =
    discountFraction === 0 ? "no discount" : `${formatExactPercent(discountFraction)} off`;
  const money = `${savingPhrase(expectedSavingUsd, currency)}${certain ? "" : " on average"}`;
  if (toCents(commitmentUsd) === 0) return `Committing nothing, ${off}: ${money}.`;
  return `${commitmentName(commitmentUsd, currency)}, ${off}: ${money}. It ${riskPhrase(outlook, certain)}.`;
}
