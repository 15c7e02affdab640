import type { BandTable } from "../../core/bands";
import { NoAnswer } from "../../core/no-answer";
import type { Answer } from "../../core/result";
import type { PlannedDeal } from "../../input/term-deal-cells";
import { burndown } from "../../term/burndown";
import { type Ledger, ledger, pathPrice, sumOfPeriods } from "../../term/ledger";
import type { CommitmentTest, Plan } from "../../term/plan";
import type { TableRow } from "../../term/schedule";

/** How a test of the commitment ends. Amounts of `unusedUsd`, `rolledUsd` and `usedUsd` are commitment dollars, the others money. */
export interface TestEnd {
  /** What its usage draws, overage included. */
  readonly usedUsd: number;
  readonly unusedUsd: number;
  readonly rolledUsd: number;
  /** Lost for good, credits that expire included. */
  readonly forfeitedUsd: number;
  readonly returnedUsd: number;
  readonly overagePaidUsd: number;
}

/** What the ratios of a test are made of: money, and `drawnUsd` to `commitmentUsd` in commitment dollars. */
export interface Indicators {
  readonly commitmentUsd: number;
  readonly commitmentUsedUsd: number;
  /** Drawn from the commitment and from credits. */
  readonly coveredUsd: number;
  readonly drawnUsd: number;
  readonly atListUsd: number;
  /** The same usage at the contracted price. */
  readonly contractUsd: number;
  readonly costUsd: number;
}

/** A commitment under way, by the months of its term that are past. */
export interface TermTracking {
  readonly basis: Plan["basis"];
  /** The months over which the commitment is tested, in months of the term, from 0. */
  readonly test: CommitmentTest;
  /** Its first contract year, from 1. */
  readonly year: number;
  readonly months: number;
  /** How many of its months are past. */
  readonly elapsed: number;
  /** List usage of those months. */
  readonly usagesUsd: readonly number[];
  /** What usage draws: the commitment of the test, and credits where they are used first. Commitment dollars. */
  readonly toUseUsd: number;
  readonly openingCreditUsd: number;
  /** What each month past draws, commitment dollars. */
  readonly drawnUsd: readonly number[];
  /** What is drawn over even use so far: 1 fills the commitment. */
  readonly paceIndex: number;
  /** List usage that the deal expected of the months past. */
  readonly expectedUsd: number;
  /** Rows of BURNDOWN below its headings. */
  readonly paces: readonly TableRow[];
  /** At the mean pace of the months past, and with the rest as the deal expects it. */
  readonly atPace: TestEnd;
  readonly asExpected: TestEnd;
  /** Of the whole test, at the mean pace. */
  readonly indicators: Indicators;
}

/** What a deal under way is tracked from. */
export interface TrackedTerm {
  /** The term by months, at its expected usage. */
  readonly planned: PlannedDeal;
  /** List usage of the months past, at list prices of their day; at least one, and no more than the term has. */
  readonly monthsUsd: readonly number[];
  readonly bands: BandTable;
}

/**
 * A deal under way: the test of its commitment that the last month past is in, what its months draw, and how it ends.
 *
 * The ledger prices it as it prices the term, so that price paths, uplifts and rollover count (docs/pricing-model.md 20.10 to
 * 20.16); paces are those of BURNDOWN in commitment dollars (23.7 to 23.9).
 */
