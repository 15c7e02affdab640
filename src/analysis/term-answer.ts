import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import type { Policies } from "../core/terms";
import type { TermOfDeal } from "../deal/term-of-deal";
import type { PlannedDeal } from "../input/term-deal-cells";
import { termCost } from "../term/cash-flows";
import { priceFallHeadroom } from "../term/headroom";
import { ledger, sumOfPeriods } from "../term/ledger";
import { FULL_ROLLOVER, termProtections } from "../term/protections";
import { renewalCost } from "../term/renewal-cost";
import { rolloverValue } from "../term/rollover-value";
import type { TableRow } from "../term/schedule";
import { withProtections } from "../term/with-protections";

/** A protection with its numbers of TERM_PROTECTIONS. */
export interface TermProtection {
  readonly name: string;
  readonly aloneUsd: number;
  readonly addedLastUsd: number;
  readonly points: Answer<number>;
}

/** One contract year: what of its usage the commitment, credits and overage pay for, in commitment dollars, and its cost. */
export interface TermYear {
  readonly year: number;
  readonly commitmentUsd: number;
  readonly usedUsd: number;
  readonly creditUsedUsd: number;
  readonly overageUsd: number;
  readonly unusedUsd: number;
  readonly rolledUsd: number;
  readonly costUsd: number;
}

/** What a rollover carries forward, and what that saves. */
export interface TermRollover {
  /** Whether the deal has it; else these are the numbers of a full one. */
  readonly isThere: boolean;
  readonly carriedUsd: number;
  readonly valueUsd: number;
}

/** Everything that the Term view says about a deal over several years. */
export interface TermAnswer {
  readonly policies: Policies;
  readonly basis: "net" | "list";
  readonly termYears: number;
  readonly usageUsd: number;
  readonly costUsd: number;
  readonly presentUsd: number;
  /** Protections that the deal lacks, worth most first; the last is all together. No answer without a commitment. */
  readonly protections: Answer<{
    readonly single: readonly TermProtection[];
    readonly together: TermProtection | undefined;
  }>;
  /** Undefined where nothing can roll: no commitment, one test, or overage that has no price beside rollover. */
  readonly rollover: TermRollover | undefined;
  /** What is switched on, in the order of the protections, and the cost with it. */
  readonly won: readonly string[];
  readonly wonCostUsd: number;
  readonly asWon: PlannedDeal;
  /** With what is switched on. */
  readonly years: readonly TermYear[];
  /** Rows of PRICE_FALL_HEADROOM and RENEWAL_COST below their headings. */
  readonly headroom: readonly TableRow[];
  readonly renewals: readonly TableRow[];
}

/** @param wanted Names of protections that are priced as if they were won. */
export function termAnswer(
  { whole, alone, renewed }: TermOfDeal,
  wanted: readonly string[],
): TermAnswer {
  const { plan, usageUsd } = whole;
  const table = termProtections(plan, usageUsd);
  const protections = table instanceof NoAnswer ? table : ranked(table);
  const single = protections instanceof NoAnswer ? [] : protections.single;
  const won = single.flatMap(({ name }) => (wanted.includes(name) ? name : []));
  const asWon = withProtections(plan, won);
  const carried = (of: typeof plan): number => sumOfPeriods(ledger(of, usageUsd).rolledUsd);
  const full = single.find(({ name }) => name === FULL_ROLLOVER);
  const hasRollover = plan.years.some(
    ({ isOnDemand, band }) => !isOnDemand && band["Rollover share"] > 0,
  );
  return {
    policies: plan.policies,
    basis: plan.basis,
    termYears: plan.yearOf.length / plan.perYear,
    usageUsd: sumOfPeriods(usageUsd),
    costUsd: termCost(plan, usageUsd),
    presentUsd: termCost(plan, usageUsd, "present value"),
    protections,
    rollover: hasRollover
      ? { isThere: true, carriedUsd: carried(plan), valueUsd: rolloverValue(plan, usageUsd) }
      : full && {
          isThere: false,
          carriedUsd: carried(withProtections(plan, [FULL_ROLLOVER])),
          valueUsd: full.aloneUsd,
        },
    won,
    wonCostUsd: termCost(asWon, usageUsd),
    asWon: { plan: asWon, usageUsd },
    years: yearsOf(asWon, usageUsd),
    headroom: priceFallHeadroom(alone.plan, alone.usageUsd).slice(1),
    renewals: renewalCost(renewed.plan, renewed.usageUsd).slice(1),
  };
}

function ranked(table: readonly TableRow[]) {
  const rows = table.slice(1).map(protectionIn);
  const single = rows.slice(0, -1).toSorted((one, other) => other.aloneUsd - one.aloneUsd);
  return { single, together: single.length > 0 ? rows.at(-1) : undefined };
}

function protectionIn([name, alone, addedLast, points]: TableRow): TermProtection {
  return {
    name: String(name),
    aloneUsd: Number(alone),
    addedLastUsd: Number(addedLast),
    points: points instanceof NoAnswer ? points : Number(points),
  };
}

function yearsOf(
  plan: TermOfDeal["whole"]["plan"],
  usageUsd: readonly number[],
): readonly TermYear[] {
  const columns = ledger(plan, usageUsd);
  return plan.years.map((_, index) => {
    const from = index * plan.perYear;
    const sum = (column: readonly number[]): number =>
      sumOfPeriods(column, from, from + plan.perYear);
    return {
      year: index + 1,
      commitmentUsd: sum(columns.commitmentUsd),
      usedUsd: sum(columns.commitmentUsedUsd),
      creditUsedUsd: sum(columns.creditUsedUsd),
      overageUsd: sum(columns.overageUsedUsd),
      unusedUsd: sum(columns.unusedUsd),
      rolledUsd: sum(columns.rolledUsd),
      costUsd: sum(columns.costUsd),
    };
  });
}
