import { asWritten, SPARE_ROWS } from "../agreement/cells-as-written";
import { type NativeFormula, type NativeRange, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { HALF_A_CENT, type NativeForecast, toTheCent } from "./native-forecast";

/** Outcomes below the headings that they had when the workings were made. */
interface WeightedArea {
  readonly range: NativeRange;
  readonly headings: readonly [usage: string, probability: string];
}

/** How far probabilities may miss 1 in their sum, and a cumulative one a probability asked for. */
const ALLOWANCE = x`1E-9`;

/** Outcomes, each with its probability; a row of blanks and zeros is no outcome. */
export function weightedForecast(
  layout: Layout,
  { range, headings }: WeightedArea,
): NativeForecast {
  const rows = range.to.row - range.from.row + SPARE_ROWS;
  const amount = (value: NativeFormula, most: NativeFormula) =>
    x`IF(${value}="",0,IF(ISNUMBER(${value}),IF(AND(${value}>=0,${value}<=${most}),${value},NA()),NA()))`;
  const table = layout.table(rows, [
    [
      "Row of the forecast",
      "",
      (row, t) => (row === 0 ? x`2` : x`${t.at("Row of the forecast", row - 1)}+1`),
    ],
    ["Usage written", "USD", (row, t) => asWritten(range, t.at("Row of the forecast", row), x`1`)],
    [
      "Probability written",
      "fraction",
      (row, t) => asWritten(range, t.at("Row of the forecast", row), x`2`),
    ],
    ["Outcome", "USD", (row, t) => amount(t.at("Usage written", row), x`1E15`)],
    ["Probability", "fraction", (row, t) => amount(t.at("Probability written", row), x`1`)],
    [
      "Probability of no more",
      "fraction",
      (row, t) =>
        x`SUMPRODUCT((${t.all("Outcome")}<=${t.at("Outcome", row)})*${t.all("Probability")})`,
    ],
  ]);
  const [outcomes, weights] = [table.all("Outcome"), table.all("Probability")];
  const total = layout.step("Sum of the probabilities", "fraction", x`SUM(${weights})`);
  const [usage, probability] = headings;
  const isHeaded = x`AND(INDEX(${range},1,1)=${text(usage)},INDEX(${range},1,2)=${text(probability)})`;
  const mean = layout.step(
    "Mean usage",
    "USD",
    x`IF(AND(${isHeaded},ROWS(${range})<=${rows + 1},${total}<=1+${ALLOWANCE},${total}>=1-${ALLOWANCE}),SUMPRODUCT(${outcomes},${weights})/${total},NA())`,
  );
  const reaching = (wanted: NativeFormula) => {
    const reached = x`(${table.all("Probability of no more")}/${total}>=${wanted}-${ALLOWANCE})*(${weights}>0)`;
    // The lowest of those that reach it: all others are set beyond every amount.
    return x`SUMPRODUCT(MIN(${outcomes}+1E15*100*(1-${reached})))`;
  };
  return {
    mean,
    placeOf: () => x`0`,
    chanceBelow: (amount) => x`SUMPRODUCT((${outcomes}<${amount})*${weights})/${total}`,
    expectedAbove: (amount) =>
      x`SUMPRODUCT((${outcomes}>${amount})*(${outcomes}-${amount})*${weights})/${total}`,
    fillsFrom: toTheCent,
    quantile: reaching,
    leastLoss: () => HALF_A_CENT,
    lowest: reaching(x`0`),
    highest: x`SUMPRODUCT(MAX(${outcomes}*(${weights}>0)))`,
  };
}
