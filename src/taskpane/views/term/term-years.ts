import { html, nothing, type TemplateResult } from "lit";
import type { Currency } from "../../../core/currency";
import { SCHEDULE_COLUMNS, type ScheduleYear } from "../../../deal/schedule-cells";
import { readableReference } from "../../../input/cells/cell-reference";
import { formatUsd } from "../../../wording/format/format";
import { drawTable } from "./draw-table";
import type { TermReading } from "./term-reading";

/** The years that the sheet says, with the way to them; nothing where the deal has no schedule. */
export function drawSchedule(
  { reading, schedule }: TermReading,
  currency: Currency,
  goTo: (address: string) => void,
): TemplateResult | typeof nothing {
  const address = reading.addresses?.Schedule;
  if (schedule.length === 0) return nothing;
  const columns = SCHEDULE_COLUMNS.filter(([, what]) =>
    schedule.some((year) => year[what] !== undefined),
  );
  return html`<div class="lines">
    <p class="wrap">The years come from the sheet, ${readableReference(reading.references.schedule ?? "")}. Change them there.</p>
    ${drawTable(
      ["Year", ...columns.map(([heading]) => heading)],
      schedule.map((year, index) => [
        String(index + 1),
        ...columns.map(([, what]) => cellText(year, what, currency)),
      ]),
    )}
    ${
      address
        ? html`<fluent-button size="small" @click=${() => goTo(address)}>Go to ${readableReference(address)}</fluent-button>`
        : nothing
    }
  </div>`;
}

function cellText(year: ScheduleYear, what: keyof ScheduleYear, currency: Currency): string {
  const value = year[what];
  if (value === undefined) return "as without";
  return what === "listIndex" ? String(Number(value.toFixed(4))) : formatUsd(value, currency);
}
