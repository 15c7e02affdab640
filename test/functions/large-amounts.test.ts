import { describe, expect, test } from "vitest";
import { call, number } from "./shown";

/** Largest relative difference of two amounts. */
const CLOSE = 1e-11;
const near = (actual: number, expected: number, close = CLOSE) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(close * Math.max(1, Math.abs(expected)));

const rising = (factor: number) => [
  [0, 0],
  [250_000 * factor, 0.1],
  [500_000 * factor, 0.15],
  [1_000_000 * factor, 0.2],
];

describe("amounts of 1e15", () => {
  const FACTOR = 1e9;
  /** Arguments by the size of the amounts, and whether the answer is an amount or a fraction. */
  const QUESTIONS: readonly (readonly [
    id: string,
    kind: "amount" | "fraction",
    args: (usd: (amount: number) => number, terms: unknown) => readonly unknown[],
  ])[] = [
    ["BAND_RATE", "fraction", (usd) => [usd(500_000), rising(usd(1))]],
    ["NEXT_THRESHOLD", "amount", (usd) => [usd(500_000), rising(usd(1))]],
    ["TIER_COST", "amount", (usd) => [usd(999_999), rising(usd(1)), "graduated net", null]],
    [
      "EFFECTIVE_COST",
      "amount",
      (usd, terms) => [usd(800_000), usd(500_000), rising(usd(1)), terms],
    ],
    [
      "EFFECTIVE_DISCOUNT",
      "fraction",
      (usd, terms) => [usd(800_000), usd(500_000), rising(usd(1)), terms],
    ],
    ["SHORTFALL", "amount", (usd, terms) => [usd(400_000), usd(500_000), rising(usd(1)), terms]],
    ["OVERAGE_COST", "amount", (usd, terms) => [usd(800_000), usd(500_000), rising(usd(1)), terms]],
    [
      "BREAKEVEN_USAGE",
      "amount",
      (usd, terms) => [usd(250_000), usd(500_000), rising(usd(1)), terms],
    ],
    [
      "TOLERABLE_WASTE",
      "fraction",
      (usd, terms) => [usd(250_000), usd(500_000), rising(usd(1)), terms],
    ],
    [
      "DISCOUNT_NEEDED",
      "fraction",
      (usd, terms) => [usd(700_000), usd(500_000), rising(usd(1)), terms],
    ],
    [
      "FORECAST_MEAN",
      "amount",
      (usd) => [
        [
          ["P10", usd(400_000)],
          ["P90", usd(850_000)],
        ],
      ],
    ],
    [
      "FORECAST_QUANTILE",
      "amount",
      (usd) => [
        [
          ["P10", usd(400_000)],
          ["P90", usd(850_000)],
        ],
        0.99,
      ],
    ],
    ...(["EXPECTED_COST", "EXPECTED_SHORTFALL", "CVAR_LOSS", "DISCOUNT_POINT_VALUE"] as const).map(
      (id) =>
        [
          id,
          "amount",
          (usd: (amount: number) => number, terms: unknown) => [
            [
              ["Mean", usd(600_000)],
              ["CV", 0.35],
            ],
            usd(500_000),
            rising(usd(1)),
            terms,
            null,
          ],
        ] as const,
    ),
    ...(["FILL_PROBABILITY", "LOSS_PROBABILITY"] as const).map(
      (id) =>
        [
          id,
          "fraction",
          (usd: (amount: number) => number, terms: unknown) => [
            [
              ["Mean", usd(600_000)],
              ["CV", 0.35],
            ],
            usd(500_000),
            rising(usd(1)),
            terms,
          ],
        ] as const,
    ),
    ...([null, 0.5, 0.9] as const).map(
      (level) =>
        [
          "OPTIMAL_COMMITMENT",
          "amount",
          (usd: (amount: number) => number, terms: unknown) => [
            [
              ["Mean", usd(600_000)],
              ["CV", 0.35],
            ],
            rising(usd(1)),
            terms,
            level,
          ],
        ] as const,
    ),
    [
      "FORESIGHT_VALUE",
      "amount",
      (usd, terms) => [
        [
          ["Mean", usd(600_000)],
          ["CV", 0.35],
        ],
        rising(usd(1)),
        terms,
      ],
    ],
  ];
  const TERMS = [
    ["list", [["Overage", "list"]]],
    [
      "committed + 5%",
      [
        ["Overage", "committed"],
        ["Overage premium", 0.05],
      ],
    ],
    [
      "list + 20%, half returned",
      [
        ["Overage premium", 0.2],
        ["Forfeited share", 0.5],
      ],
    ],
    [
      "step-up, list basis",
      [
        ["Overage", "step-up"],
        ["Basis", "list"],
      ],
    ],
    ["re-rate", [["Overage", "re-rate"]]],
  ] as const;

  describe.each(TERMS)("with overage at %s", (_, terms) => {
    test.each(QUESTIONS)("%s answers as at a billionth of them (%s)", (id, kind, args) => {
      const small = number(id, ...args((amount) => amount, terms));
      const large = number(id, ...args((amount) => amount * FACTOR, terms));
      near(kind === "amount" ? large / FACTOR : large, small);
    });
  });

  test("COMMITMENT_OPTIONS and CLAUSE_VALUES answer as at a billionth of them", () => {
    for (const [, terms] of TERMS) {
      const forecast = (factor: number) => [
        ["Mean", 600_000 * factor],
        ["CV", 0.35],
      ];
      for (const [small, large] of [
        [
          call("COMMITMENT_OPTIONS", forecast(1), rising(1), terms),
          call("COMMITMENT_OPTIONS", forecast(FACTOR), rising(FACTOR), terms),
        ],
        [
          call("CLAUSE_VALUES", forecast(1), 500_000, rising(1), terms),
          call("CLAUSE_VALUES", forecast(FACTOR), 500_000 * FACTOR, rising(FACTOR), terms),
        ],
      ] as [unknown[][], unknown[][]][]) {
        expect(large.length).toBe(small.length);
        for (const [row, cells] of small.entries())
          for (const [column, cell] of cells.entries()) {
            const other = large[row]?.[column];
            if (typeof cell !== "number" || typeof other !== "number") expect(other).toBe(cell);
            else near(Math.abs(other) > 1e6 ? other / FACTOR : other, cell, 1e-9);
          }
      }
    }
  });
});
