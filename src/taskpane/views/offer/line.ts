import { offerBenchmark } from "../../../analysis/offer-benchmark";
import { positionOf } from "../../../analysis/position-of-deal";
import { warnings } from "../../../wording/messages/warning-messages";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { faultsLine, type RowLine } from "../../kit/row-line";
import { comparablesWords } from "./comparables-words";
import { offerAnswer, unconfirmedWords } from "./offer-words";

/**
 * "4 bands, overage at list, unused is lost; 3 thresholds not confirmed; better than 4 of 7 comparable deals", or what stops the
 * answer.
 */
export function offerLine({
  deal,
  whatIf,
  currency,
  comparables,
}: Pick<PaneState, "deal" | "whatIf" | "currency" | "comparables">): RowLine {
  if (deal.kind !== "read") return { text: "Bands and terms as understood", mark: "done" };
  const reading = supposedDeal(deal.reading, whatIf).asSupposed;
  const faults = faultsLine(reading, ["Bands", "Terms"]);
  if (faults) return faults;
  const { bands, agreement } = reading;
  if (!bands || !agreement) return { text: "Say where the bands are", mark: "need" };
  const open = unconfirmedWords(bands);
  const among = comparables
    ? comparablesWords(comparables, offerBenchmark(reading, comparables.deals, currency))
    : "";
  const asksForALook =
    open !== "" || warnings(reading, positionOf(reading, currency), currency).length > 0;
  return {
    text: [offerAnswer(bands, agreement), open, among].filter((words) => words !== "").join("; "),
    mark: comparables?.faults.length ? "need" : asksForALook ? "look" : "done",
  };
}
