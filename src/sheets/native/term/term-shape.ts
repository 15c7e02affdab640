import type { Policies } from "../../../core/terms";
import { type CommitmentTest, isCurved, type Plan } from "../../../term/plan";
import type { TermWithoutFormula } from "../not-native";

/** Consecutive periods of a year that belong to one test, counted from 0, up to before `to`. */
export interface Stretch extends CommitmentTest {
  readonly year: number;
}

/**
 * What a term looks like: how many rows there are, and which of them belong together. The workings are made for it, and refuse
 * when the words that decide it change.
 */
export interface TermShape {
  readonly periods: number;
  readonly perYear: number;
  readonly years: number;
  /** Periods of each year. */
  readonly lengths: readonly number[];
  readonly yearOf: readonly number[];
  /** First and last year of each year's contract term. */
  readonly contractTerms: readonly { readonly first: number; readonly last: number }[];
  readonly tests: readonly CommitmentTest[];
  readonly stretches: readonly Stretch[];
  /** Whether unused commitment of a test may be used later. */
  readonly rollsOver: boolean;
  /** The words that decide all this, as they were read. */
  readonly policies: Policies;
}

export function shapeOf(plan: Plan): TermShape {
  const { years, tests, policies, perYear, listIndex } = plan;
  const periods = listIndex.length;
  const yearOf = listIndex.map((_, period) => Math.floor(period / perYear));
  const contractTerms = years.map(({ contractTerm }) => ({
    first: years.findIndex((year) => year.contractTerm === contractTerm),
    last: years.findLastIndex((year) => year.contractTerm === contractTerm),
  }));
  const stretches = tests.flatMap(({ from, to }) =>
    years.flatMap((_, year): readonly Stretch[] => {
      const first = Math.max(from, year * perYear);
      const end = Math.min(to, (year + 1) * perYear, periods);
      return first < end ? [{ from: first, to: end, year }] : [];
    }),
  );
  return {
    ...{ periods, perYear, yearOf, contractTerms, tests, stretches, policies },
    years: years.length,
    rollsOver: rollsOver(plan),
    lengths: years.map((year) => year.periods),
  };
}

/** Tests that workings follow where unused commitment rolls over: each takes two columns of the periods. */
const MOST_TESTS = 12;

/** What a plan does that the steps of a term do not follow, if it does. */
export function termWithoutFormula(plan: Plan): TermWithoutFormula | undefined {
  if (liveYears(plan).some(({ band }) => isCurved(band))) return "overageOfTheYear";
  return rollsOver(plan) && plan.tests.length > MOST_TESTS ? "manyTests" : undefined;
}

function rollsOver(plan: Plan): boolean {
  return liveYears(plan).some(({ band }) => band["Rollover share"] > 0);
}

function liveYears({ years }: Plan) {
  return years.filter(({ isOnDemand }) => !isOnDemand);
}
