import type { TierBoundary, TierMethod } from "../../../core/tiers";
import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf } from "../agreement/commitment-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";

/** What usage costs without a commitment (docs/pricing-model.md 3.2 to 3.5); the method and the boundary are fixed when it is made. */
export function tierSteps(
  layout: Layout,
  agreement: NativeAgreement,
  given: NativeFormula,
  method: TierMethod,
  boundary: TierBoundary,
): NativeCell {
  layout.block("Usage without a commitment");
  const usage = layout.step("Usage at list prices", "USD", amountOf(given, x`${agreement.hold}=1`));
  switch (method) {
    case "all-units":
      return allUnits(layout, agreement, usage, boundary);
    case "round up":
      return roundedUp(layout, agreement, usage);
    case "graduated":
      return graduated(layout, agreement, usage, "Threshold");
    case "graduated net":
      return graduated(layout, agreement, usage, "Usage that reaches it");
  }
}

function allUnits(
  layout: Layout,
  { bands }: NativeAgreement,
  usage: NativeCell,
  boundary: TierBoundary,
): NativeCell {
  const cents = layout.step("Usage in cents", "cents", x`ROUND(100*${usage},0)`);
  // Usage equal to a threshold is still in the tier below where a tier runs up to its end.
  const reaches = boundary === "at or above" ? cents : x`MAX(0,${cents}-0.5)`;
  const tier = layout.step(
    "Row of its tier",
    "",
    x`MATCH(${reaches},${bands.all("Threshold in cents")},1)`,
  );
  return layout.step("Cost of usage", "USD", x`INDEX(${bands.all("Rate")},${tier})*${usage}`);
}

function roundedUp(layout: Layout, { bands }: NativeAgreement, usage: NativeCell): NativeCell {
  const cents = layout.step("Usage in cents", "cents", x`ROUND(100*${usage},0)`);
  const tier = layout.step(
    "Row of its tier",
    "",
    x`MATCH(${cents},${bands.all("Threshold in cents")},1)`,
  );
  const ways = layout.table(bands.rows, [
    [
      "Cost when rounded up to it",
      "USD",
      (row) =>
        x`IF(${bands.at("Threshold in cents", row)}>${cents},${bands.at("Rate", row)}*MAX(${usage},${bands.at("Threshold", row)}),"")`,
    ],
  ]);
  return layout.step(
    "Cost of usage",
    "USD",
    x`MIN(INDEX(${bands.all("Rate")},${tier})*${usage},${ways.all("Cost when rounded up to it")})`,
  );
}

/** Each slice at the rate of its tier: from every threshold on, usage costs the change of the rate there more. */
function graduated(
  layout: Layout,
  { bands }: NativeAgreement,
  usage: NativeCell,
  from: "Threshold" | "Usage that reaches it",
): NativeCell {
  const slices = layout.table(bands.rows, [
    [
      "Change of price",
      "USD",
      (row) =>
        row === 0
          ? x`${bands.at("Rate", 0)}`
          : x`${bands.at("Rate", row)}-${bands.at("Rate", row - 1)}`,
    ],
  ]);
  const starts = bands.all(from);
  return layout.step(
    "Cost of usage",
    "USD",
    x`SUMPRODUCT(${slices.all("Change of price")}*(${usage}>${starts})*(${usage}-${starts}))`,
  );
}
