import { toCents } from "../../core/money";
import type { DealCells, DealReferences, InputKey } from "../../deal/deal-inputs";
import type { ChangedBand, TableAxis } from "./axis";
import { hasAsMany } from "./commitment-axis";
import { followsThresholds } from "./content";
import { printOf } from "./deal-print";
import { neighboursOf } from "./default-steps";
import type { TableDefinition } from "./definition";
import { fixedInputNames } from "./fixed-inputs";
import { isOfCertainYear } from "./measures";
import type { TableDeal } from "./values";

/** A deal as it is now. */
export interface PresentDeal {
  readonly references: DealReferences;
  readonly addresses?: DealCells["addresses"];
  /** Every band that somebody wrote, ascending. */
  readonly bands: readonly ChangedBand[];
  readonly inputs: TableDeal;
}

/** Why a table does not fit the deal any more. */
export type StaleReason =
  | { readonly kind: "references"; readonly before: string; readonly now: string }
  | { readonly kind: "thresholds" | "thresholdCount" | "values" }
  | { readonly kind: "band"; readonly thresholdUsd: number }
  | { readonly kind: "beyondNeighbours"; readonly thresholdUsd: number };

/** Why a table does not fit the deal as it is now; null where it does. Formulas follow what changed without changing shape. */
export function staleReasonOf(recipe: TableDefinition, present: PresentDeal): StaleReason | null {
  const moved = movedReference(recipe, present.references);
  if (moved !== null) return moved;
  for (const axis of axesOf(recipe)) {
    const misfit = misfitOfAxis(axis, recipe, present);
    if (misfit !== null) return misfit;
  }
  return recipe.print === null || recipe.print === printOf(present.inputs)
    ? null
    : { kind: "values" };
}

function axesOf({ rows, columns }: TableDefinition): readonly TableAxis[] {
  return columns === null ? [rows] : [rows, columns];
}

/** The inputs of its deal that a table uses. */
function usedInputs(recipe: TableDefinition): readonly InputKey[] {
  const isCertain = isOfCertainYear(recipe.measures[0]);
  const held = fixedInputNames(recipe);
  return [
    ...(["bands", "terms"] as const),
    ...(held.includes("usage") ? (["usage"] as const) : []),
    ...(held.includes("commitment") ? (["commitment"] as const) : []),
    ...(isCertain ? [] : (["forecast"] as const)),
  ];
}

/** Whether a table is made from a deal: each reference that it uses is the deal's. */
export function isMadeFrom(recipe: TableDefinition, references: DealReferences): boolean {
  return movedReference(recipe, references) === null;
}

/** The first of the references that the table uses which is another one now. */
function movedReference(recipe: TableDefinition, now: DealReferences): StaleReason | null {
  const moved = usedInputs(recipe).find((part) => recipe.deal[part] !== now[part]);
  if (moved === undefined) return null;
  const said = (reference: string | null | undefined): string => reference ?? `no ${moved}`;
  return { kind: "references", before: said(recipe.deal[moved]), now: said(now[moved]) };
}

function misfitOfAxis(
  axis: TableAxis,
  { thresholdsUsd, form }: TableDefinition,
  { bands }: PresentDeal,
): StaleReason | null {
  const now = bands.map((band) => band.thresholdUsd);
  switch (axis.kind) {
    case "commitment": {
      // Headings that are formulas find the thresholds themselves; only how many there are decides how far they reach.
      const isLive = form === "spill" || followsThresholds(axis, form);
      const fits = isLive
        ? hasAsMany(thresholdsUsd, now, axis.pointsBetween)
        : isSame(now, thresholdsUsd);
      return fits ? null : { kind: isLive ? "thresholdCount" : "thresholds" };
    }
    case "discount":
    case "threshold": {
      const { thresholdUsd } = axis.band;
      const band = bands.find((one) => one.row === axis.band.row);
      if (!band || toCents(band.thresholdUsd) !== toCents(thresholdUsd))
        return { kind: "band", thresholdUsd };
      const isInside = axis.kind === "discount" || stands(axis.values, band, now);
      return isInside ? null : { kind: "beyondNeighbours", thresholdUsd };
    }
    default:
      return null;
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.map(toCents).join() === other.map(toCents).join();
}

/** Whether a threshold stays between its neighbours all along an axis. */
export function stands(
  values: readonly number[],
  band: ChangedBand,
  thresholdsUsd: readonly number[],
): boolean {
  const { aboveUsd, belowUsd } = neighboursOf(band, thresholdsUsd);
  return values.every((usd) => usd > aboveUsd && usd < belowUsd);
}
