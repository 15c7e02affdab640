import type { NativeAgreement, PricedHeading } from "../agreement/agreement-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";

type OtherHeading =
  | "Threshold"
  | "Threshold in cents"
  | "Rate"
  | "Overage"
  | "Forfeited share"
  | "Price of overage"
  | "Price of the threshold"
  | "Usage that reaches it"
  | "Cost by then"
  | "Cost when stepped up to it"
  | "Least cost of a band above";

/** Bands without one of their rows, and what usage costs when it is stepped up to each. */
export type OtherBands = StepTable<OtherHeading>;

/** The bands without the one that starts at a threshold: its row repeats the row above. */
export function othersThan(
  layout: Layout,
  { bands, isNet }: NativeAgreement,
  cents: NativeCell,
  usage: NativeCell,
): OtherBands {
  const last = bands.rows - 1;
  const kept = (heading: OtherHeading & PricedHeading) =>
    [
      heading,
      "",
      (row: number, t: OtherBands) =>
        row === 0
          ? x`${bands.at(heading, 0)}`
          : x`IF(${bands.at("Threshold in cents", row)}=${cents},${t.at(heading, row - 1)},${bands.at(heading, row)})`,
    ] as const;
  const step = (row: number, t: OtherBands): NativeFormula =>
    x`(${t.at("Threshold", row)}-${t.at("Threshold", row - 1)})`;
  return layout.table<OtherHeading>(bands.rows, [
    ...(["Threshold", "Threshold in cents", "Rate", "Overage", "Forfeited share"] as const).map(
      kept,
    ),
    ...(["Price of overage", "Price of the threshold"] as const).map(kept),
    [
      "Usage that reaches it",
      "USD",
      (row, t) =>
        row === 0
          ? x`0`
          : x`${t.at("Usage that reaches it", row - 1)}+${step(row, t)}/IF(${isNet}=1,${t.at("Rate", row - 1)},1)`,
    ],
    [
      "Cost by then",
      "USD",
      (row, t) =>
        row === 0
          ? x`0`
          : x`${t.at("Cost by then", row - 1)}+${step(row, t)}*IF(${isNet}=1,1,${t.at("Rate", row - 1)})`,
    ],
    [
      "Cost when stepped up to it",
      "USD",
      (row, t) => x`MAX(${t.at("Price of the threshold", row)},${t.at("Rate", row)}*${usage})`,
    ],
    [
      "Least cost of a band above",
      "USD",
      (row, t) => {
        if (row === last) return x`10*1E15`;
        const [own, next] = [t.at("Threshold in cents", row), t.at("Threshold in cents", row + 1)];
        const rest = t.at("Least cost of a band above", row + 1);
        return x`IF(${next}>${own},MIN(${t.at("Cost when stepped up to it", row + 1)},${rest}),${rest})`;
      },
    ],
  ]);
}

/** The least cost of a usage over every commitment in some bands, and none (docs/pricing-model.md 6.9). */
export function leastCostSteps(
  layout: Layout,
  isNet: NativeCell,
  others: OtherBands,
  usage: NativeCell,
): NativeCell {
  const last = others.rows - 1;
  const smallest = (row: number): NativeFormula => x`MAX(0.01,${others.at("Threshold", row)})`;
  const largest = (row: number): NativeFormula => {
    if (row === last) return x`10*1E15`;
    // The cent below the next row's threshold; a row that the next one repeats has none.
    const next = others.at("Threshold in cents", row + 1);
    return x`IF(${next}-1<ROUND(100*${smallest(row)},0),"",MAX(${smallest(row)},(${next}-1)/100))`;
  };
  const least = costOfAmounts(layout, isNet, others, usage, "smallest", smallest);
  const most = costOfAmounts(layout, isNet, others, usage, "largest", largest);
  const bests = layout.table(others.rows, [
    [
      "Least cost in the band",
      "USD",
      (row) => {
        const overage = others.at("Overage", row);
        const { stepUp, reRate } = OVERAGE_WORDS;
        const isWay = x`OR(${overage}=${text(stepUp)},${overage}=${text(reRate)})`;
        const [costs, capacity] = [least.at("Cost", row), least.at("Capacity", row)];
        // Overage below the committed rate is cheaper than more commitment.
        const filled = x`MIN(${costs},IF(${usage}<${capacity},${costs},IF(${usage}<=${most.at("Capacity", row)},${others.at("Rate", row)}*${usage},${most.at("Cost", row)})))`;
        const way = row === last ? x`${costs}` : x`MIN(${costs},${most.at("Cost", row)})`;
        return x`IF(${most.at("Commitment", row)}="","",IF(${isWay},${way},${filled}))`;
      },
    ],
  ]);
  return layout.step(
    "Least cost of any other commitment",
    "USD",
    x`MIN(${others.at("Rate", 0)}*${usage},${bests.all("Least cost in the band")})`,
  );
}

