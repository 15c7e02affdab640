import { combine } from "../core/result";
import { type CommitmentOption, commitmentOptions } from "../forecast/commitment-options";
import { optimalCommitment } from "../forecast/optimal-commitment";
import { foresightValue } from "../forecast/regret";
import { readLevel, readUncertainAgreement } from "../input/uncertain-period-cells";
import { answer } from "./cell-answer";

/**
 * The commitment of least expected cost, or of least mean loss in the worst outcomes, USD.
 *
 * Thresholds, ends of bands and, where overage is dearer than the committed rate, the point inside each band at which one more
 * dollar neither saves nor costs are compared: F(Q) = (o - r)/(o - (1 - f)r), with o the price of overage, r one less the discount,
 * f the forfeited share and F the probability of usage up to Q. Costs within a cent are equal; the smaller commitment wins.
 *
 * @customfunction OPTIMAL_COMMITMENT
 * @helpurl https://localhost:3000/help.html#OPTIMAL_COMMITMENT
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @param [level] Fraction from 0 up to 1: least mean loss in the worst 1 - level of outcomes. If omitted: least expected cost.
 * @returns Commitment, USD; 0 when none pays.
 * @throws #N/A where nothing is forfeited and usage has no upper end, so that a larger commitment never costs more; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.OPTIMAL_COMMITMENT({"Mean",600000;"CV",0.35}, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 250000
 * @example =COMMIT.OPTIMAL_COMMITMENT({"Mean",600000;"CV",0.35}, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 329686.0891418517
 * @example =COMMIT.OPTIMAL_COMMITMENT({"Mean",600000;"CV",0.35}, {0,0;250000,0.1;500000,0.15;1000000,0.2}, , 0.9) is 250000
 * @example =COMMIT.OPTIMAL_COMMITMENT({"Mean",600000;"CV",0.35}, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Forfeited share",0}) is #N/A There is no best commitment: all of a shortfall comes back and usage is unbounded, so a larger commitment never costs more.
 */
export function optimalCommitmentFunction(
  forecast: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  level?: unknown,
): unknown {
  return answer(
    combine({
      agreed: readUncertainAgreement(forecast, bands, terms),
      level: readLevel(level, undefined),
    }),
    ({ agreed, level: worst }) => optimalCommitment(agreed.forecast, agreed.agreement, worst),
  );
}

/**
 * The commitments worth comparing under an uncertain forecast, a row each.
 *
 * None, every threshold, and the point of least expected cost inside a band where it has one; ascending. Regret is cost less the
 * least cost that the same usage allowed, had it been known; the largest is sought among the outcomes, or from P1 to P99 where
 * usage has no end. Rank 1 has the least expected cost; of costs within a cent the smaller commitment ranks first.
 *
 * @customfunction COMMITMENT_OPTIONS
 * @helpurl https://localhost:3000/help.html#COMMITMENT_OPTIONS
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Table with headings: Commitment, Discount, Expected cost, Expected saving, Probability to fill, Expected shortfall, Probability of a loss, Mean loss in the worst 10%, Expected regret, Largest regret, Rank. Money in USD, discounts and probabilities as fractions.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.COMMITMENT_OPTIONS({380000;600000}, {0,0;250000,0.1;500000,0.15}, {"Overage","committed"}) is {"Commitment","Discount","Expected cost","Expected saving","Probability to fill","Expected shortfall","Probability of a loss","Mean loss in the worst 10%","Expected regret","Largest regret","Rank";0,0,490000,0,1,0,0,0,64000,90000.00000000004,2;250000,0.1,441000,49000,1,0,0,-37999.999999999694,15000,30000.000000000055,1;500000,0.15,505000,-15000,0.5,88499.99999999999,0.5,120000,79000,157999.99999999997,3}
 */
export function commitmentOptionsFunction(
  forecast: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(readUncertainAgreement(forecast, bands, terms), (given) => [
    COLUMNS.map(([heading]) => heading),
    ...commitmentOptions(given.forecast, given.agreement).map((option) =>
      COLUMNS.map(([, field]) => option[field]),
    ),
  ]);
}

const COLUMNS: readonly (readonly [heading: string, field: keyof CommitmentOption])[] = [
  ["Commitment", "commitmentUsd"],
  ["Discount", "discountFraction"],
  ["Expected cost", "expectedCostUsd"],
  ["Expected saving", "expectedSavingUsd"],
  ["Probability to fill", "fillProbability"],
  ["Expected shortfall", "expectedShortfallUsd"],
  ["Probability of a loss", "lossProbability"],
  ["Mean loss in the worst 10%", "cvar90LossUsd"],
  ["Expected regret", "expectedRegretUsd"],
  ["Largest regret", "largestRegretUsd"],
  ["Rank", "rank"],
];

/**
 * The most that a better forecast, or full flexibility, is worth, USD.
 *
 * Least expected cost of any commitment less the expected cost of deciding after usage is known. Also called the expected value
 * of perfect information.
 *
 * @customfunction FORESIGHT_VALUE
 * @helpurl https://localhost:3000/help.html#FORESIGHT_VALUE
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns USD, 0 or more.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.FORESIGHT_VALUE({"Mean",600000;"CV",0.35}, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 19756.84177790658
 * @example =COMMIT.FORESIGHT_VALUE(600000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0
 */
export function foresightValueFunction(
  forecast: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(readUncertainAgreement(forecast, bands, terms), (given) =>
    foresightValue(given.forecast, given.agreement),
  );
}
