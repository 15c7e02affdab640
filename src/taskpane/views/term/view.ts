import "./term-view";
import { html } from "lit";
import { whatIfNote } from "../../../deal/assumptions";
import type { TermSheetKind } from "../../../sheets/sheet-definition";
import { goToCells } from "../../context/go-to-cells";
import { noDeal } from "../../context/no-deal";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import { RiskModel } from "./risk/risk-model";
import { riskDraft } from "./risk/risk-of-deal";
import { termDraft } from "./term-draft";
import type { TermFieldName } from "./term-fields";
import { TermModel } from "./term-model";
import { readTerm } from "./term-reading";
import type { TrackingField } from "./tracking/tracking-draft";
import { readTrackingOf } from "./tracking/tracking-reading";

export { line } from "./line";

const OTHER_CLAUSES =
  "The clauses switched on in Negotiation are not in these numbers: switch on protections here.";

/** Term: what several years cost, and what protects the buyer over them. */
export function connect(pane: PaneContext): DrawView {
  const model = new TermModel(pane);
  const risk = new RiskModel(pane, () => new Worker("risk-worker.js"), workersHere());
  const riskActions = {
    draw: (paths: number) => void risk.draw(paths),
    cancel: () => risk.cancel(),
  };
  const trackingActions = {
    type: (field: TrackingField, text: string) => model.track(field, text),
    takeSelected: () => void model.takeSelectedMonths(),
  };
  return (state) => {
    const { deal, whatIf: asked, currency } = state;
    if (deal.kind !== "read") return noDeal(deal, pane);
    const { whatIf } = supposedDeal(deal.reading, asked);
    const note = [
      whatIfNote({ ...whatIf, clauses: [] }),
      whatIf.clauses.length > 0 ? OTHER_CLAUSES : "",
    ];
    return html`<bandwise-term
      .currency=${currency}
      .term=${readTerm(state)}
      .note=${note.filter((words) => words !== "").join(" ")}
      .busy=${state.task !== undefined}
      .writing=${state.task?.kind === "schedule"}
      .type=${(name: TermFieldName, text: string) => model.type(name, text)}
      .toggle=${(name: string) => model.toggle(name)}
      .building=${state.task?.kind === "termSheets"}
      .sheets=${termDraft(state).sheets}
      .tick=${(sheet: TermSheetKind) => model.tick(sheet)}
      .build=${() => void model.build()}
      .putYears=${() => void model.putYears()}
      .listHistory=${state.drafts.listHistory}
      .readListHistory=${() => void model.readListHistory()}
      .risk=${riskDraft(state)}
      .riskActions=${riskActions}
      .tracking=${readTrackingOf(state)}
      .trackingActions=${trackingActions}
      .goTo=${(address: string) => void goToCells(pane, address)}
    ></bandwise-term>`;
  };
}

/** Two where the pane keeps a processor for itself. */
function workersHere(): number {
  return navigator.hardwareConcurrency > 2 ? 2 : 1;
}
