import { LARGEST_AMOUNT_USD } from "../../../core/money";
import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf } from "../agreement/commitment-block";
import { type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";
import type { PathArea } from "./path-area";
import type { TermShape } from "./term-shape";
import type { NativeYears } from "./year-steps";

export const HEADROOM_COLUMNS = [
  ...(["Year", "Usage", "Commitment", "Index at first shortfall"] as const),
  ...(["Fall before shortfall", "Index where dearer than on demand"] as const),
  "Fall before dearer than on demand",
] as const;

type HeadroomHeading =
  | (typeof HEADROOM_COLUMNS)[number]
  | "Capacity"
  | "Money of the commitment"
  | "Cost at signing"
  | "Is it filled? (1 is yes)"
  | "What a fall is (0 none, 1 at once, 2 an index)"
  | "What a fall to dearer is (0 none, 1 at once, 2 an index)"
  | "Index it would be";

/** How far list prices may fall, a row a year; an empty text stands for what there is not. */
export type NativeHeadroom = StepTable<HeadroomHeading>;

/** Each year alone, without rollover, uplift or another test than each year (docs/pricing-model.md 22.3 to 22.6). */
export function headroomSteps(
  layout: Layout,
  { isNet }: NativeAgreement,
  shape: TermShape,
  { table: years, hold }: NativeYears,
  usages: PathArea,
): NativeHeadroom {
  layout.block("Usage by period");
  const periods = layout.table<"Period" | "Usage">(shape.periods, [
    ["Period", "", (row) => x`${row + 1}`],
    [
      "Usage",
      "USD",
      (row) => {
        const own = amountOf(usages[usages.length > 1 ? row : 0] ?? x`0`, x`${hold}=1`);
        if (usages.length > 1) return own;
        const grown = x`${own}*${years.at("Growth of usage", shape.yearOf[row] ?? 0)}`;
        return x`IF(${grown}<=${LARGEST_AMOUNT_USD},${grown},NA())`;
      },
    ],
  ]);
  layout.block("How far list prices may fall");
  const cents = (usd: NativeFormula): NativeFormula => x`ROUND(100*${usd},0)`;
  /** The index where one is asked for, and the fall to it. */
  const index = (kind: NativeFormula, at: NativeFormula): NativeFormula =>
    x`IF(${kind}=2,${at},"")`;
  const fall = (kind: NativeFormula, at: NativeFormula): NativeFormula =>
    x`IF(${kind}=2,MAX(0,1-${at}),IF(${kind}=1,0,""))`;
  const isPath = (row: number, word: string): NativeFormula =>
    x`${years.at("Price path", row)}=${text(word)}`;
  const isRebased = (row: number): NativeFormula =>
    x`${years.at("Floor re-based (1 is yes)", row)}=1`;
  const returned = (row: number): NativeFormula => x`(1-${years.at("Forfeited share", row)})`;
  const first = "What a fall is (0 none, 1 at once, 2 an index)";
  const second = "What a fall to dearer is (0 none, 1 at once, 2 an index)";
  const isAny = (row: number, t: NativeHeadroom): NativeFormula =>
    x`AND(${t.at("Usage", row)}>0,${cents(years.at("Commitment", row))}>0)`;
  return layout.table<HeadroomHeading>(shape.years, [
    ["Year", "", (row) => x`${row + 1}`],
    [
      "Usage",
      "USD",
      (row) => {
        const from = row * shape.perYear;
        return x`SUM(${periods.all("Usage", from, from + (shape.lengths[row] ?? 1) - 1)})`;
      },
    ],
    [
      "Commitment",
      "USD",
      (row) => x`${years.at("Commitment", row)}*${years.at("Periods", row)}/${shape.perYear}`,
    ],
    [
      "Capacity",
      "USD",
      (row, t) => x`${t.at("Commitment", row)}/IF(${isNet}=1,${years.at("Rate", row)},1)`,
    ],
    [
      "Money of the commitment",
      "USD",
      (row, t) => x`${t.at("Capacity", row)}*${years.at("Rate", row)}`,
    ],
    [
      "Is it filled? (1 is yes)",
      "",
      (row, t) => x`IF(${cents(t.at("Usage", row))}>=${cents(t.at("Capacity", row))},1,0)`,
    ],
    [
      "Cost at signing",
      "USD",
      (row, t) => {
        const [usage, capacity] = [t.at("Usage", row), t.at("Capacity", row)];
        const price = x`(1+${years.at("Overage premium", row)})*IF(${years.at("Overage", row)}="list",1,${years.at("Rate", row)})`;
        return x`${t.at("Money of the commitment", row)}+MAX(0,${usage}-${capacity})*${price}-${returned(row)}*${years.at("Rate", row)}*MAX(0,${capacity}-${usage})`;
      },
    ],
    [
      first,
      "",
      (row, t) => {
        const filled = x`${t.at("Is it filled? (1 is yes)", row)}=1`;
        const fixed = x`OR(${isPath(row, "locked")},${isRebased(row)})`;
        return x`IF(${isAny(row, t)},IF(${fixed},IF(${filled},0,1),IF(AND(${isPath(row, "lowerof")},${t.at("Is it filled? (1 is yes)", row)}=0),1,2)),0)`;
      },
    ],
    [
      "Index at first shortfall",
      "",
      (row, t) => index(t.at(first, row), x`${t.at("Capacity", row)}/${t.at("Usage", row)}`),
    ],
    [
      "Fall before shortfall",
      "fraction",
      (row, t) => fall(t.at(first, row), x`${t.at("Capacity", row)}/${t.at("Usage", row)}`),
    ],
    [
      "Index it would be",
      "",
      (row, t) => {
        const [usage, capacity, money] = [
          t.at("Usage", row),
          t.at("Capacity", row),
          t.at("Money of the commitment", row),
        ];
        const premium = years.at("Overage premium", row);
        const isOver = x`AND(${years.at("Overage", row)}="list",${cents(usage)}>${cents(capacity)})`;
        const divisor = x`((1+${premium})*${capacity}-${premium}*${usage})`;
        const locked = x`IF(${isOver},IF(${divisor}>0,${money}/${divisor},""),${t.at("Cost at signing", row)}/${usage})`;
        const lost = x`(${money}-${returned(row)}*${money})`;
        const open = x`IF(${lost}>0,${lost}/(1-${returned(row)}*${years.at("Rate", row)})/${usage},"")`;
        return x`IF(${isAny(row, t)},IF(${isPath(row, "locked")},${locked},${open}),"")`;
      },
    ],
    [
      second,
      "",
      (row, t) => {
        const at = t.at("Index it would be", row);
        const dear = x`${cents(t.at("Cost at signing", row))}>=${cents(t.at("Usage", row))}`;
        const open = x`IF(${isRebased(row)},IF(${dear},1,0),IF(${at}="",0,IF(AND(${isPath(row, "lowerof")},${at}>1),1,2)))`;
        return x`IF(${isAny(row, t)},IF(${isPath(row, "locked")},IF(${at}="",1,2),${open}),0)`;
      },
    ],
    [
      "Index where dearer than on demand",
      "",
      (row, t) => index(t.at(second, row), t.at("Index it would be", row)),
    ],
    [
      "Fall before dearer than on demand",
      "fraction",
      (row, t) => fall(t.at(second, row), t.at("Index it would be", row)),
    ],
  ]);
}
