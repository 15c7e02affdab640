import { bandProvenance } from "../../../analysis/band-provenance";
import type { Agreement, PricedBand } from "../../../core/agreement";
import type { Band, BandTable } from "../../../core/bands";
import { toCents } from "../../../core/money";
import { formatCounted, formatExactPercent } from "../../../wording/format/format";
import { overageWords } from "../../../wording/messages/terms-words";

/**
 * The offer as understood: "4 bands, overage at list, unused is lost".
 *
 * @param unused What becomes of unused commitment, where more is known of it than the agreement says.
 */
export function offerAnswer(
  bands: BandTable,
  agreement: Agreement,
  unused: string = common(agreement, unusedWords) ?? "what is unused differs by band",
): string {
  const written = writtenBands(bands);
  return [
    formatCounted(written.length, "band", "bands"),
    common(agreement, overageOf) ?? "overage differs by band",
    unused,
  ].join(", ");
}

/** Thresholds that are not confirmed, in words: "3 thresholds not confirmed"; empty where all are. */
export function unconfirmedWords(bands: BandTable): string {
  const count = unconfirmedBands(bands).length;
  return count === 0 ? "" : `${formatCounted(count, "threshold", "thresholds")} not confirmed`;
}

export function unconfirmedBands(bands: BandTable): readonly Band[] {
  return writtenBands(bands).filter(
    (band) => toCents(band.thresholdUsd) !== 0 && bandProvenance(band).isUnconfirmed,
  );
}

export function writtenBands({ bands }: BandTable): readonly Band[] {
  return bands.filter(({ row }) => row !== undefined);
}

/** Words that all bands share; undefined where they differ. */
export function common(
  { bands }: Agreement,
  words: (band: PricedBand) => string,
): string | undefined {
  const [first, ...others] = new Set(bands.map(words));
  return others.length === 0 ? first : undefined;
}

export function overageOf(band: PricedBand): string {
  return `overage ${overageWords(band)}`;
}

export function unusedWords({ forfeitedFraction }: PricedBand): string {
  if (forfeitedFraction === 1) return "unused is lost";
  if (forfeitedFraction === 0) return "unused comes back";
  return `${formatExactPercent(forfeitedFraction)} of unused is lost`;
}
