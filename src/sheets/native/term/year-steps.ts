import type { PolicyName } from "../../../core/terms";
import type { NativeAgreement, PricedHeading } from "../agreement/agreement-block";
import { bareWord } from "../agreement/cells-as-written";
import { amountOf } from "../agreement/commitment-block";
import { bareName } from "../agreement/policies-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable, TableColumn } from "../layout";
import type { PathArea } from "./path-area";
import type { TermShape } from "./term-shape";

/** The last day that Excel knows. */
const LAST_DAY = 2_958_465;

type YearHeading =
  | "Year"
  | "Periods"
  | "Commitment"
  | "Commitment that sets the band"
  | "Row of its band"
  | "Discount"
  | "Overage"
  | "Overage premium"
  | "Forfeited share"
  | "Rollover share"
  | "Rollover cap"
  | "Rollover life"
  | "Rollover first (1 is yes)"
  | "Rollover only on renewal (1 is yes)"
  | "Price path"
  | "Floor re-based (1 is yes)"
  | "Uplift"
  | "Uplifts so far, multiplied"
  | "Uplifts so far, added"
  | "Rate"
  | "List prices times"
  | "Without agreement (1 is yes)"
  | "Growth of usage"
  | "Growth of list prices"
  | "Does it hold? (1 is yes)";

/** The contract years of a term as steps (docs/pricing-model.md 20.2 to 20.7). */
export interface NativeYears {
  readonly table: StepTable<YearHeading>;
  /** 1 where the shape of the term is what it was, and every year has a price. */
  readonly hold: NativeCell;
  readonly payment: NativeCell;
  /** Discounting rate, and the start as typed: an empty text where there is none. */
  readonly discounting: NativeCell;
  readonly start: NativeCell;
}

/**
 * How a term is priced: as agreed; without what rolls over; renewed every year where nothing says when, with or without the cap on
 * what a renewal adds; or each of its years for itself, without rollover, uplifts or another test than each year.
 */
export type TermVariant =
  | "as agreed"
  | "without rollover"
  | "renewed yearly"
  | "renewed yearly without a cap"
  | "each year alone";

interface YearsAsGiven {
  readonly commitments: PathArea;
  readonly variant: TermVariant;
  /** Whether list prices are given by an index, and usage by the period. */
  readonly isIndexed: boolean;
  readonly isOfPeriods: boolean;
}

