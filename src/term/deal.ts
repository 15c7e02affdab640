import { type PricedBand, parseAgreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import type { PricingError } from "../core/errors";
import { failWith, type Result, succeed } from "../core/result";
import { type Basis, DEFAULT_POLICIES, type Policies, type Terms } from "../core/terms";

/** A band with every term and policy settled: its own where it has one, else the agreement's. */
export interface TermBand extends PricedBand, Policies {}

/** A deal over several years as written: one usage, or one for each period; one commitment, or one for each year. */
export interface WrittenDeal {
  /** How many usages there are. Their amounts change no plan. */
  readonly usages: number;
  readonly commitmentsUsd: readonly number[];
  readonly bands: BandTable;
  readonly terms: Terms;
  readonly listIndex: readonly number[] | undefined;
}

/** A deal over several years whose lengths agree: one commitment for each contract year, one list index for each period. */
export interface TermDeal {
  readonly basis: Basis;
  readonly bands: readonly TermBand[];
  readonly policies: Policies;
  readonly commitmentsUsd: readonly number[];
  readonly listIndex: readonly number[];
  readonly perYear: number;
}

const PERIODS_A_YEAR = { year: 1, quarter: 4, month: 12 } as const;
const MOST_YEARS = 10;
/** The last day that Excel knows. */
const LAST_DAY = 2_958_465;

/** Joins what was written into a deal whose lengths agree (docs/pricing-model.md 20.1, 20.2); or says which do not. */
export function parseTermDeal(written: WrittenDeal): Result<TermDeal> {
  const { usages, commitmentsUsd, terms, listIndex } = written;
  const agreed = parseAgreement(written.bands, terms);
  if (!agreed.ok) return agreed;
  const policies = { ...DEFAULT_POLICIES, ...terms };
  const { Period: period, Term: term } = policies;
  const perYear = PERIODS_A_YEAR[period];
  const periods =
    term === null
      ? usages > 1
        ? usages
        : perYear * commitmentsUsd.length
      : Math.round(term * perYear);
  const years = Math.ceil(periods / perYear);

  const errors: PricingError[] = [];
  const refuse = (argument: string, entries: number, expected: string): void => {
    errors.push({ kind: "entries", argument, entries, expected });
  };
  const ofTerms = (field: string, given: number | string, expected: string): void => {
    errors.push({
      kind: "numberOutOfRange",
      place: { argument: "terms", field },
      given,
      expected,
    });
  };
  const each = (count: number, what: string) =>
    `${count > 1 ? `one number, or ${count}` : "1"}, one a ${what}`;
  if (term !== null) {
    if (periods === 0 || Math.abs(term * perYear - periods) > 1e-6)
      ofTerms(
        "Term",
        term,
        perYear > 1
          ? `whole ${period}s, such as ${Math.ceil(term * perYear)}/${perYear}`
          : "whole years, or a shorter Period such as month",
      );
  } else if (years > MOST_YEARS) {
    const months = period === "year" ? "; for months add the term Period, month" : "";
    if (usages > 1)
      refuse("usage", usages, `at most ${MOST_YEARS * perYear}, one a ${period}${months}`);
    else refuse("commitment", years, `at most ${MOST_YEARS}, one a contract year`);
  } else if (periods % perYear > 0) {
    refuse(
      "usage",
      usages,
      `one a ${period} of whole years, or the term Term, ${periods / perYear}`,
    );
  }
  if (errors.length > 0) return failWith(errors);

  const has = (given: number, wanted: number): boolean => given === 1 || given === wanted;
  if (!has(usages, periods)) refuse("usage", usages, each(periods, period));
  if (!has(commitmentsUsd.length, years))
    refuse("commitment", commitmentsUsd.length, each(years, "contract year"));
  if (policies["Usage growth"] !== 0 && usages > 1)
    errors.push({ kind: "notTogether", given: ["Usage growth", `usage of each ${period}`] });
  const change = policies["List price change"];
  const indexes = listIndex?.length ?? years;
  if (indexes !== periods && indexes !== years)
    refuse(
      "list_index",
      indexes,
      `${periods === years ? "" : `${periods}, one a ${period}, or `}${years}, one a year`,
    );
  if (listIndex && change !== 0)
    errors.push({ kind: "notTogether", given: ["List price change", "list_index"] });
  const start = policies["Start date"];
  if (start !== null && start > LAST_DAY - Math.ceil((periods * 366) / perYear))
    ofTerms("Start date", "too late", "a date from which the term ends before the year 10000");
  if (errors.length > 0) return failWith(errors);

  return succeed({
    basis: terms.basis,
    bands: agreed.value.bands.map((band, position) => ({
      ...policies,
      ...written.bands.bands[position]?.terms,
      ...band,
    })),
    policies,
    commitmentsUsd: Array.from(
      { length: years },
      (_, year) => commitmentsUsd[commitmentsUsd.length > 1 ? year : 0] ?? 0,
    ),
    listIndex: Array.from({ length: periods }, (_, at) => {
      const year = Math.floor(at / perYear);
      return listIndex ? (listIndex[indexes === periods ? at : year] ?? 1) : (1 + change) ** year;
    }),
    perYear,
  });
}
