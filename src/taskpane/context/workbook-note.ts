import type { Currency } from "../../core/currency";
import type { ParsedDeal } from "../../deal/parse-deal";
import { readableReference } from "../../input/cells/cell-reference";
import { statedUsd } from "../../wording/format/approximate";
import { formatList, formatUsd } from "../../wording/format/format";
import { sheetOf } from "../../wording/messages/deal-messages";
import { describeFault } from "../../workbook/excel/outcome";
import type { DealState } from "./pane-state";

/**
 * What is shown, and what the deal in the workbook says meanwhile, so that an edit there is seen to count: "Showing scenario Hold.
 * The deal in the workbook, on Deal, says: commitment $480,000, usage $700,000."
 */
export function workbookNote(scenario: string, deal: DealState, currency: Currency): string {
  const showing = `Showing scenario ${scenario}.`;
  switch (deal.kind) {
    case "reading":
      return showing;
    case "none":
      return deal.gone === undefined
        ? showing
        : `${showing} The deal in the workbook is gone: its bands were in ${readableReference(deal.gone)}.`;
    case "refused":
      return `${showing} The deal in the workbook cannot be read: ${describeFault(deal.fault)}`;
    case "read":
      return `${showing} ${dealSays(deal.reading, currency)}`;
  }
}

function dealSays(reading: ParsedDeal, currency: Currency): string {
  const { commitmentUsd, usageUsd, forecast, forecastIsUsage, addresses, faults } = reading;
  const said = [
    ...(commitmentUsd === undefined ? [] : [`commitment ${statedUsd(commitmentUsd, currency)}`]),
    ...(usageUsd === undefined ? [] : [`usage ${statedUsd(usageUsd, currency)}`]),
    ...(!forecast || forecastIsUsage
      ? []
      : [`forecast mean ${formatUsd(forecast.meanUsd, currency)}`]),
    ...(faults.length === 0
      ? []
      : [`${formatList(faults.map(({ part }) => part))} cannot be read`]),
  ];
  const address = addresses?.Commitment ?? addresses?.Bands;
  const where = address ? `, on ${sheetOf(address)},` : "";
  return `The deal in the workbook${where} says: ${said.join(", ")}.`;
}
