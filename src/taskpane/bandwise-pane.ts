import "./views/start/empty-view";
import "./views/home/position-view";
import "./context/status-line";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { type Assumptions, leftOutNote, supposedOf } from "../deal/assumptions";
import { describeFault } from "../workbook/excel/outcome";
import type { WrittenTable } from "../workbook/journal/written-table";
import type { DecisionRequest } from "../workbook/sheets/write-decision";
import type { PaneActions } from "./context/pane-actions";
import type { PaneState } from "./context/pane-state";
import type { Offer } from "./context/status";
import type { StatusLine } from "./context/status-line";
import { faultIcon } from "./kit/icons";
import { shared } from "./kit/styles";
import {
  drawComparison,
  drawCurrency,
  drawForecastForm,
  drawNumbersForm,
  drawOwnSheet,
  drawScenarioForm,
} from "./pane-forms";
import { PaneModel } from "./pane-model";
import type { StandingView } from "./views/home/position-view";
import type { ComparisonView } from "./views/scenarios/comparison-view";
import type { ScenarioBar } from "./views/scenarios/scenario-bar";
import type { ScenarioFormView } from "./views/scenarios/scenario-form";
import { shownScenario } from "./views/scenarios/scenario-model";
import type { CurrencyView } from "./views/settings/currency-view";
import type { TableFormView } from "./views/sheets/table-form";
import { type ParsedForm, readTableForm, type TableForm } from "./views/sheets/table-form-state";
import type { TablesList } from "./views/sheets/tables-list";
import type { OwnSheetView } from "./views/start/deal-source-view";
import type { EmptyView } from "./views/start/empty-view";
import type { ManualEntryView } from "./views/start/manual-entry-form";
import type { ForecastFormView } from "./views/usage/forecast-form";
import { workbookNote } from "./workbook-note";

/** Parts that begin with the heading of the pane. */
const HEADED = "bandwise-standing, bandwise-empty, bandwise-own-sheet, bandwise-numbers-form";

