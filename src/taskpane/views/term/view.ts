import "./term-view";
import { html } from "lit";
import { whatIfNote } from "../../../deal/assumptions";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import type { TermFieldName } from "./term-fields";
import { FRESH_TERM, type TermDraft } from "./term-form";
import { readTerm } from "./term-reading";

export { line } from "./line";

const OTHER_CLAUSES =
  "The clauses switched on in Negotiation are not in these numbers: switch on protections here.";

/** Term: what several years cost, and what protects the buyer over them. */
export function connect(pane: PaneContext): DrawView {
  const draft = (): TermDraft => pane.state().drafts.term ?? FRESH_TERM;
  const type = (name: TermFieldName, text: string): void => {
    const { texts } = draft();
    pane.draft({ term: { ...draft(), texts: { ...texts, [name]: text } } });
  };
  const toggle = (name: string): void => {
    const { won } = draft();
    const now = won.includes(name) ? won.filter((one) => one !== name) : [...won, name];
    pane.draft({ term: { ...draft(), won: now } });
  };
  return (state) => {
    const { deal, whatIf: asked, currency } = state;
    if (deal.kind !== "read") return html``;
    const { whatIf } = supposedDeal(deal.reading, asked);
    const note = [
      whatIfNote({ ...whatIf, clauses: [] }),
      whatIf.clauses.length > 0 ? OTHER_CLAUSES : "",
    ];
    return html`<bandwise-term
      .currency=${currency}
      .term=${readTerm(state)}
      .note=${note.filter((words) => words !== "").join(" ")}
      .type=${type}
      .toggle=${toggle}
    ></bandwise-term>`;
  };
}
