import "./clauses-view";
import "./comparison-view";
import { html, nothing } from "lit";
import { leftOutNote, whatIfNote } from "../../../deal/assumptions";
import type { ClauseName } from "../../../forecast/clause-values";
import type { SheetForm } from "../../../sheets/sheet-definition";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import { buildComparison } from "./comparison-model";

/** Negotiation: what each clause is worth, and the scenarios side by side. */
export function connect(pane: PaneContext): DrawView {
  const takeClauses = (clauses: readonly ClauseName[]): void => pane.suppose({ clauses });
  return ({ deal, whatIf: asked, scenarios, task, currency }) => {
    const supposed = deal.kind === "read" ? supposedDeal(deal.reading, asked) : undefined;
    return html`
      ${
        supposed
          ? html`<bandwise-clauses
              .currency=${currency}
              .reading=${supposed.withoutClauses}
              .on=${supposed.whatIf.clauses}
              .note=${whatIfNote({ ...supposed.whatIf, clauses: [] })}
              .change=${takeClauses}
            ></bandwise-clauses>`
          : nothing
      }
      ${
        scenarios.length > 1
          ? html`<bandwise-comparison
              .currency=${currency}
              .note=${leftOutNote(asked)}
              .scenarios=${scenarios}
              .busy=${task !== undefined}
              .building=${task?.kind === "comparison"}
              .build=${(form: SheetForm) => void buildComparison(pane, new Date(), form)}
            ></bandwise-comparison>`
          : nothing
      }
    `;
  };
}
