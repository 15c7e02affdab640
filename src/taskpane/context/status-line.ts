import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { askIcon, doneIcon, faultIcon } from "../kit/icons";
import { shared } from "../kit/styles";
import type { Offer, Status } from "./status";

/** The line at the foot of the pane that says what is happening and what happened, aloud as well. */
@customElement("bandwise-status")
export class StatusLine extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        position: sticky;
        bottom: 0;
        z-index: 1;
      }

      .line {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 8px;
        padding: 10px 16px;
        border-top: 1px solid var(--colorNeutralStroke1);
        background: var(--colorNeutralBackground3);
      }

      .line.none {
        padding: 0;
        border: none;
      }

      svg,
      fluent-spinner {
        width: 16px;
        height: 16px;
        margin-top: 2px;
      }

      svg {
        fill: currentColor;
      }

      .done svg {
        color: var(--colorStatusSuccessForeground1);
      }

      .fault svg {
        color: var(--colorStatusDangerForeground1);
      }

      .asking svg {
        color: var(--colorCompoundBrandForeground1);
      }

      .kept {
        grid-column: 2;
      }

      .offers {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) status: Status | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) take: (offer: Offer) => void = () => {};

  override render() {
    const { status } = this;
    // The live region stays in the page while it is empty: one that appears with its text is not read aloud.
    return html`
      <section class="line ${status?.tone ?? "none"}" aria-label="Messages">
        ${status ? ICONS[status.tone] : nothing}
        <p class="wrap" role="status" aria-live="polite">${status?.text ?? ""}</p>
        ${
          status && status.offers.length > 0
            ? html`<div class="offers">
              ${status.offers.map(
                (offer) => html`<fluent-button
                  size="small"
                  ?disabled-focusable=${this.busy && offer.kind !== "cancel"}
                  @click=${() => this.take(offer)}
                  >${OFFER_WORDS[offer.kind]}</fluent-button
                >`,
              )}
            </div>
            ${
              status.offers.some(({ kind }) => kind === "overwrite")
                ? html`<p class="quiet kept">Overwrite keeps what is there; Remove this table puts it back.</p>`
                : nothing
            }`
            : nothing
        }
      </section>
    `;
  }

  /** Puts the focus on the first way on, where there is one. */
  focusOffer(): void {
    this.renderRoot.querySelector<HTMLElement>(".offers fluent-button")?.focus();
  }
}

const OFFER_WORDS: Readonly<Record<Offer["kind"], string>> = {
  anotherPlace: "Another place",
  here: "Build here",
  newSheet: "New sheet",
  overwrite: "Overwrite",
  undoDelete: "Undo",
  removeScenarios: "Remove the scenarios",
  keepScenarios: "Keep them",
  removeAnyway: "Remove it anyway",
  keepTable: "Keep it",
  exampleUsage: "Add twelve months of example usage",
  cancel: "Cancel",
};

const ICONS = {
  working: html`<fluent-spinner size="tiny" aria-hidden="true"></fluent-spinner>`,
  done: doneIcon,
  asking: askIcon,
  fault: faultIcon,
} as const;
