import { readDraws } from "../input/mid-term-cells";
import { readRenewedYearly, readTermDeal, readYearsAlone } from "../input/term-deal-cells";
import { priceFallHeadroom } from "../term/headroom";
import { termProtections } from "../term/protections";
import { renewalCost } from "../term/renewal-cost";
import { drawOutcomes, pathCount, riskTable } from "../term/risk";
import { rolloverValue } from "../term/rollover-value";
import { answer, tableOf } from "./cell-answer";

/**
 * What the rollover of a term saves, USD: its cost without a Rollover share less its cost as it is.
 *
 * It is the overage that credits avoid, never the amount rolled. Without a Rollover share it is 0; TERMS_WITH asks what one would be worth. docs/pricing-model.md 22.1.
 *
 * @customfunction ROLLOVER_VALUE
 * @helpurl https://localhost:3000/help.html#ROLLOVER_VALUE
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @param [list_index] Row or column of list-price indexes, 1 at signing, above 0: an entry a period or a year. If omitted: by the term List price change.
 * @returns Value, USD; below 0 only where overage costs less than what would come back.
 * @throws #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.ROLLOVER_VALUE({400000;560000;540000}, 500000, {0,0}, {"Overage","committed";"Rollover share",1}) is 60000
 * @example =COMMIT.ROLLOVER_VALUE({300000;450000}, 500000, {0,0}, {"Overage","committed";"Rollover share",1}) is 0
 */
export function rolloverValueFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  list_index?: unknown[][],
): unknown {
  return answer(readTermDeal(usage, commitment, bands, terms, list_index), ({ plan, usageUsd }) =>
    rolloverValue(plan, usageUsd),
  );
}

/**
 * How far list prices may fall before each year falls short of its commitment, and before it costs more than list.
 *
 * Each year alone: no rollover, no uplift, and the test of each year. A fall is max(0, 1 - index). docs/pricing-model.md 22.3 to 22.6.
 *
 * @customfunction PRICE_FALL_HEADROOM
 * @helpurl https://localhost:3000/help.html#PRICE_FALL_HEADROOM
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @returns Header Year, Usage, Commitment, Index at first shortfall, Fall before shortfall, Index where dearer than on demand, Fall before dearer than on demand, and a row a year. #N/A where there is no such index.
 * @throws #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.PRICE_FALL_HEADROOM(1000000, 500000, {0,0;500000,0.2}) is {"Year","Usage","Commitment","Index at first shortfall","Fall before shortfall","Index where dearer than on demand","Fall before dearer than on demand";1,1000000,500000,0.625,0.375,0.5,0.5}
 */
export function priceFallHeadroomFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
): unknown[][] {
  return answer(readYearsAlone(usage, commitment, bands, terms), ({ plan, usageUsd }) =>
    tableOf(priceFallHeadroom(plan, usageUsd)),
  );
}

/**
 * Each year of a term with the uplift of its renewal and its cost, with the cap on uplifts and without.
 *
 * Unless the term Renewal every says otherwise, every year begins with a renewal; in TERM_COST none does. The cap is that of the contract being renewed, and never raises a lower ask. docs/pricing-model.md 22.2.
 *
 * @customfunction RENEWAL_COST
 * @helpurl https://localhost:3000/help.html#RENEWAL_COST
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @param [list_index] Row or column of list-price indexes, 1 at signing, above 0: an entry a period or a year. If omitted: by the term List price change.
 * @returns Header Year, Uplift, Rate, Cost, Cost without the cap, Value of the cap; a row a year, and a row Total that sums the costs.
 * @throws #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.RENEWAL_COST(1000000, 1000000, {0,0}, {"Term",2;"Renewal uplift ask",0.5;"Renewal uplift cap",0.25;"Overage","committed"}) is {"Year","Uplift","Rate","Cost","Cost without the cap","Value of the cap";1,0,1,1000000,1000000,0;2,0.25,1.25,1250000,1500000,250000;"Total",#N/A,#N/A,2250000,2500000,250000}
 */
export function renewalCostFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  list_index?: unknown[][],
): unknown[][] {
  return answer(
    readRenewedYearly(usage, commitment, bands, terms, list_index),
    ({ plan, usageUsd }) => tableOf(renewalCost(plan, usageUsd)),
  );
}

