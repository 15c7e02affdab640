import { LEAST_DEALS } from "../../../analysis/benchmark";
import type { NativeAgreement } from "../agreement/agreement-block";
import { asWritten } from "../agreement/cells-as-written";
import { amountOf } from "../agreement/commitment-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";
import { type HeadedArea, headingsAsTheyWere, rowsBelow } from "./headed-area";

export type DealHeading = "Commitment" | "Discount" | (typeof WORD_HEADINGS)[number];

/** Headings over words: a 0 under one shows that Excel hands over blank cells as 0. */
const WORD_HEADINGS = ["Date", "Source", "Note"] as const;

/** Where an offer stands among comparable deals: what BENCHMARK_RANK shows, line by line. */
export interface NativeBenchmark {
  readonly rank: NativeCell;
  readonly measures: readonly (readonly [name: string, value: NativeFormula])[];
}

/** Discounts that differ by no more are equal. */
const EQUAL = x`1E-9`;

/** Ranks an offer among the deals of its band, or among all without bands (docs/pricing-model.md 19.1, 19.2). */
export function benchmarkSteps(
  layout: Layout,
  area: HeadedArea<DealHeading>,
  agreement: NativeAgreement | undefined,
  offer: { readonly discount: NativeFormula; readonly commitment: NativeFormula },
): NativeBenchmark {
  const { range, headingRow, columnOf } = area;
  const headings = headingsAsTheyWere(layout, area);
  layout.block("The offer");
  const bandsHold = agreement ? x`${agreement.hold}=1` : x`TRUE`;
  const commitment = layout.step("Commitment", "USD", amountOf(offer.commitment, bandsHold));
  const discount = layout.step("Discount", "fraction", fractionOf(offer.discount));
  const cents = agreement?.bands.all("Threshold in cents");
  // By where it starts: of rows that repeat a band, programs find one or another.
  const bandOf = (usd: NativeFormula): NativeFormula =>
    cents ? x`INDEX(${cents},MATCH(ROUND(100*${usd},0),${cents},1))` : x`1`;
  const band = layout.step("Where its band starts", "cents", bandOf(commitment));
  layout.block("Comparable deals");
  const written = (heading: DealHeading, row: NativeCell): NativeFormula =>
    asWritten(range, row, x`${columnOf(heading)}`);
  const zeros = layout.table(rowsBelow(area), [
    ["Row", "", (row) => x`${headingRow + row + 1}`],
    [
      "Zeros under words",
      "",
      (row, t) =>
        WORD_HEADINGS.filter((heading) => columnOf(heading) > 0).reduce<NativeFormula>(
          (sum, heading) => {
            const one = written(heading, t.at("Row", row));
            return x`${sum}+IF(ISNUMBER(${one}),IF(${one}=0,1,0),0)`;
          },
          x`0`,
        ),
    ],
  ]);
  // Where blank cells are handed over as 0, a 0 is none (docs/reading-cells.md).
  const areBlank = layout.step(
    "Is a 0 a blank cell? (1 is yes)",
    "",
    x`IF(SUM(${zeros.all("Zeros under words")})>0,1,0)`,
  );
  const deals = layout.table(rowsBelow(area), [
    ["Row of the deal", "", (row) => x`${headingRow + row + 1}`],
    ["Commitment written", "USD", (row, t) => written("Commitment", t.at("Row of the deal", row))],
    ["Discount written", "fraction", (row, t) => written("Discount", t.at("Row of the deal", row))],
    [
      "Is it a deal? (1 is yes)",
      "",
      (row, t) => {
        const [usd, off] = [t.at("Commitment written", row), t.at("Discount written", row)];
        const isNone = (one: NativeFormula) => x`OR(${one}="",${one}=0)`;
        const isMissing = (one: NativeFormula) => x`OR(${one}="",AND(${areBlank}=1,${one}=0))`;
        const isRead = x`ISNUMBER(${amountOf(usd, x`TRUE`)}+${fractionOf(off)})`;
        return x`IF(AND(${isNone(usd)},${isNone(off)}),0,IF(OR(${isMissing(usd)},${isMissing(off)}),NA(),IF(${isRead},1,NA())))`;
      },
    ],
    [
      "Discount, if it counts",
      "fraction",
      (row, t) =>
        x`IF(${t.at("Is it a deal? (1 is yes)", row)}=1,IF(${bandOf(t.at("Commitment written", row))}=${band},${t.at("Discount written", row)},""),"")`,
    ],
  ]);
  const all = deals.all("Discount, if it counts");
  const count = layout.step(
    "Comparable deals",
    "",
    x`IF(AND(${headings}=1,ISNUMBER(${commitment}+${discount}+SUM(${all})),ISNUMBER(SUMPRODUCT((${range}<>"")*1))),IF(COUNT(${all})>=${LEAST_DEALS},COUNT(${all}),NA()),NA())`,
  );
  const counting = (condition: NativeFormula): NativeFormula =>
    x`SUMPRODUCT((${all}<>"")*${condition})`;
  const below = counting(x`(${all}<${discount}-${EQUAL})`);
  const upTo = counting(x`(${all}<=${discount}+${EQUAL})`);
  const rank = layout.step("Rank", "fraction", x`(${below}+${upTo})/2/${count}`);
  const quantile = (name: string, share: NativeFormula) =>
    [
      name,
      layout.step(
        name,
        "fraction",
        x`SMALL(${all},MIN(${count},MAX(1,ROUNDUP(${count}*${share}-1E-9,0))))`,
      ),
    ] as const;
  const lowest = quantile("Lowest discount", x`0`);
  const lower = quantile("Lower quartile", x`0.25`);
  const median = quantile("Median", x`0.5`);
  const upper = quantile("Upper quartile", x`0.75`);
  const highest = quantile("Highest discount", x`1`);
  const points = layout.step("Points to the median", "fraction", x`${median[1]}-${discount}`);
  const usd = layout.step(
    "USD a year to the median",
    "USD",
    x`${points}*${commitment}/(1-${discount})`,
  );
  return {
    rank,
    measures: [
      ["Comparable deals", count],
      ...[lowest, lower, median, upper, highest],
      ["Rank", rank],
      ["Points to the median", points],
      ["USD a year to the median", usd],
    ],
  };
}

/** A discount as typed: a blank is 0; what is no fraction from 0 up to 1 is refused. */
function fractionOf(value: NativeFormula): NativeFormula {
  return x`IF(${value}&""="",0,IF(ISNUMBER(${value}),IF(AND(${value}>=0,${value}<1),${value},NA()),NA()))`;
}
