import { decide } from "../../../analysis/decision";
import { toCents } from "../../../core/money";
import { commitmentName } from "../../../wording/format/approximate";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { faultsLine, type RowLine } from "../../kit/row-line";

/** "$250k is best on offer; $500k is on the table", or what stops the answer. */
export function line({ deal, whatIf }: Pick<PaneState, "deal" | "whatIf">): RowLine {
  if (deal.kind !== "read") return { text: "Which threshold to reach for", mark: "done" };
  const faults = faultsLine(deal.reading, ["Commitment"]);
  if (faults) return faults;
  const decision = decide(supposedDeal(deal.reading, whatIf).asSupposed);
  if (decision.kind === "undecided") return { text: "Waits for usage and the offer", mark: "done" };
  const { leastOnOffer, current } = decision.curve.marks;
  const best = toCents(leastOnOffer.commitmentUsd);
  const lead =
    best === 0
      ? "No threshold pays"
      : `${commitmentName(leastOnOffer.commitmentUsd)} is best on offer`;
  const present = current ? toCents(current.commitmentUsd) : 0;
  if (!current || present === 0) return { text: lead, mark: "done" };
  return present === best
    ? { text: `${lead} and on the table`, mark: "done" }
    : { text: `${lead}; ${commitmentName(current.commitmentUsd)} is on the table`, mark: "look" };
}
