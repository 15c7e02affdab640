import { type AnswerRange, answerRange, RANGE_DETAILS } from "../analysis/how-sure/answer-range";
import { robustCommitment } from "../analysis/how-sure/robust-commitment";
import { US_DOLLAR } from "../core/currency";
import { formatShortUsd } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import { type Answer, combine } from "../core/result";
import { variationOf } from "../forecast/scaled";
import { readCell } from "../input/cells/cells";
import { readForecastBox } from "../input/forecast-box-cells";
import { readChoice } from "../input/table-cells";
import { readUncertainAgreement, readUncertainPeriod } from "../input/uncertain-period-cells";
import { answer } from "./cell-answer";

/**
 * How far usage, its spread, each discount and each threshold may change before another commitment is expected to cost less.
 *
 * Compared are the commitments on offer: 0, each threshold, and the commitment; one that costs the same, to a rounding of doubles,
 * is no better. One row for each input, changed by itself around what it is now, From and To included. Average usage: all of it
 * scaled. Spread: the standard deviation over the average, with the average as it is; another lognormal for a lognormal or certain
 * usage, else every deviation from the average scaled. A threshold moves between its neighbours, and a commitment that equals it
 * moves with it. Ends are solved, to the last digits of the costs. docs/pricing-model.md 26.1, 26.2; docs/assumptions.md P57.
 *
 * @customfunction ANSWER_RANGE
 * @helpurl https://localhost:3000/help.html#ANSWER_RANGE
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @param [detail] all; usage: the rows of average usage and spread; or bands: those of discounts and thresholds. If omitted: all.
 * @returns Table with headings: Changed, Now, From, To, Best below, Best above. Average usage, thresholds and the best commitments in USD, spread and discounts as fractions. An end that no change within its limits reaches is "no limit", and nothing is best beyond it: usage goes from 0 to 1E+15, a spread from 0 to 10 or as far as no usage falls below 0, a discount from 0 up to 1.
 * @throws #N/A where the commitment is not the cheapest now, naming one that is cheaper, or where usage varies around an average of 0; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.ANSWER_RANGE({"Mean",600000;"CV",0.35}, 250000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}, "usage") is {"Changed","Now","From","To","Best below","Best above";"Average usage",600000,290579.52940064436,702368.1075829471,0,500000;"Spread",0.35,0.17411098870321662,1.712524432858062,500000,0}
 * @example =COMMIT.ANSWER_RANGE(600000, 500000, {0,0;250000,0.1;500000,0.15}, {"Overage","committed"}, "bands") is {"Changed","Now","From","To","Best below","Best above";"Discount at $0",0,"no limit",0.15,"",0;"Discount at $250k",0.1,"no limit",0.15,"",250000;"Discount at $500k",0.15,0.1,"no limit",250000,"";"Threshold $250k",250000,"no limit","no limit","","";"Threshold $500k",500000,"no limit",540000,"",250000}
 * @example =COMMIT.ANSWER_RANGE({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15}, {"Overage","committed"}) is #N/A $500k is not the cheapest on offer under this forecast: $250k is expected to cost less.
 */
export function answerRangeFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
  detail?: unknown,
): unknown {
  return answer(
    combine({
      period: readUncertainPeriod(forecast, commitment, bands, terms),
      detail: readChoice(readCell(detail), RANGE_DETAILS, { argument: "detail" }),
    }),
    ({ period, detail: wanted }): Answer<unknown[][]> => {
      const ranges = answerRange(period.forecast, period.commitmentUsd, period.agreement, wanted);
      if (ranges instanceof NoAnswer) return ranges;
      return [
        ["Changed", "Now", "From", "To", "Best below", "Best above"],
        ...ranges.map(({ changed, now, from, to }) => [
          changedName(changed),
          now,
          from?.at ?? "no limit",
          to?.at ?? "no limit",
          from?.bestUsd ?? "",
          to?.bestUsd ?? "",
        ]),
      ];
    },
  );
}

function changedName(changed: AnswerRange["changed"]): string {
  switch (changed.kind) {
    case "average":
      return "Average usage";
    case "spread":
      return "Spread";
    case "discount":
      return `Discount at ${formatShortUsd(changed.thresholdUsd, US_DOLLAR)}`;
    case "threshold":
      return `Threshold ${formatShortUsd(changed.thresholdUsd, US_DOLLAR)}`;
  }
}

/**
 * The commitment that loses least, in the worst case, where the forecast itself may be wrong.
 *
 * Its regret under a forecast is its expected cost less that of the best commitment for that forecast, as OPTIMAL_COMMITMENT
 * finds it. Of all amounts this one has the least regret under the worst forecast of the box: every average and every spread (standard
 * deviation over average) between the given ends, shaped as in ANSWER_RANGE. Within a cent the smaller commitment wins.
 * docs/pricing-model.md 26.3; docs/assumptions.md P58.
 *
 * @customfunction ROBUST_COMMITMENT
 * @helpurl https://localhost:3000/help.html#ROBUST_COMMITMENT
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @param [mean_low] Lowest average usage, USD. If omitted: 0.8 times that of the forecast.
 * @param [mean_high] Highest average usage, USD. If omitted: 1.2 times that of the forecast.
 * @param [cv_low] Smallest spread, a fraction of the average. If omitted: half that of the forecast.
 * @param [cv_high] Largest spread, a fraction of the average. If omitted: 1.5 times that of the forecast, or as far as no usage falls below 0.
 * @returns Table Measure, Value: the commitment; its worst regret, and the average usage and spread of that forecast; the best commitment of the forecast as given, and its worst regret; and the price, the expected cost of the robust one less that of the best under the forecast as given. Amounts in USD, spread as a fraction.
 * @throws #N/A where OPTIMAL_COMMITMENT has no answer, or where usage varies around an average of 0; #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.ROBUST_COMMITMENT(550000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}, 400000, 700000) is {"Measure","Value";"Commitment",250000;"Worst regret",35000;"Worst at average usage",700000;"Worst at spread",0;"Best commitment as forecast",250000;"Worst regret of that",35000;"Price of the robust one",0}
 * @example =COMMIT.ROBUST_COMMITMENT(550000, {0,0;250000,0.1;500000,0.15}, , 700000, 400000) is #VALUE! Mean low is 700,000: give a number up to mean high, which is 400,000.
 */
export function robustCommitmentFunction(
  forecast: unknown[][],
  bands: unknown[][],
  terms?: unknown[][],
  mean_low?: unknown,
  mean_high?: unknown,
  cv_low?: unknown,
  cv_high?: unknown,
): unknown {
  const agreed = readUncertainAgreement(forecast, bands, terms);
  const input = agreed.ok
    ? combine({
        agreed,
        box: readForecastBox(agreed.value.forecast, [mean_low, mean_high, cv_low, cv_high]),
      })
    : agreed;
  return answer(input, ({ agreed: { forecast: usage, agreement }, box }): Answer<unknown[][]> => {
    if (!Number.isFinite(variationOf(usage))) return new NoAnswer({ kind: "averageOfZero" });
    const robust = robustCommitment(usage, agreement, box);
    if (robust instanceof NoAnswer) return robust;
    return [
      ["Measure", "Value"],
      ["Commitment", robust.commitmentUsd],
      ["Worst regret", robust.worst.regretUsd],
      ["Worst at average usage", robust.worst.meanUsd],
      ["Worst at spread", robust.worst.variation],
      ["Best commitment as forecast", robust.bestUsd],
      ["Worst regret of that", robust.worstOfBest.regretUsd],
      ["Price of the robust one", robust.priceUsd],
    ];
  });
}
