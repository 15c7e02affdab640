import { toCents } from "../core/money";
import { flatOveragePrice } from "../core/overage";
import { type CommitmentTest, curveOf, isCurved, type Plan, type PlanYear } from "./plan";

type Column = readonly number[];

/**
 * The periods of a term, column by column, in the order of the schedule. Amounts from `commitmentUsd` to `closingCreditUsd` are
 * commitment dollars: net USD, on the list basis list USD; what is paid is money.
 */
export interface Ledger {
  readonly listIndex: Column;
  readonly rate: Column;
  readonly usageUsd: Column;
  readonly atListUsd: Column;
  readonly commitmentUsd: Column;
  readonly openingCreditUsd: Column;
  readonly creditUsedUsd: Column;
  readonly commitmentUsedUsd: Column;
  readonly overageUsedUsd: Column;
  readonly unusedUsd: Column;
  readonly rolledUsd: Column;
  readonly lapsedUsd: Column;
  readonly creditExpiredUsd: Column;
  readonly closingCreditUsd: Column;
  readonly commitmentPaidUsd: Column;
  readonly overagePaidUsd: Column;
  readonly returnedUsd: Column;
  readonly costUsd: Column;
  /** Money of commitment that lapsed, expired or is left at the end, before any comes back. */
  readonly lostUsd: Column;
}

/** Commitment dollars rolled from one test, and what becomes of them if nobody uses them. */
interface Credit {
  leftUsd: number;
  /** Index of the last test in which it may be used. */
  readonly lastTest: number;
  /** Money a commitment dollar, and the part of it that comes back. */
  readonly price: number;
  readonly returned: number;
}

/**
 * Every period of a term in order of time: what draws on the commitment, on credits and on overage, and what is paid
 * (docs/pricing-model.md 20.10 to 20.16).
 *
 * Commitment dollars are kept on a grid on which all their sums are exact, so that what is used, rolled, lapsed and expired adds
 * up to the last bit.
 */
