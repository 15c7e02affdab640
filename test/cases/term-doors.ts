import { combine, type Result } from "../../src/core/result";
import { readBands } from "../../src/input/bands-cells";
import {
  readAddition,
  readBurndown,
  readDraws,
  readEqualPayments,
  readRate,
  readUnderWay,
} from "../../src/input/mid-term-cells";
import {
  type DealReader,
  readRenewedYearly,
  readTermDeal,
  readYearsAlone,
} from "../../src/input/term-deal-cells";
import { burndown } from "../../src/term/burndown";
import { type CostMeasure, cashFlowTable, termCost } from "../../src/term/cash-flows";
import { cotermCommitment } from "../../src/term/coterm";
import { earlyRenewal } from "../../src/term/early-renewal";
import { priceFallHeadroom } from "../../src/term/headroom";
import type { Plan } from "../../src/term/plan";
import { prepayBreakeven } from "../../src/term/prepay";
import { termProtections } from "../../src/term/protections";
import { renewalCost } from "../../src/term/renewal-cost";
import { drawOutcomes, pathCount, riskTable } from "../../src/term/risk";
import { rolloverValue } from "../../src/term/rollover-value";
import { schedule } from "../../src/term/schedule";

type Args = readonly unknown[];

function answered<I, T>(input: Result<I>, compute: (given: I) => T): T | "#VALUE!" {
  return input.ok ? compute(input.value) : "#VALUE!";
}

const ofDeal =
  <T>(compute: (plan: Plan, usageUsd: readonly number[]) => T, read: DealReader = readTermDeal) =>
  ([usage, commitment, bands, terms, listIndex]: Args) =>
    answered(read(usage, commitment, bands, terms, listIndex), ({ plan, usageUsd }) =>
      compute(plan, usageUsd),
    );

/** What the core answers to the arguments of each function, in its order. */
export const TERM_DOORS: Readonly<Record<string, (args: Args) => unknown>> = {
  TERM_SCHEDULE: ofDeal(schedule),
  TERM_COST: (args) =>
    ofDeal((plan, usageUsd) => termCost(plan, usageUsd, (args[5] ?? "total") as CostMeasure))(args),
  CASH_FLOWS: ofDeal(cashFlowTable),
  PREPAY_BREAKEVEN: ([rate, payment]) =>
    answered(combine({ rate: readRate(rate), payment: readEqualPayments(payment) }), (given) =>
      prepayBreakeven(given.rate, given.payment),
    ),
  ROLLOVER_VALUE: ofDeal(rolloverValue),
  PRICE_FALL_HEADROOM: ofDeal(priceFallHeadroom, readYearsAlone),
  RENEWAL_COST: ofDeal(renewalCost, readRenewedYearly),
  TERM_PROTECTIONS: ofDeal(termProtections),
  TERM_RISK: ([usage, commitment, bands, terms, listIndex, paths, seed]) =>
    answered(
      readDraws(readTermDeal(usage, commitment, bands, terms, listIndex), paths, seed),
      (given) =>
        riskTable(
          drawOutcomes(
            given.plan,
            given.usageUsd,
            given.seed,
            0,
            pathCount(given.plan, given.paths),
          ),
        ),
    ),
  COTERM_COMMITMENT: ([commitment, added, addedOn, start, end, bands]) =>
    answered(
      combine({
        addition: readAddition(commitment, added, addedOn, start, end),
        table: readBands(bands),
      }),
      ({ addition, table }) => cotermCommitment(addition, table),
    ),
  EARLY_RENEWAL: ([usage, used, elapsed, commitment, target, bands, terms, topUp]) =>
    answered(
      readUnderWay(usage, used, elapsed, commitment, target, bands, terms, topUp),
      earlyRenewal,
    ),
  BURNDOWN: ([usage, commitment, bands, terms, months, elapsed]) =>
    answered(readBurndown(usage, commitment, bands, terms, months, elapsed), burndown),
};
