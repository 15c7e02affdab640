import "./clauses-view";
import "./comparison-view";
import "./what-changed-view";
import { html, nothing } from "lit";
import { bridgedOffer } from "../../../analysis/offer-bridge";
import { leftOutNote, whatIfNote } from "../../../deal/assumptions";
import type { ClauseName } from "../../../forecast/clause-values";
import type { SheetForm } from "../../../sheets/sheet-definition";
import { workbookDealName } from "../../context/deal-name";
import type { PaneContext } from "../../context/pane-context";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import { buildComparison } from "./comparison-model";
import type { NamedOffer } from "./what-changed-view";

/** Negotiation: what each clause is worth, and the scenarios side by side. */
export function connect(pane: PaneContext): DrawView {
  const takeClauses = (clauses: readonly ClauseName[]): void => pane.suppose({ clauses });
  return (state) => {
    const { deal, whatIf: asked, scenarios, task, currency } = state;
    const offers = offersOf(state);
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
      ${
        offers.length > 1
          ? html`<bandwise-what-changed
              .currency=${currency}
              .offers=${offers}
            ></bandwise-what-changed>`
          : nothing
      }
    `;
  };
}

/** The deal in the workbook and the scenarios, as far as they can be priced. */
function offersOf(state: PaneState): readonly NamedOffer[] {
  const { workbookDeal, scenarios } = state;
  const deal = workbookDeal.kind === "read" ? bridgedOffer(workbookDeal.reading) : undefined;
  return [
    ...(deal ? [{ name: workbookDealName(state), offer: deal }] : []),
    ...scenarios.flatMap(({ name, reading }) => {
      const offer = bridgedOffer(reading);
      return offer ? [{ name, offer }] : [];
    }),
  ];
}
