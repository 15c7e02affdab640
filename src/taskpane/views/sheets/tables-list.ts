import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import type { Task } from "../../context/pane-state";
import { faultIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { fitOf, type Sources } from "./fit";

/** What takes a table out again, and what it says meanwhile. */
function removal({ holdsFormulas }: WrittenTable, isAtWork: boolean): string {
  if (holdsFormulas) {
    const former = holdsFormulas === "numbers" ? "the texts" : "our formulas";
    return isAtWork ? "Restoring…" : `Restore ${former}`;
  }
  return isAtWork ? "Removing…" : "Remove this table";
}

/** The tables that we wrote into this workbook, each with the way to it and the way to be rid of it. */
@customElement("bandwise-tables")
export class TablesList extends LitElement {
  static override readonly styles = [
    shared,
    css`
      li {
        display: flex;
        flex-direction: column;
        gap: 8px;
        padding: 12px 0;
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      .title {
        font-weight: var(--fontWeightSemibold);
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) tables: readonly WrittenTable[] = [];
  @property({ attribute: false }) task: Task | undefined;
  /** What the tables may be made from. */
  @property({ attribute: false }) sources: Sources | undefined;
  @property({ attribute: false }) rebuild: (table: WrittenTable) => Promise<void> | void = () => {};
  @property({ attribute: false }) goTo: (table: WrittenTable) => void = () => {};
  @property({ attribute: false }) removeOne: (table: WrittenTable) => Promise<void> | void =
    () => {};

  override render() {
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title" tabindex="-1">Tables in this workbook</h2>
        ${
          this.tables.length === 0
            ? html`<p class="quiet">None yet. A table that you build is listed here, with a way back to how it was before.</p>`
            : html`<ul>
              ${repeat(
                this.tables,
                ({ id }) => id,
                (table) => this.#drawTable(table),
              )}
            </ul>`
        }
      </section>
    `;
  }

  async #remove(table: WrittenTable): Promise<void> {
    const position = this.tables.indexOf(table);
    await this.removeOne(table);
    if (!this.tables.includes(table)) await this.#focusAt(position);
  }

  /** The old table goes and a new one comes last. */
  async #rebuild(table: WrittenTable): Promise<void> {
    await this.rebuild(table);
    if (!this.tables.includes(table)) await this.#focusAt(this.tables.length - 1);
  }

  /** Puts the focus where the removed table stood: on the next one, else on the heading. */
  async #focusAt(position: number): Promise<void> {
    await this.updateComplete;
    if (!document.hasFocus()) return;
    const items = this.renderRoot.querySelectorAll<HTMLElement>("li");
    const item = items[Math.min(position, items.length - 1)];
    const target =
      item?.querySelector<HTMLElement>(".remove") ?? this.renderRoot.querySelector("h2");
    target?.focus();
  }

  #drawTable(table: WrittenTable) {
    const { id, title, sheet, address, complete, coveredBy } = table;
    const whose = html`<span class="hidden">${title} on ${sheet}</span>`;
    const isAt = (kind: "remove" | "rebuild") => this.task?.kind === kind && this.task.id === id;
    const { outdated, note, from } = this.sources ? fitOf(table, this.sources, this.currency) : {};
    return html`
      <li>
        <div>
          <p class="title wrap">${title}</p>
          <p class="quiet wrap">${sheet}, ${address}</p>
          ${
            complete
              ? nothing
              : html`<p class="quiet">Writing it stopped half way: remove it to put back what was there.</p>`
          }
          ${coveredBy ? html`<p class="quiet wrap">Covered by ${coveredBy}: remove that one first.</p>` : nothing}
          ${note ? html`<p class="quiet wrap">${note}</p>` : nothing}
          ${
            outdated
              ? html`<div class="notice fault">
                ${faultIcon}
                <p class="wrap">${outdated}</p>
              </div>`
              : nothing
          }
        </div>
        <div class="buttons">
          <fluent-button
            size="small"
            ?disabled-focusable=${this.task !== undefined}
            @click=${() => this.goTo(table)}
            >Go to ${whose}</fluent-button
          >
          ${
            outdated && from
              ? html`<fluent-button
                  size="small"
                  ?disabled-focusable=${this.task !== undefined}
                  @click=${() => void this.#rebuild(table)}
                  >${isAt("rebuild") ? "Rebuilding…" : "Rebuild"} ${whose}</fluent-button
                >`
              : nothing
          }
          <fluent-button
            size="small"
            class="remove"
            ?disabled-focusable=${this.task !== undefined}
            @click=${() => void this.#remove(table)}
            >${removal(table, isAt("remove"))} ${whose}</fluent-button
          >
        </div>
      </li>
    `;
  }
}
