import { toCents } from "../../core/money";
import type { HistoryForecast, TestedMethod } from "./forecast-from-history";
import { canBeTested, type HistoryMethod, sumOf, testedMonths } from "./methods";
import { LEAST_CV } from "./spread";

/** How far a method missed in its tests. */
export interface Miss {
  readonly method: HistoryMethod;
  /** Sum of the absolute errors over the sum of what was used; undefined where nothing was used. */
  readonly missFraction: number | undefined;
}

/** What the tests on a history show, and no more: the facts for a sentence. */
export interface TrackRecord {
  readonly tests: number;
  /** Months that each test added up. */
  readonly testedMonths: number;
  readonly chosen: Miss;
  /** The simplest methods that took part and were not chosen, to compare with. */
  readonly others: readonly Miss[];
  /** Where usage was in every test, against the forecast; undefined where it was on both sides. */
  readonly usageAlways: "above" | "below" | undefined;
  /** Months of history from which seasons can be tested, where this one is too short. */
  readonly seasonsFrom: number | undefined;
  /** Whether the tests alone would have given a smaller CV than the least. */
  readonly isLeastCv: boolean;
}

const COMPARED: readonly HistoryMethod[] = ["last value", "seasonal"];

export function trackRecord({
  chosen,
  tested,
  testedMonths,
  cv,
  monthsUsd,
}: HistoryForecast): TrackRecord {
  const canTestSeasons = tested.some(({ method }) => method === "seasonal");
  return {
    tests: chosen.tests.length,
    testedMonths,
    chosen: missOf(chosen),
    others: tested.filter((one) => one !== chosen && COMPARED.includes(one.method)).map(missOf),
    usageAlways: sideOf(chosen),
    seasonsFrom: canTestSeasons ? undefined : monthsToSeasons(monthsUsd.length),
    isLeastCv: cv === LEAST_CV,
  };
}

/** Months of history from which seasons can be tested, for a forecast of so many months. */
function monthsToSeasons(forecastMonths: number): number {
  const history: number[] = [];
  while (!canBeTested("seasonal", history, testedMonths(history.length, forecastMonths)))
    history.push(0);
  return history.length;
}

function missOf({ method, tests, meanAbsoluteErrorUsd }: TestedMethod): Miss {
  const usedUsd = sumOf(tests.map(({ actualUsd }) => actualUsd));
  return {
    method,
    missFraction: usedUsd > 0 ? (meanAbsoluteErrorUsd * tests.length) / usedUsd : undefined,
  };
}

function sideOf({ tests }: TestedMethod): TrackRecord["usageAlways"] {
  const sides = new Set(
    tests.map(({ forecastUsd, actualUsd }) => Math.sign(toCents(actualUsd) - toCents(forecastUsd))),
  );
  if (sides.size > 1) return undefined;
  return sides.has(1) ? "above" : sides.has(-1) ? "below" : undefined;
}

/** Likely usage of a year where the history is too short to test a forecast: twelve times its latest month. */
export function likelyYearUsd(usagesUsd: readonly number[]): number {
  return 12 * (usagesUsd.at(-1) ?? 0);
}
