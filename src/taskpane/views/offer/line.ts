import { positionOf } from "../../../analysis/position-of-deal";
import { warnings } from "../../../wording/messages/warning-messages";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { faultsLine, type RowLine } from "../../kit/row-line";
import { offerAnswer, unconfirmedWords } from "./offer-messages";

/** "4 bands, overage at list, unused is lost; 3 thresholds not confirmed", or what stops the answer. */
export function line({
  deal,
  whatIf,
  currency,
}: Pick<PaneState, "deal" | "whatIf" | "currency">): RowLine {
  if (deal.kind !== "read") return { text: "Bands and terms as understood", mark: "done" };
  const reading = supposedDeal(deal.reading, whatIf).asSupposed;
  const faults = faultsLine(reading, ["Bands", "Terms"]);
  if (faults) return faults;
  const { bands, agreement } = reading;
  if (!bands || !agreement) return { text: "Say where the bands are", mark: "need" };
  const open = unconfirmedWords(bands);
  const asksForALook =
    open !== "" || warnings(reading, positionOf(reading, currency), currency).length > 0;
  return {
    text: offerAnswer(bands, agreement) + (open && `; ${open}`),
    mark: asksForALook ? "look" : "done",
  };
}
