import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { clauseValues } from "../forecast/clause-values";
import { discountPointValue } from "../forecast/discount-point";
import { readUncertainPeriod } from "../input/uncertain-period-cells";
import { answer, tableCell } from "./cell-answer";

/**
 * What one more point of discount is worth when usage is uncertain, USD.
 *
 * 0.01 times the rate at which expected cost falls as the discount of the committed band rises, all else as it is. Net basis with
 * committed overage: 0.01(1 + p)E[U; U >= Q], with p the premium and Q the list usage that the commitment pays for; with list
 * overage 0.01(1 + p)(C/r^2)P(U >= Q); each plus 0.01(1 - f)E[U; U < Q], with f the forfeited share.
 *
 * @customfunction DISCOUNT_POINT_VALUE
 * @helpurl https://localhost:3000/help.html#DISCOUNT_POINT_VALUE
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns USD a point.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.DISCOUNT_POINT_VALUE({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 3541.5810848182687
 * @example =COMMIT.DISCOUNT_POINT_VALUE({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 3152.4176968324236
 */
export function discountPointValueFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readUncertainPeriod(forecast, commitment, bands, terms),
    ({ forecast: usage, commitmentUsd, agreement }) =>
      discountPointValue(usage, commitmentUsd, agreement),
  );
}

/**
 * What each clause that the agreement lacks is worth when usage is uncertain: alone, added last, and all together.
 *
 * Alone is expected cost now less expected cost with this clause only; added last is expected cost with all other clauses less with
 * all. Values do not add up. Points are USD divided by 0.01 E[U; U >= Q], what a point of discount saves with overage at the
 * committed rate. Overage at the committed rate is listed where overage is at list or carries a premium; the step-up right where
 * there is none; half the shortfall returned where more than half is forfeited.
 *
 * @customfunction CLAUSE_VALUES
 * @helpurl https://localhost:3000/help.html#CLAUSE_VALUES
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Table with headings: Clause, Value alone, Value added last, Points alone, Points added last. Values in USD.
 * @throws #N/A without a commitment; #N/A in the cells of points where the forecast never fills the commitment; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.CLAUSE_VALUES({380000;600000;900000}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is {"Clause","Value alone","Value added last","Points alone","Points added last";"Overage at the committed rate",16176.470588235301,0,3.2352941176470607,0;"Step-up right",16176.470588235301,0,3.2352941176470607,0;"Half the shortfall returned",29500,29499.999999999884,5.900000000000001,5.899999999999978;"All together",45676.470588235185,45676.470588235185,9.135294117647039,9.135294117647039}
 * @example =COMMIT.CLAUSE_VALUES(600000, 0, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is #N/A Without a commitment there is no value of a clause to compute.
 */
export function clauseValuesFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readUncertainPeriod(forecast, commitment, bands, terms),
    ({ forecast: usage, commitmentUsd, agreement }): Answer<unknown[][]> => {
      const values = clauseValues(usage, commitmentUsd, agreement);
      if (values instanceof NoAnswer) return values;
      return [
        ["Clause", "Value alone", "Value added last", "Points alone", "Points added last"],
        ...values.map((value) => [
          value.clause,
          value.aloneUsd,
          value.addedLastUsd,
          tableCell(value.alonePoints),
          tableCell(value.addedLastPoints),
        ]),
      ];
    },
  );
}
