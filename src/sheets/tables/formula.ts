import type { DealReferences } from "../../deal/deal-inputs";
import {
  arrayOf,
  commit,
  excel,
  type Formula,
  type Operand,
  operation,
  quoted,
} from "../formulas/call";
import type { AxisKind, TableAxis, UsageRows } from "./axis";
import type { CellReferences } from "./measure-records";
import { roundGrid } from "./round-steps";

/** An input of the deal that a table shows above its headings, because it stands on none of its sides. */
export type HeldName = "usage" | "commitment" | "mean" | "discountBand" | "thresholdBand";

/** Addresses of what a cell is computed from: headings of the axes that there are, and inputs shown above. */
export type Addresses = Partial<Readonly<Record<AxisKind | HeldName, string>>>;

/** What stands in a formula for terms where there are none yet. */
const NO_TERMS = arrayOf([["Term", "Value"]]);

/** What one cell is computed from: the deal, with what is on an axis in its place. */
export function referencesOf(deal: DealReferences, at: Addresses): CellReferences {
  const bands = changedBands(deal.bands, at);
  const terms = changedTerms(deal.terms, at);
  return {
    usage: at.usage ?? deal.usage ?? "0",
    forecast: forecastOf(deal, at),
    commitment: at.commitment ?? deal.commitment ?? "0",
    agreement: terms === null ? [bands] : [bands, terms],
  };
}

/** The discount goes first: the band is still found by the threshold that it has in the deal. */
function changedBands(bands: Operand, at: Addresses): Operand {
  const withColumn = (table: Operand, band = "", column: string, value = ""): Formula =>
    commit("BANDS_WITH", table, band, quoted(column), value);
  const priced =
    at.discount === undefined ? bands : withColumn(bands, at.discountBand, "Discount", at.discount);
  return at.threshold === undefined
    ? priced
    : withColumn(priced, at.thresholdBand, "Threshold", at.threshold);
}

function changedTerms(terms: Operand | null, at: Addresses): Operand | null {
  const changes = [
    ["Overage premium", at.premium],
    ["Forfeited share", at.share],
  ] as const;
  return changes.reduce<Operand | null>(
    (changed, [term, value]) =>
      value === undefined
        ? changed
        : commit("TERMS_WITH", changed ?? NO_TERMS, quoted(term), value),
    terms,
  );
}

/** A spread makes a lognormal forecast around the mean of the deal's. */
function forecastOf(deal: DealReferences, at: Addresses): Operand {
  const places = [
    [1, 2],
    [3, 4],
  ];
  if (at.spread !== undefined)
    return excel("CHOOSE", arrayOf(places), quoted("Mean"), at.mean ?? "", quoted("CV"), at.spread);
  return deal.forecast ?? deal.usage ?? "0";
}

/** The one formula of a table that SENSITIVITY can say: usage by commitment. */
export function spilledFormula(
  { usages }: TableAxis & { readonly kind: "usage" },
  { pointsBetween }: TableAxis & { readonly kind: "commitment" },
  { bands, terms }: DealReferences,
  measure: string,
): Formula {
  const down = usages.kind === "range" ? usages.reference : stepsFormula(usages);
  const across = commit("THRESHOLD_AXIS", bands, pointsBetween);
  return commit("SENSITIVITY", down, across, bands, terms, quoted(measure));
}

/** The grid of round steps, with what would pass an end moved onto it. */
function stepsFormula({ fromUsd, toUsd, rows }: UsageRows & { readonly kind: "steps" }): Formula {
  const { start, step, count } = roundGrid(fromUsd, toUsd, rows);
  const even = excel("SEQUENCE", count, 1, start, step);
  const isAfter = start < fromUsd;
  const isBefore = start + (count - 1) * step > toUsd;
  const upToEnd = isBefore ? excel("IF", operation(even, ">", toUsd), toUsd, even) : even;
  return isAfter ? excel("IF", operation(even, "<", fromUsd), fromUsd, upToEnd) : upToEnd;
}
