import { coverage, effectiveDiscount, utilization } from "../core/indicators";
import { settle } from "../core/settle";
import { settlementLines } from "../core/settlement-lines";
import { readPeriod } from "../input/period-cells";
import { answer } from "./cell-answer";

/**
 * Everything paid for a period: the commitment, overage, less any shortfall that comes back, USD.
 *
 * Net basis: C + o(U - C/r)+ - (1 - f)(C - rU)+, with U usage at list, C the commitment, r one less its discount, o the price of overage and f the forfeited share. List basis: rC + o(U - C)+ - (1 - f)r(C - U)+.
 * Step-up overage prices all usage at the best band it reaches; re-rate prices each further slice at the band it falls in.
 *
 * @customfunction EFFECTIVE_COST
 * @helpurl https://localhost:3000/help.html#EFFECTIVE_COST
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Cost, USD, not rounded.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.EFFECTIVE_COST(800000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 711764.7058823529
 * @example =COMMIT.EFFECTIVE_COST(700000, 1000000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 1000000
 * @example =COMMIT.EFFECTIVE_COST(800000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 680000
 */
export function effectiveCostFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, agreement }) => settle(usageUsd, commitmentUsd, agreement).costUsd,
  );
}

/**
 * Discount really received off list, as a fraction: 1 less cost divided by usage.
 *
 * Negative where the commitment cost more than paying list prices would have. Also called the effective savings rate over list.
 *
 * @customfunction EFFECTIVE_DISCOUNT
 * @helpurl https://localhost:3000/help.html#EFFECTIVE_DISCOUNT
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Discount as a fraction.
 * @throws #N/A without usage; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.EFFECTIVE_DISCOUNT(600000, 510000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.15
 * @example =COMMIT.EFFECTIVE_DISCOUNT(400000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is -0.25
 * @example =COMMIT.EFFECTIVE_DISCOUNT(0, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is #N/A Without usage there is no discount to compute.
 */
export function effectiveDiscountFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, agreement }) =>
      effectiveDiscount(settle(usageUsd, commitmentUsd, agreement), usageUsd),
  );
}

/**
 * Commitment that is not used, USD, before any share of it comes back.
 *
 * Net basis: max(0, C - rU). List basis: r max(0, C - U).
 *
 * @customfunction SHORTFALL
 * @helpurl https://localhost:3000/help.html#SHORTFALL
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Shortfall, USD, 0 or more.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.SHORTFALL(875000, 1000000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 300000
 */
export function shortfallFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, agreement }) =>
      settle(usageUsd, commitmentUsd, agreement).shortfallUsd,
  );
}

/**
 * What usage beyond the commitment costs, USD.
 *
 * Cost before any shortfall comes back, less what the commitment itself costs; never below 0.
 *
 * @customfunction OVERAGE_COST
 * @helpurl https://localhost:3000/help.html#OVERAGE_COST
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Cost of overage, USD, 0 or more.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.OVERAGE_COST(800000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 180000
 */
export function overageCostFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, agreement }) =>
      settle(usageUsd, commitmentUsd, agreement).overageUsd,
  );
}

/**
 * Part of the commitment that is used, as a fraction from 0 to 1.
 *
 * Net basis: min(C, rU)/C. List basis: min(C, U)/C.
 *
 * @customfunction UTILIZATION
 * @helpurl https://localhost:3000/help.html#UTILIZATION
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Fraction from 0 to 1.
 * @throws #N/A without a commitment; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.UTILIZATION(500000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.85
 * @example =COMMIT.UTILIZATION(500000, 0, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is #N/A Without a commitment there is no utilization to compute.
 */
export function utilizationFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, agreement }) =>
      utilization(settle(usageUsd, commitmentUsd, agreement), usageUsd),
  );
}

/**
 * Part of the usage that the commitment covers, as a fraction from 0 to 1.
 *
 * Net basis: min(U, C/r)/U. List basis: min(U, C)/U.
 *
 * @customfunction COVERAGE
 * @helpurl https://localhost:3000/help.html#COVERAGE
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Fraction from 0 to 1.
 * @throws #N/A without usage; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.COVERAGE(800000, 510000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.75
 */
export function coverageFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, agreement }) =>
      coverage(settle(usageUsd, commitmentUsd, agreement), usageUsd),
  );
}

/**
 * What a period costs, line by line: commitment, overage, shortfall returned and their sum.
 *
 * Five rows of two columns under the heading Line, USD. Lines of 0 stay, and the last line is the sum of the lines above it, the same number that EFFECTIVE_COST returns.
 *
 * @customfunction SETTLEMENT
 * @helpurl https://localhost:3000/help.html#SETTLEMENT
 * @param usage Usage of the period at list prices, USD, 0 or more.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Header Line, USD; then Commitment (on the list basis: Commitment at the discount), Overage, Shortfall returned (negative or 0), Effective cost.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.SETTLEMENT(800000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is {"Line","USD";"Commitment",500000;"Overage",180000;"Shortfall returned",0;"Effective cost",680000}
 */
export function settlementFunction(
  usage: unknown,
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown[][] {
  return answer(
    readPeriod(usage, commitment, bands, terms),
    ({ usageUsd, commitmentUsd, agreement }) => [
      ["Line", "USD"],
      ...settlementLines(settle(usageUsd, commitmentUsd, agreement)).map(({ label, amountUsd }) => [
        label,
        amountUsd,
      ]),
    ],
  );
}
