import type { PricedBand } from "../../core/agreement";
import { type Band, bandAt } from "../../core/bands";
import type { ParsedDeal } from "../../deal/parse-deal";
import { readTerms } from "../../input/terms-cells";
import { formatExactPercent } from "../format/format";
import { forfeitureWords } from "./terms-words";

type Offer = Pick<ParsedDeal, "bands" | "agreement" | "cells">;

/** What of unused commitment an offer rolls over: "50% of unused rolls over"; "" where it rolls nothing over. */
export function rolloverWords({ bands, agreement, cells }: Offer): string {
  const shareOf = rolloverShares(cells);
  const written = bands?.bands.filter(({ row }) => row !== undefined) ?? [];
  const [share = 0, ...others] = new Set(written.map(shareOf));
  if (others.length > 0) return "what of unused rolls over differs by band";
  if (share === 0) return "";
  if (agreement?.bands.some(({ forfeitedFraction }) => forfeitedFraction < 1))
    return "a part of unused comes back, a part rolls over";
  return share === 1 ? "unused rolls over" : `${formatExactPercent(share)} of unused rolls over`;
}

/** That the answer counts none of it; "" where nothing rolls over. */
export function rolloverNote(deal: Offer): string {
  return rolloverWords(deal) === ""
    ? ""
    : "Priced as one year alone: what rolls over into the next counts under Term.";
}

/** What becomes of commitment that was not used: "forfeited", "returned", "rolls over", "50% rolls over". */
export function unusedWords(
  terms: Pick<PricedBand, "forfeitedFraction">,
  rolloverShare: number,
): string {
  if (rolloverShare === 0) return forfeitureWords(terms);
  if (terms.forfeitedFraction < 1) return "a part comes back, a part rolls over";
  return rolloverShare === 1 ? "rolls over" : `${formatExactPercent(rolloverShare)} rolls over`;
}

/** The same of each band of an offer. */
export function unusedWordsOf({
  bands,
  cells,
}: Pick<Offer, "bands" | "cells">): (band: PricedBand) => string {
  const shareOf = rolloverShares(cells);
  return (band) => unusedWords(band, shareOf(bands && bandAt(band.thresholdUsd, bands)));
}

/** The part that rolls over in a band: its own, else that of the terms. */
function rolloverShares(cells: Offer["cells"]): (band?: Band) => number {
  const terms = readTerms(cells.terms);
  const agreed = (terms.ok && terms.value["Rollover share"]) || 0;
  return (band) => band?.terms["Rollover share"] ?? agreed;
}
