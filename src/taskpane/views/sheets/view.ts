import "./log/log-view";
import "./portable/portable-section";
import "./price-book-view";
import "./proof-view";
import "./table-form";
import "./tables-list";
import { html, nothing } from "lit";
import { leftOutNote } from "../../../deal/assumptions";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import type { DecisionRequest } from "../../../workbook/sheets/write-decision";
import { DecisionModel } from "../../context/decision/decision-model";
import type { PaneContext } from "../../context/pane-context";
import type { PaneState } from "../../context/pane-state";
import { type SupposedDeal, supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import { beginLog, logOf } from "./log/log-model";
import { holdsPriceBook, insertPriceBook } from "./price-book-model";
import { RebuildModel } from "./rebuild-model";
import { readTableForm, type TableForm } from "./table-form-state";
import { TablesModel, tableForm } from "./tables-model";

export { line } from "./line";

/** Sheets: the decision sheet, the form of a table, and what was written into this workbook. */
export function connect(pane: PaneContext): DrawView {
  const tables = new TablesModel(pane);
  const decision = new DecisionModel(pane);
  const rebuild = new RebuildModel(pane);
  const drawForms = (state: PaneState, { reading, whatIf }: SupposedDeal) => {
    const { task } = state;
    const form = tableForm(state);
    return html`
    ${
      reading.agreement && reading.forecast
        ? html`<bandwise-proof
            .reading=${reading}
            .whatIf=${whatIf}
            .busy=${task !== undefined}
            .building=${task?.kind === "decision"}
            .build=${(request: DecisionRequest | string) => void decision.build(request)}
          ></bandwise-proof>`
        : nothing
    }
    <bandwise-table-form
      .currency=${state.currency}
      .form=${form}
      .reading=${readTableForm(form, reading, state.currency)}
      .deal=${reading}
      .note=${leftOutNote(whatIf)}
      .busy=${task !== undefined}
      .building=${task?.kind === "build"}
      .change=${(change: Partial<TableForm>) => tables.changeForm(change)}
      .useSelectedCells=${() => void tables.useSelectedCells()}
      .choosePlace=${() => void tables.choosePlace()}
      .build=${() => void tables.buildTable()}
    ></bandwise-table-form>
  `;
  };
  return (state) => {
    const { deal, whatIf, task } = state;
    return html`
      <bandwise-tables
        .currency=${state.currency}
        .tables=${state.tables}
        .task=${task}
        .sources=${state}
        .rebuild=${(table: WrittenTable) => rebuild.rebuild(table)}
        .goTo=${(table: WrittenTable) => void tables.goTo(table)}
        .removeOne=${(table: WrittenTable) => tables.remove(table)}
      ></bandwise-tables>
      ${deal.kind === "read" ? drawForms(state, supposedDeal(deal.reading, whatIf)) : nothing}
      ${
        deal.kind === "read"
          ? html`<bandwise-log
              .sheet=${logOf(state)?.sheet}
              .busy=${task !== undefined}
              .begin=${() => void beginLog(pane)}
            ></bandwise-log>`
          : nothing
      }
      <bandwise-portable-section
        .pane=${pane}
        .task=${task}
        .asked=${state.drafts.explain}
      ></bandwise-portable-section>
      ${
        holdsPriceBook(state)
          ? nothing
          : html`<bandwise-price-book
              .busy=${task !== undefined}
              .insert=${() => void insertPriceBook(pane)}
            ></bandwise-price-book>`
      }
    `;
  };
}
