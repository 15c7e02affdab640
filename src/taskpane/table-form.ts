import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import type { TextField } from "./text-field";
import "./text-field";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { describeErrors } from "../core/errors";
import { MEASURES } from "../sensitivity/measure";
import type { FormReading, PlaceChoice, TableForm } from "./form-state";
import {
  columnsSentence,
  MEASURE_CHOICES,
  measureMeaning,
  selectedSentence,
  sizeSentence,
} from "./form-words";
import { faultIcon } from "./icons";
import { shared } from "./styles";
import { formStyles } from "./table-form-styles";

const PLACES: readonly { readonly kind: PlaceChoice; readonly name: string }[] = [
  { kind: "newSheet", name: "New sheet" },
  { kind: "selection", name: "At the selected cell" },
];

/** The form for a table around thresholds. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-table-form")
export class TableFormView extends LitElement {
  static override readonly styles = [shared, formStyles];

  @property({ attribute: false }) form: TableForm | undefined;
  @property({ attribute: false }) reading: FormReading | undefined;
  @property({ attribute: false }) building = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) change: (change: Partial<TableForm>) => void = () => {};
  @property({ attribute: false }) useSelectedCells: () => void = () => {};
  @property({ attribute: false }) build: () => void = () => {};

  override render() {
    const { form, reading } = this;
    if (!form || !reading) return nothing;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Build a table around thresholds</h2>
        ${this.#drawMeasure(form)}
        <fieldset class="stack">
          <legend>Rows: usage at list prices</legend>
          ${form.selected ? this.#drawSelected(form, reading) : this.#drawSteps(reading)}
          <div class="buttons">
            <fluent-button ?disabled-focusable=${this.busy} @click=${this.useSelectedCells}
              >Use selected cells</fluent-button
            >
            ${
              form.selected
                ? html`<fluent-button @click=${() => void this.#typeUsages()}
                  >Type the usages</fluent-button
                >`
                : nothing
            }
          </div>
        </fieldset>
        <fieldset class="stack">
          <legend>Columns: commitments</legend>
          ${reading.columns ? html`<p class="quiet">${columnsSentence(reading.columns)}</p>` : nothing}
          <div class="pair">
            <bandwise-field
              .label=${"Points between"}
              .field=${reading.fields.pointsBetween}
              .type=${(pointsBetween: string) => this.change({ pointsBetween })}
            ></bandwise-field>
          </div>
        </fieldset>
        ${this.#drawPlaces(form)}
        <p class="quiet size">${sizeSentence(reading)}</p>
        ${
          reading.otherObstacles.length > 0
            ? html`<div class="notice fault">
              ${faultIcon}
              <div>
                ${reading.otherObstacles.map((obstacle) => html`<p class="wrap">${obstacle}</p>`)}
              </div>
            </div>`
            : nothing
        }
        <div class="buttons">
          <fluent-button
            id="build"
            appearance="primary"
            ?disabled-focusable=${this.busy}
            @click=${this.build}
          >
            ${
              this.building
                ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>`
                : nothing
            }
            ${this.building ? "Building the table…" : "Build table"}
          </fluent-button>
        </div>
      </section>
    `;
  }

  focusBuild(): void {
    this.renderRoot.querySelector<HTMLElement>("#build")?.focus();
  }

  /** The button that was pressed goes away with the selection, so the focus moves to what comes back. */
  async #typeUsages(): Promise<void> {
    this.change({ selected: undefined });
    await new Promise(requestAnimationFrame);
    this.renderRoot.querySelector<TextField>("bandwise-field")?.focusInput();
  }

  #drawMeasure(form: TableForm): TemplateResult {
    const choose = (event: Event): void => {
      const chosen = (event.currentTarget as HTMLSelectElement).value;
      const measure = MEASURES.find((known) => known === chosen);
      if (measure) this.change({ measure });
    };
    return html`
      <div>
        <label for="measure">Measure</label>
        <div class="select">
          <select id="measure" .value=${live(form.measure)} aria-describedby="meaning" @change=${choose}>
            ${MEASURE_CHOICES.map(
              ({ measure, name }) =>
                html`<option value=${measure} ?selected=${measure === form.measure}>${name}</option>`,
            )}
          </select>
        </div>
        <p class="quiet note" id="meaning">${measureMeaning(form.measure)}</p>
      </div>
    `;
  }

  #drawSteps({ fields }: FormReading): TemplateResult {
    return html`
      <div class="pair">
        <bandwise-field
          .label=${"Usage from"}
          .field=${fields.usageFrom}
          .type=${(usageFrom: string) => this.change({ usageFrom })}
        ></bandwise-field>
        <bandwise-field
          .label=${"Usage to"}
          .field=${fields.usageTo}
          .type=${(usageTo: string) => this.change({ usageTo })}
        ></bandwise-field>
        <bandwise-field
          .label=${"Rows"}
          .field=${fields.rows}
          .type=${(rows: string) => this.change({ rows })}
        ></bandwise-field>
      </div>
    `;
  }

  #drawSelected({ selected }: TableForm, { selectedUsages }: FormReading): TemplateResult {
    if (!selected || !selectedUsages) return html``;
    return html`
      ${
        selectedUsages.ok
          ? html`<p class="wrap">${selectedSentence(selected, selectedUsages.value)}</p>`
          : html`<div class="notice fault">
            ${faultIcon}
            <p class="wrap">${describeErrors(selectedUsages.errors)}</p>
          </div>`
      }
    `;
  }

  #drawPlaces(form: TableForm): TemplateResult {
    return html`
      <fieldset class="places">
        <legend>Where</legend>
        ${PLACES.map(
          ({ kind, name }) => html`
            <label>
              <input
                type="radio"
                name="place"
                .checked=${live(form.destination === kind)}
                @change=${() => this.change({ destination: kind })}
              />
              ${name}
            </label>
          `,
        )}
      </fieldset>
    `;
  }
}
