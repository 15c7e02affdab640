import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { termCost } from "./cash-flows";
import type { TermBand } from "./deal";
import { ledger, pathPrice, sumOfPeriods } from "./ledger";
import { isCurved, type Plan, withBands } from "./plan";
import type { TableRow } from "./schedule";

/** Least uplift that a cap takes off. */
const CAP = 0.03;

/** A clause that the deal lacks, and how it changes the terms of a band; pooling changes those of the whole deal. */
interface Protection {
  readonly name: string;
  readonly isMissing: boolean;
  readonly change?: (band: TermBand) => Partial<TermBand>;
}

/** The protections in their order, each missing where it changes a word of the terms (docs/pricing-model.md 24.1). */
function protectionsOf({ years, tests, policies }: Plan): readonly Protection[] {
  const live = years.filter(({ isOnDemand }) => !isOnDemand);
  const any = (test: (band: TermBand) => boolean): boolean => live.some(({ band }) => test(band));
  const mayPool = policies["Commitment test"] !== "total contract" && !any(isCurved);
  const contractTerms = 1 + (years.at(-1)?.contractTerm ?? 0);
  return [
    {
      name: "Overage at the committed rate",
      isMissing: any(isDear),
      change: (band) => (isDear(band) ? { overage: "committed", overagePremiumFraction: 0 } : {}),
    },
    {
      name: LOCK,
      isMissing: live.some(({ path }) => path === "percent off list"),
      change: ({ "Price path": path }) => ({
        "Price path": path === "percent off list" ? "locked" : path,
        "Price path lasts": null,
      }),
    },
    {
      name: "Lower of locked and current price",
      isMissing: live.some(({ path }) => path !== "lower of"),
      change: () => ({ "Price path": "lower of", "Price path lasts": null }),
    },
    {
      name: "Floor re-based when list falls",
      isMissing: any((band) => band["Floor re-based"] === "no"),
      change: () => ({ "Floor re-based": "yes" }),
    },
    { name: "Total-contract test", isMissing: mayPool && tests.length > contractTerms },
    {
      name: FULL_ROLLOVER,
      isMissing:
        mayPool &&
        tests.length > 1 &&
        any((band) => Math.min(band["Rollover share"], band["Rollover cap"]) < 1),
      change: () => ({ "Rollover share": 1, "Rollover cap": 1 }),
    },
    {
      name: "Half the shortfall returned",
      isMissing: any(({ forfeitedFraction }) => forfeitedFraction > 0.5),
      change: ({ forfeitedFraction }) => ({ forfeitedFraction: Math.min(0.5, forfeitedFraction) }),
    },
    {
      name: "Renewal uplift capped at 3%",
      isMissing: years.some(({ upliftFraction }) => upliftFraction > CAP),
      change: (band) => ({
        "Renewal uplift cap": Math.min(CAP, band["Renewal uplift cap"] ?? CAP),
      }),
    },
  ];
}

export const LOCK = "Rate lock";
export const FULL_ROLLOVER = "Full rollover";
const NO_COMMITMENT = new NoAnswer({ kind: "noCommitment", ratio: "value of a clause" });
const NO_POINTS = new NoAnswer({ kind: "noTestFilled" });

/** The protections that a plan lacks. */
export function missingFrom(plan: Plan): readonly Protection[] {
  return protectionsOf(plan).filter(({ isMissing }) => isMissing);
}

/** The plan with clauses in the bands of all years with a commitment. */
export function withWon(plan: Plan, won: readonly Protection[]): Plan {
  const mine = new Set(plan.years.flatMap(({ isOnDemand, band }) => (isOnDemand ? [] : band)));
  const pooled = won.some(({ change }) => !change);
  const policies = {
    ...plan.policies,
    ...(pooled && ({ "Commitment test": "total contract" } as const)),
  };
  return withBands({ ...plan, policies }, (band) =>
    mine.has(band) ? Object.assign({}, band, ...won.map(({ change }) => change?.(band))) : band,
  );
}

/** What each protection that the deal lacks is worth over its term (docs/pricing-model.md 24.1 to 24.3). */
export function termProtections(
  plan: Plan,
  usageUsd: readonly number[],
): Answer<readonly TableRow[]> {
  if (plan.years.every(({ isOnDemand }) => isOnDemand)) return NO_COMMITMENT;
  const costWith = (won: readonly Protection[]): number => termCost(withWon(plan, won), usageUsd);
  const missing = missingFrom(plan);
  const all = missing.filter(({ name }) => name !== LOCK);
  const [nowUsd, allUsd] = [costWith([]), costWith(all)];
  const pointUsd = 0.01 * filledUsd(plan, usageUsd);
  const row = (name: string, ...amounts: readonly number[]): TableRow => [
    name,
    ...amounts,
    ...amounts.map((usd) => (pointUsd > 0 ? usd / pointUsd : NO_POINTS)),
  ];
  return [
    ["Protection", "Value alone", "Value added last", "Points alone", "Points added last"],
    ...missing.map((one) => {
      // The lock and the lower-of are two forms of one clause, and the lower-of follows the lock.
      const isLock = one.name === LOCK;
      const form = isLock ? missing[missing.indexOf(one) + 1] : one;
      const others = all.filter((other) => other !== form);
      const withUsd = isLock ? costWith([...others, one]) : allUsd;
      return row(one.name, nowUsd - costWith([one]), costWith(others) - withUsd);
    }),
    row("All together", nowUsd - allUsd, nowUsd - allUsd),
  ];
}

/** Whether overage costs more than the committed rate. */
function isDear({ overage, overagePremiumFraction }: TermBand): boolean {
  return overage === "list" || (overage === "committed" && overagePremiumFraction > 0);
}

/** Usage at contract prices in the tests that it fills, credits aside. */
function filledUsd(plan: Plan, usageUsd: readonly number[]): number {
  const { commitmentUsd } = ledger(plan, usageUsd);
  let filled = 0;
  for (const { from, to } of plan.tests) {
    let [valued, needed] = [0, 0];
    for (const [at, year] of plan.yearOf.slice(from, to).entries()) {
      if (year.isOnDemand) continue;
      const period = from + at;
      const price = pathPrice(year.path, plan.listIndex[period] ?? 1);
      const usd = price * year.listFactor * (usageUsd[period] ?? 0);
      valued += usd;
      needed += plan.basis === "net" ? year.rate * usd : usd;
    }
    if (toCents(needed) >= toCents(sumOfPeriods(commitmentUsd, from, to))) filled += valued;
  }
  return filled;
}
