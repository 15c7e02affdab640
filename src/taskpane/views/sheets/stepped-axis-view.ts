import "../../kit/text-field";
import { html, nothing, type TemplateResult } from "lit";
import type { Currency } from "../../../core/currency";
import { drawSelect } from "../../kit/select-field";
import type { SteppedReading, SteppedText } from "./stepped-axis";
import { axisMeaning, bandChoice } from "./table-form-messages";

const FIELDS = [
  { name: "from", label: "From" },
  { name: "to", label: "To" },
  { name: "count", label: "Steps at most" },
] as const;

/** What can be said of an axis in even steps: the band it changes, from, to, and how many. */
export function drawSteppedAxis(
  { kind, bands, band, fields, hint }: SteppedReading,
  change: (change: SteppedText) => void,
  currency: Currency,
): TemplateResult {
  return html`
    <p class="quiet">${axisMeaning(kind)}</p>
    ${
      bands.length > 0
        ? drawSelect({
            id: `${kind}-band`,
            label: kind === "discount" ? "Band" : "Threshold",
            chosen: String(band?.row ?? ""),
            options: bands.map((one) => ({
              value: String(one.row),
              name: bandChoice(one, currency),
            })),
            note: hint,
            // What was typed was about another band.
            choose: (row) => change({ bandRow: Number(row), from: undefined, to: undefined }),
          })
        : nothing
    }
    <div class="pair">
      ${FIELDS.map(
        ({ name, label }) => html`<bandwise-field
          .label=${label}
          .field=${fields[name]}
          .type=${(text: string) => change({ [name]: text })}
        ></bandwise-field>`,
      )}
    </div>
  `;
}
