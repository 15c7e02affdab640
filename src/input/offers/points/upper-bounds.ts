import { ask, LEAVE_OUT, saysMoney } from "../ask";
import type { Findings } from "../findings";
import type { Point } from "./point";

/** A point whose threshold and discount are beyond question. */
export interface Step {
  readonly thresholdUsd: number;
  readonly highUsd?: number;
  readonly discountFraction: number;
  readonly point: Point;
}

/** Where lines name where their bands end, each discount begins where the line before ends. */
export function withUpperBounds(points: readonly Point[], findings: Findings): readonly Step[] {
  const isUpper = ({ amount }: Point): boolean => amount?.bound === "upTo";
  const uppers = points.filter(isUpper);
  const opens = points.findIndex((point) => !isUpper(point) && point.amount);
  const isLadder =
    uppers.length > 1 || (uppers.length === 1 && points.some(({ amount }) => amount === undefined));
  const lowest = points.reduce(
    (least, point) => (isUpper(point) ? least : Math.min(least, point.amount?.usd ?? least)),
    Number.POSITIVE_INFINITY,
  );
  const steps: Step[] = [];
  let end = 0;
  for (const [index, point] of points.entries()) {
    const { amount } = point;
    if (amount && point.discounts.length === 0) {
      if (isLadder) end = Math.max(end, amount.usd);
      continue;
    }
    const discountFraction = point.discounts[0]?.fraction ?? 0;
    const step = (thresholdUsd: number): void => {
      const { highUsd } = amount ?? {};
      steps.push({
        thresholdUsd,
        discountFraction,
        point,
        ...(highUsd !== undefined && { highUsd }),
      });
    };
    if (amount === undefined) {
      if (!isLadder && end === 0) findings.listed.add(point.span);
      else step(end);
      continue;
    }
    if (amount.bound !== "upTo") {
      step(amount.usd);
      end = amount.highUsd ?? 0;
      continue;
    }
    const next = points[index + 1]?.amount;
    const meets = next !== undefined && next.bound !== "upTo" && next.usd === amount.usd;
    const isBelowAll = discountFraction === 0 && amount.usd === lowest;
    if (
      isLadder ||
      isBelowAll ||
      (opens >= 0 && index === 0 && (discountFraction === 0 || meets))
    ) {
      if (amount.usd < end) findings.listed.add(point.span);
      else step(end);
      if (isLadder || discountFraction !== 0) findings.show("upperBounds", point.span);
      end = amount.usd;
      continue;
    }
    ask(findings, "notFirm", point.span, [
      { value: amount.usd, says: saysMoney(amount.usd) },
      LEAVE_OUT,
    ]);
  }
  return steps;
}