/** The whole pane: draws what the model holds and keeps the focus where the user left off. */
@customElement("bandwise-pane")
export class BandwisePane extends LitElement {
  static override readonly styles = [
    shared,
    css`
      main {
        display: flex;
        flex-direction: column;
        min-height: 100vh;
      }

      .parts {
        flex: 1;
        display: flex;
        flex-direction: column;
        gap: 24px;
        max-width: 560px;
        padding: 16px;
      }

      .parts > * + * {
        padding-top: 24px;
        border-top: 1px solid var(--colorNeutralStroke1);
      }

      /* What pays is the first thing under the heading of the pane. */
      .parts > bandwise-standing + * {
        margin-top: -12px;
        padding-top: 0;
        border-top: none;
      }

      .reading {
        display: flex;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  @state() private pane: PaneState | undefined;
  #model: PaneModel | undefined;
  /** Naming cells, undoing and co-authors' edits raise no event, so whoever comes back to the pane sees it read anew. */
  readonly #catchUp = (): void => void this.#model?.catchUp();

  /** Connects the pane to a workbook and reads it. */
  async begin(actions: PaneActions): Promise<void> {
    const model = new PaneModel(actions, (pane) => {
      this.pane = pane;
    });
    this.#model = model;
    this.pane = model.state;
    // What stands below the first lines, or opens later, is fetched while the workbook is read.
    const rest = import(/* webpackChunkName: "later-parts" */ "./later-parts").catch(() =>
      model.partsMissing(),
    );
    await Promise.all([model.start(), rest]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("focus", this.#catchUp);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("focus", this.#catchUp);
    void this.#model?.stop();
  }

  override render() {
    const { pane } = this;
    if (!pane) return nothing;
    return html`
      <main><div class="parts">
        ${this.#drawWhole(pane)}
      </div>
      <bandwise-status
        .status=${pane.status}
        .busy=${pane.task !== undefined}
        .take=${(offer: Offer) => void this.#take(offer)}
      ></bandwise-status></main>
    `;
  }

  #drawWhole(pane: PaneState): TemplateResult {
    const { own, forecastForm, scenarioForm, numbersForm } = pane;
    const model = this.#model;
    const leaveScenarios = (left: Promise<void> | undefined | void): void =>
      void this.#leaveScenarios(left);
    if (scenarioForm) return drawScenarioForm(pane, scenarioForm, model?.scenarios, leaveScenarios);
    if (own) return drawOwnSheet(pane, own, model?.own, (left) => void this.#leaveOwn(left));
    if (forecastForm)
      return drawForecastForm(
        pane,
        forecastForm,
        model?.forecast,
        (left) => void this.#leaveForecastForm(left),
      );
    if (numbersForm)
      return drawNumbersForm(
        pane,
        numbersForm,
        model?.numbers,
        (left) => void this.#leaveNumbers(left),
        this.#chooseCurrency,
      );
    if (pane.comparing) return drawComparison(pane, model?.scenarios, leaveScenarios);
    // Parts draw what they are given anew, and the words of what they were given before stand in them.
    return html`${keyed(pane.currency, this.#drawParts(pane))}`;
  }

  #drawScenarios(pane: PaneState): TemplateResult | typeof nothing {
    const { deal, scenarios, shown, scenariosFault, task } = pane;
    if (deal.kind !== "read" && scenarios.length === 0 && !scenariosFault) return nothing;
    const model = this.#model?.scenarios;
    return html`<bandwise-scenarios
      .scenarios=${scenarios}
      .shown=${shown}
      .fault=${scenariosFault}
      .note=${shown === null ? "" : workbookNote(shown, pane.workbookDeal)}
      .busy=${task !== undefined}
      .show=${(name: string | null) => void model?.show(name)}
      .add=${() => void this.#openScenarioForm(() => model?.openNew())}
      .edit=${() => void this.#openScenarioForm(() => model?.edit())}
      .duplicate=${() => void model?.duplicate()}
      .erase=${() => void this.#deleteScenario()}
      .compare=${() => void this.#compare()}
    ></bandwise-scenarios>`;
  }

  #drawParts(pane: PaneState): TemplateResult {
    const bar = this.#drawScenarios(pane);
    // Until there is a scenario, the verdict is the first thing, and to save it as one comes after it.
    const barIsFirst = pane.scenarios.length > 0 || pane.scenariosFault !== undefined;
    return html`
      ${barIsFirst ? bar : nothing} ${this.#drawDeal(pane)}
      ${
        pane.deal.kind === "read"
          ? html`<bandwise-decision
              .reading=${pane.deal.reading}
              .whatIf=${pane.whatIf}
              .busy=${pane.task !== undefined}
              .building=${pane.task?.kind === "decision"}
              .suppose=${(change: Partial<Assumptions>) => this.#model?.suppose(change)}
              .sayHowSure=${() => void this.#sayHowSure()}
              .build=${(request: DecisionRequest | string) => void this.#model?.decision.build(request)}
            ></bandwise-decision>`
          : nothing
      }
      ${barIsFirst ? nothing : bar} ${pane.deal.kind === "read" ? this.#drawForm(pane) : nothing}
      ${
        pane.deal.kind === "read" || pane.tables.length > 0
          ? html`<bandwise-tables
            .tables=${pane.tables}
            .task=${pane.task}
            .deal=${pane.deal}
            .workbookDeal=${pane.workbookDeal}
            .scenarios=${pane.scenarios}
            .rebuild=${(table: WrittenTable) => void this.#rebuild(table)}
            .goTo=${(table: WrittenTable) => void this.#model?.goTo(table)}
            .removeOne=${(table: WrittenTable) => void this.#remove(table)}
          ></bandwise-tables>`
          : nothing
      }
      ${pane.deal.kind === "reading" ? nothing : drawCurrency(pane, this.#chooseCurrency)}
      <bandwise-self-check
        .report=${pane.report}
        .checking=${pane.task?.kind === "check"}
        .busy=${pane.task !== undefined}
        .start=${() => void this.#model?.checkExcel()}
      ></bandwise-self-check>
    `;
  }

  #drawDeal({ deal, task }: PaneState): TemplateResult {
    const busy = task !== undefined;
    const readAgain = (): void => void this.#readAgain();
    const chooseCells = (): void => void this.chooseCells();
    switch (deal.kind) {
      case "reading":
        return html`<section>
          <h1 class="reading">
            <fluent-spinner size="tiny" aria-hidden="true"></fluent-spinner> Reading the workbook…
          </h1>
        </section>`;
      case "none":
        return html`<bandwise-empty
          .gone=${deal.gone}
          .adding=${task?.kind === "example"}
          .busy=${busy}
          .start=${() => void this.insertExample()}
          .startFromNumbers=${() => void this.#giveNumbers()}
          .startFromOwn=${chooseCells}
          .readAgain=${readAgain}
        ></bandwise-empty>`;
      case "refused":
        return html`<section class="stack">
          <h1>The deal cannot be read</h1>
          <div class="notice fault">
            ${faultIcon}
            <p class="wrap">${describeFault(deal.fault)}</p>
          </div>
          <div class="reading">
            <fluent-button ?disabled-focusable=${busy} @click=${readAgain}>Read again</fluent-button>
            <fluent-button ?disabled-focusable=${busy} @click=${chooseCells}>Choose the cells</fluent-button>
          </div>
        </section>`;
      case "read":
        return html`<bandwise-standing
          .reading=${deal.reading}
          .busy=${busy}
          .readAgain=${readAgain}
          .changeCells=${chooseCells}
        ></bandwise-standing>`;
    }
  }

  #drawForm({ deal, form, task, whatIf }: PaneState): TemplateResult {
    const reading: ParsedForm | undefined =
      deal.kind === "read" ? readTableForm(form, deal.reading) : undefined;
    return html`<bandwise-table-form
      .form=${form}
      .reading=${reading}
      .deal=${deal.kind === "read" ? deal.reading : undefined}
      .note=${deal.kind === "read" ? leftOutNote(supposedOf(deal.reading, whatIf)) : ""}
      .busy=${task !== undefined}
      .building=${task?.kind === "build"}
      .change=${(change: Partial<TableForm>) => this.#model?.changeForm(change)}
      .useSelectedCells=${() => void this.#model?.useSelectedCells()}
      .choosePlace=${() => void this.#model?.choosePlace()}
      .build=${() => void this.buildTable()}
    ></bandwise-table-form>`;
  }

  /** Adds the example deal and moves the focus to what it came to. */
  async insertExample(): Promise<void> {
    await this.#model?.insertExample();
    await this.#focusHeading();
  }

  /** Opens the form that chooses the user's own cells, or that of the scenario that is shown. */
  async chooseCells(): Promise<void> {
    if (this.pane && shownScenario(this.pane))
      return this.#openScenarioForm(() => this.#model?.scenarios.edit());
    const opened = this.#model?.own.open();
    await this.#focusHeading();
    await opened;
  }

  async #openScenarioForm(open: () => void): Promise<void> {
    open();
    await this.#part<ScenarioFormView>("bandwise-scenario-form", (view) => view.focusHeading());
  }

  async #leaveScenarios(left: Promise<void> | undefined | void): Promise<void> {
    await left;
    if (!this.pane?.scenarioForm && !this.pane?.comparing) await this.#focusScenarios();
  }

  async #deleteScenario(): Promise<void> {
    await this.#model?.scenarios.delete();
    await this.#focusOfferOr(() => this.#focusScenarios());
  }

  async #compare(): Promise<void> {
    this.#model?.scenarios.openComparison();
    await this.#part<ComparisonView>("bandwise-comparison", (view) => view.focusHeading());
  }

  async #focusScenarios(): Promise<void> {
    await this.#part<ScenarioBar>("bandwise-scenarios", (bar) => bar.focusChoice());
  }

  async #sayHowSure(): Promise<void> {
    if (this.pane && shownScenario(this.pane))
      return this.#openScenarioForm(() => this.#model?.scenarios.edit());
    this.#model?.forecast.open();
    await this.#part<ForecastFormView>("bandwise-forecast-form", (view) => view.focusHeading());
  }

