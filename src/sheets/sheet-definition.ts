import type { Assumptions } from "../deal/assumptions";
import type { DealReferences } from "../deal/deal-inputs";
import type { TermSettings } from "../deal/term-of-deal";
import type { LoggedDeal } from "./log/logged-deal";

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

/** What a bridge between two offers was made from. */
export interface BridgeDefinition {
  readonly kind: "bridge";
  readonly form: SheetForm;
  readonly from: BridgedDefinition;
  readonly to: BridgedDefinition;
}

/** One of its offers: a scenario by its name, or null for the deal in the workbook; and the cells that formulas name. */
export interface BridgedDefinition {
  readonly scenario: string | null;
  readonly bands: string;
  readonly terms: string | null;
  /** Where it is not in the row of the scenario. */
  readonly commitment: string | null;
  readonly forecast: string | null;
  /** The table of what it says beside its prices; absent for none, and in sheets of former versions. */
  readonly alsoSaid?: string;
}

export type TermSheetKind = "term" | "burndown";

/** What a sheet of several years was made from. */
export interface TermDefinition {
  readonly kind: "term";
  readonly form: "live";
  readonly sheet: TermSheetKind;
  readonly references: DealReferences;
  /** What was set beside the cells of the deal. */
  readonly settings: TermSettings;
  /** Tells one layout from another: its references, how many years, periods and payments, and what was set. */
  readonly shape: string;
}

/** What a sheet of asks was made from. */
export interface AsksDefinition {
  readonly kind: "asks";
  readonly form: "live";
  readonly scenario: string | null;
  readonly references: DealReferences;
  /** The clauses and protections that the deal lacked, and the periods a year of its term. */
  readonly lacking: readonly string[];
  readonly perYear: number | null;
}

/** What a counter-offer was made from. */
export interface CounterOfferDefinition {
  readonly kind: "counterOffer";
  readonly form: "live";
  readonly scenario: string | null;
  readonly references: DealReferences;
  /** Tells one position from another: what is asked for, our bands and terms, and what it rests on. */
  readonly print: string;
}

/** What a sheet of seats and dates was made from. */
export interface SeatsDefinition {
  readonly kind: "seats";
  readonly form: "live";
  readonly scenario: string | null;
  readonly references: DealReferences;
}

/** What the log of the answer was last written from. */
export interface LogDefinition {
  readonly kind: "log";
  readonly form: "live";
  readonly begunOn: string;
  readonly last: LoggedDeal;
}

export type SheetDefinition =
  | DecisionDefinition
  | LogDefinition
  | ComparisonDefinition
  | AsksDefinition
  | CounterOfferDefinition
  | SeatsDefinition
  | TermDefinition
  | BridgeDefinition;

/** Whether what a workbook kept is a definition of this version. */
export function isSheetDefinition(value: unknown): value is SheetDefinition {
  if (typeof value !== "object" || value === null) return false;
  const {
    kind,
    form,
    references,
    supposed,
    room,
    compared,
    lacking,
    print,
    shape,
    from,
    to,
    last,
  } = value as Record<string, unknown>;
  if (form !== "live" && form !== "values") return false;
  if (kind === "log") {
    const { answers, inputs } = (last ?? {}) as Record<string, unknown>;
    return Array.isArray(answers) && Array.isArray(inputs);
  }
  if (kind === "term") return typeof shape === "string";
  if (kind === "comparison")
    return (
      Array.isArray(compared) &&
      compared.every(
        (one: { name?: unknown; thresholdsUsd?: unknown } | null) =>
          typeof one?.name === "string" && Array.isArray(one.thresholdsUsd),
      )
    );
  if (kind === "bridge")
    return [from, to].every(
      (end) => typeof (end as { bands?: unknown } | null)?.bands === "string",
    );
  if (typeof (references as { bands?: unknown } | null)?.bands !== "string") return false;
  if (kind === "seats") return true;
  if (kind === "asks") return Array.isArray(lacking);
  if (kind === "counterOffer") return typeof print === "string";
  return (
    kind === "decision" &&
    Array.isArray((supposed as { clauses?: unknown } | null)?.clauses) &&
    typeof (room as { curveRows?: unknown } | null)?.curveRows === "number"
  );
}
