import type { PricingError } from "../core/errors";
import { chain, failWith, type Result, succeed } from "../core/result";
import { DEFAULT_POLICIES, type Policies } from "../core/terms";
import { type PlannedDeal, withUsage } from "../input/term-deal-cells";
import { readTerms } from "../input/terms-cells";
import { parseTermDeal, type WrittenDeal } from "../term/deal";
import { yearsAlone } from "../term/headroom";
import { parsePlan } from "../term/plan";
import { renewedYearly } from "../term/renewal-cost";
import type { ParsedDeal } from "./parse-deal";
import { readSchedule, type ScheduleYear } from "./schedule-cells";

/** What is set of a term beside the cells of its deal. */
export interface TermSettings {
  readonly policies: Partial<Policies>;
  /** A commitment for each contract year; undefined is the deal's in every year. */
  readonly commitmentsUsd: readonly number[] | undefined;
}

/** A deal over several years, priced as TERM_COST, as PRICE_FALL_HEADROOM and as RENEWAL_COST price it. */
export interface TermOfDeal {
  readonly whole: PlannedDeal;
  /** Each year alone. */
  readonly alone: PlannedDeal;
  /** Renewed every year, where nothing says when it is renewed. */
  readonly renewed: PlannedDeal;
}

/** The policies that the cells of a deal write, and the defaults of all others. */
export function policiesOf({ cells }: Pick<ParsedDeal, "cells">): Policies {
  const terms = readTerms(cells.terms);
  return { ...DEFAULT_POLICIES, ...(terms.ok && terms.value) };
}

/** The years of the deal's schedule, none where it has none; or what is wrong with its cells. */
export function scheduleOf({ cells }: Pick<ParsedDeal, "cells">): Result<readonly ScheduleYear[]> {
  return cells.schedule ? readSchedule(cells.schedule) : succeed([]);
}

/** Whether a schedule gives something in a year at least. */
export function gives(schedule: readonly ScheduleYear[], what: keyof ScheduleYear): boolean {
  return schedule.some((year) => year[what] !== undefined);
}

/**
 * A deal over several years: its bands, its terms, its expected usage of a year, its schedule, and what is set beside them.
 *
 * Usage of a year is spread evenly over its periods. What the schedule gives goes before what is set; where it gives nothing, a
 * year is as without one.
 *
 * @returns Undefined while the deal itself cannot be read.
 */
export function termOfDeal(
  reading: ParsedDeal,
  settings: TermSettings,
): Result<TermOfDeal> | undefined {
  const { bands, commitmentUsd, forecast, agreement, cells } = reading;
  const terms = readTerms(cells.terms);
  if (!bands || !agreement || !forecast || commitmentUsd === undefined || !terms.ok)
    return undefined;
  return chain(termYears(reading, settings), ({ usagesUsd: path, commitmentsUsd, listIndex }) => {
    const deal = parseTermDeal({
      ...{ usages: path?.length ?? 1, commitmentsUsd, listIndex },
      ...{ bands, terms: { ...terms.value, ...settings.policies } },
    });
    return chain(deal, (parsed) => {
      const usagesUsd = path ?? [forecast.meanUsd / parsed.perYear];
      const planned = (made: typeof parsed): Result<PlannedDeal> =>
        chain(parsePlan(made), (plan) => withUsage(plan, usagesUsd));
      return chain(planned(parsed), (whole) =>
        chain(planned(yearsAlone(parsed)), (alone) =>
          chain(planned(renewedYearly(parsed)), (renewed) => succeed({ whole, alone, renewed })),
        ),
      );
    });
  });
}

/** Periods of a year of usage. */
export const PERIODS_A_YEAR: Readonly<Record<Policies["Period"], number>> = {
  ...{ year: 1, quarter: 4, month: 12 },
};

/** What differs from year to year. */
interface TermYears extends Pick<WrittenDeal, "commitmentsUsd" | "listIndex"> {
  /** Usage of each period; undefined where no year says its own. */
  readonly usagesUsd: readonly number[] | undefined;
}

/** The years of a deal, of its schedule and of what is set; or why the two, or the terms, do not go together. */
export function termYears(
  reading: Pick<ParsedDeal, "cells" | "commitmentUsd" | "forecast" | "loadFactor">,
  settings: TermSettings,
): Result<TermYears> {
  const { commitmentUsd = 0, forecast, loadFactor = 1 } = reading;
  const policies = { ...policiesOf(reading), ...settings.policies };
  return chain(scheduleOf(reading), (schedule) =>
    chain(yearsOf(schedule, { ...settings, policies }, commitmentUsd), (years) =>
      succeed({
        ...years,
        usagesUsd: gives(schedule, "usageUsd")
          ? usagePath(schedule, policies, forecast?.meanUsd ?? 0, loadFactor)
          : undefined,
      }),
    ),
  );
}

/** Commitments and list prices of the years, or why the schedule does not go with the terms and what is set. */
function yearsOf(
  schedule: readonly ScheduleYear[],
  { policies, commitmentsUsd: set }: TermSettings,
  commitmentUsd: number,
): Result<Pick<WrittenDeal, "commitmentsUsd" | "listIndex">> {
  const asSet = set ?? [commitmentUsd];
  const count = schedule.length;
  if (count === 0) return succeed({ commitmentsUsd: asSet, listIndex: undefined });
  const has = (what: keyof ScheduleYear): boolean => gives(schedule, what);
  const term = policies.Term ?? count;
  const errors: PricingError[] = [];
  const entries = (argument: string, given: number, expected: string): void => {
    errors.push({ kind: "entries", argument, entries: given, expected });
  };
  if (Math.ceil(term) !== count)
    entries("schedule", count, `${Math.ceil(term)}, a row a year of the term Term, ${term}`);
  if (!has("commitmentUsd") && asSet.length > 1 && asSet.length !== count)
    entries("commitment", asSet.length, `one amount, or ${count}, one a row of the schedule`);
  for (const [policy, what, heading] of REPLACED)
    if (has(what) && policies[policy])
      errors.push({ kind: "notTogether", given: [policy, `the ${heading} of the schedule`] });
  if (errors.length > 0) return failWith(errors);
  return succeed({
    commitmentsUsd: schedule.map(
      (year, index) =>
        year.commitmentUsd ??
        (has("commitmentUsd") ? commitmentUsd : (asSet[asSet.length > 1 ? index : 0] ?? 0)),
    ),
    listIndex: has("listIndex") ? schedule.map(({ listIndex = 1 }) => listIndex) : undefined,
  });
}

/** Policies that say for every year what a column of the schedule says for each. */
const REPLACED = [
  ["Usage growth", "usageUsd", "Usage"],
  ["List price change", "listIndex", "List index"],
] as const;

/** Usage of each period of a schedule. */
function usagePath(
  schedule: readonly ScheduleYear[],
  { Period: period, Term: term }: Policies,
  meanUsd: number,
  loadFactor: number,
): readonly number[] {
  const perYear = PERIODS_A_YEAR[period];
  const periods = Math.round((term ?? schedule.length) * perYear);
  return Array.from({ length: periods }, (_, at) => {
    const typedUsd = schedule[Math.floor(at / perYear)]?.usageUsd;
    return (typedUsd === undefined ? meanUsd : typedUsd * loadFactor) / perYear;
  });
}
