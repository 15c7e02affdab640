import { writtenThresholds } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { formatShortUsd, toCents } from "../../../core/money";
import type { ParsedScenario } from "../../../deal/parse-scenario";
import { readableReference } from "../../../input/cells/cell-reference";
import { type StaleReason, staleReasonOf } from "../../../sheets/tables/definition";
import { presentDeal } from "../../../sheets/tables/inputs";
import { formatList } from "../../../wording/format/format";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import type { DealState } from "../../context/pane-state";

/** Why a table that was built earlier no longer fits the deal, in one sentence; undefined where it does, or nobody can tell. */
export function describeStaleness(
  { recipe }: WrittenTable,
  deal: DealState,
  currency: Currency,
): string | undefined {
  const present = deal.kind === "read" ? presentDeal(deal.reading) : undefined;
  if (recipe === undefined || present === undefined) return undefined;
  const misfit = staleReasonOf(recipe, present);
  return misfit === null ? undefined : wordsOf(misfit, currency);
}

/**
 * Why amounts that were typed on a sheet no longer fit, in one sentence; undefined where they do, or nobody can tell.
 *
 * A scenario is compared with itself, and the deal in the workbook with itself, whichever of them the pane shows.
 */
export function typedAmountsSentence(
  { typedAround = [] }: WrittenTable,
  workbookDeal: DealState,
  scenarios: readonly ParsedScenario[],
): string | undefined {
  const moved = typedAround.filter(({ scenario, thresholdsUsd }) => {
    const bands =
      scenario === null
        ? workbookDeal.kind === "read" && workbookDeal.reading.bands
        : scenarios.find(({ name }) => name === scenario)?.reading.bands;
    return bands && !sameAmounts(writtenThresholds(bands), thresholdsUsd);
  });
  if (moved.length === 0) return undefined;
  const whose = formatList(moved.map(({ scenario }) => scenario ?? "the deal"));
  return `The thresholds of ${whose} have changed since: the amounts typed on this sheet are around the old ones. Remove it and build it again.`;
}

function sameAmounts(one: readonly number[], other: readonly number[]): boolean {
  return one.map(toCents).join() === other.map(toCents).join();
}

function wordsOf(misfit: StaleReason, currency: Currency): string {
  switch (misfit.kind) {
    case "references":
      return `It is made from ${readableReference(misfit.before)}; the deal is now read from ${readableReference(misfit.now)}.`;
    case "thresholds":
      return "The thresholds of the deal have changed since: its commitments are around the old ones.";
    case "thresholdCount":
      return "The deal has more or fewer thresholds than the table has room for.";
    case "band":
      return `The band from ${formatShortUsd(misfit.thresholdUsd, currency)} that it changes is not where it was.`;
    case "beyondNeighbours":
      return `It moves the threshold at ${formatShortUsd(misfit.thresholdUsd, currency)} past a neighbour, where there is no price.`;
    case "values":
      return "The deal has changed since: these plain values are of the deal as it was.";
  }
}