/**
 * What each protection that a term lacks is worth over all its years: alone, and added last, in USD and in points of discount.
 *
 * Alone: cost as it is less cost with it only. Added last: cost with all the others less cost with all. A point is 1% of usage at contract prices in the tests that it fills.
 * A lock may be worth less than 0 where list prices fall. docs/pricing-model.md 24.1 to 24.3.
 *
 * @customfunction TERM_PROTECTIONS
 * @helpurl https://localhost:3000/help.html#TERM_PROTECTIONS
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @param [list_index] Row or column of list-price indexes, 1 at signing, above 0: an entry a period or a year. If omitted: by the term List price change.
 * @returns Header Protection, Value alone, Value added last, Points alone, Points added last; a row for each protection that would change the terms, and All together. Points are #N/A where no test is filled.
 * @throws #N/A without a commitment; #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.TERM_PROTECTIONS(1000000, 1000000, {0,0}, {"Overage","committed";"Price path","lower of";"Floor re-based","yes"}) is {"Protection","Value alone","Value added last","Points alone","Points added last";"Half the shortfall returned",0,0,0,0;"All together",0,0,0,0}
 * @example =COMMIT.TERM_PROTECTIONS(300000, 0, {0,0}) is #N/A Without a commitment there is no value of a clause to compute.
 */
export function termProtectionsFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  list_index?: unknown[][],
): unknown[][] {
  return answer(readTermDeal(usage, commitment, bands, terms, list_index), ({ plan, usageUsd }) =>
    tableOf(termProtections(plan, usageUsd)),
  );
}

/**
 * What a term costs where usage and list prices are uncertain: over drawn paths, each number with its standard error.
 *
 * Usage and the list index are the expected paths; the terms Usage volatility, Usage persistence and List price volatility say how far paths stray from them.
 * The same seed draws the same paths everywhere. docs/pricing-model.md 25.1 to 25.6.
 *
 * @customfunction TERM_RISK
 * @helpurl https://localhost:3000/help.html#TERM_RISK
 * @param usage List usage valued at list prices on the day of signing, USD, 0 or more: one number for every period, or a row or column with an entry a period. A blank entry is 0.
 * @param commitment A year's commitment, USD, 0 or more: one number, or a row or column with an entry a contract year.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: those of one period, and Period (year, quarter, month), Term (years), Commitment test, Rollover share, Price path, Renewal every, Payment and the rest (docs/pricing-model.md 20.1). If omitted: the defaults there.
 * @param [list_index] Row or column of list-price indexes, 1 at signing, above 0: an entry a period or a year. If omitted: by the term List price change.
 * @param [paths] How many paths are drawn, a whole number from 2 to 100,000; paths times periods up to 500,000. If omitted: 4,096.
 * @param [seed] A whole number from 0 to 4,294,967,295. If omitted: 1.
 * @returns Header Measure, Value, Standard error; rows Expected cost; Cost, 1 in 10 below; Cost, median; Cost, 1 in 10 above; Expected cost on demand; Expected saving; Chance of costing more than on demand; Chance of a shortfall; Expected shortfall.
 * @throws #VALUE! naming every argument and row that is wrong, lengths that do not agree, and terms that have no price together.
 * @example =COMMIT.TERM_RISK({600000;500000}, 500000, {0,0}, {"Overage","committed"}) is {"Measure","Value","Standard error";"Expected cost",1100000,0;"Cost, 1 in 10 below",1100000,0;"Cost, median",1100000,0;"Cost, 1 in 10 above",1100000,0;"Expected cost on demand",1100000,0;"Expected saving",0,0;"Chance of costing more than on demand",0,0;"Chance of a shortfall",0,0;"Expected shortfall",0,0}
 */
export function termRiskFunction(
  usage: unknown[][],
  commitment: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  list_index?: unknown[][],
  paths?: unknown,
  seed?: unknown,
): unknown[][] {
  return answer(
    readDraws(readTermDeal(usage, commitment, bands, terms, list_index), paths, seed),
    ({ plan, usageUsd, paths, seed }) =>
      tableOf(riskTable(drawOutcomes(plan, usageUsd, seed, 0, pathCount(plan, paths)))),
  );
}
