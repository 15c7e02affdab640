import { LARGEST_AMOUNT_USD } from "../../core/money";
import { NoAnswer } from "../../core/no-answer";
import type { Answer } from "../../core/result";
import {
  canBeTested,
  HISTORY_METHODS,
  type HistoryMethod,
  type MonthlyUsage,
  monthsAhead,
  monthsNeeded,
  origins,
  testedMonths,
} from "./methods";
import { meanAbsoluteError, type OriginTest, testsOf, totalAhead } from "./rolling-origin";
import { coefficientOfVariation } from "./spread";

/** Complete months without which no method can be tested. */
export const LEAST_HISTORY = 6;

/** A CV above this is refused in a forecast. */
const LARGEST_CV = 10;

/** Mean absolute errors that differ by less than this part, or this many USD, are equal. */
const EQUAL = 1e-9;

/** What to forecast: so many months, after a gap from the last month of the history. */
export interface TermAhead {
  readonly months: number;
  readonly gap: number;
  /** Undefined: the one that forecast the history best. */
  readonly method: HistoryMethod | undefined;
}

/** How a method did on the history, and what it says of the term. */
export interface TestedMethod {
  readonly method: HistoryMethod;
  /** On the months on which all methods were tested. */
  readonly tests: readonly OriginTest[];
  readonly meanAbsoluteErrorUsd: number;
  readonly totalUsd: Answer<number>;
  readonly cv: Answer<number>;
}

export interface HistoryForecast {
  readonly chosen: TestedMethod;
  /** All that took part, simplest first. */
  readonly tested: readonly TestedMethod[];
  /** Months that each test adds up. */
  readonly testedMonths: number;
  readonly meanUsd: number;
  readonly cv: number;
  /** Usage of each month of the term. */
  readonly monthsUsd: readonly number[];
}

/**
 * Forecast of a term from monthly usage: of six methods the one that forecast this history best (docs/pricing-model.md 18.1 to 18.10).
 *
 * @param usagesUsd Usage of consecutive months at list, USD, oldest first.
 * @returns None below six months, for a method that cannot be tested on this history, without usage ahead, for a CV above 10, and
 *   for usage that no cell holds to the cent.
 */
export function forecastFromHistory(
  usagesUsd: MonthlyUsage,
  term: TermAhead,
): Answer<HistoryForecast> {
  const historyMonths = usagesUsd.length;
  if (historyMonths < LEAST_HISTORY)
    return new NoAnswer({
      kind: "tooLittleHistory",
      months: historyMonths,
      needed: LEAST_HISTORY,
    });
  const k = testedMonths(historyMonths, term.months);
  const methods = HISTORY_METHODS.filter((method) => canBeTested(method, usagesUsd, k));
  // All are compared on the same months, so the one that needs most history sets the first.
  const first = Math.max(...methods.map(monthsNeeded));
  const tested = methods.map((method) => testedOn(usagesUsd, method, term, k, first));
  const chosen = term.method
    ? tested.find(({ method }) => method === term.method)
    : leastError(tested);
  if (!chosen)
    return new NoAnswer({
      kind: "untestedMethod",
      method: term.method ?? "auto",
      months: historyMonths,
      testable: methods,
    });
  const { method, totalUsd, cv } = chosen;
  if (totalUsd instanceof NoAnswer) return totalUsd;
  if (cv instanceof NoAnswer) return cv;
  if (cv > LARGEST_CV) return new NoAnswer({ kind: "erraticHistory", cv });
  const monthsUsd = origins(term.gap + 1, term.gap + term.months).map(
    monthsAhead(method, usagesUsd),
  );
  return { chosen, tested, testedMonths: k, meanUsd: totalUsd, cv, monthsUsd };
}

function testedOn(
  usagesUsd: MonthlyUsage,
  method: HistoryMethod,
  { gap, months }: TermAhead,
  k: number,
  first: number,
): TestedMethod {
  const needs = monthsNeeded(method);
  const all = testsOf(method, usagesUsd, k, needs);
  const tests = all.slice(first - needs);
  const totalUsd = totalAhead(method, usagesUsd, gap, months);
  const cv = coefficientOfVariation(all, k, gap, months);
  const none = new NoAnswer({ kind: "noUsageAhead", method });
  return {
    method,
    tests,
    meanAbsoluteErrorUsd: meanAbsoluteError(tests),
    totalUsd: totalUsd > LARGEST_AMOUNT_USD ? new NoAnswer({ kind: "forecastTooLarge" }) : totalUsd,
    cv: totalUsd === 0 || cv === undefined ? none : cv,
  };
}

function leastError(tested: readonly TestedMethod[]): TestedMethod | undefined {
  const least = Math.min(...tested.map(({ meanAbsoluteErrorUsd }) => meanAbsoluteErrorUsd));
  return tested.find(
    ({ meanAbsoluteErrorUsd }) => meanAbsoluteErrorUsd <= least * (1 + EQUAL) + EQUAL,
  );
}
