import fc from "fast-check";
import type { Typed, TypedRows } from "../cells";
import type { CellFamily } from "../families";

const BANDS: readonly TypedRows[] = [
  [
    [0, 0],
    [250_000, 0.1],
    [500_000, 0.15],
  ],
  [
    ["Threshold", "Discount", "Rollover share", "Price path"],
    [0, 0, "", ""],
    [300_000, 0.12, 0.5, "locked"],
  ],
];

/** Months past and those to come, which are blank or 0, and how many are past where somebody says so. */
const usages = fc
  .record({
    past: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 14 }),
    ahead: fc.nat(3),
    blank: fc.constantFrom<Typed>("", 0),
    isSaid: fc.boolean(),
  })
  .map(({ past, ahead, blank, isSaid }) => {
    const elapsed: TypedRows = [[isSaid || ahead > 0 ? past.length : ""]];
    const usage: TypedRows = [
      ...past.map((usd) => [usd]),
      ...Array.from({ length: ahead }, () => [blank]),
    ];
    return { usage, elapsed };
  });

const line = (...values: readonly Typed[]): fc.Arbitrary<TypedRows> =>
  fc.constantFrom(...values).map((one): TypedRows => [[one]]);

/** A commitment under way, by month. */
export const BURNDOWNS: CellFamily = {
  name: "a commitment under way",
  parts: fc
    .record({
      usages,
      commitment: line(500_000, 300_000, 0, 1_000_000, 249_999.99),
      bands: fc.constantFrom(...BANDS),
      terms: fc.constantFrom<TypedRows | undefined>(
        undefined,
        [
          ["Term", "Value"],
          ["Start date", 46_053],
          ["Basis", "list"],
        ],
        [
          ["Basis", ""],
          ["Start date", 46_054.5],
          ["Payment", "Monthly in arrears"],
        ],
      ),
      months: line(14, 14, 24, 18),
    })
    .map(({ usages: { usage, elapsed }, ...rest }) => ({ usage, elapsed, ...rest })),
  calls: [["BURNDOWN", "usage", "commitment", "bands", "terms", "months", "elapsed"]],
  typed: [
    ...[0, 1, 3, 12, 12.5, 130, 40_000, 46_100, 300_000, -1, 1e16, "", null, true, "5", "abc"],
    ...["Basis", "list", "net", "Start date", "Term", "locked", "Rollover share"],
    { code: "#N/A" } as const,
  ],
};
