import { provenanceTexts, saysNothing } from "../../../analysis/commitment-position";
import type { Agreement } from "../../../core/agreement";
import type { BandTable } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { labelUsd } from "../../../wording/format/approximate";
import { formatExactPercent, formatExactUsd, formatList } from "../../../wording/format/format";
import { common, overageOf, unconfirmedBands, unusedWords } from "./offer-words";

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
