import type { DealReading } from "./deal-reading";
import { formatList } from "./format";

/** Where the deal is read from, and what applies for a part that nobody named. */
export function sourceSentences({ references, usageUsd }: DealReading): readonly string[] {
  const named = [references.bands, references.terms, references.usage, references.commitment];
  const there = named.filter((reference) => reference !== null);
  return [
    `Read from the cells named ${formatList(there)}.`,
    ...(references.terms === null
      ? [
          "No cells are named Terms, so the cautious ones apply: net basis, overage at list, shortfall forfeited.",
        ]
      : []),
    ...(references.commitment === null
      ? ["Name a cell Commitment to see where a promise would stand."]
      : []),
    ...(usageUsd === 0 ? ["Usage is 0, so there is no discount received to show."] : []),
  ];
}

/** Why there is no standing, where a part that it needs could not be read. */
export function absenceSentence({ bands, commitmentUsd }: DealReading): string {
  if (bands === undefined) return "The bands cannot be read yet.";
  if (commitmentUsd === undefined) return "The commitment cannot be read yet.";
  return "";
}
