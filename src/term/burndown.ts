import { type BandTable, bandAt } from "../core/bands";
import { monthsLater } from "../core/calendar";
import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import type { Basis } from "../core/terms";
import { sumOfPeriods } from "./ledger";
import { NO_DATE, type TableRow } from "./schedule";

/** A commitment in the middle of its months. */
export interface Burndown {
  /** List usage of each month past. */
  readonly usagesUsd: readonly number[];
  readonly commitmentUsd: number;
  readonly months: number;
  readonly bands: BandTable;
  readonly basis: Basis;
  /** Excel's date of its start, or null. */
  readonly start: number | null;
}

const NOT_USED_UP = new NoAnswer({ kind: "notUsedUp" });

/** Where the commitment ends at several paces (docs/pricing-model.md 23.7 to 23.9). */
export function burndown(given: Burndown): Answer<readonly TableRow[]> {
  const { usagesUsd, commitmentUsd, months, bands, basis, start } = given;
  if (toCents(commitmentUsd) === 0)
    return new NoAnswer({ kind: "noCommitment", ratio: "burndown" });
  const rate =
    basis === "net" ? 1 - bandAt((commitmentUsd * 12) / months, bands).discountFraction : 1;
  const drawnUsd = usagesUsd.map((usd) => rate * usd);
  const elapsed = drawnUsd.length;
  let usedUsd = 0;
  let past: number | undefined;
  for (const [month, usd] of drawnUsd.entries()) {
    if (past === undefined && toCents(usedUsd + usd) >= toCents(commitmentUsd))
      past = month + (usd > 0 ? Math.min(1, (commitmentUsd - usedUsd) / usd) : 0);
    usedUsd += usd;
  }
  const on = (after: Answer<number>): Answer<number> => {
    if (start === null) return NO_DATE;
    if (after instanceof NoAnswer) return after;
    const whole = Math.floor(after);
    const [from, to] = [monthsLater(start, whole), monthsLater(start, whole + 1)];
    // A month that ends on a whole day may be a rounding short of it.
    return from + Math.floor((after - whole) * (to - from) + 1e-6);
  };
  const line = (name: string, paceUsd: number, endUsd: number, after: Answer<number>): TableRow => [
    name,
    paceUsd,
    endUsd,
    endUsd / commitmentUsd,
    Math.max(0, commitmentUsd - endUsd),
    Math.max(0, endUsd - commitmentUsd),
    after,
    on(after),
  ];
  const at = (name: string, paceUsd: number): TableRow => {
    const endUsd = usedUsd + paceUsd * (months - elapsed);
    const isUsedUp = paceUsd > 0 && toCents(endUsd) >= toCents(commitmentUsd);
    const after = isUsedUp
      ? Math.min(months, elapsed + (commitmentUsd - usedUsd) / paceUsd)
      : NOT_USED_UP;
    return line(name, paceUsd, endUsd, past ?? after);
  };
  const without = (name: string, kind: "fewMonths" | "nothingLeft"): TableRow => {
    const none = new NoAnswer({ kind });
    return [name, none, none, none, none, none, none, none];
  };
  return [
    [
      "Pace",
      "A month",
      "Used at the end",
      "Share of commitment",
      "Shortfall",
      "Overage",
      "Exhausted after",
      "Exhausted on",
    ],
    line("So far", usedUsd / elapsed, usedUsd, past ?? NOT_USED_UP),
    at("All months", usedUsd / elapsed),
    ...[3, 6, 12].map((count) =>
      elapsed < count
        ? without(`Last ${count} months`, "fewMonths")
        : at(`Last ${count} months`, sumOfPeriods(drawnUsd, elapsed - count) / count),
    ),
    months > elapsed && toCents(usedUsd) < toCents(commitmentUsd)
      ? line("Required", (commitmentUsd - usedUsd) / (months - elapsed), commitmentUsd, months)
      : without("Required", "nothingLeft"),
  ];
}
