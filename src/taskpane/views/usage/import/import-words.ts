import type { Currency } from "../../../../core/currency";
import type { MonthChanges } from "../../../../sheets/usage/month-changes";
import {
  formatCount,
  formatCounted,
  formatList,
  formatPercent,
  formatUsd,
} from "../../../../wording/format/format";
import { LIST_PRICE_CAUTION } from "../../../../wording/messages/usage-file-messages";
import type { ImportSummary, MonthSummary } from "./import-summary";

/** Months that a sentence lists before it counts the rest. */
const MOST_MONTHS = 4;

/** What an import comes to: "12 months, $662,341 at list prices". */
export function importAnswer({ months }: ImportSummary, currency: Currency): string {
  const priced = months.filter(({ from }) => from !== undefined);
  if (priced.length === 0) return "Nothing in these files has a price";
  const [low, high] = [sumOf(priced, "lowUsd"), sumOf(priced, "highUsd")];
  const amount = between(low, high, currency);
  return `${formatCounted(priced.length, "month", "months")}, ${amount} at list prices`;
}

/** "$55,120", or "between $55,120 and $61,034" where the size of prompts is not known. */
export function between(lowUsd: number, highUsd: number, currency: Currency): string {
  const [low, high] = [formatUsd(lowUsd, currency), formatUsd(highUsd, currency)];
  return low === high ? low : `between ${low} and ${high}`;
}

/** The same of a month in a table: "$55,120", "$55,120 to $61,034", or that it has no price. */
export function monthAmount({ from, lowUsd, highUsd }: MonthSummary, currency: Currency): string {
  if (from === undefined) return "no price";
  const [low, high] = [formatUsd(lowUsd, currency), formatUsd(highUsd, currency)];
  return low === high ? low : `${low} to ${high}`;
}

function sumOf(months: readonly MonthSummary[], end: "lowUsd" | "highUsd"): number {
  return months.reduce((sum, month) => sum + month[end], 0);
}

/** What a month lacks, in a few words; "" where it lacks nothing. */
export function lackOf({ isComplete, days, unpricedTokens, from }: MonthSummary): string {
  const parts = [
    ...(isComplete ? [] : [days === "" ? "no day of it was read" : `only ${days}`]),
    ...(unpricedTokens > 0 ? [`${formatCount(unpricedTokens)} tokens without a price`] : []),
    ...(from === undefined && unpricedTokens === 0 ? ["nothing has a price"] : []),
  ];
  return formatList(parts);
}

/** What the import does to months that the workbook holds. */
export function changeSentences({
  added,
  replaced,
  kept,
  lacking,
}: MonthChanges): readonly string[] {
  const [first] = lacking;
  if (first) {
    const more = lacking.length - 1;
    const others =
      more > 0 ? ` The same goes for ${formatCounted(more, "more month", "more months")}.` : "";
    const [from = "", to = from] = [first.days[0], first.days.at(-1)];
    const days = first.days.length === 1 ? from : `${first.days.length} days from ${from} to ${to}`;
    return [
      `${first.month} is in the workbook already, and these files lack ${days} of it: adding them would count days twice or lose some. Export the whole month and choose it again.${others}`,
    ];
  }
  if (replaced.length + kept.length === 0) return [];
  return [
    ...(replaced.length > 0
      ? [`Replaces ${listed(replaced)}, which the workbook holds already.`]
      : []),
    ...(kept.length > 0
      ? [
          `${listed(kept)} ${kept.length === 1 ? "keeps its amount" : "keep their amounts"}, since the workbook has a better source than these files.`,
        ]
      : []),
    ...(added.length > 0 ? [`Adds ${listed(added)}.`] : []),
    "The price book stays as it is, and so do exclusions, but for the share of days in a month that comes again.",
  ];
}

function listed(months: readonly string[]): string {
  if (months.length <= MOST_MONTHS) return formatList(months);
  return `${formatCount(months.length)} months from ${months[0]} to ${months.at(-1)}`;
}

/** Usage against the bill, in a sentence or two. */
export function reconciliationSentences(
  { reconciliation, realisedDiscount, impliedDiscount }: ImportSummary,
  currency: Currency,
): readonly string[] {
  const discount =
    realisedDiscount !== undefined
      ? [
          `The bill is ${below(realisedDiscount)} its list prices: ${isNothing(realisedDiscount) ? "no discount was realised" : "that is the realised discount"}. ${LIST_PRICE_CAUTION}`,
        ]
      : impliedDiscount !== undefined
        ? [
            `The bill is ${below(impliedDiscount)} the priced usage: ${isNothing(impliedDiscount) ? "no discount is implied; the bill has no list prices" : "an implied discount, since the bill has no list prices"}.`,
          ]
        : [];
  if (!reconciliation) return discount;
  const { counts, largest, pricedUsd, billedUsd, isAtList } = reconciliation;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const agreeing = counts.find(({ verdict }) => verdict === "agrees")?.count ?? 0;
  const others = counts
    .filter(({ verdict }) => verdict !== "agrees")
    .map(({ verdict, count }) => `${formatCount(count)} ${verdict}`);
  const rest = others.length > 0 ? `: ${formatList(others)}` : "";
  const most = largest
    ? [
        `They differ most for ${largest.model} on ${largest.day}: the bill is ${formatUsd(Math.abs(largest.usd), currency)} ${largest.usd < 0 ? "below" : "above"} the usage.`,
      ]
    : [];
  return [
    `Usage and bill agree on ${formatCount(agreeing)} of ${formatCounted(all, "day and model", "days and models")}${rest}. Usage ${formatUsd(pricedUsd, currency)}, bill ${formatUsd(billedUsd, currency)}${isAtList ? " at its list prices" : ""}.`,
    ...most,
    ...discount,
  ];
}

/** Whether a discount shows as 0.0%. */
function isNothing(discount: number): boolean {
  return formatPercent(Math.abs(discount)) === formatPercent(0);
}

function below(discount: number): string {
  if (isNothing(discount)) return "at";
  return `${formatPercent(Math.abs(discount))} ${discount < 0 ? "above" : "below"}`;
}

/** How rows that met were counted. */
export function mergedSentences({
  identical,
  larger,
  covered,
}: ImportSummary["merged"]): readonly string[] {
  return [
    ...(identical > 0
      ? [
          `${formatCounted(identical, "row is", "rows are")} in these files more than once and ${identical === 1 ? "counts" : "count"} once.`,
        ]
      : []),
    ...(larger > 0
      ? [
          `${formatCounted(larger, "row has", "rows have")} a larger amount in a later file, which counts.`,
        ]
      : []),
    ...(covered > 0
      ? [
          `${formatCounted(covered, "hourly row is", "hourly rows are")} part of a daily row and not counted again.`,
        ]
      : []),
  ];
}

/** What was written, where, and how to take it out again. */
export function writtenSentence(rows: number, isNew: boolean): string {
  const read = formatCounted(rows, "row", "rows");
  return isNew
    ? `Imported ${read}: by month on Months, in full on Usage, with Exclusions, Imports and the price book beside them. “Remove this table” at Imported usage in Sheets takes all of it out again.`
    : `Imported ${read} into Usage and Months. To go back, remove Imported usage in Sheets and import the earlier files again.`;
}
