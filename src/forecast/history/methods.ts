import { dampedTrend } from "./damped-trend";

/** Ways to forecast months from months, simplest first: of equals the first is chosen. */
export const HISTORY_METHODS = [
  "last value",
  "recent average",
  "drift",
  "damped trend",
  "seasonal",
  "seasonal growth",
] as const;
export type HistoryMethod = (typeof HISTORY_METHODS)[number];

/** Usage of each month at list, USD, oldest first. */
export type MonthlyUsage = readonly number[];

/** Usage of the h-th month after a history, USD; h from 1. */
export type MonthAhead = (h: number) => number;

interface Method {
  /** Months of history without which it cannot forecast. */
  readonly needs: number;
  /** Tests on the history without which it takes no part. */
  readonly leastTests: number;
  readonly from: (usagesUsd: MonthlyUsage) => MonthAhead;
}

/** docs/pricing-model.md 18.1 to 18.6. */
const METHODS: Readonly<Record<HistoryMethod, Method>> = {
  "last value": { needs: 1, leastTests: 3, from: (y) => () => last(y) },
  "recent average": { needs: 3, leastTests: 3, from: (y) => () => sumOf(y.slice(-3)) / 3 },
  drift: {
    needs: 3,
    leastTests: 3,
    from: (y) => (h) => last(y) + (h * (last(y) - (y[0] ?? 0))) / (y.length - 1),
  },
  "damped trend": { needs: 6, leastTests: 3, from: dampedTrend },
  seasonal: { needs: 12, leastTests: 6, from: (y) => (h) => sameMonth(y, h) },
  "seasonal growth": {
    needs: 24,
    leastTests: 6,
    from: (y) => (h) => sameMonth(y, h) * yearlyGrowth(y, y.length) ** yearsBack(h),
  },
};

/** The months that a method forecasts after a history that is long enough for it; no month is below 0. */
export function monthsAhead(method: HistoryMethod, usagesUsd: MonthlyUsage): MonthAhead {
  const ahead = METHODS[method].from(usagesUsd);
  return (h) => {
    const usageUsd = ahead(h);
    return usageUsd > 0 ? usageUsd : 0;
  };
}

/** Months of history that a method needs for its first forecast. */
export function monthsNeeded(method: HistoryMethod): number {
  return METHODS[method].needs;
}

/** Months that one test adds up: the longest that leave enough tests, and no more than are forecast. */
export function testedMonths(historyMonths: number, forecastMonths: number): number {
  return Math.min(forecastMonths, historyMonths < 12 ? 1 : historyMonths < 24 ? 3 : 6);
}

/** Whether a method can be tested often enough on a history, each test being the sum of so many months. */
export function canBeTested(
  method: HistoryMethod,
  usagesUsd: MonthlyUsage,
  testedMonths: number,
): boolean {
  const { needs, leastTests } = METHODS[method];
  const n = usagesUsd.length;
  if (n - testedMonths - needs + 1 < leastTests) return false;
  // Growth from a year without usage is not defined.
  return method !== "seasonal growth" || origins(needs, n).every((t) => hasGrowth(usagesUsd, t));
}

/** Lengths of history, from the first to the last. */
export function origins(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function hasGrowth(y: MonthlyUsage, t: number): boolean {
  return Number.isFinite(yearlyGrowth(y, t) ** 2);
}

/** The last twelve of the first t months over the twelve before. */
function yearlyGrowth(y: MonthlyUsage, t: number): number {
  return sumOf(y.slice(t - 12, t)) / sumOf(y.slice(t - 24, t - 12));
}

function yearsBack(h: number): number {
  return Math.ceil(h / 12);
}

function sameMonth(y: MonthlyUsage, h: number): number {
  return y[y.length - 1 + h - 12 * yearsBack(h)] ?? 0;
}

function last(y: MonthlyUsage): number {
  return y.at(-1) ?? 0;
}
