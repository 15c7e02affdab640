import fc from "fast-check";
import type { Typed, TypedRows } from "../cells";
import type { CellFamily } from "../families";

const BANDS: TypedRows = [
  ["Threshold", "Discount"],
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
];

const deal: fc.Arbitrary<readonly Typed[]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom<Typed>("", 46_000, "May"),
      fc.constantFrom<Typed>(250_000, 249_999.99, 300_000, 480_000, 500_000, 0),
      fc.constantFrom<Typed>(0.05, 0.1, 0.12, 0.15, 0.2, 0),
      fc.constantFrom<Typed>("", "peer"),
    ),
  },
  { weight: 1, arbitrary: fc.constant<readonly Typed[]>(["", "", "", ""]) },
);

/** Comparable deals as their sheet has them, ranked in the band of a commitment or among all. */
export const BENCHMARKS: CellFamily = {
  name: "comparable deals",
  // Of rows that repeat a band, IronCalc finds another one than LibreOffice.
  known: [94],
  parts: fc.record({
    discount: fc.constantFrom<Typed>(0.1, 0.12, 0.13, 0, "").map((one): TypedRows => [[one]]),
    commitment: fc
      .constantFrom<Typed>(480_000, 250_000, 249_999.99, 700_000)
      .map((one): TypedRows => [[one]]),
    comparables: fc
      .tuple(fc.array(deal, { minLength: 6, maxLength: 20 }), fc.boolean())
      .map(
        ([deals, isTitled]): TypedRows => [
          ...(isTitled ? [["What others got", "", "", ""]] : []),
          ["Date", "Commitment", "Discount", "Source"],
          ...deals,
          ["", "", "", ""],
        ],
      ),
    bands: fc.constantFrom<TypedRows | undefined>(BANDS, BANDS, undefined),
    summary: fc.constant("summary"),
  }),
  calls: [
    ["BENCHMARK_RANK", "discount", "commitment", "comparables", "bands"],
    ["BENCHMARK_RANK", "discount", "commitment", "comparables", "bands", "summary"],
  ],
  typed: [
    ...[0, 0.11, 0.15, 1, -0.1, 15, 300_000, 1e16, "", null, true, "12%", "$300k", "abc"],
    ...["Commitment", "Discount", "Discounts", "Source", { code: "#N/A" } as const],
  ],
};
