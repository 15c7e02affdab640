import { monthText } from "../../../core/calendar";
import type { Currency } from "../../../core/currency";
import { describeError } from "../../../core/errors";
import { readableReference } from "../../../input/cells/cell-reference";
import type { HistoryMonth } from "../../../sheets/usage/read-months";
import type { ExclusionRow, HistoryFault, UsageHistory } from "../../../sheets/usage/usage-history";
import {
  formatCount,
  formatCounted,
  formatExactPercent,
  formatList,
  formatPercent,
  formatUsd,
} from "../../../wording/format/format";

/** Which months the forecast leaves out, and why. */
export function historyEvidence(history: UsageHistory): readonly string[] {
  const [gaps, leftOut] = [gapSentences(history), leftOutSentences(history)];
  if (gaps.length > 0) return [...gaps, ...leftOut];
  if (leftOut.length > 0) return leftOut;
  return [
    history.months.length === 1
      ? "The month is complete and priced: a forecast can rest on it."
      : "Every month is complete and priced: a forecast rests on all of them.",
  ];
}

/** A forecast needs months that follow one another. */
function gapSentences({ months }: UsageHistory): readonly string[] {
  const gaps = months.flatMap(({ month }, index) => {
    const before = months[index - 1]?.month ?? month - 1;
    const [first, last] = [before + 1, month - 1];
    if (first > last) return [];
    return first === last ? monthText(first) : `${monthText(first)} to ${monthText(last)}`;
  });
  if (gaps.length === 0) return [];
  return [
    `No file has ${formatList(gaps)}: import them too, since a forecast needs months that follow one another.`,
  ];
}

function leftOutSentences({ months }: UsageHistory): readonly string[] {
  const left = months.filter(({ isInHistory }) => !isInHistory);
  const counted = months.length - left.length;
  if (left.length === 0) return [];
  const reasons = left
    .slice(0, MOST_REASONS)
    .map((month) => `${monthText(month.month)} (${leftOutBecause(month)})`);
  const more = left.length - reasons.length;
  const all = more > 0 ? [...reasons, `${formatCount(more)} more`] : reasons;
  return [
    `A forecast rests on ${formatCounted(counted, "month", "months")}, without ${formatList(all)}. The column In history of Months changes that.`,
  ];
}

const MOST_REASONS = 3;

function leftOutBecause({ isComplete, unpricedTokens, from }: HistoryMonth): string {
  const parts = [
    ...(isComplete ? [] : ["incomplete"]),
    ...(unpricedTokens > 0 ? ["usage without a price"] : []),
    ...(from === undefined && unpricedTokens === 0 ? ["nothing has a price"] : []),
  ];
  return parts.length > 0 ? formatList(parts) : "left out by hand";
}

/** What a month needs said beside its amounts; "" for nothing. */
export function monthNote(month: HistoryMonth): string {
  return month.isComplete && month.unpricedTokens === 0 && month.from !== undefined
    ? ""
    : leftOutBecause(month);
}

/** "2026-03 to 2026-04: half of workspace Data", "2026-03-04 to 2026-03-06, 12.5% of 2026-03: all usage" and so on. */
export function exclusionSentence(row: ExclusionRow, currency: Currency): string {
  const { from, to, workspace, model, share, amountUsd, days, reason } = row;
  const months = from === to ? from : `${from} to ${to}`;
  const when =
    days === "" || share === undefined ? months : `${days}, ${formatPercent(share)} of ${from}`;
  const of = [
    ...(workspace === "" ? [] : [`workspace ${workspace}`]),
    ...(model === "" ? [] : [model]),
  ];
  const what =
    share !== undefined
      ? `${days === "" ? `${formatExactPercent(share)} of ` : ""}${of.length > 0 ? formatList(of) : "all usage"}`
      : amountUsd !== undefined
        ? `${formatUsd(amountUsd, currency)} a month${of.length > 0 ? ` of ${formatList(of)}` : ""}`
        : "no amount yet";
  return `${when}: ${what}${reason === "" ? "" : `. ${reason}`}`;
}

/** What is wrong with the tables of usage. */
export function historyFaultSentence(fault: HistoryFault, currency: Currency): string {
  switch (fault.kind) {
    case "exclusion":
      return `${describeError(fault.error, currency)} Until then no month has a baseline.`;
    case "headings":
      return `The headings of ${readableReference(fault.address)} are no longer those that were written, so its months are not read. Give them back in their order, with columns of your own at the right.`;
    case "excludedDays":
      return `${readableReference(fault.address)} must be days of the one month of From and To, the first one first, such as 2026-09-01 and 2026-09-05. Correct them, or clear both; until then an import leaves the share of this row as it is.`;
    case "noAmount": {
      const more = fault.cells > 1 ? `, and so do ${formatCount(fault.cells - 1)} more` : "";
      const shows = fault.shows === "" ? "is blank" : `shows ${fault.shows}`;
      return `${readableReference(fault.address)} ${shows}${more}, where an amount should be: correct the cells that it is calculated from.`;
    }
  }
}
