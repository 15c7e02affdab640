import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { rowButtonStyles } from "../../kit/row-button-styles";
import { shared } from "../../kit/styles";
import { downIcon } from "../../kit/view-icons";

/** An entry of the menu: a deal that can be shown, or something that can be done. */
export interface MenuItem {
  readonly words: string;
  readonly take: () => void;
  /** Of a deal, whether it is the one that is shown. */
  readonly isChosen?: boolean;
}

/** Which deal the pane shows, and a menu to show another and to do something with it. */
@customElement("bandwise-deal-menu")
export class DealMenu extends LitElement {
  static override readonly styles = [
    shared,
    rowButtonStyles,
    css`
      :host {
        position: relative;
        min-width: 0;
      }

      button {
        display: flex;
        align-items: center;
        gap: 4px;
        max-width: 100%;
        min-height: 32px;
        padding: 0 8px;
      }

      .trigger {
        font-weight: var(--fontWeightSemibold);
      }

      .trigger span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      svg {
        flex: none;
        width: 16px;
        height: 16px;
      }

      [role="menu"] {
        position: absolute;
        inset-inline-start: 0;
        top: 100%;
        z-index: 3;
        box-sizing: border-box;
        width: max-content;
        min-width: 100%;
        max-width: min(300px, 90vw);
        max-height: 70vh;
        overflow-y: auto;
        padding: 4px;
        border: 1px solid var(--colorNeutralStroke1);
        border-radius: var(--borderRadiusMedium);
        background: var(--colorNeutralBackground1);
        box-shadow: var(--shadow16);
      }

      [role="menu"] button {
        width: 100%;
      }

      [role="menuitemradio"]::before {
        content: "";
        flex: none;
        width: 8px;
        height: 8px;
        margin-inline-end: 6px;
        border-radius: 50%;
      }

      [aria-checked="true"]::before {
        background: var(--colorCompoundBrandBackground);
      }

      [aria-checked="true"] {
        font-weight: var(--fontWeightSemibold);
      }

      hr {
        margin: 4px 0;
        border: none;
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      @media (forced-colors: active) {
        [aria-checked="true"]::before {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  /** Name of the deal that is shown. */
  @property({ attribute: false }) name = "";
  @property({ attribute: false }) deals: readonly MenuItem[] = [];
  @property({ attribute: false }) actions: readonly MenuItem[] = [];
  @state() private isOpen = false;

  override render() {
    return html`
      <button
        type="button"
        class="trigger"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen ? "true" : "false"}
        title=${this.name}
        @click=${() => (this.isOpen ? this.#close() : void this.#open())}
        @keydown=${this.#press}
      >
        <span>${this.name}</span>${downIcon}
      </button>
      ${
        this.isOpen
          ? html`<div role="menu" aria-label="Deals" @keydown=${this.#press} @focusout=${this.#leave}>
              ${this.deals.map(
                (deal) => html`<button
                  type="button"
                  role="menuitemradio"
                  tabindex="-1"
                  class="wrap"
                  aria-checked=${deal.isChosen ? "true" : "false"}
                  @click=${() => this.#take(deal)}
                >
                  ${deal.words}
                </button>`,
              )}
              ${this.deals.length > 0 ? html`<hr />` : nothing}
              ${this.actions.map(
                (action) => html`<button
                  type="button"
                  role="menuitem"
                  tabindex="-1"
                  @click=${() => this.#take(action)}
                >
                  ${action.words}
                </button>`,
              )}
            </div>`
          : nothing
      }
    `;
  }

  #trigger(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".trigger");
  }

  #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menu"] button')];
  }

  async #open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.#items()[0]?.focus();
  }

  #take({ take }: MenuItem): void {
    this.#close();
    take();
  }

  #close(): void {
    this.isOpen = false;
    this.#trigger()?.focus();
  }

  readonly #leave = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || !this.renderRoot.contains(relatedTarget))
      this.isOpen = false;
  };

  readonly #press = (event: KeyboardEvent): void => {
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(":focus"));
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const to = moves[event.key];
    if (event.key === "Escape" && this.isOpen) this.#close();
    else if (event.key === "ArrowDown" && !this.isOpen) void this.#open();
    else if (to !== undefined && this.isOpen) items[to]?.focus();
    else return;
    event.preventDefault();
  };
}
