import { amountOf, type NativeCommitment } from "../agreement/commitment-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";

/** One period: the lines of its settlement in the order of their sum, and the measures that go with them. */
export interface NativePeriod {
  readonly usage: NativeCell;
  /** Name of the first line, which depends on the basis. */
  readonly commitmentLine: NativeFormula;
  readonly commitment: NativeCell;
  readonly overage: NativeCell;
  readonly returned: NativeCell;
  readonly cost: NativeCell;
  readonly shortfall: NativeCell;
  readonly utilization: NativeCell;
  readonly coverage: NativeCell;
  readonly discount: NativeCell;
}

/** Settles one period (docs/pricing-model.md 4.1 to 4.5, 4.9 to 4.11). */
export function periodSteps(
  layout: Layout,
  commitment: NativeCommitment,
  given: NativeFormula,
): NativePeriod {
  const { agreement, isNone, price, rate, capacity, share } = commitment;
  const { isNet } = agreement;
  layout.block("One period");
  const usage = layout.step(
    "Usage at list prices",
    "USD",
    amountOf(given, x`ISNUMBER(${commitment.amount})`),
  );
  const shortfall = layout.step(
    "Shortfall",
    "USD",
    x`IF(${isNone}=1,0,MAX(0,${price}-${rate}*${usage}))`,
  );
  const beforeReturn = costBeforeReturn(layout, commitment, usage);
  const paid = layout.step(
    "Paid for the commitment",
    "USD",
    x`IF(${isNone}=1,0,MIN(${price},${beforeReturn}))`,
  );
  const overage = layout.step("Overage", "USD", x`${beforeReturn}-${paid}`);
  const returned = layout.step("Shortfall returned", "USD", x`0-(1-${share})*${shortfall}`);
  const cost = layout.step("Effective cost", "USD", x`${paid}+${overage}+${returned}`);
  const utilization = layout.step(
    "Utilization",
    "fraction",
    x`IF(${isNone}=1,NA(),MIN(1,${usage}/${capacity}))`,
  );
  const discount = layout.step(
    "Discount received",
    "fraction",
    x`IF(${usage}=0,NA(),1-${cost}/${usage})`,
  );
  const coverage = layout.step(
    "Coverage",
    "fraction",
    x`IF(${usage}=0,NA(),IF(${isNone}=1,0,MIN(${usage},${capacity}))/${usage})`,
  );
  const commitmentLine = x`IF(${isNet}=1,"Commitment","Commitment at the discount")`;
  return {
    ...{ usage, commitmentLine, commitment: paid, overage, returned, cost },
    ...{ shortfall, utilization, coverage, discount },
  };
}

/** What a period costs before any shortfall comes back, for the overage that the band has. */
function costBeforeReturn(
  layout: Layout,
  commitment: NativeCommitment,
  usage: NativeCell,
): NativeCell {
  const { agreement, isNone, cents, price, rate, capacity, priceOfOverage, overage } = commitment;
  const { bands } = agreement;
  const beyond = layout.step("Usage beyond the capacity", "USD", x`MAX(0,${usage}-${capacity})`);
  const ways = layout.table(bands.rows, [
    [
      "Cost when stepped up to it",
      "USD",
      (row) =>
        x`IF(${bands.at("Threshold in cents", row)}>${cents},MAX(${bands.at("Price of the threshold", row)},${bands.at("Rate", row)}*${usage}),"")`,
    ],
  ]);
  const stepUp = layout.step(
    "Cost with a step-up right",
    "USD",
    x`MIN(MAX(${price},${rate}*${usage}),${ways.all("Cost when stepped up to it")})`,
  );
  const place = layout.step(
    "Place of the usage among the bands",
    "USD",
    x`${commitment.place}+${beyond}`,
  );
  const reached = layout.step(
    "Row of the band that it reaches",
    "",
    x`MAX(${commitment.band},MATCH(${place},${bands.all("Usage that reaches it")},1))`,
  );
  const at = (heading: "Cost by then" | "Usage that reaches it" | "Rate"): NativeFormula =>
    x`INDEX(${bands.all(heading)},${reached})`;
  const reRate = layout.step(
    "Cost when overage is re-rated",
    "USD",
    // Without overage its price to the last bit, of which all may return.
    x`${price}+IF(${beyond}=0,0,${at("Cost by then")}+(${place}-${at("Usage that reaches it")})*${at("Rate")}-${commitment.costByThen})`,
  );
  const { stepUp: stepUpWord, reRate: reRateWord } = OVERAGE_WORDS;
  return layout.step(
    "Cost before any shortfall returns",
    "USD",
    x`IF(${isNone}=1,${bands.at("Rate", 0)}*${usage},IF(${overage}=${text(stepUpWord)},${stepUp},IF(${overage}=${text(reRateWord)},${reRate},${price}+${priceOfOverage}*${beyond})))`,
  );
}
