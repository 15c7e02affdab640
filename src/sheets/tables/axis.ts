import type { Band } from "../../core/bands";
import type { Currency } from "../../core/currency";
import { formatShortUsd } from "../../core/money";

/** Usages: even steps, or given amounts that stand in a range of the workbook. */
export type UsageRows =
  | {
      readonly kind: "steps";
      readonly fromUsd: number;
      readonly toUsd: number;
      readonly rows: number;
    }
  | { readonly kind: "range"; readonly reference: string; readonly usagesUsd: readonly number[] };

/** What can change along the side or the top of a table. */
export const AXIS_KINDS = [
  "usage",
  "commitment",
  "discount",
  "threshold",
  "premium",
  "share",
  "spread",
] as const;
export type AxisKind = (typeof AXIS_KINDS)[number];

/** A band that an axis changes, by its row in the range of bands, from 1, and by its threshold now. */
export interface ChangedBand extends Pick<Band, "cell"> {
  readonly row: number;
  readonly thresholdUsd: number;
}

/** What changes along one side of a table, and through which values. What is on no axis is as the deal has it. */
export type TableAxis =
  | { readonly kind: "usage"; readonly usages: UsageRows }
  | {
      readonly kind: "commitment";
      /** Ascending. */
      readonly amountsUsd: readonly number[];
      /** Even points between thresholds, which the spilled form asks for anew. */
      readonly pointsBetween: number;
    }
  | {
      /** The discount of a band, or where it starts. */
      readonly kind: "discount" | "threshold";
      readonly band: ChangedBand;
      readonly values: readonly number[];
    }
  | {
      /** Of the agreement: bands that carry their own premium or share keep it. The spread is a lognormal forecast's CV. */
      readonly kind: "premium" | "share" | "spread";
      readonly values: readonly number[];
    };

/** Usages, USD, first to last. */
export function usagesOf(rows: UsageRows): readonly number[] {
  if (rows.kind === "range") return rows.usagesUsd;
  return evenSteps(rows.fromUsd, rows.toUsd, rows.rows);
}

/** Values of an axis in its order: amounts in USD, the rest as fractions. */
export function valuesOf(axis: TableAxis): readonly number[] {
  switch (axis.kind) {
    case "usage":
      return usagesOf(axis.usages);
    case "commitment":
      return axis.amountsUsd;
    default:
      return axis.values;
  }
}

/** Evenly from one value to another, both included. */
export function evenSteps(from: number, to: number, count: number): readonly number[] {
  if (count === 1) return [from];
  const step = (to - from) / (count - 1);
  return Array.from({ length: count }, (_, index) => from + step * index);
}

/** The same for values that people would write with few digits; those that must not be missed are put among them. */
export function writtenSteps(
  from: number,
  to: number,
  count: number,
  among: readonly number[] = [],
): readonly number[] {
  const steps = evenSteps(from, to, count).map((value) => Number(value.toPrecision(12)));
  const inside = among.filter((value) => value > from && value < to);
  return [...new Set([...steps, ...inside])].sort((a, b) => a - b);
}

export function isMoney(kind: AxisKind): boolean {
  return kind === "usage" || kind === "commitment" || kind === "threshold";
}

/** An axis as the corner of a table calls it. */
const CORNER_WORDS: Readonly<Record<AxisKind, string>> = {
  usage: "Usage",
  commitment: "Commitment",
  discount: "Discount",
  threshold: "Threshold",
  premium: "Overage premium",
  share: "Forfeited share",
  spread: "Spread (CV)",
};

export function cornerWord({ kind }: TableAxis): string {
  return CORNER_WORDS[kind];
}

/** An axis within a sentence: "usage", "discount from $500k". */
export function axisWords(axis: TableAxis, currency: Currency): string {
  switch (axis.kind) {
    case "usage":
    case "commitment":
      return axis.kind;
    case "discount":
      return `discount from ${formatShortUsd(axis.band.thresholdUsd, currency)}`;
    case "threshold":
      return `position of the threshold at ${formatShortUsd(axis.band.thresholdUsd, currency)}`;
    case "premium":
      return "overage premium";
    case "share":
      return "forfeited share";
    case "spread":
      return "spread of the forecast";
  }
}
