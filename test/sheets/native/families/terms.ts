import fc from "fast-check";
import type { Typed, TypedRows } from "../cells";
import type { CellFamily } from "../families";

const BANDS: readonly TypedRows[] = [
  [
    ["Threshold", "Discount"],
    [0, 0.02],
    [250_000, 0.1],
    [500_000, 0.15],
  ],
  [
    ["Threshold", "Discount", "Overage", "Forfeited share", "Price path", "Floor re-based"],
    [0, 0, "", "", "", ""],
    [300_000, 0.12, "committed", 0.5, "locked", ""],
    [600_000, 0.2, "", "", "lower of", "yes"],
  ],
  [
    ["Threshold", "Discount", "Overage premium", "Price path lasts", "Renewal uplift cap"],
    [200_000, 0.05, 0.1, 1, 0.03],
    [500_000, 0.15, "", "", "none"],
  ],
];

const choice = (name: string, ...values: readonly Typed[]) =>
  fc.constantFrom(...values).map((value): readonly Typed[] => [name, value]);

/** What decides how many periods and years there are. */
const shapes: readonly {
  readonly rows: TypedRows;
  readonly periods: number;
  readonly years: number;
}[] = [
  { rows: [["Term", 3]], periods: 3, years: 3 },
  { rows: [], periods: 3, years: 3 },
  { rows: [["Period", "quarter"]], periods: 8, years: 2 },
  {
    rows: [
      ["Term", 1.5],
      ["Period", "month"],
    ],
    periods: 18,
    years: 2,
  },
  {
    rows: [
      ["Term", 2],
      ["Renewal every", 1],
    ],
    periods: 2,
    years: 2,
  },
  {
    rows: [
      ["Term", 4],
      ["Renewal every", 2],
      ["Commitment test", "total contract"],
    ],
    periods: 4,
    years: 4,
  },
  {
    rows: [
      ["Period", "Month"],
      ["Commitment test", "quarterly"],
    ],
    periods: 12,
    years: 1,
  },
  {
    rows: [
      ["Period", "quarter"],
      ["Term", 2],
      ["Commitment test", "Total-contract"],
    ],
    periods: 8,
    years: 2,
  },
];

const others = fc
  .shuffledSubarray(
    [
      choice("Basis", "net", "list", ""),
      choice("Overage", "list", "committed"),
      choice("Overage premium", 0, 0.05),
      choice("Forfeited share", 1, 0.5, 0),
      choice("Band follows", "average", "final year", "each year"),
      choice("Price path", "locked", "lower of", "", "percent off list"),
      choice("Price path lasts", 1, 2, "none"),
      choice("Floor re-based", "yes", "no", "YES"),
      choice("Rollover share", 1, 0.5),
      choice("Rollover cap", 0.3, 1),
      choice("Rollover life", 1, 2, 3),
      choice("Rollover order", "rollover first", "Commitment-first"),
      choice("Rollover only on renewal", "yes", "no"),
      choice("Renewal uplift ask", 0.07, -0.05),
      choice("Renewal uplift cap", 0.03, 0.1, "none"),
      choice("Uplift on", "net price", "list", "discount"),
      choice("Payment", "upfront", "true-up", "monthly in arrears", "Quarterly in advance"),
      choice("Discounting rate", 0.08, 0),
      choice("Start date", 46_053, 46_055, ""),
    ],
    { maxLength: 11 },
  )
  .chain((some) => fc.tuple(...some));

const amounts = [400_000, 150_000, 60_000, 0, 900_000.5, "", 500_000, 250_000] as const;
const path = (count: number) =>
  fc
    .array(fc.constantFrom<Typed>(...amounts), { minLength: count, maxLength: count })
    .map((all): TypedRows => all.map((one) => [one]));
const indexes = (count: number) =>
  fc
    .array(fc.constantFrom<Typed>(1, 0.8, 1.15, 0.5), { minLength: count, maxLength: count })
    .map((all): TypedRows => [all]);

/** Terms of several years: one usage that grows or a path, one commitment or a ramp. */
const deals = fc.constantFrom(...shapes).chain(({ rows, periods, years }) => {
  // Without the term Term, the paths say how long it is.
  const isSaid = rows.some(([name]) => name === "Term");
  const usage = isSaid ? fc.oneof(path(1), path(periods)) : path(periods);
  return fc
    .record({
      usage,
      commitment: years > 1 ? fc.oneof(path(1), path(years)) : path(1),
      index: fc.option(fc.constantFrom(periods, years).chain(indexes)),
      others,
      change: choice("List price change", -0.2, 0.1, 0),
      growth: choice("Usage growth", 0.2, 0),
    })
    .map((deal) => ({
      usage: deal.usage,
      commitment: deal.commitment,
      index: deal.index ?? undefined,
      terms: [
        ["Term", "Value"],
        ...rows,
        ...deal.others,
        ...(deal.index ? [] : [deal.change]),
        ...(deal.usage.length > 1 ? [] : [deal.growth]),
      ],
    }));
});

export const TERMS: CellFamily = {
  name: "several years",
  parts: fc
    .record({ bands: fc.constantFrom(...BANDS), deal: deals })
    .map(({ bands, deal }) => ({ bands, ...deal, present: "present value" })),
  calls: [
    ["TERM_SCHEDULE", "usage", "commitment", "bands", "terms", "index"],
    ["TERM_COST", "usage", "commitment", "bands", "terms", "index"],
    ["RENEWAL_COST", "usage", "commitment", "bands", "terms", "index"],
    ["PRICE_FALL_HEADROOM", "usage", "commitment", "bands", "terms"],
    ["ROLLOVER_VALUE", "usage", "commitment", "bands", "terms", "index"],
    ["CASH_FLOWS", "usage", "commitment", "bands", "terms", "index"],
    ["TERM_COST", "usage", "commitment", "bands", "terms", "index", "present"],
  ],
  typed: [
    ...[0, 0.05, 0.5, 1, 2, 3, 15, -0.1, 46_100, 300_000, 1e16, "", null, true, "5%", "abc", "*"],
    ...["list", "committed", "step-up", "net", "locked", "yes", "monthly", "quarter", "upfront"],
    ...["Rollover share", "Term", "Period", "Overage", "Usage growth", { code: "#N/A" } as const],
  ],
};