type CostHeading =
  | "Commitment"
  | "Price"
  | "Capacity"
  | "Place of the usage"
  | "Row that it reaches"
  | "Cost";

/** What a commitment in each band costs at a usage. */
function costOfAmounts(
  layout: Layout,
  isNet: NativeCell,
  others: OtherBands,
  usage: NativeCell,
  name: string,
  amountAt: (row: number) => NativeFormula,
): StepTable<CostHeading> {
  layout.block(`The ${name} commitment of each band`);
  const ifAny = (row: number, t: StepTable<CostHeading>, formula: NativeFormula) =>
    x`IF(${t.at("Commitment", row)}="","",${formula})`;
  const into = (row: number, t: StepTable<CostHeading>): NativeFormula =>
    x`(${t.at("Commitment", row)}-${others.at("Threshold", row)})`;
  return layout.table<CostHeading>(others.rows, [
    ["Commitment", "USD", amountAt],
    [
      "Price",
      "USD",
      (row, t) => {
        const amount = t.at("Commitment", row);
        return ifAny(row, t, x`IF(${isNet}=1,${amount},${others.at("Rate", row)}*${amount})`);
      },
    ],
    [
      "Capacity",
      "USD",
      (row, t) => ifAny(row, t, x`${t.at("Price", row)}/${others.at("Rate", row)}`),
    ],
    [
      "Place of the usage",
      "USD",
      (row, t) =>
        ifAny(
          row,
          t,
          x`${others.at("Usage that reaches it", row)}+${into(row, t)}/IF(${isNet}=1,${others.at("Rate", row)},1)+MAX(0,${usage}-${t.at("Capacity", row)})`,
        ),
    ],
    [
      "Row that it reaches",
      "",
      (row, t) =>
        ifAny(
          row,
          t,
          x`MAX(${row + 1},MATCH(${t.at("Place of the usage", row)},${others.all("Usage that reaches it")},1))`,
        ),
    ],
    [
      "Cost",
      "USD",
      (row, t) => {
        const [price, rate] = [t.at("Price", row), others.at("Rate", row)];
        const overage = others.at("Overage", row);
        const reached = t.at("Row that it reaches", row);
        const past = x`(${t.at("Place of the usage", row)}-INDEX(${others.all("Usage that reaches it")},${reached}))*INDEX(${others.all("Rate")},${reached})`;
        const before = x`${others.at("Cost by then", row)}+${into(row, t)}*IF(${isNet}=1,1,${rate})`;
        // What nothing is used beyond costs its price to the last bit: all of that may return, and then 0 is what is left.
        const reRated = x`${price}+IF(${usage}<=${t.at("Capacity", row)},0,INDEX(${others.all("Cost by then")},${reached})+${past}-(${before}))`;
        const stepped = x`MIN(MAX(${price},${rate}*${usage}),${others.at("Least cost of a band above", row)})`;
        const flat = x`${price}+${others.at("Price of overage", row)}*MAX(0,${usage}-${t.at("Capacity", row)})`;
        const { stepUp, reRate } = OVERAGE_WORDS;
        const paid = x`IF(${overage}=${text(stepUp)},${stepped},IF(${overage}=${text(reRate)},${reRated},${flat}))`;
        const back = x`(1-${others.at("Forfeited share", row)})*MAX(0,${price}-${rate}*${usage})`;
        return ifAny(row, t, x`${paid}-${back}`);
      },
    ],
  ]);
}
