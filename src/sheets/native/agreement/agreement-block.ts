import type { PolicyName } from "../../../core/terms";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";
import { bandPolicies } from "./band-policies";
import type { BandsArea } from "./bands-area";
import { bareWord } from "./cells-as-written";
import { headingsCheck } from "./headings-check";
import type { NativePolicies } from "./policies-block";
import type { TermsArea } from "./terms-area";
import {
  isOverage,
  isPremium,
  isShare,
  type NativeTerms,
  OVERAGE_WORDS,
  termsBlock,
} from "./terms-block";
import { firstBand, type WrittenBands, type WrittenHeading, writtenBands } from "./written-bands";

/**
 * Bands and terms as a table with a row for no commitment and one for each row of the range. A row that is no band repeats the row
 * above it: it starts where that one does, so nothing is priced by it.
 */
export interface NativeAgreement {
  readonly isNet: NativeCell;
  readonly bands: PricedBands;
  /** 1 where our function takes bands and terms, else 0. */
  readonly hold: NativeCell;
  /** Which row of the range is the band at $0, counted from the first below the headings; 0 where none is. */
  readonly firstRow: NativeCell;
  readonly area: BandsArea;
  /** A term of several years as written, for the band in a row of the priced bands from 1; an empty text where it is not. */
  readonly policyOf: (name: PolicyName, band: NativeFormula) => NativeFormula;
}

export type PricedHeading =
  | "Threshold"
  | "Threshold in cents"
  | "Discount"
  | "Rate"
  | "Overage"
  | "Overage premium"
  | "Forfeited share"
  | "Price of overage"
  | "Price of the threshold"
  | "Usage that reaches it"
  | "Cost by then";
export type PricedBands = StepTable<PricedHeading>;

export function agreementBlock(
  layout: Layout,
  area: BandsArea,
  termsArea: TermsArea | undefined,
  policies?: NativePolicies,
): NativeAgreement {
  const terms = termsBlock(layout, termsArea, policies);
  const headings = headingsCheck(layout, area);
  layout.block("Bands as written");
  const written = writtenBands(layout, area, headings);
  const firstRow = layout.step(
    "Row that is the band at $0 (0 is none)",
    "",
    x`IF(ROUND(100*INDEX(${written.all("Threshold written")},${firstBand(written)}),0)=0,${firstBand(written)},0)`,
  );
  const divisors = divisorsOf(layout, area, written);
  layout.block("Bands");
  const bands = pricedBands(layout, area, { terms, written, firstRow, divisors });
  const ofBands = policies && bandPolicies(layout, area, { terms, written, firstRow }, policies);
  const policiesHold = ofBands ? x`ISNUMBER(${ofBands.filled})` : x`TRUE`;
  const hold = layout.step(
    "Do bands and terms hold? (1 is yes)",
    "",
    x`IF(AND(${policiesHold},ISNUMBER(SUM(${bands.all("Rate")})),ISNUMBER(SUM(${bands.all("Price of overage")})),ISNUMBER(SUM(${bands.all("Cost by then")})),ISNUMBER(${terms.isNet}),ISNUMBER(${terms.premium}),ISNUMBER(${terms.share}),${terms.overage}&""<>"",${terms.hold}=1,${headings.hold}=1,ROWS(${area.range})<=${area.rowsAbove + written.rows}),1,0)`,
  );
  const policyOf: NativeAgreement["policyOf"] = (name, band) =>
    ofBands?.columnOf(name) === undefined
      ? terms.policy(name)
      : x`INDEX(${ofBands.columnOf(name) ?? x`0`},${band})`;
  return { isNet: terms.isNet, bands, hold, firstRow, area, policyOf };
}

/** What figures below a heading with % are divided by, for each column. */
interface Divisors {
  readonly discount: NativeCell | undefined;
  readonly premium: NativeCell | undefined;
  readonly share: NativeCell | undefined;
}

/** 100 where figures are whole percents, 1 where they are fractions; a mix, or figures that may be either, are refused. */
function divisorsOf(layout: Layout, area: BandsArea, written: WrittenBands): Divisors {
  const divisor = (
    isNeeded: boolean | undefined,
    label: string,
    heading: WrittenHeading,
    mostAsFraction: number,
  ): NativeCell | undefined => {
    if (!isNeeded) return undefined;
    const all = written.all(heading);
    const count = (condition: NativeFormula) => x`SUMPRODUCT((${all}<>"")*${condition})`;
    const whole = count(x`((${all}>=1)+(${all}<=-1))`);
    const parts = count(x`(${all}<>0)*(${all}<1)*(${all}>-1)`);
    const above = count(x`(${all}>${mostAsFraction})`);
    return layout.step(
      `What ${label} are divided by`,
      "",
      x`IF(${whole}=0,1,IF(${parts}=0,IF(${above}>0,100,NA()),NA()))`,
    );
  };
  const { terms } = area;
  return {
    discount: divisor(area.discount.inPercent, "discounts", "Discount written", 0),
    premium: divisor(terms["Overage premium"]?.inPercent, "premiums", "Overage premium written", 4),
    share: divisor(terms["Forfeited share"]?.inPercent, "shares", "Forfeited share written", 1),
  };
}

interface Parts {
  readonly terms: NativeTerms;
  readonly written: WrittenBands;
  readonly firstRow: NativeCell;
  readonly divisors: Divisors;
}

