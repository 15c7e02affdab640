import type { Currency } from "../../../core/currency";
import { bareFigure } from "../../../input/headings/percent-scale";
import { formatExactUsd, formatList } from "../../../wording/format/format";
import { FAR_BELOW } from "../../../wording/messages/warning-messages";
import type { Question } from "../../kit/question";
import { withoutLabel } from "../../kit/typed-amount";

const MOST_SHOWN = 4;

/** Whether thresholds are in thousands, where all are far below usage; undefined where nothing is to be asked. */
export function thousandsInBands(
  thresholdsUsd: readonly number[],
  usageUsd: number | undefined,
  currency: Currency,
): string | undefined {
  const thresholds = thresholdsUsd.filter((usd) => usd !== 0);
  if (!areFarBelow(thresholds, usageUsd)) return undefined;
  const shown = thresholds.slice(0, MOST_SHOWN).map((usd) => formatExactUsd(usd, currency));
  const more = thresholds.length - shown.length;
  const list = more > 0 ? `${shown.join(", ")} and ${more} more` : formatList(shown);
  const subject = thresholds.length === 1 ? "Is the threshold" : "Are the thresholds";
  return `${subject} ${list} in thousands, against usage of ${formatExactUsd(usageUsd ?? 0, currency)}?`;
}

/** The same of one amount; the change of its answer is the amount in thousands. */
export function thousandsInAmount(
  text: string,
  amountUsd: number,
  usageUsd: number | undefined,
  currency: Currency,
): Question<string> | undefined {
  const bare = bareFigure({ kind: "text", text: withoutLabel(text) });
  if (bare === undefined || !areFarBelow([amountUsd], usageUsd)) return undefined;
  return {
    text: `Is the commitment ${formatExactUsd(amountUsd, currency)} in thousands, against usage of ${formatExactUsd(usageUsd ?? 0, currency)}?`,
    answers: [{ name: "Yes, in thousands", change: `${withoutLabel(text).trim()}k` }],
  };
}

function areFarBelow(amountsUsd: readonly number[], usageUsd: number | undefined): boolean {
  const largestUsd = Math.max(0, ...amountsUsd);
  return usageUsd !== undefined && largestUsd > 0 && largestUsd * FAR_BELOW <= usageUsd;
}
