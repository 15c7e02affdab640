import "./context/status-line";
import "./views/home/home-view";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { cache } from "lit/directives/cache.js";
import type { ListedDeal } from "../workbook/deal/deals";
import type { PaneActions } from "./context/pane-actions";
import {
  type Drafts,
  formOf,
  type PaneState,
  type ViewName,
  type ViewState,
} from "./context/pane-state";
import { showScenario } from "./context/show-scenario";
import type { Offer } from "./context/status";
import type { StatusLine } from "./context/status-line";
import type { DrawView, View } from "./context/view";
import { firstDeep, focusFirstField } from "./focus";
import { iconButton, iconButtonStyles } from "./kit/icon-button";
import { faultIcon } from "./kit/icons";
import { pause } from "./kit/in-slices";
import { shared } from "./kit/styles";
import { backIcon, homeIcon } from "./kit/view-icons";
import { PaneModel } from "./pane-model";
import { paneStyles } from "./pane-styles";
import { BESIDE, JOURNEY, VIEWS, viewToDraw } from "./routes";
import { verdictLine } from "./verdict-line";

/** The shell of the pane: the heading, the ways between the views, the verdict above each, and the focus. */
@customElement("bandwise-pane")
export class BandwisePane extends LitElement {
  static override readonly styles = [shared, iconButtonStyles, paneStyles];

  @state() private pane: PaneState | undefined;
  #model: PaneModel | undefined;
  /** What draws each view that was fetched. */
  readonly #fetched = new Map<ViewName, DrawView>();
  readonly #lines = new Map<ViewName, View["line"]>();
  readonly #fetching = new Map<ViewName, Promise<void>>();
  /** Views that could not be fetched, and are not being fetched again. */
  readonly #missing = new Set<ViewName>();
  /** How far down each view was scrolled when the user left it. */
  readonly #scrolled = new Map<string, number>();
  #arrivedAt = "";
  /** What had the focus last in the view. */
  #lastFocused: HTMLElement | undefined;
  /** Naming cells, undoing and co-authors' edits raise no event, so the pane reads again when the user comes back to it. */
  readonly #catchUp = (): void => void this.#model?.catchUp();

  /** Connects the pane to a workbook, reads it, and then fetches the views. */
  async begin(actions: PaneActions): Promise<void> {
    const model = new PaneModel(actions, (pane) => this.#take(pane));
    this.#model = model;
    this.pane = model.state;
    await model.start();
    // Without them its buttons are plain words: nothing that stops the user, and each view fetches them too.
    await import(/* webpackChunkName: "fluent" */ "./kit/fluent").catch(() => {});
    for (const view of VIEWS) await this.#fetch(view);
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

  /** What is found out after the first lines is loaded after them. */
  override firstUpdated(): void {
    void pause(0).then(() => import(/* webpackChunkName: "how-sure-line" */ "./later"));
  }

  override render() {
    const { pane } = this;
    const model = this.#model;
    if (!pane || !model) return nothing;
    const view = viewToDraw(pane);
    const isHome = pane.view.name === "home";
    return html`
      ${isHome || !view ? nothing : this.#drawTop(pane, view, model)}
      <main class=${isHome && !view ? "home" : "view"} @focusout=${this.#noteFocus}>
        ${cache(view ? this.#drawView(view, pane) : this.#drawHome(pane, model))}
      </main>
      ${isHome && pane.deal.kind !== "reading" ? this.#drawFoot(pane, model) : nothing}
      <bandwise-status
        .status=${pane.status}
        .busy=${pane.task !== undefined}
        .take=${(offer: Offer) => void this.#takeOffer(offer)}
      ></bandwise-status>
    `;
  }

  #drawTop(pane: PaneState, { name, title }: View, model: PaneModel): TemplateResult {
    const open = (view: ViewState): void => model.open(view);
    return html`<header>
      <div class="heading">
        ${iconButton("Back", backIcon, "back", () => model.back())}
        <h1 tabindex="-1">${title}</h1>
        ${BESIDE.map((beside) =>
          iconButton(
            beside.title,
            beside.icon,
            `to-${beside.name}`,
            () => open({ name: beside.name }),
            beside.name === name,
          ),
        )}
      </div>
      <nav aria-label="Views">
        <button type="button" class="to-home" aria-label="Home" title="Home" @click=${() => open({ name: "home" })}>
          ${homeIcon}
        </button>
        ${JOURNEY.map(
          (step) => html`<button
            type="button"
            class="to-${step.name}"
            aria-current=${step.name === name ? "page" : "false"}
            @click=${() => open({ name: step.name })}
          >
            ${step.title}
          </button>`,
        )}
      </nav>
      ${verdictLine(pane)}
    </header>`;
  }

  #drawHome(pane: PaneState, model: PaneModel): TemplateResult {
    return html`<bandwise-home
      .pane=${pane}
      .rows=${JOURNEY.map((view) => ({ ...view, line: (this.#lines.get(view.name) ?? view.line)?.(pane) }))}
      .beside=${BESIDE.filter(({ name }) => name !== "settings")}
      .open=${(view: ViewState) => model.open(view)}
      .show=${(name: string | null) => void showScenario(model.context, name)}
      .showDeal=${(deal: ListedDeal) => void model.deals.show(deal)}
      .readAgain=${() => void model.readAgain()}
    ></bandwise-home>`;
  }

