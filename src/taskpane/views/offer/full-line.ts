import { oddThresholds } from "../../../analysis/how-sure/odd-thresholds";
import { rolloverWords } from "../../../wording/messages/rollover-words";
import { supposedDeal } from "../../context/supposed-deal";
import type { RowLine } from "../../kit/row-line";
import { offerLine } from "./line";
import { offerAnswer } from "./offer-words";

/** The line of the offer with what rolls over, which the page does not read when it opens. */
export function fullLine(state: Parameters<typeof offerLine>[0]): RowLine {
  const row = offerLine(state);
  if (state.deal.kind !== "read") return row;
  const reading = supposedDeal(state.deal.reading, state.whatIf).asSupposed;
  const { bands, agreement } = reading;
  const unused = rolloverWords(reading);
  const mark = oddThresholds(reading) ? "need" : row.mark;
  if (!bands || !agreement || unused === "") return { ...row, mark };
  const [quick, full] = [offerAnswer(bands, agreement), offerAnswer(bands, agreement, unused)];
  return { mark, text: row.text.replace(quick, full) };
}
