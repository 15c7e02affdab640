import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Currency, US_DOLLAR } from "../../../../core/currency";
import type { MonthChanges } from "../../../../sheets/usage/month-changes";
import { formatCount, formatCounted, formatUsd } from "../../../../wording/format/format";
import { importLabel } from "../../../../wording/messages/usage-file-messages";
import { askIcon, faultIcon, warningIcon } from "../../../kit/icons";
import { shared } from "../../../kit/styles";
import { formStyles } from "../../../kit/table-form-styles";
import { tableStyles } from "../../../kit/table-styles";
import type { ImportDraft } from "./import-draft";
import type { ImportSummary, Listing } from "./import-summary";
import {
  changeSentences,
  importAnswer,
  lackOf,
  mergedSentences,
  monthAmount,
  reconciliationSentences,
} from "./import-words";

/** The form that imports exports: files to choose or drop, how far their reading is, and what is in them before it is written. */
@customElement("bandwise-import-form")
export class ImportFormView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    tableStyles,
    css`
      .drop {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 8px;
        padding: 20px 12px;
        border: 1px dashed var(--colorNeutralStrokeAccessible);
        border-radius: var(--borderRadiusMedium);
        text-align: center;
      }

      .drop.over {
        border-style: solid;
        border-color: var(--colorCompoundBrandStroke);
        background: var(--colorNeutralBackground2);
      }

      th.first {
        text-align: start;
      }

      progress {
        width: 100%;
        height: 6px;
        accent-color: var(--colorCompoundBrandBackground);
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) draft: ImportDraft | undefined;
  /** What the import would do to the months of the workbook. */
  @property({ attribute: false }) changes: MonthChanges | undefined;
  /** Whether the prices are in the workbook already. */
  @property({ attribute: false }) hasBook = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) writing = false;
  @property({ attribute: false }) read: (files: readonly File[]) => void = () => {};
  /** Reads made exports; undefined where the deal is no example. */
  @property({ attribute: false }) readExample: (() => void) | undefined;
  @property({ attribute: false }) cancel: () => void = () => {};
  @property({ attribute: false }) tryAgain: () => void = () => {};
  @property({ attribute: false }) write: () => void = () => {};
  @property({ attribute: false }) insertBook: () => void = () => {};
  @property({ attribute: false }) close: () => void = () => {};

  /** Whether files are held over the place to drop them. */
  @state() private isOver = false;

  override updated(): void {
    if (this.draft?.kind === "given") this.read(this.draft.files);
  }

  override render() {
    const { draft } = this;
    switch (draft?.kind) {
      case undefined:
      case "given":
        return this.#drawChoice();
      case "reading":
        return this.#drawProgress(draft);
      case "stopped":
        return this.#drawStopped(draft.sentence);
      case "preview":
        return this.#drawPreview(draft.summary);
    }
  }

  #drawChoice(): TemplateResult {
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Import usage exports</h2>
        <p>
          Usage or cost exports of the Claude Console or the Admin API, FOCUS exports, or a table of
          months and spend. Several at once, in any order. They are read on this computer: nothing is
          sent, and no key is needed.
        </p>
        ${this.#drawDrop()}
        <p class="quiet">
          Tokens are priced by the table PriceBook of this workbook, else by the list prices that come with
          Bandwise, which any import adds as that table.
        </p>
        ${
          this.readExample
            ? html`<p class="quiet">
                  No export at hand? Twelve months of example usage show the way: made, not real, and you see
                  them before anything is written.
                </p>
                <div class="buttons">
                  <fluent-button @click=${() => this.readExample?.()}
                    >Add twelve months of example usage</fluent-button
                  >
                </div>`
            : nothing
        }
        <div class="buttons">
          ${
            this.hasBook
              ? nothing
              : html`<fluent-button
                  ?disabled-focusable=${this.busy}
                  @click=${() => (this.busy ? undefined : this.insertBook())}
                  >Insert price book</fluent-button
                >`
          }
          <fluent-button @click=${() => this.close()}>Cancel</fluent-button>
        </div>
      </section>
    `;
  }

  #drawDrop(): TemplateResult {
    const held = (isOver: boolean) => (event: DragEvent) => {
      event.preventDefault();
      this.isOver = isOver;
    };
    return html`<div
      class="drop ${this.isOver ? "over" : ""}"
      @dragenter=${held(true)}
      @dragover=${held(true)}
      @dragleave=${held(false)}
      @drop=${(event: DragEvent) => {
        held(false)(event);
        this.read([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>Drop .csv or .json files here, or</p>
      <fluent-button appearance="primary" @click=${() => this.#input?.click()}>Choose files</fluent-button>
      <input
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        aria-label="Usage exports"
        @change=${(event: Event) => this.#take(event.currentTarget as HTMLInputElement)}
      />
    </div>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector("input[type=file]");
  }

  /** Cleared afterwards, so that the same files can be chosen again. */
  #take(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    input.value = "";
    this.read(files);
  }

  #drawProgress(draft: Extract<ImportDraft, { readonly kind: "reading" }>): TemplateResult {
    const { files, percent, file, isCancelling } = draft;
    return html`
      <section class="stack" aria-labelledby="title" aria-busy="true">
        <h2 id="title">Reading ${formatCounted(files.length, "file", "files")}…</h2>
        <progress max="100" value=${percent} aria-label="How much is read"></progress>
        <p class="wrap" role="status">${isCancelling ? "Cancelling…" : `${percent}%, ${file}`}</p>
        <div class="buttons">
          <fluent-button ?disabled-focusable=${isCancelling === true} @click=${() => this.cancel()}>Cancel</fluent-button>
        </div>
      </section>
    `;
  }

  #drawStopped(sentence: string): TemplateResult {
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">The files could not be read</h2>
        ${notice("fault", [sentence])}
        <div class="buttons">
          <fluent-button appearance="primary" @click=${() => this.tryAgain()}>Try again</fluent-button>
          <fluent-button @click=${() => this.cancel()}>Choose other files</fluent-button>
          <fluent-button @click=${() => this.close()}>Cancel</fluent-button>
        </div>
      </section>
    `;
  }

  #drawPreview(summary: ImportSummary): TemplateResult {
    const { currency, changes } = this;
    const { refused, warnings, rowsRead, unreadable, setAside, files } = summary;
    const isBlocked = rowsRead === 0 || (changes?.lacking.length ?? 0) > 0;
    const changed = changes ? changeSentences(changes) : [];
    const reconciled = reconciliationSentences(summary, currency);
    const other = currency.code === "USD" ? [] : [USD_ALONE(currency)];
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">${rowsRead === 0 ? "None of these files can be imported" : importAnswer(summary, currency)}</h2>
        ${refused.map((sentence) => notice("fault", [sentence]))}
        ${changed.length > 0 ? notice(isBlocked ? "fault" : "asking", changed) : nothing}
        ${[...warnings, ...other].map((sentence) => notice("warning", [sentence]))}
        ${rowsRead > 0 ? drawMonths(summary, currency) : nothing}
        ${reconciled.length > 0 ? html`<div class="lines">${reconciled.map(drawLine)}</div>` : nothing}
        ${drawUnpriced(summary)} ${drawListing("line that cannot be read is left out", "lines that cannot be read are left out", unreadable)}
        ${drawListing("line is no usage and is set aside", "lines are no usage and are set aside", setAside)}
        ${files.length > 0 ? drawFiles(summary) : nothing}
        ${summary.prices === "" ? nothing : html`<p class="quiet wrap">${summary.prices}</p>`}
        <div class="buttons">
          ${
            isBlocked
              ? nothing
              : html`<fluent-button
                  appearance="primary"
                  ?disabled-focusable=${this.busy}
                  @click=${() => (this.busy ? undefined : this.write())}
                >
                  ${this.writing ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>` : nothing}
                  ${this.writing ? "Importing…" : importLabel(rowsRead, unreadable.count)}
                </fluent-button>`
          }
          <fluent-button ?disabled-focusable=${this.busy} @click=${() => this.cancel()}>Choose other files</fluent-button>
          <fluent-button ?disabled-focusable=${this.busy} @click=${() => this.close()}>Cancel</fluent-button>
        </div>
      </section>
    `;
  }
}