  #drawFoot({ currency }: PaneState, model: PaneModel): TemplateResult {
    return html`<footer>
      <button type="button" class="to-settings" @click=${() => model.open({ name: "settings" })}>
        Settings · ${currency.code}
      </button>
      <a href="help.html" target="_blank" rel="noopener">Help</a>
    </footer>`;
  }

  #drawView(view: View, pane: PaneState): TemplateResult {
    const draw = this.#fetched.get(view.name);
    if (draw) return draw(pane);
    if (this.#missing.has(view.name))
      return html`<section class="stack">
        <div class="notice fault">
          ${faultIcon}
          <p class="wrap">${view.title} could not be loaded. The workbook is as it was.</p>
        </div>
        <div><button type="button" class="again" @click=${() => void this.#fetch(view)}>Try again</button></div>
      </section>`;
    void this.#fetch(view);
    return html`<p class="loading">
      <fluent-spinner size="tiny" aria-hidden="true"></fluent-spinner> Opening ${view.title}…
    </p>`;
  }

  /** Fetches a view, once; a view that could not be fetched is fetched again when it is asked for. */
  #fetch(view: View): Promise<void> {
    const under = this.#fetching.get(view.name);
    if (under) return under;
    if (this.#missing.delete(view.name)) this.requestUpdate();
    const model = this.#model;
    // A page that goes away may throw at once.
    const fetched = (async () => view.load())().then(
      ({ connect, line }) => {
        if (line) this.#lines.set(view.name, line);
        if (model) this.#fetched.set(view.name, connect(model.context));
        this.requestUpdate();
      },
      () => {
        this.#fetching.delete(view.name);
        this.#missing.add(view.name);
        this.requestUpdate();
      },
    );
    this.#fetching.set(view.name, fetched);
    return fetched;
  }

  /** Takes the state of the pane; where it opens another view, notes how far this one is scrolled. */
  #take(pane: PaneState): void {
    if (this.pane && placeOf(pane) !== placeOf(this.pane))
      this.#scrolled.set(placeOf(this.pane), window.scrollY);
    this.pane = pane;
  }

  override updated(): void {
    // What the first reading leads to is not a view that the user went to.
    if (!this.pane || this.pane.deal.kind === "reading") return;
    const place = placeOf(this.pane);
    if (place === this.#arrivedAt) return;
    const isFirst = this.#arrivedAt === "";
    this.#arrivedAt = place;
    if (!isFirst) void this.#arrive(place);
  }

  /** Scrolls to where the user left the view, and puts the focus on its heading, or on the first field of its form. */
  async #arrive(place: string): Promise<void> {
    const { pane } = this;
    if (!pane) return;
    const view = viewToDraw(pane);
    if (view) await this.#fetch(view);
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    if (place !== this.#arrivedAt) return;
    window.scrollTo({ top: this.#scrolled.get(place) ?? 0, behavior: "instant" });
    // The user who went back to the sheet stays there.
    if (!document.hasFocus()) return;
    const isFocused = formOf(pane.view) !== undefined && (await focusFirstField(this.renderRoot));
    if (!isFocused) this.focusHeading();
  }

  /** Puts the focus on the heading of what is shown. */
  focusHeading(): void {
    firstDeep<HTMLElement>(this.renderRoot, "h1")?.focus({ preventScroll: true });
  }

  readonly #noteFocus = (event: FocusEvent): void => {
    const [left] = event.composedPath();
    if (left instanceof HTMLElement) this.#lastFocused = left;
  };

  /** After the last offer the focus is where it was before the pane offered anything, if that is still drawn. */
  async #takeOffer(offer: Offer): Promise<void> {
    await offer.take();
    await this.updateComplete;
    if (!document.hasFocus()) return;
    if (this.pane?.status?.offers.length)
      this.renderRoot.querySelector<StatusLine>("bandwise-status")?.focusOffer();
    else if (this.#lastFocused?.isConnected) this.#lastFocused.focus();
    else this.focusHeading();
  }

  /** Adds the example deal, as the ribbon asks for it. */
  async insertExample(): Promise<void> {
    const { insertExample } = await import(
      /* webpackChunkName: "start" */ "./views/start/example-model"
    );
    if (this.#model) await insertExample(this.#model.context);
  }

  /** Opens the sheets with the steps of a number of the answer, or of the selected cell, as the ribbon asks for it. */
  explainCell(explain: Drafts["explain"] = {}): void {
    const context = this.#model?.context;
    context?.draft({ explain });
    context?.open({ name: "sheets" });
  }

  /** Opens the sheets, and builds the table that their form asks for, as the ribbon asks for it. */
  async buildTable(): Promise<void> {
    const { TablesModel } = await import(
      /* webpackChunkName: "sheets" */ "./views/sheets/tables-model"
    );
    const model = this.#model;
    if (!model) return;
    model.open({ name: "sheets" });
    await new TablesModel(model.context).buildTable();
  }
}

/** What is drawn, and which form of it. */
function placeOf(pane: PaneState): string {
  return `${viewToDraw(pane)?.name ?? "home"} ${formOf(pane.view) ?? ""}`;
}
