import { combine } from "../core/result";
import { readBands } from "../input/bands-cells";
import { readAddition, readBurndown, readUnderWay } from "../input/mid-term-cells";
import { burndown } from "../term/burndown";
import { cotermCommitment } from "../term/coterm";
import { earlyRenewal } from "../term/early-renewal";
import { answer, tableOf } from "./cell-answer";

/**
 * What a commitment added within a term owes for the days left, and which discount each of the two amounts earns.
 *
 * Owed is the added commitment times days left over days in the term, both counting both ends. The discounts are those of the amounts times 12 over the months of the term, since bands price annual commitments; the contract must name one. docs/pricing-model.md 23.1, 23.2.
 *
 * @customfunction COTERM_COMMITMENT
 * @helpurl https://localhost:3000/help.html#COTERM_COMMITMENT
 * @param commitment Commitment for the whole of start to end, USD, 0 or more.
 * @param added Added commitment, for the whole of start to end, USD, 0 or more.
 * @param added_on Day of the addition, from start to end: a date.
 * @param start First day of the term: a date.
 * @param end Last day of the term: a date.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @returns Header Line, Value; then Days left; Days in the term; Added commitment, for the days left; Commitment with the addition, whole term; Commitment with the addition, this term; Discount by the whole-term amount; Discount by this term's amount.
 * @throws #VALUE! when the day is outside the term, or naming every argument and row that is wrong.
 * @example =COMMIT.COTERM_COMMITMENT(500000, 365000, 46506, 46388, 46752, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is {"Line","Value";"Days left",247;"Days in the term",365;"Added commitment, for the days left",247000;"Commitment with the addition, whole term",865000;"Commitment with the addition, this term",747000;"Discount by the whole-term amount",0.15;"Discount by this term's amount",0.15}
 * @example =COMMIT.COTERM_COMMITMENT(500000, 300000, 46753, 46388, 46752, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is #VALUE! Added_on is 2028-01-01: give a day from start to end.
 */
export function cotermCommitmentFunction(
  commitment: unknown,
  added: unknown,
  added_on: unknown,
  start: unknown,
  end: unknown,
  bands: unknown[][],
): unknown[][] {
  return answer(
    combine({
      addition: readAddition(commitment, added, added_on, start, end),
      table: readBands(bands),
    }),
    ({ addition, table }) => tableOf(cotermCommitment(addition, table)),
  );
}

/**
 * Keep a commitment of twelve months, top it up, or re-commit now: each priced over the twelve months from now.
 *
 * All options buy the same usage. What is left of the commitment is owed and lost in all of them; it is no credit towards a new deal. docs/pricing-model.md 23.3 to 23.6.
 *
 * @customfunction EARLY_RENEWAL
 * @helpurl https://localhost:3000/help.html#EARLY_RENEWAL
 * @param usage List usage a month from now on, USD, 0 or more.
 * @param used List usage so far, USD, 0 or more.
 * @param elapsed Months so far, from 0 to 12; fractions are allowed.
 * @param commitment Commitment of the twelve months, USD, 0 or more.
 * @param target Commitment that would replace it from now on, USD, 0 or more.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @param [top_up] Commitment added now, a year's amount, USD. If omitted or 0: no such row.
 * @returns Header Option, Rest of this term, After it, Cost over 12 months, Shortfall, Saving against keeping; rows Keep, Top up (only if there is one), Re-commit.
 * @throws #VALUE! naming every argument and row that is wrong, and for a top-up beside step-up or re-rate overage.
 * @example =COMMIT.EARLY_RENEWAL(60000, 300000, 6, 500000, 600000, {0,0}, {"Overage","committed"}) is {"Option","Rest of this term","After it","Cost over 12 months","Shortfall","Saving against keeping";"Keep",160000,360000,520000,0,0;"Re-commit",360000,360000,720000,200000,-200000}
 */
export function earlyRenewalFunction(
  usage: unknown,
  used: unknown,
  elapsed: unknown,
  commitment: unknown,
  target: unknown,
  bands: unknown[][],
  terms?: unknown[][],
  top_up?: unknown,
): unknown[][] {
  return answer(
    readUnderWay(usage, used, elapsed, commitment, target, bands, terms, top_up),
    (underWay) => tableOf(earlyRenewal(underWay)),
  );
}

/**
 * Where a commitment ends at the pace so far and at that of the last months, and which pace fills it.
 *
 * The usage of a month draws its price at the discount of the commitment times 12 over its months. At a pace, the end is what is used plus the pace times the months left. docs/pricing-model.md 23.7 to 23.9.
 *
 * @customfunction BURNDOWN
 * @helpurl https://localhost:3000/help.html#BURNDOWN
 * @param usage List usage of each month so far, USD, 0 or more: a row or column; one number is one month. What is after the months past must be blank or 0.
 * @param commitment Commitment of all the months, USD, 0 or more.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium, Forfeited share, Rollover share and the like are terms of the years whose commitment lands in that band.
 * @param [terms] Two columns, term and value; Basis (net, list) and Start date (a date) matter here. If omitted: net, none.
 * @param [months] Length of the commitment in months, a whole number from 1 to 120. If omitted: 12.
 * @param [elapsed] How many months are past, a whole number from 1. If omitted: all entries of usage; refused where the last of them is blank or 0.
 * @returns Header Pace, A month, Used at the end, Share of commitment, Shortfall, Overage, Exhausted after, Exhausted on; rows So far, All months, Last 3 months, Last 6 months, Last 12 months, Required. #N/A for a pace of more months than there are, and where the commitment is not used up.
 * @throws #N/A without a commitment; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.BURNDOWN({50000;50000}, 500000, {0,0}, , 10) is {"Pace","A month","Used at the end","Share of commitment","Shortfall","Overage","Exhausted after","Exhausted on";"So far",50000,100000,0.2,400000,0,#N/A,#N/A;"All months",50000,500000,1,0,0,10,#N/A;"Last 3 months",#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A;"Last 6 months",#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A;"Last 12 months",#N/A,#N/A,#N/A,#N/A,#N/A,#N/A,#N/A;"Required",50000,500000,1,0,0,10,#N/A}
 * @example =COMMIT.BURNDOWN({50000;60000;0;0}, 500000, {0,0}) is #VALUE! Elapsed is missing: give how many months are past, since the last 2 entries of usage are empty.
 */
export function burndownFunction(
  usage: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
  months?: unknown,
  elapsed?: unknown,
): unknown[][] {
  return answer(readBurndown(usage, commitment, bands, terms, months, elapsed), (given) =>
    tableOf(burndown(given)),
  );
}
