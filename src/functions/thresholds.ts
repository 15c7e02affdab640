import { breakEven, discountNeeded, tolerableWaste } from "../core/break-even";
import { US_DOLLAR } from "../core/currency";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { type ThresholdOutcome, thresholdOutcomes } from "../core/thresholds";
import { unlockColumns } from "../core/unlocks";
import { describeVerdict } from "../core/verdict";
import { readPeriod } from "../input/period-cells";
import { readStep, readTarget } from "../input/target-cells";
import { answer, tableCell } from "./cell-answer";

/**
 * Usage from which a higher commitment costs no more than a lower one, USD at list.
 *
 * The lowest usage, 0 or more, at which the effective cost of the target is at most that of the commitment, both under the
 * same bands and terms. With committed overage it is T/r, with list overage T + C(1/r - 1), where C is the commitment, r one
 * less its discount and T the target; the search runs on the costs themselves, so it counts every basis, overage, premium and
 * forfeited share. Commitment 0 is no agreement.
 *
 * @customfunction BREAKEVEN_USAGE
 * @helpurl https://localhost:3000/help.html#BREAKEVEN_USAGE
 * @param commitment Commitment made now, USD, 0 or more. 0 is no agreement.
 * @param target Higher commitment to compare it with, USD. It need not be a threshold.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Usage at list prices, USD, 0 or more.
 * @throws #N/A where the target costs more at every usage; #VALUE! when the target is not above the commitment, or naming every argument and row that is wrong.
 * @example =COMMIT.BREAKEVEN_USAGE(250000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 527777.7777777778
 * @example =COMMIT.BREAKEVEN_USAGE(250000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 555555.5555555555
 * @example =COMMIT.BREAKEVEN_USAGE(100000, 200000, {100000,0.3;200000,0.1}, {"Overage","committed"}) is #N/A There is no break-even: at every usage $200k costs more than $100k.
 * @example =COMMIT.BREAKEVEN_USAGE(500000, 250000, {250000,0.1;500000,0.15}) is #VALUE! Target is 250,000: give an amount above the commitment, which is 500,000.
 */
export function breakevenUsageFunction(
  commitment: unknown,
  target: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readStep(commitment, target, bands, terms),
    ({ commitmentUsd, targetUsd, agreement }): Answer<number> => {
      const even = breakEven(commitmentUsd, targetUsd, agreement);
      return even instanceof NoAnswer ? even : even.usageUsd;
    },
  );
}

/**
 * Part of a higher commitment that may go unused before the lower one would have been cheaper, as a fraction.
 *
 * 1 less the utilization of the target at the break-even usage, never below 0. With committed overage it is 1 - s/r, where r
 * and s are one less the discounts of the commitment and of the target.
 *
 * @customfunction TOLERABLE_WASTE
 * @helpurl https://localhost:3000/help.html#TOLERABLE_WASTE
 * @param commitment Commitment made now, USD, 0 or more. 0 is no agreement.
 * @param target Higher commitment to compare it with, USD. It need not be a threshold.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Fraction from 0 to 1.
 * @throws #N/A where the target costs more at every usage; #VALUE! when the target is not above the commitment, or naming every argument and row that is wrong.
 * @example =COMMIT.TOLERABLE_WASTE(0, 250000, {250000,0.1;500000,0.15}) is 0.1
 * @example =COMMIT.TOLERABLE_WASTE(250000, 500000, {250000,0.1;500000,0.15}, {"Overage","committed"}) is 0.05555555555555555
 */
export function tolerableWasteFunction(
  commitment: unknown,
  target: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readStep(commitment, target, bands, terms),
    ({ commitmentUsd, targetUsd, agreement }) =>
      tolerableWaste(commitmentUsd, targetUsd, agreement),
  );
}

