import { formatCounted } from "../../../wording/format/format";
import { usageWarnings } from "../../../wording/messages/warning-messages";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { faultsLine, type RowLine } from "../../kit/row-line";
import { historyAnswer, historySource } from "./history-words";
import { isCertain, usageAnswer } from "./usage-messages";

/** "$612k a year, likely $480k to $760k", or what stops the answer. */
export function line({
  deal,
  whatIf,
  usage,
  currency,
}: Pick<PaneState, "deal" | "whatIf" | "usage" | "currency">): RowLine {
  if (usage && usage.faults.length > 0)
    return {
      text: `${formatCounted(usage.faults.length, "fault", "faults")} in the imported usage`,
      mark: "need",
    };
  const source = usage ? `; ${historySource(usage)}` : "";
  if (deal.kind !== "read")
    return {
      text: usage ? historyAnswer(usage, currency) : "What a year of usage may come to",
      mark: "done",
    };
  const reading = supposedDeal(deal.reading, whatIf).asSupposed;
  const faults = faultsLine(reading, ["Usage", "Forecast"]);
  if (faults) return faults;
  if (reading.partsOfYear) return { text: "Say what each number of the forecast is", mark: "need" };
  const { forecast } = reading;
  const text = usageAnswer(reading, currency);
  if (!forecast || !text) return { text: "Say what a year of usage may come to", mark: "need" };
  const asksForALook = isCertain(forecast) || usageWarnings(reading, currency).length > 0;
  return { text: text + source, mark: asksForALook ? "look" : "done" };
}
