import type { Agreement } from "../../core/agreement";
import { type BandTable, bandAt, writtenThresholds } from "../../core/bands";
import type { PricingError } from "../../core/errors";
import { toCents } from "../../core/money";
import { earlyRenewal, parseUnderWay, type UnderWay } from "../../term/early-renewal";
import { pathPrice, sumOfPeriods } from "../../term/ledger";
import type { Plan } from "../../term/plan";
import type { TermTracking } from "./track-term";

/** A row of EARLY_RENEWAL. */
export interface OptionNow {
  readonly name: string;
  readonly restUsd: number;
  readonly afterUsd: number;
  readonly costUsd: number;
  readonly shortfallUsd: number;
  readonly savingUsd: number;
}

/** Why EARLY_RENEWAL does not price a commitment under way. */
export type WhyNoOptions =
  | { readonly kind: "length"; readonly months: number }
  | { readonly kind: "price"; readonly year: number }
  | { readonly kind: "credits"; readonly usd: number };

/** What may be done now, over the twelve months from now, cheapest first. */
export interface WhatNow {
  readonly options: readonly OptionNow[];
  /** What EARLY_RENEWAL was asked. */
  readonly asked: UnderWay;
  /** Why the top-up that the user asks for has no price, and no option; empty where it has one. */
  readonly topUpErrors: readonly PricingError[];
  /** Part of an unused commitment that rolls over, which no option counts. */
  readonly rolloverShare: number;
  /** The commitment of the year after, where it is another one; the options agree their own again. */
  readonly nextCommitmentUsd: number | undefined;
}

/** What the user asks for; undefined is the best of the thresholds on offer. */
export interface Wanted {
  readonly topUpUsd: number | undefined;
  readonly targetUsd: number | undefined;
}

/** The deal that is under way, by months. */
export interface OptionsOf {
  readonly plan: Plan;
  readonly agreement: Agreement;
  readonly bands: BandTable;
  readonly tracking: TermTracking;
}

/** Keep, top up or re-commit (docs/pricing-model.md 23.3 to 23.6); or why these have no price. */
export function whatNow(given: OptionsOf, wanted: Wanted): WhatNow | WhyNoOptions {
  const { plan, agreement, bands, tracking } = given;
  const why = whyNone(given);
  if (why) return why;
  const { elapsed, usagesUsd, year } = tracking;
  const commitmentUsd = plan.years[year - 1]?.commitmentUsd ?? 0;
  const usedUsd = sumOfPeriods(usagesUsd);
  const ask = (topUpUsd: number, targetUsd: number): UnderWay => ({
    ...{ monthlyUsd: usedUsd / elapsed, usedUsd, elapsedMonths: elapsed },
    ...{ commitmentUsd, targetUsd, topUpUsd, agreement },
  });
  const costOf = (asked: UnderWay, name: string): number =>
    optionsOf(asked).find((option) => option.name === name)?.costUsd ?? Number.POSITIVE_INFINITY;
  const thresholds = writtenThresholds(bands).filter((usd) => toCents(usd) > 0);
  const cheapest = (amounts: readonly number[], cost: (usd: number) => number) =>
    amounts.toSorted((one, other) => cost(one) - cost(other))[0];
  const targetUsd =
    wanted.targetUsd ??
    cheapest(thresholds, (usd) => costOf(ask(0, usd), "Re-commit")) ??
    commitmentUsd;
  const steps = thresholds.flatMap((usd) => (usd > commitmentUsd ? usd - commitmentUsd : []));
  const hasPrice = (usd: number): boolean => parseUnderWay(ask(usd, targetUsd)).ok;
  const topUpUsd =
    wanted.topUpUsd ??
    cheapest(steps.filter(hasPrice), (usd) => costOf(ask(usd, targetUsd), "Top up")) ??
    0;
  const parsed = parseUnderWay(ask(topUpUsd, targetUsd));
  const asked = parsed.ok ? parsed.value : ask(0, targetUsd);
  const next = plan.years[year];
  return {
    asked,
    topUpErrors: parsed.ok ? [] : parsed.errors,
    options: optionsOf(asked).toSorted((one, other) => one.costUsd - other.costUsd),
    rolloverShare: plan.years[year - 1]?.band["Rollover share"] ?? 0,
    nextCommitmentUsd:
      next && toCents(next.commitmentUsd) !== toCents(commitmentUsd)
        ? next.commitmentUsd
        : undefined,
  };
}

export function isWhyNone(answer: WhatNow | WhyNoOptions): answer is WhyNoOptions {
  return "kind" in answer;
}

/** Whether the twelve months are priced as EARLY_RENEWAL prices them: at the discount of their commitment off list. */
function whyNone({ plan, bands, tracking }: OptionsOf): WhyNoOptions | undefined {
  const { test, months, year, openingCreditUsd } = tracking;
  const { from, to } = test;
  const own = plan.years[year - 1];
  if (months !== 12 || from % plan.perYear !== 0 || !own) return { kind: "length", months };
  if (toCents(openingCreditUsd) > 0) return { kind: "credits", usd: openingCreditUsd };
  const isAtList = plan.listIndex
    .slice(from, to)
    .every((list) => Math.abs(pathPrice(own.path, list) * own.listFactor - list) <= 1e-12 * list);
  const discount = bandAt(own.commitmentUsd, bands).discountFraction;
  const isItsRate = Math.abs(own.rate - (1 - discount)) <= 1e-12;
  const isItsFloor = own.band["Floor re-based"] === "no" || plan.listIndex[from] === 1;
  return isAtList && isItsRate && isItsFloor ? undefined : { kind: "price", year };
}

function optionsOf(asked: UnderWay): readonly OptionNow[] {
  return earlyRenewal(asked)
    .slice(1)
    .map(([name, rest, after, cost, shortfall, saving]) => ({
      name: String(name),
      ...{ restUsd: Number(rest), afterUsd: Number(after), costUsd: Number(cost) },
      ...{ shortfallUsd: Number(shortfall), savingUsd: Number(saving) },
    }));
}