/** The bands with every term settled, and what the thresholds cost (docs/pricing-model.md 4). Row 0 is no commitment. */
function pricedBands(
  layout: Layout,
  area: BandsArea,
  { terms, written, firstRow, divisors }: Parts,
): PricedBands {
  const divided = (value: NativeFormula, divisor: NativeCell | undefined): NativeFormula =>
    divisor ? x`${value}/${divisor}` : value;
  const first = (heading: WrittenHeading, otherwise: NativeFormula): NativeFormula =>
    x`IF(${firstRow}=0,${otherwise},INDEX(${written.all(heading)},${firstRow}))`;
  const kept = (
    heading: PricedHeading,
    row: number,
    t: PricedBands,
    value: NativeFormula,
  ): NativeFormula =>
    x`IF(${written.at("Is it a band? (1 is yes)", row - 1)}=1,${value},${t.at(heading, row - 1)})`;
  const amount = (value: NativeFormula): NativeFormula => x`IF(${value}="",0,${value})`;
  /** A term of the band's own where one is written, else the agreement's; refused where it is none. */
  const ownTerm = (
    heading: PricedHeading,
    from: WrittenHeading,
    value: (written: NativeFormula) => NativeFormula,
    inherited: NativeCell,
  ) => {
    const settled = (one: NativeFormula) => x`IF(${one}="",${inherited},${value(one)})`;
    return (row: number, t: PricedBands): NativeFormula =>
      row === 0
        ? settled(first(from, text("")))
        : kept(heading, row, t, settled(written.at(from, row - 1)));
  };
  const checked = (
    isValid: (value: NativeFormula) => NativeFormula,
    divisor: NativeCell | undefined,
  ) => {
    return (one: NativeFormula): NativeFormula =>
      x`IF(ISNUMBER(${one}),IF(${isValid(divided(one, divisor))},${divided(one, divisor)},NA()),NA())`;
  };
  return layout.table<PricedHeading>(written.rows + 1, [
    [
      "Threshold",
      "USD",
      (row, t) => {
        if (row === 0) return x`0`;
        const value = amount(written.at("Threshold written", row - 1));
        const isFirst =
          row === 1 ? x`TRUE` : x`SUM(${written.all("Is it a band? (1 is yes)", 0, row - 2)})=0`;
        const rises = x`OR(${isFirst},ROUND(100*${value},0)>${t.at("Threshold in cents", row - 1)})`;
        return kept(
          "Threshold",
          row,
          t,
          x`IF(AND(${value}>=0,${value}<=1E15,${rises}),${value},NA())`,
        );
      },
    ],
    ["Threshold in cents", "cents", (row, t) => x`ROUND(100*${t.at("Threshold", row)},0)`],
    [
      "Discount",
      "fraction",
      (row, t) => {
        if (row === 0) return divided(amount(first("Discount written", x`0`)), divisors.discount);
        const value = divided(amount(written.at("Discount written", row - 1)), divisors.discount);
        const most = area.isRate
          ? x`AND(${value}<0.5,${value}>=${fallsFrom(row, t, written)})`
          : x`${value}<1`;
        return kept("Discount", row, t, x`IF(AND(${value}>=0,${most}),${value},NA())`);
      },
    ],
    ["Rate", "USD", (row, t) => x`1-${t.at("Discount", row)}`],
    [
      "Overage",
      "",
      ownTerm(
        "Overage",
        "Overage written",
        (one) => x`IF(${isOverage(bareWord(one))},${bareWord(one)},NA())`,
        terms.overage,
      ),
    ],
    [
      "Overage premium",
      "fraction",
      ownTerm(
        "Overage premium",
        "Overage premium written",
        checked(isPremium, divisors.premium),
        terms.premium,
      ),
    ],
    [
      "Forfeited share",
      "fraction",
      ownTerm(
        "Forfeited share",
        "Forfeited share written",
        checked(isShare, divisors.share),
        terms.share,
      ),
    ],
    ["Price of overage", "USD", (row, t) => priceOfOverage(row, t)],
    [
      "Price of the threshold",
      "USD",
      (row, t) =>
        x`IF(${terms.isNet}=1,${t.at("Threshold", row)},${t.at("Rate", row)}*${t.at("Threshold", row)})`,
    ],
    [
      "Usage that reaches it",
      "USD",
      (row, t) =>
        row === 0
          ? x`0`
          : x`${t.at("Usage that reaches it", row - 1)}+${stepTo(row, t)}/IF(${terms.isNet}=1,${t.at("Rate", row - 1)},1)`,
    ],
    [
      "Cost by then",
      "USD",
      (row, t) =>
        row === 0
          ? x`0`
          : x`${t.at("Cost by then", row - 1)}+${stepTo(row, t)}*IF(${terms.isNet}=1,1,${t.at("Rate", row - 1)})`,
    ],
  ]);
}

/** Under the heading Rate alone, the discount below which a row most likely says the price paid. */
function fallsFrom(row: number, t: PricedBands, written: WrittenBands): NativeFormula {
  if (row === 1) return x`0`;
  return x`IF(SUM(${written.all("Is it a band? (1 is yes)", 0, row - 2)})=0,0,${t.at("Discount", row - 1)})`;
}

function stepTo(row: number, t: PricedBands): NativeFormula {
  return x`(${t.at("Threshold", row)}-${t.at("Threshold", row - 1)})`;
}

/** What a list dollar of overage costs; a premium with step-up or re-rate is refused (docs/assumptions.md P5). */
function priceOfOverage(row: number, t: PricedBands): NativeFormula {
  const [overage, premium, rate] = [
    t.at("Overage", row),
    t.at("Overage premium", row),
    t.at("Rate", row),
  ];
  const { list, committed } = OVERAGE_WORDS;
  return x`IF(ISNUMBER(${t.at("Forfeited share", row)}),IF(${overage}=${text(list)},1+${premium},IF(${overage}=${text(committed)},${rate}*(1+${premium}),IF(${premium}=0,${rate},NA()))),NA())`;
}
