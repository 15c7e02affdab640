import { toCents } from "../../core/money";
import type { DealReferences, InputKey } from "../../deal/deal-inputs";
import { type ChangedBand, stepsAmong, type TableAxis } from "./axis";
import { chooseThresholds, commitmentAxis, hasAsMany, spilledAxis } from "./commitment-axis";
import { followsThresholds, TABLE_FORMS, type TableContent } from "./content";
import { neighboursOf, positionSteps, tellingPositions } from "./default-steps";
import { fingerprint } from "./fingerprint";
import { fixedInputNames } from "./fixed-inputs";
import { isOfCertainYear, TABLE_MEASURES } from "./measures";
import type { TableDeal } from "./values";

/** What a table was made from, as plain data that a workbook keeps: enough to build it anew, and to see that it no longer fits. */
export interface TableDefinition
  extends Pick<TableContent, "measures" | "rows" | "columns" | "form" | "deal" | "distinction"> {
  /** Every threshold of the deal then, $0 included, ascending. */
  readonly thresholdsUsd: readonly number[];
  /** Tells one deal from another, for a table of plain values; null for one that follows the deal. */
  readonly print: string | null;
}

/** A deal as it is now. */
export interface PresentDeal {
  readonly references: DealReferences;
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

/** What is kept of a table. */
export function definitionOf(
  content: TableContent,
  thresholdsUsd: readonly number[],
): TableDefinition {
  const { measures, rows, columns, form, deal, inputs, distinction } = content;
  const print = form === "values" && inputs !== null ? printOf(inputs) : null;
  const kept = { measures, rows, columns, form, deal, thresholdsUsd, print };
  return distinction === undefined ? kept : { ...kept, distinction };
}

/** Whether what a workbook kept is a recipe of this version. */
export function isDefinition(value: unknown): value is TableDefinition {
  if (typeof value !== "object" || value === null) return false;
  const { measures, rows, columns, form, deal, thresholdsUsd } = value as Record<string, unknown>;
  return (
    Array.isArray(measures) &&
    measures.length > 0 &&
    measures.every((measure) => TABLE_MEASURES.some((known) => known === measure)) &&
    isAxis(rows) &&
    (columns === null || isAxis(columns)) &&
    TABLE_FORMS.some((known) => known === form) &&
    typeof (deal as { bands?: unknown } | null)?.bands === "string" &&
    Array.isArray(thresholdsUsd)
  );
}

function isAxis(value: unknown): boolean {
  return typeof value === "object" && value !== null && "kind" in value;
}

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
  const said = (reference: string | null): string => reference ?? `no ${moved}`;
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
function stands(
  values: readonly number[],
  band: ChangedBand,
  thresholdsUsd: readonly number[],
): boolean {
  const { aboveUsd, belowUsd } = neighboursOf(band, thresholdsUsd);
  return values.every((usd) => usd > aboveUsd && usd < belowUsd);
}

/**
 * The same table for the deal as it is now.
 *
 * A band is found by its threshold, else by its place among the bands. A position that no longer lies between its neighbours is
 * laid out anew.
 *
 * @returns What to write; null where a band that the table is about is gone, or no threshold is left.
 */
export function rebuilt(
  recipe: TableDefinition,
  present: PresentDeal,
  madeOn: string,
): TableContent | null {
  const rows = refitted(recipe.rows, recipe, present);
  const columns = recipe.columns && refitted(recipe.columns, recipe, present);
  if (rows === null || (columns === null && recipe.columns !== null)) return null;
  const { measures, form, distinction } = recipe;
  const { references: deal, inputs } = present;
  return {
    ...{ measures, form, rows, columns, deal, inputs, madeOn },
    ...(distinction !== undefined && { distinction }),
  };
}

function refitted(
  axis: TableAxis,
  { thresholdsUsd, form }: TableDefinition,
  { bands, inputs }: PresentDeal,
): TableAxis | null {
  const now = bands.map((band) => band.thresholdUsd);
  switch (axis.kind) {
    case "commitment": {
      if ((now.at(-1) ?? 0) === 0) return null;
      const { pointsBetween, amountsUsd } = axis;
      if (form === "spill") return spilledAxis(now, pointsBetween);
      const shown = amountsUsd.map(toCents);
      const isPart = thresholdsUsd.some((usd) => !shown.includes(toCents(usd)) && usd > 0);
      const around = isPart
        ? chooseThresholds(now, inputs.commitmentUsd || inputs.usageUsd).aroundUsd
        : undefined;
      return commitmentAxis(now, pointsBetween, around);
    }
    case "discount":
    case "threshold": {
      const cents = toCents(axis.band.thresholdUsd);
      const place = thresholdsUsd.findIndex((usd) => toCents(usd) === cents);
      const band = bands.find((one) => toCents(one.thresholdUsd) === cents) ?? bands[place];
      if (band === undefined || (axis.kind === "threshold" && band.thresholdUsd === 0)) return null;
      if (axis.kind === "discount" || stands(axis.values, band, now)) return { ...axis, band };
      const { from, to, count } = positionSteps(band, neighboursOf(band, now));
      const among = tellingPositions(band, inputs.commitmentUsd);
      return { ...axis, band, values: stepsAmong(from, to, count, among) };
    }
    default:
      return axis;
  }
}

/** Percentiles that tell one forecast from another. */
const ASKED = [0.05, 0.25, 0.5, 0.75, 0.95];

/** A short text that differs wherever a number that prices a deal does. */
export function printOf({ agreement, usageUsd, commitmentUsd, forecast }: TableDeal): string {
  const asked = [forecast.meanUsd, ...ASKED.map((share) => forecast.quantile(share))];
  return fingerprint(
    JSON.stringify([agreement.basis, agreement.bands, usageUsd, commitmentUsd, asked]),
  );
}
