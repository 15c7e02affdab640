import { html, nothing, type TemplateResult } from "lit";
import type { Assumptions } from "../deal/assumptions";
import { loadWords } from "../wording/format/approximate";
import { formatCounted } from "../wording/format/format";
import type { PaneState } from "./context/pane-state";
import { supposedDeal } from "./context/supposed-deal";
import { verdictOn } from "./context/verdict";

/** The verdict in one line above every view, with what is supposed, so that a change anywhere shows what it does to the answer. */
export function verdictLine({ deal, whatIf }: PaneState): TemplateResult | typeof nothing {
  if (deal.kind !== "read") return nothing;
  const supposed = supposedDeal(deal.reading, whatIf);
  const verdict = verdictOn(supposed.asSupposed);
  const note = supposedWords(supposed.whatIf);
  return html`<p class="verdict wrap">
    ${
      verdict
        ? html`<b>${verdict.heading}</b> · ${verdict.short}`
        : html`<b>No answer yet</b>: the deal has to be put right first`
    }${note === "" ? nothing : html`<span class="supposed">${note}</span>`}
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
