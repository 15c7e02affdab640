import { html, nothing, type TemplateResult } from "lit";
import { decide } from "../analysis/decision";
import type { Assumptions } from "../deal/assumptions";
import { loadWords } from "../wording/format/approximate";
import { formatCounted } from "../wording/format/format";
import { describeDecision } from "../wording/messages/decision-messages";
import type { PaneState } from "./context/pane-state";
import { supposedDeal } from "./context/supposed-deal";

/** The verdict in one line above every view, with what is supposed, so that a change anywhere shows what it does to the answer. */
export function verdictLine({
  deal,
  whatIf,
  currency,
}: PaneState): TemplateResult | typeof nothing {
  if (deal.kind !== "read") return nothing;
  const { asSupposed, whatIf: supposed } = supposedDeal(deal.reading, whatIf);
  const { headline, inFull, line } = describeDecision(decide(asSupposed), currency);
  const note = supposedWords(supposed);
  return html`<p class="verdict wrap">
    <bandwise-doubt .currency=${currency} .reading=${asSupposed}></bandwise-doubt>
    <b title=${inFull ?? nothing}>${headline}</b>${line.slice(headline.length)}
    ${note === "" ? nothing : html`<span class="supposed">${note}</span>`}
  </p>`;
}

/** What is supposed, in few words: "If usage is 20% lower than forecast and 2 clauses are won". */
export function supposedWords({ loadFactor, clauses, price }: Assumptions): string {
  const parts = [
    ...(loadFactor === 1 ? [] : [`usage is ${loadWords(loadFactor)}`]),
    ...(clauses.length === 0
      ? []
      : [`${formatCounted(clauses.length, "clause is", "clauses are")} won`]),
    ...(price === "offered" ? [] : [`discounts are your ${price}`]),
  ];
  return parts.length === 0 ? "" : `If ${parts.join(" and ")}`;
}