/**
 * Smallest discount at which a commitment costs no more than the best of all others at one usage, as a fraction.
 *
 * The best is the least cost K over every commitment in the table without the row at the target. With committed overage the
 * answer is max(0, 1 - K/U), with list overage and nothing returned max(0, 1 - T/(T + U - K)), where U is the usage and T the
 * target; otherwise it is found numerically, to 1e-12. The target keeps the terms of the band it lands in.
 *
 * @customfunction DISCOUNT_NEEDED
 * @helpurl https://localhost:3000/help.html#DISCOUNT_NEEDED
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param target Commitment to justify, USD, above 0. It need not be a threshold.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Discount as a fraction from 0 up to 1.
 * @throws #N/A where no discount suffices, because another commitment costs less than the target itself; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.DISCOUNT_NEEDED(700000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 0.1
 * @example =COMMIT.DISCOUNT_NEEDED(480000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is #N/A No discount suffices: at this usage another commitment costs less than $500k would at any discount.
 */
export function discountNeededFunction(
  usage: unknown,
  target: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(readTarget(usage, target, bands, terms), ({ usageUsd, targetUsd, agreement }) =>
    discountNeeded(usageUsd, targetUsd, agreement),
  );
}

const HEADINGS = [
  "Threshold",
  "Discount",
  "Extra commitment",
  "Break-even usage",
  "Tolerable waste",
  "Cost at this usage",
  "Saving",
  "Verdict",
];

/**
 * What each threshold would cost and save at one usage: a row for each, with a verdict and what it unlocks.
 *
 * After the eight columns follow the text columns of the bands, as written, and the terms that bands set themselves,
 * where a blank shows the term that the band inherits. Extra commitment and saving are against the given commitment.
 * Break-even and waste are #N/A for a threshold that is not above it, or that never pays.
 *
 * Verdicts, costs compared to the cent: current commitment; saves; breaks even; dearer: needs usage of an amount, or below
 * one for a threshold under the commitment; never pays; each with "until" the usage above which it is dearer again.
 *
 * @customfunction THRESHOLDS
 * @helpurl https://localhost:3000/help.html#THRESHOLDS
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment made now, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Header row Threshold, Discount, Extra commitment, Break-even usage, Tolerable waste, Cost at this usage, Saving, Verdict and what bands carry; then a row for each threshold above 0, ascending. Money in USD, discount and waste as fractions.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.THRESHOLDS(500000, 250000, {0,0;250000,0.1;500000,0.15}, {"Overage","committed"}) is {"Threshold","Discount","Extra commitment","Break-even usage","Tolerable waste","Cost at this usage","Saving","Verdict";250000,0.1,0,#N/A,#N/A,450000,0,"current commitment";500000,0.15,250000,555555.5555555555,0.05555555555555555,500000,-50000,"dearer: needs usage of $555,556"}
 * @example =COMMIT.THRESHOLDS(600000, 0, {"Commitment","Discount","Contact";500000,0.15,"Named"}) is {"Threshold","Discount","Extra commitment","Break-even usage","Tolerable waste","Cost at this usage","Saving","Verdict","Contact";500000,0.15,500000,500000,0.15,511764.7058823529,88235.29411764711,"saves","Named"}
 */
export function thresholdsFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown[][] {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, table, agreement }) => {
      const unlocks = unlockColumns(table, agreement);
      return [
        [...HEADINGS, ...unlocks.map(({ heading }) => heading)],
        ...thresholdOutcomes(usageUsd, commitmentUsd, agreement).map((outcome, index) => [
          ...outcomeCells(outcome),
          ...unlocks.map(({ values }) => values[index]),
        ]),
      ];
    },
  );
}

function outcomeCells(outcome: ThresholdOutcome): readonly unknown[] {
  return [
    outcome.thresholdUsd,
    outcome.discountFraction,
    outcome.extraCommitmentUsd,
    tableCell(outcome.breakEvenUsageUsd),
    tableCell(outcome.tolerableWasteFraction),
    outcome.costUsd,
    outcome.savingUsd,
    describeVerdict(outcome.verdict, US_DOLLAR),
  ];
}
