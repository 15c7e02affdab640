import { type NativeCell, type NativeFormula, type NativeRange, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";
import type { NativeCommitment } from "./commitment-block";
import { OVERAGE_WORDS } from "./terms-block";

/**
 * The cost of a commitment over usage as the places where the price of a list dollar changes: before any shortfall returns it is
 * `base + Σ change · (U - from)+`, for each of the four overages (docs/pricing-model.md 4). Its expectation has the same form.
 */
export interface NativeCurve {
  readonly base: NativeCell;
  readonly from: NativeRange;
  readonly change: NativeRange;
  readonly places: StepTable<"From usage" | "Change of price">;
}

type WayHeading = "Price" | "Rate" | "Price in order" | "Best rate";

export function curveBlock(layout: Layout, commitment: NativeCommitment): NativeCurve {
  const { agreement, cents, price, rate, capacity, priceOfOverage, place } = commitment;
  const { bands } = agreement;
  layout.block("Where the price of a list dollar changes");
  const isHigher = (row: number) => x`${bands.at("Threshold in cents", row)}>${cents}`;
  // A band below the commitment repeats the commitment, so that it is no way of its own.
  const ways = layout.table<WayHeading>(bands.rows, [
    [
      "Price",
      "USD",
      (row) => x`IF(${isHigher(row)},${bands.at("Price of the threshold", row)},${price})`,
    ],
    ["Rate", "USD", (row) => x`IF(${isHigher(row)},${bands.at("Rate", row)},${rate})`],
    [
      "Price in order",
      "USD",
      (row, t) => x`SMALL(${t.all("Price")},COUNT(${t.all("Price", 0, row)}))`,
    ],
    [
      "Best rate",
      "USD",
      (row, t) =>
        x`SUMPRODUCT(MIN(${t.all("Rate")}+(${t.all("Price")}>${t.at("Price in order", row)})))`,
    ],
  ]);
  const isStepUp = x`${commitment.overage}=${text(OVERAGE_WORDS.stepUp)}`;
  const isReRate = x`${commitment.overage}=${text(OVERAGE_WORDS.reRate)}`;
  const [inOrder, best] = [
    (row: number) => ways.at("Price in order", row),
    (row: number) => ways.at("Best rate", row),
  ];
  const betters = (row: number) => x`${best(row)}<${best(row - 1)}`;
  // Rows of the bands, where a way begins to follow its rate; then again, where the way before it comes to rest.
  const places = layout.table(bands.rows * 2 - 1, [
    [
      "From usage",
      "USD",
      (row) => {
        if (row === 0) return x`IF(${isStepUp},${inOrder(0)}/${best(0)},${capacity})`;
        if (row >= bands.rows) {
          const way = row - bands.rows + 1;
          return x`IF(${isStepUp},${inOrder(way)}/${best(way - 1)},0)`;
        }
        const reached = x`${capacity}+${bands.at("Usage that reaches it", row)}-${place}`;
        return x`IF(${isStepUp},${inOrder(row)}/${best(row)},IF(AND(${isReRate},${isHigher(row)}),${reached},0))`;
      },
    ],
    [
      "Change of price",
      "USD",
      (row) => {
        if (row === 0) return x`IF(${isStepUp},${best(0)},${priceOfOverage})`;
        if (row >= bands.rows) {
          const way = row - bands.rows + 1;
          return x`IF(${isStepUp},IF(${betters(way)},-${best(way - 1)},0),0)`;
        }
        const change = x`${bands.at("Rate", row)}-${bands.at("Rate", row - 1)}`;
        return x`IF(${isStepUp},IF(${betters(row)},${best(row)},0),IF(AND(${isReRate},${isHigher(row)}),${change},0))`;
      },
    ],
  ]);
  const base = layout.step(
    "Cost up to the first of them",
    "USD",
    x`IF(${isStepUp},${inOrder(0)},${price})`,
  );
  const [from, change] = [places.all("From usage"), places.all("Change of price")];
  return { base, from, change, places };
}

/** The same where overage is at list or at the committed rate: the price changes at the capacity alone. */
export function curveOfOneBend(
  layout: Layout,
  { price, capacity, priceOfOverage }: NativeCommitment,
): NativeCurve {
  const places = layout.table(1, [
    ["From usage", "USD", () => x`${capacity}`],
    ["Change of price", "USD", () => x`${priceOfOverage}`],
  ]);
  const [from, change] = [places.all("From usage"), places.all("Change of price")];
  return { base: price, from, change, places };
}

/** Effective cost at a usage from the curve, as one formula: what a cell of a table holds. */
export function costFromCurve(
  commitment: NativeCommitment,
  { base, from, change }: NativeCurve,
  usage: NativeFormula,
): NativeFormula {
  const { agreement, isNone, price, rate, share } = commitment;
  return x`IF(${isNone}=1,${agreement.bands.at("Rate", 0)}*${usage},${base}+SUMPRODUCT(${change}*(${usage}>${from})*(${usage}-${from}))-(1-${share})*MAX(0,${price}-${rate}*${usage}))`;
}
