import { toCents } from "../../../core/money";
import { commitmentName } from "../../../wording/format/approximate";
import type { PaneState } from "../../context/pane-state";
import { faultLineOf } from "../../context/row-faults";
import { supposedDeal } from "../../context/supposed-deal";
import { verdictOn } from "../../context/verdict";
import type { RowLine } from "../../context/view";

/** "$250k is best on offer; $500k is on the table", or what stops the answer. */
export function line({ deal, whatIf }: PaneState): RowLine {
  if (deal.kind !== "read") return { text: "Which threshold to reach for", mark: "done" };
  const { reading } = deal;
  const fault = faultLineOf(reading, ["Commitment"]);
  if (fault) return fault;
  const verdict = verdictOn(supposedDeal(reading, whatIf).asSupposed);
  if (!verdict) return { text: "Waits for usage and the offer", mark: "done" };
  const { bestOnOffer, current } = verdict.curve.marks;
  const best = toCents(bestOnOffer.commitmentUsd);
  const lead =
    best === 0
      ? "No threshold pays"
      : `${commitmentName(bestOnOffer.commitmentUsd)} is best on offer`;
  if (!current || toCents(current.commitmentUsd) === 0) return { text: lead, mark: "done" };
  const present = toCents(current.commitmentUsd);
  return present === best
    ? { text: `${lead} and on the table`, mark: "done" }
    : { text: `${lead}; ${commitmentName(current.commitmentUsd)} is on the table`, mark: "look" };
}
