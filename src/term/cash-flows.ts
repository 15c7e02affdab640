import { monthsLater } from "../core/calendar";
import { ledger, sumOfPeriods } from "./ledger";
import type { Plan } from "./plan";
import { dateOf, type TableRow } from "./schedule";

/** What falls due in one month from the start, USD. */
interface Flow {
  readonly month: number;
  readonly years: number;
  readonly commitmentUsd: number;
  readonly overageUsd: number;
  readonly returnedUsd: number;
  readonly totalUsd: number;
  readonly presentUsd: number;
}

/** How many equal parts of a year a payment makes, by its first word: "quarterly in arrears". */
export function partsAYear(payment: string): number {
  return payment.startsWith("annual") ? 1 : payment.startsWith("quarterly") ? 4 : 12;
}

/** As in Excel's XNPV. */
const DAYS_A_YEAR = 365;

/** What is paid when, in order of time (docs/pricing-model.md 21.3 to 21.6). */
export function cashFlows(plan: Plan, usageUsd: readonly number[]): readonly Flow[] {
  const { policies, perYear, years, yearOf, tests } = plan;
  const { Payment: payment, "Start date": start, "Discounting rate": rate } = policies;
  const { commitmentPaidUsd, commitmentUsedUsd, overagePaidUsd, returnedUsd } = ledger(
    plan,
    usageUsd,
  );
  // By month; a month without a flow is a hole.
  const flows: [commitmentUsd: number, overageUsd: number, returnedUsd: number][] = [];
  const add = (month: number, usd: number, overageUsd = 0, backUsd = 0): void => {
    const [before, overageBefore, backBefore] = flows[month] ?? [0, 0, 0];
    flows[month] = [before + usd, overageBefore + overageUsd, backBefore + backUsd];
  };
  const months = 12 / perYear;
  add(0, 0);
  for (const [period, usd] of overagePaidUsd.entries())
    add((period + 1) * months, 0, usd, returnedUsd[period]);
  const prices = yearOf.map((year) => (plan.basis === "net" ? 1 : year.rate));

  if (payment === "true-up")
    for (const { from, to } of tests) {
      let leftUsd = sumOfPeriods(commitmentPaidUsd, from, to);
      for (let period = from; period < to; period++) {
        const usd = (commitmentUsedUsd[period] ?? 0) * (prices[period] ?? 1);
        for (let month = 1; month <= months; month++) add(period * months + month, usd / months);
        leftUsd -= usd;
      }
      add(to * months, leftUsd);
    }
  else if (payment === "upfront") {
    const signedUsd = yearOf.map(({ isOnDemand, commitmentUsd }, period) =>
      isOnDemand ? 0 : (commitmentUsd / perYear) * (prices[period] ?? 1),
    );
    for (const [period, usd] of signedUsd.entries()) {
      const contractTerm = yearOf[period]?.contractTerm;
      add(yearOf.findIndex((year) => year.contractTerm === contractTerm) * months, usd);
    }
    // What is paid so cannot fall before it does: the difference comes back at the test's end.
    for (const { from, to } of tests)
      add(
        to * months,
        sumOfPeriods(commitmentPaidUsd, from, to) - sumOfPeriods(signedUsd, from, to),
      );
  } else {
    const every = 12 / partsAYear(payment);
    const later = payment.endsWith("arrears") ? every : 0;
    for (const [index, year] of years.entries()) {
      const first = index * perYear;
      const length = year.periods * months;
      const parts = Math.ceil(length / every);
      const usd = sumOfPeriods(commitmentPaidUsd, first, first + year.periods) / parts;
      for (let part = 0; part < parts; part++)
        add(index * 12 + Math.min(length, part * every + later), usd);
    }
  }
  return flows.flatMap(([commitmentUsd, overageUsd, backUsd], month) => {
    const years = start === null ? month / 12 : (monthsLater(start, month) - start) / DAYS_A_YEAR;
    const totalUsd = commitmentUsd + overageUsd + backUsd;
    const presentUsd = totalUsd / (1 + rate) ** years;
    return { month, years, commitmentUsd, overageUsd, returnedUsd: backUsd, totalUsd, presentUsd };
  });
}

/** The same as a table. */
export function cashFlowTable(plan: Plan, usageUsd: readonly number[]): readonly TableRow[] {
  return [
    ["Date", "Years", "Commitment", "Overage", "Returned", "Total", "Present value"],
    ...cashFlows(plan, usageUsd).map(({ month, ...amounts }) => [
      dateOf(plan.policies["Start date"], month),
      ...Object.values(amounts),
    ]),
  ];
}

/** What TERM_COST may answer. */
export const COST_MEASURES = ["total", "present value"] as const;
export type CostMeasure = (typeof COST_MEASURES)[number];

/** Cost of the term: the sum of its periods, or of its flows as of the start (docs/pricing-model.md 21.2). */
export function termCost(
  plan: Plan,
  usageUsd: readonly number[],
  measure: CostMeasure = "total",
): number {
  return sumOfPeriods(
    measure === "total"
      ? ledger(plan, usageUsd).costUsd
      : cashFlows(plan, usageUsd).map(({ presentUsd }) => presentUsd),
  );
}