export function ledger(plan: Plan, usageUsd: Column, listIndex: Column = plan.listIndex): Ledger {
  const { yearOf, tests, perYear } = plan;
  const isNet = plan.basis === "net";
  const periods = yearOf.length;
  const column = (): number[] => new Array<number>(periods).fill(0);
  // Usage at contract prices before the discount, and what it draws; the price that its path gives.
  const [valued, needed, price, rate, atList] = [column(), column(), column(), column(), column()];
  const [commitment, opening, creditUsed, used, overage] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const [unused, rolled, lapsed, expired, closing] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const [paid, overagePaid, returned, cost, lost] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const at = (values: Column, period: number): number => values[period] ?? 0;

  let mostUsd = 0;
  for (let period = 0; period < periods; period++) {
    const year = yearOf[period];
    if (!year) break;
    const [list, usd] = [at(listIndex, period), at(usageUsd, period)];
    const path = pathPrice(year.path, list);
    const worth = path * year.listFactor * usd;
    price[period] = path;
    valued[period] = worth;
    needed[period] = isNet ? year.rate * worth : worth;
    atList[period] = list * usd;
    rate[period] = year.isOnDemand ? plan.onDemandRate * list : year.rate * path * year.listFactor;
    mostUsd += at(needed, period) + year.commitmentUsd / perYear;
  }
  const exact = ontoGrid(1.01 * mostUsd);
  let credits: readonly Credit[] = [];

  for (const [test, { from, to }] of tests.entries()) {
    const last = yearOf[to - 1];
    if (!last) break;
    const { isOnDemand, band } = last;
    // What is owed, year by year, a floor re-based included.
    let [commitmentUsd, moneyUsd, owedUsd, returnable, share] = [0, 0, 0, 0, 0];
    for (let period = from; period < to && !isOnDemand; period++) {
      const year = yearOf[period] ?? last;
      share += year.band["Floor re-based"] === "yes" ? Math.min(1, at(price, period)) : 1;
      if (period + 1 < to && yearOf[period + 1] === year) continue;
      const first = Math.max(from, period - (period % perYear));
      const usd = year.commitmentUsd * (share / perYear);
      const money = isNet ? usd : year.rate * usd;
      commitment[first] = exact(usd);
      paid[first] = money;
      commitmentUsd += exact(usd);
      moneyUsd += money;
      owedUsd += usd;
      returnable += usd * (1 - year.band.forfeitedFraction);
      share = 0;
    }
    const unitPrice = owedUsd === 0 || isNet ? 1 : moneyUsd / owedUsd;
    const comesBack = owedUsd === 0 ? 0 : returnable / owedUsd;
    const curve = isCurved(band) && !isOnDemand ? curveOf(last, owedUsd) : undefined;
    if (curve) paid[from] = moneyUsd = Math.min(moneyUsd, curve(sumOfPeriods(valued, from, to)));
    let [leftUsd, drawnUsd, chargedUsd] = [commitmentUsd, 0, 0];

    for (let period = from; period < to; period++) {
      const year = yearOf[period] ?? last;
      opening[period] = total(credits);
      if (isOnDemand) {
        overagePaid[period] = plan.onDemandRate * at(atList, period);
        overage[period] = at(isNet ? overagePaid : atList, period);
      } else {
        let openUsd = exact(at(needed, period));
        const drawCommitment = (): void => {
          const usd = Math.min(leftUsd, openUsd);
          leftUsd -= usd;
          openUsd -= usd;
          used[period] = usd;
        };
        const creditFirst = year.band["Rollover order"] === "rollover first";
        if (!creditFirst) drawCommitment();
        let fromCredits = 0;
        for (const credit of credits) {
          const usd = Math.min(credit.leftUsd, openUsd);
          credit.leftUsd -= usd;
          openUsd -= usd;
          fromCredits += usd;
        }
        creditUsed[period] = fromCredits;
        if (creditFirst) drawCommitment();
        overage[period] = openUsd;
        if (curve) {
          drawnUsd += at(valued, period);
          const beyondUsd = Math.max(0, curve(drawnUsd) - moneyUsd);
          overagePaid[period] = beyondUsd - chargedUsd;
          chargedUsd = beyondUsd;
        } else {
          // List is always the list price of the period, also under a lock.
          const listed =
            year.band.overage === "list" ? at(listIndex, period) / at(price, period) : 1;
          overagePaid[period] =
            (openUsd * listed * flatOveragePrice(year.band, year.rate)) / (isNet ? year.rate : 1);
        }
      }
      closing[period] = total(credits);
    }

    const end = to - 1;
    const next = tests[test + 1];
    const isLower =
      band["Rollover only on renewal"] === "yes" &&
      next !== undefined &&
      toCents(signedAYear(yearOf, next)) < toCents(signedAYear(yearOf, { from, to }));
    const rolledUsd =
      isLower || isOnDemand
        ? 0
        : Math.min(
            leftUsd,
            exact(band["Rollover share"] * leftUsd),
            exact(band["Rollover cap"] * commitmentUsd),
          );
    unused[end] = leftUsd;
    rolled[end] = rolledUsd;
    lapsed[end] = leftUsd - rolledUsd;
    const settled = [
      { leftUsd: leftUsd - rolledUsd, lastTest: test, price: unitPrice, returned: comesBack },
    ];
    const isGone = ({ lastTest }: Credit): boolean => isLower || lastTest <= test;
    const gone = credits.filter(isGone);
    expired[end] = total(gone);
    credits = credits.filter((credit) => !isGone(credit));
    if (rolledUsd > 0) {
      const lastTest = test + band["Rollover life"];
      credits = [
        ...credits,
        { leftUsd: rolledUsd, lastTest, price: unitPrice, returned: comesBack },
      ].sort((one, other) => one.lastTest - other.lastTest);
    }
    closing[end] = total(credits);
    for (const credit of [...settled, ...gone, ...(next ? [] : credits)]) {
      const usd = credit.price * credit.leftUsd;
      lost[end] = at(lost, end) + usd;
      returned[end] = at(returned, end) - credit.returned * usd;
    }
  }
  for (let period = 0; period < periods; period++)
    cost[period] = at(paid, period) + at(overagePaid, period) + at(returned, period);
  return {
    listIndex,
    rate,
    usageUsd,
    atListUsd: atList,
    commitmentUsd: commitment,
    openingCreditUsd: opening,
    creditUsedUsd: creditUsed,
    commitmentUsedUsd: used,
    overageUsedUsd: overage,
    unusedUsd: unused,
    rolledUsd: rolled,
    lapsedUsd: lapsed,
    creditExpiredUsd: expired,
    closingCreditUsd: closing,
    commitmentPaidUsd: paid,
    overagePaidUsd: overagePaid,
    returnedUsd: returned,
    costUsd: cost,
    lostUsd: lost,
  };
}

/** The sum of a column, or of some of its periods. */
export function sumOfPeriods(column: Column, from = 0, to = column.length): number {
  let sum = 0;
  for (let period = from; period < to; period++) sum += column[period] ?? 0;
  return sum;
}

/** Price of a list dollar at signing, on a price path (docs/pricing-model.md 20.5). */
export function pathPrice(path: PlanYear["path"], listIndex: number): number {
  return path === "locked" ? 1 : path === "lower of" ? Math.min(1, listIndex) : listIndex;
}

/** The commitment of a test as signed, as a year's amount. */
function signedAYear(yearOf: readonly PlanYear[], { from, to }: CommitmentTest): number {
  const signed = yearOf.slice(from, to).map(({ commitmentUsd }) => commitmentUsd);
  return sumOfPeriods(signed) / (to - from);
}

function total(credits: readonly Credit[]): number {
  let usd = 0;
  for (const { leftUsd } of credits) usd += leftUsd;
  return usd;
}

/** Rounds to multiples of a power of two so coarse that sums up to `mostUsd` are exact. */
function ontoGrid(mostUsd: number): (usd: number) => number {
  const grid = 2 ** (Math.ceil(Math.log2(Math.max(mostUsd, Number.MIN_VALUE))) - 53);
  return grid < 1e-290 ? (usd) => usd : (usd) => Math.round(usd / grid) * grid;
}
