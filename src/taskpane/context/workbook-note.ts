import type { Currency } from "../../core/currency";
import { readableReference } from "../../input/cells/cell-reference";
import { formatExactUsd, formatList, formatUsd } from "../../wording/format/format";
import { sheetOf } from "../../wording/messages/deal-messages";
import type { DealState } from "./pane-state";

/**
 * What is shown, and what the deal in the workbook says meanwhile, so that an edit there is seen to count: "Showing scenario Hold.
 * The deal in the workbook, on Deal, says: commitment $480,000, usage $700,000."
 */
export function workbookNote(scenario: string, deal: DealState, currency: Currency): string {
  const showing = `Showing scenario ${scenario}.`;
  if (deal.kind === "none" && deal.gone !== undefined)
    return `${showing} The deal in the workbook is gone: its bands were in ${readableReference(deal.gone)}.`;
  if (deal.kind !== "read") return showing;
  const { commitmentUsd, usageUsd, forecast, forecastIsUsage, addresses, faults } = deal.reading;
  const said = [
    ...(commitmentUsd === undefined
      ? []
      : [`commitment ${formatExactUsd(commitmentUsd, currency)}`]),
    ...(usageUsd === undefined ? [] : [`usage ${formatExactUsd(usageUsd, currency)}`]),
    ...(!forecast || forecastIsUsage
      ? []
      : [`forecast mean ${formatUsd(forecast.meanUsd, currency)}`]),
    ...(faults.length === 0
      ? []
      : [`${formatList(faults.map(({ part }) => part))} cannot be read`]),
  ];
  const address = addresses?.Commitment ?? addresses?.Bands;
  const where = address ? `, on ${sheetOf(address)},` : "";
  return `${showing} The deal in the workbook${where} says: ${said.join(", ")}.`;
}
