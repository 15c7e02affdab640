import type { Band } from "../../core/bands";
import type { Currency } from "../../core/currency";
import { formatShortUsd } from "../../core/money";
import type { CommitmentAxis } from "./commitment-axis";
import { roundSteps } from "./round-steps";

/** Usages: round steps, as many as `rows` at most, or given amounts that stand in a range of the workbook. */
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
  | CommitmentAxis
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
  return roundSteps(rows.fromUsd, rows.toUsd, rows.rows);
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

/** Round steps, as many as asked for at most; values that must not be missed are put among them. */
export function stepsAmong(
  from: number,
  to: number,
  most: number,
  among: readonly number[] = [],
): readonly number[] {
  const inside = among.filter((value) => value > from && value < to);
  return [...new Set([...roundSteps(from, to, most), ...inside])].sort((a, b) => a - b);
}

/** How an axis is called: in a list, in the corner of a table, and before one of its values. */
interface AxisLook {
  readonly name: string;
  readonly corner: string;
  readonly value: string;
  readonly isMoney: boolean;
}

export const AXIS_LOOKS: Readonly<Record<AxisKind, AxisLook>> = {
  usage: { name: "Usage at list prices", corner: "Usage", value: "Usage", isMoney: true },
  commitment: {
    name: "Commitment, around the thresholds",
    ...{ corner: "Commitment", value: "Commitment", isMoney: true },
  },
  discount: {
    name: "Discount of a band",
    ...{ corner: "Discount", value: "Discount", isMoney: false },
  },
  threshold: {
    name: "Position of a threshold",
    ...{ corner: "Threshold", value: "Threshold", isMoney: true },
  },
  premium: {
    name: "Overage premium",
    ...{ corner: "Overage premium", value: "Premium", isMoney: false },
  },
  share: {
    name: "Forfeited share",
    ...{ corner: "Forfeited share", value: "Forfeited", isMoney: false },
  },
  spread: {
    name: "Spread of the forecast",
    ...{ corner: "Spread (CV)", value: "CV", isMoney: false },
  },
};

export function isMoney(kind: AxisKind): boolean {
  return AXIS_LOOKS[kind].isMoney;
}

export function cornerWord({ kind }: TableAxis): string {
  return AXIS_LOOKS[kind].corner;
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
