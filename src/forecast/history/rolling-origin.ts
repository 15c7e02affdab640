import { type HistoryMethod, type MonthlyUsage, monthsAhead, origins, sumOf } from "./methods";

/** What a method would have said of the next months at a moment of the past, and what they were, USD. */
export interface OriginTest {
  readonly forecastUsd: number;
  readonly actualUsd: number;
}

/** Forecasts of the next `months` months together from each length of history, beginning with `first` months; docs/pricing-model.md 18.7. */
export function testsOf(
  method: HistoryMethod,
  usagesUsd: MonthlyUsage,
  months: number,
  first: number,
): readonly OriginTest[] {
  return origins(first, usagesUsd.length - months).map((t) => ({
    forecastUsd: totalAhead(method, usagesUsd.slice(0, t), 0, months),
    actualUsd: sumOf(usagesUsd.slice(t, t + months)),
  }));
}

/** What a method forecasts for so many months together, after a gap; docs/pricing-model.md 18.9. */
export function totalAhead(
  method: HistoryMethod,
  usagesUsd: MonthlyUsage,
  gap: number,
  months: number,
): number {
  return sumOf(origins(gap + 1, gap + months).map(monthsAhead(method, usagesUsd)));
}

/** Mean of the absolute errors of tests, USD. */
export function meanAbsoluteError(tests: readonly OriginTest[]): number {
  return (
    sumOf(tests.map(({ forecastUsd, actualUsd }) => Math.abs(actualUsd - forecastUsd))) /
    tests.length
  );
}
