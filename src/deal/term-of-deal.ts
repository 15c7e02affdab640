import { chain, type Result, succeed } from "../core/result";
import { DEFAULT_POLICIES, type Policies } from "../core/terms";
import { type PlannedDeal, withUsage } from "../input/term-deal-cells";
import { readTerms } from "../input/terms-cells";
import { parseTermDeal } from "../term/deal";
import { yearsAlone } from "../term/headroom";
import { parsePlan } from "../term/plan";
import { renewedYearly } from "../term/renewal-cost";
import type { ParsedDeal } from "./parse-deal";

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
export function policiesOf({ cells }: ParsedDeal): Policies {
  const terms = readTerms(cells.terms);
  return { ...DEFAULT_POLICIES, ...(terms.ok && terms.value) };
}

/**
 * A deal over several years: its bands, its terms, its expected usage of a year, and what is set beside them.
 *
 * Usage of a year is spread evenly over its periods.
 *
 * @returns Undefined while the deal itself cannot be read.
 */
export function termOfDeal(
  { bands, commitmentUsd, forecast, agreement, cells }: ParsedDeal,
  settings: TermSettings,
): Result<TermOfDeal> | undefined {
  const terms = readTerms(cells.terms);
  if (!bands || !agreement || !forecast || commitmentUsd === undefined || !terms.ok)
    return undefined;
  const deal = parseTermDeal({
    usages: 1,
    commitmentsUsd: settings.commitmentsUsd ?? [commitmentUsd],
    bands,
    terms: { ...terms.value, ...settings.policies },
    listIndex: undefined,
  });
  return chain(deal, (parsed) => {
    const usagesUsd = [forecast.meanUsd / parsed.perYear];
    const planned = (made: typeof parsed): Result<PlannedDeal> =>
      chain(parsePlan(made), (plan) => withUsage(plan, usagesUsd));
    return chain(planned(parsed), (whole) =>
      chain(planned(yearsAlone(parsed)), (alone) =>
        chain(planned(renewedYearly(parsed)), (renewed) => succeed({ whole, alone, renewed })),
      ),
    );
  });
}
