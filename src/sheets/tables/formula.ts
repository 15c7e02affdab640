import type { DealReferences } from "../../deal/deal-inputs";
import type { AxisKind, TableAxis } from "./axis";
import type { CellReferences } from "./table-measure";

/** An input of the deal that a table shows above its headings, because it stands on none of its sides. */
export type HeldName = "usage" | "commitment" | "mean" | "discountBand" | "thresholdBand";

/** Addresses of what a cell is computed from: headings of the axes that there are, and inputs shown above. */
export type Addresses = Partial<Readonly<Record<AxisKind | HeldName, string>>>;

/** What stands in a formula for terms where there are none yet. */
const NO_TERMS = '{"Term","Value"}';

/** What one cell is computed from: the deal, with what is on an axis in its place. */
export function referencesOf(deal: DealReferences, at: Addresses): CellReferences {
  const bands = changedBands(deal.bands, at);
  const terms = changedTerms(deal.terms, at);
  return {
    usage: at.usage ?? deal.usage ?? "0",
    forecast: forecastOf(deal, at),
    commitment: at.commitment ?? deal.commitment ?? "0",
    agreement: terms === null ? bands : `${bands},${terms}`,
  };
}

/** The discount goes first: the band is still found by the threshold that it has in the deal. */
function changedBands(bands: string, at: Addresses): string {
  const priced =
    at.discount === undefined
      ? bands
      : `COMMIT.BANDS_WITH(${bands},${at.discountBand},"Discount",${at.discount})`;
  if (at.threshold === undefined) return priced;
  return `COMMIT.BANDS_WITH(${priced},${at.thresholdBand},"Threshold",${at.threshold})`;
}

function changedTerms(terms: string | null, at: Addresses): string | null {
  const changes = [
    ["Overage premium", at.premium],
    ["Forfeited share", at.share],
  ] as const;
  return changes.reduce<string | null>(
    (changed, [term, value]) =>
      value === undefined
        ? changed
        : `COMMIT.TERMS_WITH(${changed ?? NO_TERMS},"${term}",${value})`,
    terms,
  );
}

/** A spread makes a lognormal forecast around the mean of the deal's. */
function forecastOf(deal: DealReferences, at: Addresses): string {
  if (at.spread !== undefined) return `CHOOSE({1,2;3,4},"Mean",${at.mean},"CV",${at.spread})`;
  return deal.forecast ?? deal.usage ?? "0";
}

/** The one formula of a table that SENSITIVITY can say: usage by commitment. */
export function spilledFormula(
  usage: TableAxis & { readonly kind: "usage" },
  { pointsBetween }: TableAxis & { readonly kind: "commitment" },
  { bands, terms }: DealReferences,
  measure: string,
): string {
  const { usages } = usage;
  const down =
    usages.kind === "range"
      ? usages.reference
      : `SEQUENCE(${usages.rows},1,${usages.fromUsd},${usages.rows > 1 ? (usages.toUsd - usages.fromUsd) / (usages.rows - 1) : 0})`;
  return `=COMMIT.SENSITIVITY(${down},COMMIT.THRESHOLD_AXIS(${bands},${pointsBetween}),${bands},${terms ?? ""},"${measure}")`;
}
