import type { Assumptions } from "../deal/assumptions";
import type { DealReferences } from "../deal/deal-inputs";

/** How a sheet is written: as formulas that follow the deal, or as their values at the time of making. */
export type SheetForm = "live" | "values";

/** What the pane says of a sheet of values once it is there. */
export const PLAIN_VALUES = "Its numbers are plain values, as they are now.";

/** What a decision sheet was made from, as plain data that a workbook keeps. */
export interface DecisionDefinition {
  readonly kind: "decision";
  readonly form: SheetForm;
  /** The scenario by its name; null is the deal in the workbook. */
  readonly scenario: string | null;
  readonly references: DealReferences;
  readonly supposed: Assumptions;
  /** What its layout has room for, and how many columns the bands carried. */
  readonly room: DecisionRoom;
  /** Tells one layout of the assumed cells from another; null where nothing is assumed. */
  readonly assumed: string | null;
  /** Tells one deal from another; null for a sheet that follows the deal. */
  readonly print: string | null;
}

/** Room of a decision sheet for thresholds: each has up to three rows of the curve. */
export interface DecisionRoom {
  readonly bands: number;
  readonly curveRows: number;
  readonly curveToUsd: number;
  readonly carried: number;
}

/** What a comparison sheet was made from. */
export interface ComparisonDefinition {
  readonly kind: "comparison";
  readonly form: SheetForm;
  readonly compared: readonly ComparedDefinition[];
  readonly print: string | null;
}

/** A scenario of a comparison: its name and the cells that it took from elsewhere. */
export interface ComparedDefinition {
  readonly name: string;
  readonly bands: string;
  readonly terms: string | null;
  readonly usageCells: string | null;
  readonly thresholdsUsd: readonly number[];
}

export type SheetDefinition = DecisionDefinition | ComparisonDefinition;

/** Whether what a workbook kept is a definition of this version. */
export function isSheetDefinition(value: unknown): value is SheetDefinition {
  if (typeof value !== "object" || value === null) return false;
  const { kind, form, references, supposed, room, compared } = value as Record<string, unknown>;
  if (form !== "live" && form !== "values") return false;
  if (kind === "comparison")
    return (
      Array.isArray(compared) &&
      compared.every(
        (one: { name?: unknown; thresholdsUsd?: unknown } | null) =>
          typeof one?.name === "string" && Array.isArray(one.thresholdsUsd),
      )
    );
  return (
    kind === "decision" &&
    typeof (references as { bands?: unknown } | null)?.bands === "string" &&
    Array.isArray((supposed as { clauses?: unknown } | null)?.clauses) &&
    typeof (room as { curveRows?: unknown } | null)?.curveRows === "number"
  );
}
