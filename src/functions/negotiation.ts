import { expectedDiscountNeeded } from "../forecast/expected-discount-needed";
import { readWalkAway } from "../input/uncertain-period-cells";
import { answer } from "./cell-answer";

/**
 * Smallest discount at which a commitment is worth as much as the best alternative when usage is uncertain, as a fraction.
 *
 * Walk away below it. The best alternative is the least expected cost of any other commitment, or none, in the table without the row
 * at the commitment; or the cost that you give, such as another vendor's. The commitment keeps the terms of the band it
 * lands in. 0 where it is cheaper even at list prices; else its expected cost at the answer is the alternative's, found
 * numerically to the last digit. docs/pricing-model.md 26.4.
 *
 * @customfunction WALK_AWAY_DISCOUNT
 * @helpurl https://localhost:3000/help.html#WALK_AWAY_DISCOUNT
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment to weigh, USD, above 0. It need not be a threshold.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @param [best_alternative] Expected cost of the best alternative, USD, 0 or more. If omitted: that of the best other commitment.
 * @returns Discount as a fraction from 0 up to 1.
 * @throws #N/A where no discount suffices, because the alternative costs less than the commitment itself; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.WALK_AWAY_DISCOUNT(700000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 0.1
 * @example =COMMIT.WALK_AWAY_DISCOUNT(700000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}, 560000) is 0.2
 * @example =COMMIT.WALK_AWAY_DISCOUNT(700000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}, 490000) is #N/A No discount suffices: under this forecast the alternative of $490k costs less than $500k would at any discount.
 */
export function walkAwayDiscountFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
  best_alternative?: unknown,
): unknown {
  return answer(readWalkAway(forecast, commitment, bands, terms, best_alternative), (given) =>
    expectedDiscountNeeded(
      given.forecast,
      given.commitmentUsd,
      given.agreement,
      given.alternativeUsd,
    ),
  );
}