export function trackTerm({ planned, monthsUsd, bands }: TrackedTerm): Answer<TermTracking> {
  const { plan, usageUsd } = planned;
  const past = monthsUsd.length;
  const test = plan.tests.find(({ to }) => past <= to);
  const first = test && plan.yearOf[test.from];
  if (!test || !first || first.isOnDemand)
    return new NoAnswer({ kind: "noCommitment", ratio: "burndown" });
  const { from, to } = test;
  const atSigning = (usd: number, month: number): number => usd / (plan.listIndex[month] ?? 1);
  const usageWith = (rest: (month: number) => number): readonly number[] =>
    usageUsd.map((expected, month) => {
      const usd = monthsUsd[month];
      if (usd !== undefined) return atSigning(usd, month);
      return month < to ? rest(month) : expected;
    });
  const asExpected = ledger(
    plan,
    usageWith((month) => usageUsd[month] ?? 0),
  );
  const drawnUsd = monthsUsd
    .slice(from)
    .map((usd, index) => atSigning(usd, from + index) * drawOf(plan, from + index));
  const elapsed = past - from;
  const paceUsd = sumOfPeriods(drawnUsd) / elapsed;
  const atPace = ledger(
    plan,
    usageWith((month) => paceUsd / drawOf(plan, month)),
  );
  const openingCreditUsd = atPace.openingCreditUsd[from] ?? 0;
  const commitmentUsd = sumOfPeriods(atPace.commitmentUsd, from, to);
  const isCreditFirst = first.band["Rollover order"] === "rollover first";
  const toUseUsd = commitmentUsd + (isCreditFirst ? openingCreditUsd : 0);
  const months = to - from;
  const start = plan.policies["Start date"];
  const paces = burndown({
    ...{ usagesUsd: drawnUsd, commitmentUsd: toUseUsd, months, bands, basis: "list" },
    start,
  });
  if (paces instanceof NoAnswer) return paces;
  return {
    ...{ basis: plan.basis, test, months, elapsed, toUseUsd, openingCreditUsd, drawnUsd },
    year: Math.floor(from / plan.perYear) + 1,
    usagesUsd: monthsUsd.slice(from),
    paceIndex: (sumOfPeriods(drawnUsd) * months) / (toUseUsd * elapsed),
    expectedUsd: usageUsd
      .slice(from, past)
      .reduce((sum, usd, index) => sum + usd * (plan.listIndex[from + index] ?? 1), 0),
    paces: paces.slice(1),
    atPace: endOf(atPace, test),
    asExpected: endOf(asExpected, test),
    indicators: indicatorsOf(atPace, test),
  };
}

/** Commitment dollars that a list dollar at signing draws in a month. */
function drawOf({ yearOf, listIndex, basis }: Plan, month: number): number {
  const year = yearOf[month];
  if (!year) return 1;
  const price = pathPrice(year.path, listIndex[month] ?? 1) * year.listFactor;
  return basis === "net" ? year.rate * price : price;
}

function endOf(columns: Ledger, { from, to }: CommitmentTest): TestEnd {
  const sum = (column: readonly number[]): number => sumOfPeriods(column, from, to);
  const returnedUsd = -sum(columns.returnedUsd);
  return {
    usedUsd: drawnIn(columns, { from, to }),
    unusedUsd: sum(columns.unusedUsd),
    // What is carried out of the last test is lost with the schedule.
    rolledUsd: to < columns.rolledUsd.length ? sum(columns.rolledUsd) : 0,
    forfeitedUsd: sum(columns.lostUsd) - returnedUsd,
    returnedUsd,
    overagePaidUsd: sum(columns.overagePaidUsd),
  };
}

function indicatorsOf(columns: Ledger, { from, to }: CommitmentTest): Indicators {
  const sum = (column: readonly number[]): number => sumOfPeriods(column, from, to);
  const commitmentUsedUsd = sum(columns.commitmentUsedUsd);
  return {
    commitmentUsd: sum(columns.commitmentUsd),
    commitmentUsedUsd,
    coveredUsd: commitmentUsedUsd + sum(columns.creditUsedUsd),
    drawnUsd: drawnIn(columns, { from, to }),
    atListUsd: sum(columns.atListUsd),
    contractUsd: sum(columns.usageUsd.map((usd, month) => usd * (columns.rate[month] ?? 0))),
    costUsd: sum(columns.costUsd),
  };
}

/** The need of a test (docs/pricing-model.md 20.10), which its parts add up to. */
function drawnIn(columns: Ledger, { from, to }: CommitmentTest): number {
  const { creditUsedUsd, commitmentUsedUsd, overageUsedUsd } = columns;
  return [creditUsedUsd, commitmentUsedUsd, overageUsedUsd].reduce(
    (total, column) => total + sumOfPeriods(column, from, to),
    0,
  );
}
