import { bandProvenance } from "../../../analysis/band-provenance";
import type { PricedBand } from "../../../core/agreement";
import { toCents } from "../../../core/money";
import { formatCounted, formatExactPercent } from "../../../wording/format/format";
import { overageWords } from "../../../wording/messages/position-messages";
import type { PaneState } from "../../context/pane-state";
import { faultLineOf } from "../../context/row-faults";
import type { RowLine } from "../../context/view";

/** "4 bands, overage at list, unused is lost; 3 thresholds not confirmed", or what stops the answer. */
export function line({ deal }: PaneState): RowLine {
  if (deal.kind !== "read") return { text: "Bands and terms as understood", mark: "done" };
  const { bands, agreement } = deal.reading;
  const fault = faultLineOf(deal.reading, ["Bands", "Terms"]);
  if (fault) return fault;
  if (!bands || !agreement) return { text: "Say where the bands are", mark: "need" };
  const unconfirmed = bands.bands.filter(
    (band) => toCents(band.thresholdUsd) > 0 && bandProvenance(band).isUnconfirmed,
  ).length;
  const terms = [
    formatCounted(bands.bands.length, "band", "bands"),
    commonTerm(agreement.bands, (band) => `overage ${overageWords(band)}`, "overage by band"),
    commonTerm(agreement.bands, unusedWords, "unused by band"),
  ].join(", ");
  if (unconfirmed === 0) return { text: terms, mark: "done" };
  const open = formatCounted(unconfirmed, "threshold", "thresholds");
  return { text: `${terms}; ${open} not confirmed`, mark: "look" };
}

/** A term that all bands share, in words. */
function commonTerm(
  bands: readonly PricedBand[],
  words: (band: PricedBand) => string,
  otherwise: string,
): string {
  const [first = otherwise, ...others] = new Set(bands.map(words));
  return others.length === 0 ? first : otherwise;
}

function unusedWords({ forfeitedFraction }: PricedBand): string {
  if (forfeitedFraction === 1) return "unused is lost";
  if (forfeitedFraction === 0) return "unused comes back";
  return `${formatExactPercent(forfeitedFraction)} of unused is lost`;
}
