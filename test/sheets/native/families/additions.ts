import fc from "fast-check";
import type { Typed, TypedRows } from "../cells";
import type { CellFamily } from "../families";

const line = (...values: readonly Typed[]): fc.Arbitrary<TypedRows> =>
  fc.constantFrom(...values).map((one): TypedRows => [[one]]);

/** Days from the first of 2027, which is 46,388. */
const day = (least: number, most: number) =>
  fc.integer({ min: 46_388 + least, max: 46_388 + most }).map((one): TypedRows => [[one]]);

/** Commitments added within a term. */
export const ADDITIONS: CellFamily = {
  name: "an addition within a term",
  parts: fc.record({
    commitment: line(500_000, 300_000, 0, 249_999.99),
    added: line(365_000, 100_000, 0, ""),
    addedOn: fc.oneof(day(31, 300), line(46_500.5)),
    start: fc.oneof(day(0, 31), line(46_418)),
    end: fc.oneof(day(301, 1500), line(46_752)),
    bands: fc.constantFrom<TypedRows>(
      [
        [0, 0],
        [250_000, 0.1],
        [500_000, 0.15],
      ],
      [
        ["Threshold", "Discount"],
        [200_000, 0.05],
        [600_000, 0.2],
      ],
    ),
  }),
  calls: [["COTERM_COMMITMENT", "commitment", "added", "addedOn", "start", "end", "bands"]],
  typed: [
    ...[0, 1, 60, 46_400, 46_400.5, 46_800, 3_000_000, -1, 1e16, "", null, true, "46400", "abc"],
    ...["2027-05-01", 0.5, { code: "#N/A" } as const],
  ],
};

/** Commitments of twelve months that are kept, topped up or replaced. */
export const EARLY_RENEWALS: CellFamily = {
  name: "a deal that is renewed early",
  parts: fc.record({
    usage: line(60_000, 25_000, 0, 90_000.5),
    used: line(300_000, 0, 650_000, 100_000),
    elapsed: line(6, 3.5, 0, 12, ""),
    commitment: line(500_000, 300_000, 0),
    target: line(600_000, 250_000, 1_200_000),
    topUp: line("", 0, 100_000, 250_000),
    bands: fc.constantFrom<TypedRows>(
      [
        [0, 0],
        [250_000, 0.1],
        [500_000, 0.15],
      ],
      [
        ["Threshold", "Discount", "Overage", "Forfeited share"],
        [200_000, 0.05, "committed", 0.5],
        [600_000, 0.2, "", ""],
      ],
    ),
    terms: fc.constantFrom<TypedRows | undefined>(
      undefined,
      [["Basis", "list"]],
      [
        ["Overage", "step-up"],
        ["Forfeited share", 0.25],
      ],
    ),
  }),
  calls: [
    [
      ...(["EARLY_RENEWAL", "usage", "used", "elapsed", "commitment"] as const),
      ...(["target", "bands", "terms", "topUp"] as const),
    ],
  ],
  typed: [
    ...[0, 1, 6, 12, 13, 250_000, 500_000, 0.5, -1, 1e16, "", null, true, "5", "abc"],
    ...["list", "net", "Overage", "committed", "re-rate", { code: "#N/A" } as const],
  ],
};
