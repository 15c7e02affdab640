import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf } from "../agreement/commitment-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { leastCostSteps, othersThan } from "./other-bands";

/** Rates tried, after the least and the highest: each halves what is left. */
const HALVINGS = 60;

/** Rates tried are at least this: discounts lie below 1 by as much. Costs that differ by such a part differ by rounding. */
const LEAST = x`0.000000000001`;

/**
 * The smallest discount at which a target costs no more than the best of all other commitments, at one usage: the highest rate is
 * halved in on, since cost only rises with the rate (docs/pricing-model.md 5.4).
 */
export function discountNeededSteps(
  layout: Layout,
  agreement: NativeAgreement,
  usageGiven: NativeFormula,
  targetGiven: NativeFormula,
): NativeCell {
  const { bands, isNet, hold } = agreement;
  layout.block("Discount needed");
  const usage = layout.step("Usage at list prices", "USD", amountOf(usageGiven, x`${hold}=1`));
  const amount = layout.step("Target as written", "USD", amountOf(targetGiven, x`${hold}=1`));
  const target = layout.step("Target", "USD", x`IF(ROUND(100*${amount},0)>0,${amount},NA())`);
  const cents = layout.step("Target in cents", "cents", x`ROUND(100*${target},0)`);
  const band = layout.step(
    "Row of the band whose terms it has",
    "",
    x`MATCH(${cents},${bands.all("Threshold in cents")},1)`,
  );
  const own = (heading: "Overage" | "Overage premium" | "Forfeited share"): NativeCell =>
    layout.step(`${heading} of the target`, "", x`INDEX(${bands.all(heading)},${band})`);
  const [overage, premium, share] = [
    own("Overage"),
    own("Overage premium"),
    own("Forfeited share"),
  ];
  const others = othersThan(layout, agreement, cents, usage);
  const best = leastCostSteps(layout, isNet, others, usage);
  const above = layout.step(
    "Rows of other bands up to the target",
    "",
    x`SUMPRODUCT((${others.all("Threshold in cents")}<=${cents})*1)`,
  );
  const isTop = x`${above}=${others.rows}`;
  const ways = layout.table(others.rows, [
    [
      "Cost of a band above the target",
      "USD",
      (row) =>
        x`IF(${others.at("Threshold in cents", row)}>${cents},${others.at("Cost when stepped up to it", row)},"")`,
    ],
  ]);
  const next = layout.step(
    "Threshold above the target",
    "USD",
    x`IF(${isTop},0,INDEX(${others.all("Threshold")},${above}+1))`,
  );
  const found = (heading: "Usage that reaches it" | "Cost by then", at: NativeFormula) =>
    x`INDEX(${others.all(heading)},${at})`;
  const is = (word: string): NativeFormula => x`${overage}=${text(word)}`;
  const tried = layout.table<
    | "Rate tried"
    | "Price of the target"
    | "Usage beyond the next threshold"
    | "Row that it reaches"
    | "Cost when overage is re-rated"
    | "Cost at that rate"
    | "Rate that is low enough"
    | "Rate that is too high"
  >(HALVINGS + 2, [
    [
      "Rate tried",
      "USD",
      (row, t) => {
        if (row < 2) return row === 0 ? LEAST : x`1`;
        return x`(${t.at("Rate that is low enough", row - 1)}+${t.at("Rate that is too high", row - 1)})/2`;
      },
    ],
    [
      "Price of the target",
      "USD",
      (row, t) => x`IF(${isNet}=1,${target},${t.at("Rate tried", row)}*${target})`,
    ],
    [
      "Usage beyond the next threshold",
      "USD",
      (row, t) =>
        x`IF(${isTop},0,MAX(0,${usage}-IF(${isNet}=1,${next}/${t.at("Rate tried", row)},${next})))`,
    ],
    [
      "Row that it reaches",
      "",
      (row, t) =>
        x`IF(${isTop},1,MAX(${above}+1,MATCH(${found("Usage that reaches it", x`${above}+1`)}+${t.at("Usage beyond the next threshold", row)},${others.all("Usage that reaches it")},1)))`,
    ],
    [
      "Cost when overage is re-rated",
      "USD",
      (row, t) => {
        const [rate, beyond] = [
          t.at("Rate tried", row),
          t.at("Usage beyond the next threshold", row),
        ];
        const reached = t.at("Row that it reaches", row);
        const into = x`(${found("Usage that reaches it", x`${above}+1`)}+${beyond}-${found("Usage that reaches it", x`${reached}`)})`;
        const past = x`IF(${isNet}=1,1,${rate})*${next}+${found("Cost by then", x`${reached}`)}+${into}*INDEX(${others.all("Rate")},${reached})-${found("Cost by then", x`${above}+1`)}`;
        return x`IF(${beyond}=0,MAX(${t.at("Price of the target", row)},${rate}*${usage}),${past})`;
      },
    ],
    [
      "Cost at that rate",
      "USD",
      (row, t) => {
        const [rate, price] = [t.at("Rate tried", row), t.at("Price of the target", row)];
        const beyond = x`MAX(0,${usage}-${price}/${rate})`;
        const flat = x`${price}+IF(${is(OVERAGE_WORDS.list)},1,${rate})*(1+${premium})*${beyond}`;
        const stepped = x`MIN(MAX(${price},${rate}*${usage}),${ways.all("Cost of a band above the target")})`;
        const paid = x`IF(${is(OVERAGE_WORDS.stepUp)},${stepped},IF(${is(OVERAGE_WORDS.reRate)},${t.at("Cost when overage is re-rated", row)},${flat}))`;
        return x`${paid}-(1-${share})*MAX(0,${price}-${rate}*${usage})`;
      },
    ],
    [
      "Rate that is low enough",
      "USD",
      (row, t) => {
        if (row < 2) return LEAST;
        const enough = x`MAX(${best},${t.at("Cost at that rate", 0)})`;
        return x`IF(${t.at("Cost at that rate", row)}<=${enough},${t.at("Rate tried", row)},${t.at("Rate that is low enough", row - 1)})`;
      },
    ],
    [
      "Rate that is too high",
      "USD",
      (row, t) => {
        if (row < 2) return x`1`;
        const enough = x`MAX(${best},${t.at("Cost at that rate", 0)})`;
        return x`IF(${t.at("Cost at that rate", row)}<=${enough},${t.at("Rate that is too high", row - 1)},${t.at("Rate tried", row)})`;
      },
    ],
  ]);
  const [least, full] = [tried.at("Cost at that rate", 0), tried.at("Cost at that rate", 1)];
  const last = tried.at("Rate that is low enough", HALVINGS + 1);
  const allowed = x`${LEAST}*MAX(1,${best})`;
  return layout.step(
    "Discount needed",
    "fraction",
    x`IF(${least}>${best}+${allowed},NA(),IF(${full}<=MAX(${best},${least})+${allowed},0,1-${last}))`,
  );
}