  async #leaveForecastForm(left: Promise<void> | undefined | void): Promise<void> {
    await left;
    if (!this.pane?.forecastForm) await this.#focusHeading();
  }

  async #giveNumbers(): Promise<void> {
    this.#model?.numbers.open();
    await this.#focusHeading();
  }

  /** All that has an amount in it is drawn anew, and the list that was chosen from with it. */
  readonly #chooseCurrency = async (code: string): Promise<void> => {
    await this.#model?.chooseCurrency(code);
    await this.updateComplete;
    // Whoever went on to another field meanwhile stays there.
    if (this.shadowRoot?.activeElement) return;
    await this.#part<CurrencyView>("bandwise-currency", (view) => view.focusChoice());
  };

  async #leaveNumbers(left: Promise<void> | undefined | void): Promise<void> {
    await left;
    if (!this.pane?.numbersForm) await this.#focusHeading();
  }

  async #leaveOwn(left: Promise<void> | undefined | void): Promise<void> {
    await left;
    if (!this.pane?.own) await this.#focusHeading();
  }

  async #readAgain(): Promise<void> {
    const before = this.pane?.deal.kind;
    await this.#model?.readAgain();
    if (this.pane?.deal.kind !== before) await this.#focusHeading();
  }

  async #focusHeading(): Promise<void> {
    await this.#part<StandingView | EmptyView | OwnSheetView | ManualEntryView>(HEADED, (view) =>
      view.focusHeading(),
    );
  }

  /** Builds the table that the form asks for. */
  async buildTable(): Promise<void> {
    await this.#model?.buildTable();
  }

  async #remove(table: WrittenTable): Promise<void> {
    const position = this.pane?.tables.indexOf(table) ?? 0;
    await this.#model?.remove(table);
    await this.#focusOfferOr(() =>
      this.#part<TablesList>("bandwise-tables", (list) => list.focusAt(position)),
    );
  }

  /** The old table goes and a new one comes last. */
  async #rebuild(table: WrittenTable): Promise<void> {
    await this.#model?.rebuild.rebuild(table);
    const last = (this.pane?.tables.length ?? 1) - 1;
    await this.#part<TablesList>("bandwise-tables", (list) => list.focusAt(last));
  }

  async #take(offer: Offer): Promise<void> {
    await this.#model?.take(offer);
    const isOfScenarios = ["undoDelete", "removeScenarios", "keepScenarios"].includes(offer.kind);
    await this.#focusOfferOr(() =>
      isOfScenarios
        ? this.#focusScenarios()
        : this.#part<TableFormView>("bandwise-table-form", (form) => form.focusBuild()),
    );
  }

  async #focusOfferOr(focus: () => Promise<void>): Promise<void> {
    if (this.pane?.status?.offers.length)
      await this.#part<StatusLine>("bandwise-status", (line) => line.focusOffer());
    else await focus();
  }

  /** What was pressed may be gone; the focus then goes to a part once it is drawn, unless the user went back to the sheet. */
  async #part<T extends LitElement>(selector: string, focus: (part: T) => void): Promise<void> {
    await this.updateComplete;
    const part = this.renderRoot.querySelector<T>(selector);
    if (!part) return;
    await customElements.whenDefined(part.localName);
    await part.updateComplete;
    if (document.hasFocus()) focus(part);
  }
}