const USD_ALONE = ({ code }: Currency): string =>
  `These amounts are USD, as the exports give them. The workbook shows the label ${code}, and nothing is converted.`;

function drawLine(sentence: string): TemplateResult {
  return html`<p class="wrap">${sentence}</p>`;
}

const ICONS = { fault: faultIcon, warning: warningIcon, asking: askIcon } as const;

function notice(tone: keyof typeof ICONS, sentences: readonly string[]): TemplateResult {
  return html`<div class="notice ${tone}">
    ${ICONS[tone]}
    <div class="lines">${sentences.map(drawLine)}</div>
  </div>`;
}

function drawMonths({ months }: ImportSummary, currency: Currency): TemplateResult {
  const hasBill = months.some(({ billedUsd }) => billedUsd !== undefined);
  return html`<table>
    <thead>
      <tr>
        <th scope="col" class="first">Month</th>
        <th scope="col">At list prices</th>
        ${hasBill ? html`<th scope="col">Billed</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${months.map((month) => {
        const lack = lackOf(month);
        return html`<tr>
          <th scope="row">
            ${month.month}${lack === "" ? nothing : html`<div class="quiet wrap">${lack}</div>`}
          </th>
          <td>${monthAmount(month, currency)}</td>
          ${hasBill ? html`<td>${month.billedUsd === undefined ? "" : formatUsd(month.billedUsd, currency)}</td>` : nothing}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Reasons that the preview shows before it is asked to. */
const MOST_OPEN = 3;

function drawUnpriced({ unpriced }: ImportSummary): TemplateResult | typeof nothing {
  if (unpriced.length === 0) return nothing;
  const rows = unpriced.reduce((sum, one) => sum + one.rows, 0);
  return html`<details ?open=${unpriced.length <= MOST_OPEN}>
    <summary>${formatCounted(rows, "row has", "rows have")} no price and ${rows === 1 ? "is" : "are"} in no amount</summary>
    <div class="lines">
      ${unpriced.map(
        ({ sentence, tokens, months }) =>
          html`<p class="wrap">${sentence} <span class="quiet">${formatCount(tokens)} tokens, ${months}</span></p>`,
      )}
    </div>
  </details>`;
}

function drawListing(
  one: string,
  many: string,
  { count, sentences }: Listing,
): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const more = count - sentences.length;
  return html`<details>
    <summary>${formatCounted(count, one, many)}</summary>
    <div class="lines">
      ${sentences.map(drawLine)}
      ${more > 0 ? html`<p class="quiet">${formatCounted(more, "more is", "more are")} listed on the sheet Left out.</p>` : nothing}
    </div>
  </details>`;
}

function drawFiles({ files, merged }: ImportSummary): TemplateResult {
  const notes = files.flatMap((file) => file.notes);
  return html`<details ?open=${notes.length > 0}>
    <summary>${formatCounted(files.length, "file", "files")}</summary>
    <div class="lines">
      ${files.map(
        ({ file, format, covers, rows }) =>
          html`<p class="wrap">${file}: ${format}, ${covers}, ${formatCounted(rows, "row", "rows")}</p>`,
      )}
      ${[...notes, ...mergedSentences(merged)].map((sentence) => html`<p class="quiet wrap">${sentence}</p>`)}
    </div>
  </details>`;
}
