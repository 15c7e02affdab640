import type { Benchmark } from "../../../analysis/benchmark";
import type { OfferBenchmark } from "../../../analysis/offer-benchmark";
import { NoAnswer } from "../../../core/no-answer";
import type { ComparableDeals } from "../../../deal/comparable-deals";
import { formatCounted } from "../../../wording/format/format";

/** What the comparable deals say of the offer, in a few words for the line of home; "" where nothing can be said yet. */
export function comparablesWords(
  { deals, faults }: ComparableDeals,
  found: OfferBenchmark | undefined,
): string {
  if (faults.length > 0)
    return `${formatCounted(faults.length, "fault", "faults")} in the comparable deals`;
  if (!found || deals.length === 0) return "";
  if (!(found.inBand instanceof NoAnswer)) return `${rankWords(found.inBand)} in its band`;
  return found.overall instanceof NoAnswer ? lackingWords(found.overall) : rankWords(found.overall);
}

/** "better than 4 of 7 comparable deals"; of those that are equal it says how many. */
export function rankWords({ below, equal, deals }: Benchmark): string {
  const all = formatCounted(deals, "comparable deal", "comparable deals");
  const better =
    below === deals
      ? `better than all ${all}`
      : `better than ${below === 0 ? "none" : below} of ${all}`;
  return equal === 0 ? better : `${better} and equal to ${equal}`;
}

/** "3 comparable deals, 5 are needed". */
export function lackingWords({ reason }: NoAnswer): string {
  if (reason.kind !== "tooFewDeals") return "no rank";
  const { deals, needed } = reason;
  return `${deals === 0 ? "no comparable deal" : formatCounted(deals, "comparable deal", "comparable deals")}, ${needed} are needed`;
}
