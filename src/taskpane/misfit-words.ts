import { formatShortUsd } from "../core/money";
import { type Misfit, misfitOf } from "../sensitivity/table-recipe";
import type { WrittenTable } from "../workbook/table";
import { readableReference } from "./deal-words";
import type { DealState } from "./pane-state";
import { presentDeal } from "./table-inputs";

/** Why a table that was built earlier no longer fits the deal, in one sentence; undefined where it does, or nobody can tell. */
export function misfitSentence({ recipe }: WrittenTable, deal: DealState): string | undefined {
  const present = deal.kind === "read" ? presentDeal(deal.reading) : undefined;
  if (recipe === undefined || present === undefined) return undefined;
  const misfit = misfitOf(recipe, present);
  return misfit === null ? undefined : wordsOf(misfit);
}

function wordsOf(misfit: Misfit): string {
  switch (misfit.kind) {
    case "references":
      return `It is made from ${readableReference(misfit.before)}; the deal is now read from ${readableReference(misfit.now)}.`;
    case "thresholds":
      return "The thresholds of the deal have changed since: its commitments are around the old ones.";
    case "band":
      return `The band from ${formatShortUsd(misfit.thresholdUsd)} that it changes is not where it was.`;
    case "beyondNeighbours":
      return `It moves the threshold at ${formatShortUsd(misfit.thresholdUsd)} past a neighbour, where there is no price.`;
    case "values":
      return "The deal has changed since: these plain values are of the deal as it was.";
  }
}
