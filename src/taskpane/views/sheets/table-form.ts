import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import type { TextField } from "../../kit/text-field";
import "../../kit/text-field";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { describeErrors } from "../../../core/errors";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { AXIS_KINDS, type AxisKind } from "../../../sheets/tables/axis";
import { TABLE_FORMS } from "../../../sheets/tables/content";
import { TABLE_MEASURES } from "../../../sheets/tables/measures";
import { faultIcon } from "../../kit/icons";
import { drawSelect } from "../../kit/select-field";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { NO_AXES, offeredAxes, reasonsNot, withColumns, withRows } from "./axis-choice";
import { drawSteppedAxis } from "./stepped-axis-view";
import {
  axisName,
  columnsSentence,
  FORM_NAMES,
  formMeaning,
  MEASURE_GROUPS,
  measureMeaning,
  NO_AXIS_NAMES,
  placeSentence,
  selectedSentence,
  sizeSentence,
} from "./table-form-messages";
import type { ParsedForm, PlaceChoice, TableForm } from "./table-form-state";

const PLACES: readonly { readonly kind: PlaceChoice; readonly name: string }[] = [
  { kind: "newSheet", name: "New sheet" },
  { kind: "selection", name: "" },
];

/** The form for a sensitivity table. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-table-form")
export class TableFormView extends LitElement {
  static override readonly styles = [shared, formStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) form: TableForm | undefined;
  @property({ attribute: false }) reading: ParsedForm | undefined;
  @property({ attribute: false }) deal: ParsedDeal | undefined;
  /** What the table leaves out of what the pane shows; empty where it shows the same. */
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) building = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) change: (change: Partial<TableForm>) => void = () => {};
  @property({ attribute: false }) useSelectedCells: () => void = () => {};
  /** Takes the selected cell as the place. */
  @property({ attribute: false }) choosePlace: () => void = () => {};
  @property({ attribute: false }) build: () => void = () => {};

  override render() {
    const { form, reading, deal } = this;
    if (!form || !reading || !deal) return nothing;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Build a sensitivity table</h2>
        ${this.#drawMeasure(form)} ${this.#drawRows(form, reading, deal)}
        ${this.#drawColumns(form, reading, deal)} ${this.#drawWritten(form, reading)}
        ${this.#drawPlaces(form, reading)}
        <p class="quiet size">${sizeSentence(reading)}</p>
        ${this.note === "" ? nothing : html`<p class="wrap">${this.note}</p>`}
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
    return drawSelect({
      id: "measure",
      label: "Measure",
      chosen: form.measure,
      groups: MEASURE_GROUPS.map(({ name, measures }) => ({
        name,
        options: measures.map((one) => ({ value: one.measure, name: one.name })),
      })),
      note: measureMeaning(form.measure),
      choose: (chosen) => {
        const measure = TABLE_MEASURES.find((known) => known === chosen);
        if (measure) this.change({ measure });
      },
    });
  }

  #drawRows(form: TableForm, reading: ParsedForm, deal: ParsedDeal): TemplateResult {
    const offered = offeredAxes(form.measure, deal, this.currency);
    return html`<fieldset class="stack">
      <legend>Rows</legend>
      ${drawSelect({
        id: "rows",
        ...{ label: "Along the rows", isHeaded: true },
        chosen: reading.axes.rows,
        options: offered.map((kind) => ({ value: kind, name: axisName(kind) })),
        note: reasonsNot(form.measure, deal, this.currency).join(" "),
        choose: (chosen) => {
          const kind = AXIS_KINDS.find((known) => known === chosen);
          if (kind) this.change(withRows(form, kind, deal, this.currency));
        },
      })}
      ${this.#drawAxis(reading.axes.rows, "rows", form, reading)}
    </fieldset>`;
  }

  #drawColumns(form: TableForm, reading: ParsedForm, deal: ParsedDeal): TemplateResult {
    const { rows, columns } = reading.axes;
    const offered = offeredAxes(form.measure, deal, this.currency);
    return html`<fieldset class="stack">
      <legend>Columns</legend>
      ${drawSelect({
        id: "columns",
        ...{ label: "Across the columns", isHeaded: true },
        chosen: columns,
        options: [
          ...offered.map((kind) => ({
            value: kind,
            name: kind === rows ? `${axisName(kind)} (along the rows)` : axisName(kind),
            disabled: kind === rows,
          })),
          ...NO_AXES.map((kind) => ({ value: kind, name: NO_AXIS_NAMES[kind] })),
        ],
        note: "",
        choose: (chosen) => {
          const kind = [...AXIS_KINDS, ...NO_AXES].find((known) => known === chosen);
          if (kind) this.change(withColumns(form, kind, deal, this.currency));
        },
      })}
      ${
        columns === "none" || columns === "measures"
          ? nothing
          : this.#drawAxis(columns, "columns", form, reading)
      }
    </fieldset>`;
  }

  /** What can be said of the chosen axis, and no other. */
  #drawAxis(
    kind: AxisKind,
    place: "rows" | "columns",
    form: TableForm,
    reading: ParsedForm,
  ): TemplateResult {
    switch (kind) {
      case "usage":
        return this.#drawUsages(form, reading, place);
      case "commitment":
        return this.#drawCommitments(form, reading);
      default: {
        const axis = reading.stepped.find((one) => one.kind === kind);
        const typed = form.stepped[kind];
        return axis
          ? drawSteppedAxis(
              axis,
              (change) =>
                this.change({ stepped: { ...form.stepped, [kind]: { ...typed, ...change } } }),
              this.currency,
            )
          : html``;
      }
    }
  }

  #drawUsages(form: TableForm, reading: ParsedForm, place: "rows" | "columns"): TemplateResult {
    return html`
      ${form.selected ? this.#drawSelected(form, reading) : this.#drawSteps(reading, place)}
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
    `;
  }

  #drawCommitments(form: TableForm, { columns, fields }: ParsedForm): TemplateResult {
    return html`
      ${columns ? html`<p class="quiet">${columnsSentence(columns, this.currency)}</p>` : nothing}
      <div class="pair">
        <bandwise-field
          .label=${"Points between"}
          .field=${fields.pointsBetween}
          .type=${(pointsBetween: string) => this.change({ pointsBetween })}
        ></bandwise-field>
      </div>
      ${
        columns?.isChoice
          ? html`<label class="choice">
              <input
                type="checkbox"
                .checked=${live(form.allThresholds)}
                @change=${() => this.change({ allThresholds: !form.allThresholds })}
              />
              Around every threshold
            </label>`
          : nothing
      }
    `;
  }

  /** Folded, because live formulas are what nearly everybody wants. */
  #drawWritten(form: TableForm, reading: ParsedForm): TemplateResult {
    return html`<details ?open=${form.form !== undefined}>
      <summary>Written as: ${FORM_NAMES[reading.form].toLowerCase()}</summary>
      ${drawSelect({
        id: "form",
        ...{ label: "Written as", isHeaded: true },
        chosen: reading.form,
        options: TABLE_FORMS.filter((one) => one !== "spill" || reading.canSpill).map((one) => ({
          value: one,
          name: FORM_NAMES[one],
          disabled: one === "cells" && reading.spilled && form.form !== "spill",
        })),
        note: formMeaning(reading.form),
        choose: (chosen) => {
          const form = TABLE_FORMS.find((known) => known === chosen);
          if (form) this.change({ form });
        },
      })}
    </details>`;
  }

  #drawSteps({ fields }: ParsedForm, place: "rows" | "columns"): TemplateResult {
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
          .label=${place === "rows" ? "Rows at most" : "Steps at most"}
          .field=${fields.rows}
          .type=${(rows: string) => this.change({ rows })}
        ></bandwise-field>
      </div>
    `;
  }

  #drawSelected({ selected }: TableForm, { selectedUsages }: ParsedForm): TemplateResult {
    if (!selected || !selectedUsages) return html``;
    return html`
      ${
        selectedUsages.ok
          ? html`<p class="wrap">${selectedSentence(selected, selectedUsages.value, this.currency)}</p>`
          : html`<div class="notice fault">
            ${faultIcon}
            <p class="wrap">${describeErrors(selectedUsages.errors, this.currency)}</p>
          </div>`
      }
    `;
  }

  #drawPlaces(form: TableForm, reading: ParsedForm): TemplateResult {
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
                @change=${() => this.change({ destination: kind, place: undefined })}
                @click=${() => kind === "selection" && this.choosePlace()}
              />
              ${kind === "selection" ? placeSentence(reading, form.place) : name}
            </label>
          `,
        )}
      </fieldset>
    `;
  }
}