export function yearSteps(
  layout: Layout,
  agreement: NativeAgreement,
  shape: TermShape,
  given: YearsAsGiven,
): NativeYears {
  const { bands, policyOf, hold: agreed } = agreement;
  const { policies, contractTerms } = shape;
  const { commitments, variant, isIndexed, isOfPeriods } = given;
  layout.block("Terms of several years");
  /** A word of the agreement, its default where none is written; 0 is a blank there. */
  const word = (name: PolicyName, otherwise: string): NativeCell => {
    const one = policyOf(name, x`1`);
    return layout.step(
      name,
      "",
      x`IF(OR(${one}="",${one}=0),${text(bareName(otherwise))},${bareWord(one)})`,
    );
  };
  const number = (name: PolicyName, otherwise: NativeFormula): NativeCell => {
    const one = policyOf(name, x`1`);
    return layout.step(name, "", x`IF(ISNUMBER(${one}),${one},${otherwise})`);
  };
  const [none, zero] = [text(""), x`0`];
  const period = word("Period", "year");
  const test = word("Commitment test", "each year");
  const follows = word("Band follows", "each year");
  const upliftOn = word("Uplift on", "net price");
  const payment = word("Payment", "annual in advance");
  const [length, every] = [number("Term", none), number("Renewal every", none)];
  const ask = number("Renewal uplift ask", zero);
  const [growth, change] = [number("Usage growth", zero), number("List price change", zero)];
  const discounting = number("Discounting rate", zero);
  const written = policyOf("Start date", x`1`);
  const start = layout.step(
    "First day",
    "",
    x`IF(ISNUMBER(${written}),IF(${written}=0,"",INT(${written})),"")`,
  );
  const asMade = (given: NativeCell, value: string | number | null): NativeFormula =>
    typeof value === "number"
      ? x`IF(ISNUMBER(${given}),ROUND(${given}*12-${Math.round(value * 12)},6)=0,FALSE)`
      : x`${given}&""=${text(value ?? "")}`;
  const everyMade = policies["Renewal every"];
  const isUnsaid = x`OR(${every}="",${every}=0)`;
  const isAlone = variant === "each year alone";
  const isYearly = !variant.startsWith("renewed")
    ? x`FALSE`
    : x`AND(${isUnsaid},${everyMade ?? 0}=1)`;
  const isEvery = everyMade === null ? isUnsaid : x`OR(${isYearly},${asMade(every, everyMade)})`;
  const days = x`ROUNDUP(${shape.periods}*366/${shape.perYear},0)`;
  const shapeHolds = layout.step(
    "Is the term as long, and tested and renewed as before? (1 is yes)",
    "",
    x`IF(AND(${asMade(period, bareName(policies.Period))},${isAlone ? x`TRUE` : asMade(test, bareName(policies["Commitment test"]))},${asMade(length, policies.Term)},${isEvery},${isIndexed ? x`${change}=0` : x`TRUE`},${isOfPeriods ? x`${growth}=0` : x`TRUE`},IF(${start}="",TRUE,${start}<=${LAST_DAY}-${days})),1,0)`,
  );
  const ofBand =
    (heading: PricedHeading) =>
    (row: number, t: NativeYears["table"]): NativeFormula =>
      x`INDEX(${bands.all(heading)},${t.at("Row of its band", row)})`;
  const ofPolicy =
    (name: PolicyName, otherwise: NativeFormula) =>
    (row: number, t: NativeYears["table"]): NativeFormula => {
      const one = policyOf(name, t.at("Row of its band", row));
      return x`IF(${one}="",${otherwise},${one})`;
    };
  const isYes =
    (name: PolicyName) =>
    (row: number, t: NativeYears["table"]): NativeFormula => {
      const one = bareWord(policyOf(name, t.at("Row of its band", row)));
      return x`IF(${one}="yes",1,0)`;
    };
  const isPooled = policies["Commitment test"] === "total contract";
  layout.block("Contract years");
  const columns: readonly TableColumn<YearHeading>[] = [
    ["Year", "", (row) => x`${row + 1}`],
    ["Periods", "", (row) => x`${shape.lengths[row] ?? 0}`],
    [
      "Commitment",
      "USD",
      (row) => amountOf(commitments[commitments.length > 1 ? row : 0] ?? zero, x`${agreed}=1`),
    ],
    [
      "Commitment that sets the band",
      "USD",
      (row, t) => {
        const { first, last } = contractTerms[row] ?? { first: row, last: row };
        const [all, lengths] = [t.all("Commitment", first, last), t.all("Periods", first, last)];
        return x`IF(${follows}="eachyear",${t.at("Commitment", row)},IF(${follows}="average",SUMPRODUCT(${all}*${lengths})/SUM(${lengths}),${t.at("Commitment", last)}))`;
      },
    ],
    [
      "Row of its band",
      "",
      (row, t) =>
        x`MATCH(ROUND(100*${t.at("Commitment that sets the band", row)},0),${bands.all("Threshold in cents")},1)`,
    ],
    ["Discount", "fraction", ofBand("Discount")],
    ["Overage", "", ofBand("Overage")],
    ["Overage premium", "fraction", ofBand("Overage premium")],
    ["Forfeited share", "fraction", ofBand("Forfeited share")],
    ["Rollover share", "fraction", ofPolicy("Rollover share", zero)],
    ["Rollover cap", "fraction", ofPolicy("Rollover cap", x`1`)],
    ["Rollover life", "", ofPolicy("Rollover life", x`1`)],
    [
      "Rollover first (1 is yes)",
      "",
      (row, t) => {
        const order = bareWord(policyOf("Rollover order", t.at("Row of its band", row)));
        return x`IF(${order}="rolloverfirst",1,0)`;
      },
    ],
    ["Rollover only on renewal (1 is yes)", "", isYes("Rollover only on renewal")],
    [
      "Price path",
      "",
      (row, t) => {
        const band = t.at("Row of its band", row);
        const [path, lasts] = [policyOf("Price path", band), policyOf("Price path lasts", band)];
        const ends = x`IF(ISNUMBER(${lasts}),IF(${lasts}>0,${row}>=${lasts},FALSE),FALSE)`;
        return x`IF(OR(${path}="",${path}=0),"percentofflist",IF(${ends},"percentofflist",${bareWord(path)}))`;
      },
    ],
    ["Floor re-based (1 is yes)", "", isYes("Floor re-based")],
    [
      "Uplift",
      "fraction",
      (row, t) => {
        if (isAlone || row === 0 || contractTerms[row]?.first !== row) return zero;
        const cap = policyOf("Renewal uplift cap", t.at("Row of its band", row - 1));
        if (variant === "renewed yearly without a cap") return ask;
        return x`IF(ISNUMBER(${cap}),MIN(${ask},${cap}),${ask})`;
      },
    ],
    [
      "Uplifts so far, multiplied",
      "",
      (row, t) =>
        row === 0
          ? x`1`
          : x`${t.at("Uplifts so far, multiplied", row - 1)}*(1+${t.at("Uplift", row)})`,
    ],
    [
      "Uplifts so far, added",
      "fraction",
      (row, t) =>
        row === 0 ? zero : x`${t.at("Uplifts so far, added", row - 1)}+${t.at("Uplift", row)}`,
    ],
    [
      "Rate",
      "USD",
      (row, t) => {
        const off = x`IF(${upliftOn}="discount",${t.at("Uplifts so far, added", row)},0)`;
        const times = x`IF(${upliftOn}="netprice",${t.at("Uplifts so far, multiplied", row)},1)`;
        const rate = x`(1-MAX(0,${t.at("Discount", row)}-${off}))*${times}`;
        return x`IF(${rate}>0,${rate},NA())`;
      },
    ],
    [
      "List prices times",
      "",
      (row, t) => x`IF(${upliftOn}="list",${t.at("Uplifts so far, multiplied", row)},1)`,
    ],
    [
      "Without agreement (1 is yes)",
      "",
      (row, t) => {
        const { first, last } = contractTerms[row] ?? { first: row, last: row };
        const sum = x`SUMPRODUCT(${t.all("Commitment", first, last)}*${t.all("Periods", first, last)})`;
        const owed = isPooled
          ? sum
          : x`IF(${follows}="eachyear",${t.at("Commitment", row)},${sum})`;
        return x`IF(ROUND(100*${owed},0)=0,1,0)`;
      },
    ],
    [
      "Growth of usage",
      "",
      (row, t) => (row === 0 ? x`1` : x`${t.at("Growth of usage", row - 1)}*(1+${growth})`),
    ],
    [
      "Growth of list prices",
      "",
      (row, t) => (row === 0 ? x`1` : x`${t.at("Growth of list prices", row - 1)}*(1+${change})`),
    ],
    [
      "Does it hold? (1 is yes)",
      "",
      (row, t) => {
        const overage = t.at("Overage", row);
        const isFlat = x`OR(${overage}="list",${overage}="committed")`;
        const mayRoll = isAlone || variant === "without rollover" || shape.rollsOver;
        const isPriced = mayRoll ? isFlat : x`AND(${isFlat},${t.at("Rollover share", row)}=0)`;
        return x`IF(ISNUMBER(${t.at("Rate", row)}),IF(OR(${t.at("Without agreement (1 is yes)", row)}=1,${isPriced}),1,0),0)`;
      },
    ],
  ];
  const table = layout.table<YearHeading>(shape.years, columns);
  const hold = layout.step(
    "Do the years of the term hold? (1 is yes)",
    "",
    x`IF(ISNUMBER(SUM(${table.all("Does it hold? (1 is yes)")})),IF(AND(${shapeHolds}=1,SUM(${table.all("Does it hold? (1 is yes)")})=${shape.years}),1,0),0)`,
  );
  return { table, hold, payment, discounting, start };
}
