import type { Currency } from "../../../core/currency";
import { readableReference } from "../../../input/cells/cell-reference";
import type { SheetStaleness } from "../../../sheets/sheet-staleness";
import type { StaleReason } from "../../../sheets/tables/staleness";
import { labelUsd } from "../../../wording/format/approximate";
import { formatList } from "../../../wording/format/format";

/** Why a table or a sheet no longer fits what it was made from, in one sentence. */
export function describeStaleness(
  misfit: StaleReason | SheetStaleness,
  currency: Currency,
): string {
  switch (misfit.kind) {
    case "references":
      return `It is made from ${readableReference(misfit.before)}; the deal is now read from ${readableReference(misfit.now)}.`;
    case "thresholds":
      return "The thresholds of the deal have changed since: its commitments are around the old ones.";
    case "thresholdCount":
      return "The deal has more or fewer thresholds than the table has room for.";
    case "band":
      return `The band from ${labelUsd(misfit.thresholdUsd, currency)} that it changes is not where it was.`;
    case "beyondNeighbours":
      return `It moves the threshold at ${labelUsd(misfit.thresholdUsd, currency)} past a neighbour, where there is no price.`;
    case "bandRoom":
      return "The deal has more bands than the sheet has room for.";
    case "curveRoom":
      return "The deal has more thresholds than the curve has rows for.";
    case "carried":
      return "The bands carry more or fewer columns than the sheet shows.";
    case "termShape":
      return "The deal has other years, payments, thresholds or terms than the sheet has cells for.";
    case "asks":
      return "The deal lacks other clauses or protections now than the sheet lists. What you typed stays when it is rebuilt.";
    case "position":
      return "What we would ask for or commit to has changed since, or the table of comparable deals.";
    case "assumed":
      return "The cells in which the sheet assumes something were laid out for the deal as it was.";
    case "scenarioGone":
      return `${formatList(misfit.names)} ${misfit.names.length > 1 ? "are" : "is"} no longer among the scenarios.`;
    case "scenarioAdded":
      return `${formatList(misfit.names)} ${misfit.names.length > 1 ? "are" : "is"} not on this sheet.`;
    case "scenarioReferences":
      return `${formatList(misfit.names)} ${misfit.names.length > 1 ? "take" : "takes"} other bands, terms or usage cells now.`;
    case "scenarioThresholds":
      return `The thresholds of ${formatList(misfit.names)} have changed since: the usages typed on this sheet are around the old ones.`;
    case "scenarioValues":
      return "The scenarios have changed since: these plain values are of them as they were.";
    case "bridged":
      return `${formatList(misfit.names)} ${misfit.names.length > 1 ? "are" : "is"} now read from other cells.`;
    case "values":
      return "The deal has changed since: these plain values are of the deal as it was.";
  }
}
