import { sameWord } from "../core/fuzzy-match";
import { combine, fail, type Result, succeed } from "../core/result";
import { readWord } from "../input/axis-cells";
import { readEqualPayments, readRate } from "../input/mid-term-cells";
import { readTermDeal } from "../input/term-deal-cells";
import { COST_MEASURES, type CostMeasure, cashFlowTable, termCost } from "../term/cash-flows";
import { prepayBreakeven } from "../term/prepay";
import { schedule } from "../term/schedule";
import { answer, tableOf } from "./cell-answer";

/**
 * A term of several years, period by period: what draws on the commitment, on credits and on overage, and what is paid.
 *
 * Commitment to Closing credit are commitment dollars: net USD, on the list basis list USD. What is paid is money.
 * The sum of Cost is TERM_COST, and Commitment is Commitment used, Rolled and Lapsed together, to the last bit. docs/pricing-model.md 20.10 to 20.16, 21.1.
 *
 * @customfunction TERM_SCHEDULE
 * @helpurl https://localhost:3000/help.html#TERM_SCHEDULE
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @param [list_index] Row or column of list-price indexes, 1 at signing, above 0: an entry a period or a year. If omitted: by the term List price change.
 * @returns Header and a row a period: Period, Year, Starts, List index, Rate, Usage, At list, Commitment, Opening credit, Credit used, Commitment used, Overage used, Unused, Rolled, Lapsed, Credit expired, Closing credit, Commitment paid, Overage paid, Returned, Cost. Starts is #N/A without the term Start date.
 * @throws #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.TERM_SCHEDULE(750000, 500000, {0,0;500000,0.2}) is {"Period","Year","Starts","List index","Rate","Usage","At list","Commitment","Opening credit","Credit used","Commitment used","Overage used","Unused","Rolled","Lapsed","Credit expired","Closing credit","Commitment paid","Overage paid","Returned","Cost";1,1,#N/A,1,0.8,750000,750000,500000,0,0,500000,100000,0,0,0,0,0,500000,125000,0,625000}
 */
export function termScheduleFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  list_index?: unknown[][],
): unknown[][] {
  return answer(readTermDeal(usage, commitment, bands, terms, list_index), ({ plan, usageUsd }) =>
    tableOf(schedule(plan, usageUsd)),
  );
}

/**
 * Everything paid over a term of several years, USD: the sum of its periods, or its present value.
 *
 * One year under the default terms costs what EFFECTIVE_COST says. Present value: the sum of Total/(1 + i)^Years over CASH_FLOWS, with i the term Discounting rate. docs/pricing-model.md 21.2.
 *
 * @customfunction TERM_COST
 * @helpurl https://localhost:3000/help.html#TERM_COST
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @param [list_index] Row or column of list-price indexes, 1 at signing, above 0: an entry a period or a year. If omitted: by the term List price change.
 * @param [measure] total or present value. If omitted: total.
 * @returns Cost, USD, not rounded.
 * @throws #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.TERM_COST(800000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 711764.7058823529
 * @example =COMMIT.TERM_COST({400000;560000;540000}, 500000, {0,0}, {"Overage","committed";"Rollover share",1;"Rollover order","rollover first"}) is 1500000
 * @example =COMMIT.TERM_COST(500000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Term",3;"Payment","upfront";"Overage","committed";"Discounting rate",0.08}, , "present value") is 1500000
 * @example =COMMIT.TERM_COST({50000;50000;50000;50000;50000;50000;50000;50000;50000;50000;50000;50000}, 500000, {0,0}) is #VALUE! Usage has 12 entries: give at most 10, one a year; for months add the term Period, month.
 * @example =COMMIT.TERM_COST(600000, 500000, {0,0}, {"Commitment test","quarterly"}) is #VALUE! A quarterly Commitment test cannot be priced beside usage of each year: change one of them.
 */
export function termCostFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  list_index?: unknown[][],
  measure?: unknown,
): unknown {
  return answer(
    combine({
      planned: readTermDeal(usage, commitment, bands, terms, list_index),
      measure: parseCostMeasure(readWord(measure)),
    }),
    ({ planned: { plan, usageUsd }, measure }) => termCost(plan, usageUsd, measure),
  );
}

function parseCostMeasure(word: string | undefined): Result<CostMeasure> {
  if (word === undefined) return succeed("total");
  const measure = COST_MEASURES.find((known) => sameWord(known, word));
  if (measure) return succeed(measure);
  const place = { argument: "measure" };
  return fail({ kind: "unknownChoice", place, given: word, choices: COST_MEASURES });
}

/**
 * What a term of several years costs by date, and its present value: columns that feed XNPV.
 *
 * Overage falls due at the end of its period, what is returned at the end of its test, the commitment by the term Payment.
 * With the term Start date, Years are days/365 and the sum of Present value is XNPV(rate, Total, Date); without it they are months/12. docs/pricing-model.md 21.3 to 21.6.
 *
 * @customfunction CASH_FLOWS
 * @helpurl https://localhost:3000/help.html#CASH_FLOWS
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @param [list_index] Row or column of list-price indexes, 1 at signing, above 0: an entry a period or a year. If omitted: by the term List price change.
 * @returns Header Date, Years, Commitment, Overage, Returned, Total, Present value, and a row a date, ascending, without a row of totals. Date is #N/A without the term Start date.
 * @throws #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.CASH_FLOWS(750000, 500000, {0,0;500000,0.2}) is {"Date","Years","Commitment","Overage","Returned","Total","Present value";#N/A,0,500000,0,0,500000,500000;#N/A,1,0,125000,0,125000,125000}
 */
export function cashFlowsFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  list_index?: unknown[][],
): unknown[][] {
  return answer(readTermDeal(usage, commitment, bands, terms, list_index), ({ plan, usageUsd }) =>
    tableOf(cashFlowTable(plan, usageUsd)),
  );
}

/**
 * Discount for paying a year in advance that makes it equal to paying it in equal parts, as a fraction.
 *
 * 1 - (1/q) sum of (1 + i)^(-k/q), with q parts a year and k from 1 to q in arrears, from 0 to q - 1 in advance. docs/pricing-model.md 21.7.
 *
 * @customfunction PREPAY_BREAKEVEN
 * @helpurl https://localhost:3000/help.html#PREPAY_BREAKEVEN
 * @param rate Discounting rate, effective a year, a fraction from 0 to 1.
 * @param [payment] annual, quarterly or monthly, in advance or in arrears. If omitted: monthly in arrears.
 * @returns Discount as a fraction.
 * @throws #VALUE! for upfront and true-up, which do not pay a year in equal parts, or naming what is wrong.
 * @example =COMMIT.PREPAY_BREAKEVEN(0) is 0
 * @example =COMMIT.PREPAY_BREAKEVEN(0.25, "annual in arrears") is 0.2
 * @example =COMMIT.PREPAY_BREAKEVEN(0.08, "upfront") is #VALUE! Payment is "upfront": give annual in advance, annual in arrears, quarterly in advance, quarterly in arrears, monthly in advance or monthly in arrears.
 */
export function prepayBreakevenFunction(rate: unknown, payment?: unknown): unknown {
  return answer(combine({ rate: readRate(rate), payment: readEqualPayments(payment) }), (given) =>
    prepayBreakeven(given.rate, given.payment),
  );
}
