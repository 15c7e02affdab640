import { ask } from "./ask";
import type { Findings } from "./findings";
import { saysYearly } from "./points/amounts";
import type { Point } from "./points/point";

/** Under a heading of commitments that names no year, a term of several years makes one question of the column. */
export function askedAsTotal(
  points: readonly Point[],
  headings: readonly string[],
  termMonths: number | undefined,
  findings: Findings,
): readonly Point[] {
  const heading = headings.find((text) => /commit|\btotal\b|\bover the \w*\s?term\b/.test(text));
  const isYearly =
    heading === undefined || saysYearly(heading) || points.some(({ amount }) => amount?.isPerYear);
  const amount = points.find((point) => point.amount)?.amount;
  if (isYearly || termMonths === undefined || termMonths <= 12 || amount === undefined)
    return points;
  const yearly = Math.round((amount.usd / (termMonths / 12)) * 100) / 100;
  const first = points[0]?.span ?? amount.figure;
  const readings = [yearly, amount.usd].map((value) => ({
    value,
    says: value.toLocaleString("en-US"),
  }));
  ask(
    findings,
    "totalOrYearly",
    { start: first.start, end: points.at(-1)?.span.end ?? first.end },
    readings,
  );
  for (const point of points)
    findings.use(
      [point.amount?.figure, ...point.discounts.map(({ figure }) => figure)].flatMap(
        (figure) => figure ?? [],
      ),
    );
  return [];
}
