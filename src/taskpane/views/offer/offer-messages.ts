import { bandProvenance } from "../../../analysis/band-provenance";
import { provenanceTexts, saysNothing } from "../../../analysis/commitment-position";
import type { Agreement, PricedBand } from "../../../core/agreement";
import type { Band, BandTable } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import { labelUsd } from "../../../wording/format/approximate";
import {
  formatCounted,
  formatExactPercent,
  formatExactUsd,
  formatList,
} from "../../../wording/format/format";
import { overageWords } from "../../../wording/messages/position-messages";

/** The offer as understood: "4 bands, overage at list, unused is lost". */
export function offerAnswer(bands: BandTable, agreement: Agreement): string {
  const written = writtenBands(bands);
  return [
    formatCounted(written.length, "band", "bands"),
    common(agreement, overageOf) ?? "overage differs by band",
    common(agreement, unusedWords) ?? "what is unused differs by band",
  ].join(", ");
}

/** Thresholds that are not confirmed, in words: "3 thresholds not confirmed"; empty where all are. */
export function unconfirmedWords(bands: BandTable): string {
  const count = unconfirmedBands(bands).length;
  return count === 0 ? "" : `${formatCounted(count, "threshold", "thresholds")} not confirmed`;
}

/** Names of thresholds in a sentence before the rest is counted. */
const MOST_NAMED = 4;

/** Which thresholds are not confirmed, in a sentence; empty where all are. */
export function unconfirmedSentence(bands: BandTable, currency: Currency): string {
  const found = unconfirmedBands(bands).map(({ thresholdUsd }) => labelUsd(thresholdUsd, currency));
  if (found.length === 0) return "";
  const named = found.slice(0, MOST_NAMED);
  const more = found.length - named.length;
  const list = more === 0 ? formatList(named) : `${named.join(", ")} and ${more} more`;
  return `Not confirmed, as their own columns say: ${list}.`;
}

function unconfirmedBands(bands: BandTable): readonly Band[] {
  return writtenBands(bands).filter(
    (band) => toCents(band.thresholdUsd) !== 0 && bandProvenance(band).isUnconfirmed,
  );
}

function writtenBands({ bands }: BandTable): readonly Band[] {
  return bands.filter(({ row }) => row !== undefined);
}

/** A band as the offer lists it. */
export interface OfferedBand {
  readonly threshold: string;
  readonly discount: string;
  /** Its name, its own terms and what its columns say but for where it comes from: "Rate lock: 12 months". */
  readonly carries: readonly string[];
}

/** The bands that were written, lowest first, each with what it carries; terms only where bands differ in them. */
export function offeredBands(
  bands: BandTable,
  agreement: Agreement | undefined,
  currency: Currency,
): readonly OfferedBand[] {
  const differing = [overageOf, unusedWords].filter(
    (words) => agreement && common(agreement, words) === undefined,
  );
  return bands.bands.flatMap((band, index) => {
    if (band.row === undefined) return [];
    const priced = agreement?.bands[index];
    const provenance = provenanceTexts(band);
    const { thresholdUsd, discountFraction, name, texts } = band;
    return [
      {
        threshold: formatExactUsd(thresholdUsd, currency),
        discount: formatExactPercent(discountFraction),
        carries: [
          ...(name === "" ? [] : [name]),
          ...(priced ? differing.map((words) => words(priced)) : []),
          ...texts
            .filter((said) => !provenance.includes(said) && !saysNothing(said.text))
            .map(({ heading, text }) => `${heading}: ${text}`),
        ],
      },
    ];
  });
}

/** Words that all bands share; undefined where they differ. */
function common({ bands }: Agreement, words: (band: PricedBand) => string): string | undefined {
  const [first, ...others] = new Set(bands.map(words));
  return others.length === 0 ? first : undefined;
}

function overageOf(band: PricedBand): string {
  return `overage ${overageWords(band)}`;
}

function unusedWords({ forfeitedFraction }: PricedBand): string {
  if (forfeitedFraction === 1) return "unused is lost";
  if (forfeitedFraction === 0) return "unused comes back";
  return `${formatExactPercent(forfeitedFraction)} of unused is lost`;
}
