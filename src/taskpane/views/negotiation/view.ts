import "./asks-view";
import "./clauses-view";
import "./comparison-view";
import "./counter-offer-view";
import "./leverage-view";
import "./seats/seats-view";
import "./what-changed-view";
import { html, nothing } from "lit";
import { leftOutNote, whatIfNote } from "../../../deal/assumptions";
import { alsoSaidOf } from "../../../deal/text-terms";
import type { ClauseName } from "../../../forecast/clause-values";
import type { AskStatus } from "../../../sheets/negotiation/asks-table";
import type { SheetForm } from "../../../sheets/sheet-definition";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import { offersOf } from "../../context/bridge-request";
import { goToTable } from "../../context/go-to-table";
import { wonOfShown } from "../../context/negotiation/won-clauses";
import { noDeal } from "../../context/no-deal";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import { buildBridge } from "./bridge-model";
import { buildComparison } from "./comparison-model";
import { buildCounterOffer, listAsks, markStatus } from "./counter-offer-commands";
import { readNegotiation } from "./negotiation-reading";
import { addSeats } from "./seats/seats-commands";
import { readSeats, todayOf } from "./seats/seats-reading";

/** Negotiation: what each clause is worth, leverage, the asks, the counter-offer, and the scenarios side by side. */
export function connect(pane: PaneContext): DrawView {
  const takeClauses = (clauses: readonly ClauseName[]): void => pane.suppose({ clauses });
  return (state) => {
    const { deal, whatIf: asked, scenarios, task, currency } = state;
    const offers = offersOf(state);
    const negotiation = readNegotiation(state);
    const supposed = deal.kind === "read" ? supposedDeal(deal.reading, asked) : undefined;
    return html`
      ${
        supposed
          ? html`<bandwise-clauses
              .currency=${currency}
              .reading=${supposed.withoutClauses}
              .on=${supposed.whatIf.clauses}
              .folded=${scenarios.length > 1}
              .won=${wonOfShown(state)}
              .note=${whatIfNote({ ...supposed.whatIf, clauses: [] })}
              .change=${takeClauses}
            ></bandwise-clauses>
            <bandwise-leverage
              .currency=${currency}
              .reading=${supposed.asSupposed}
              .alsoSaid=${alsoSaidOf(supposed.asSupposed, state.alsoSaid)}
            ></bandwise-leverage>`
          : deal.kind === "read"
            ? nothing
            : noDeal(deal, pane)
      }
      ${
        typeof negotiation === "string"
          ? nothing
          : html`<bandwise-asks
                .currency=${currency}
                .asks=${negotiation.asks}
                .problems=${negotiation.problems}
                .sheet=${negotiation.sheet}
                .busy=${task !== undefined}
                .list=${(again: WrittenTable | undefined) => void listAsks(pane, again)}
                .goTo=${(sheet: WrittenTable) => void goToTable(pane, sheet)}
                .mark=${(sheet: WrittenTable, ask: string, status: AskStatus) =>
                  markStatus(pane, sheet, ask, status)}
              ></bandwise-asks>
              <bandwise-counter-offer
                .currency=${currency}
                .offer=${negotiation.offer}
                .reading=${deal.kind === "read" ? deal.reading : undefined}
                .source=${negotiation.source}
                .busy=${task !== undefined}
                .building=${task?.kind === "counterOffer"}
                .build=${() => void buildCounterOffer(pane)}
              ></bandwise-counter-offer>
              <bandwise-seats
                .currency=${currency}
                .reading=${readSeats(state)}
                .today=${todayOf(new Date())}
                .busy=${task !== undefined}
                .add=${() => void addSeats(pane)}
                .goTo=${(sheet: WrittenTable) => void goToTable(pane, sheet)}
              ></bandwise-seats>`
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
              .busy=${task !== undefined}
              .building=${task?.kind === "bridge"}
              .build=${(from: string | null, to: string | null) => void buildBridge(pane, { from, to })}
              .startsOpen=${offers.at(-1)?.round?.day !== undefined && offers.at(-1)?.name === state.shown}
            ></bandwise-what-changed>`
          : nothing
      }
    `;
  };
}
