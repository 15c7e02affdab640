import type { Typed, TypedRows } from "./cells";
import type { Call, DealCells } from "./deals";

/** Bands in cells, and how much of a shortfall is lost. */
type Edge = readonly [
  what: string,
  bands: TypedRows,
  terms: readonly (readonly [string, Typed])[],
  amounts: readonly [usage: number, commitment: number, target: number],
];

const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
] as const;
const RETURNED = ["Forfeited share", 0] as const;

const EDGES: readonly Edge[] = [
  // Deal 87 of seed 20261128: all returns, so that nothing is left to pay, to the last bit.
  [
    "usage of 0 and a re-rated band of which all returns",
    [
      ["Commitment (USD)", "Discount %", "Overage", "Forfeited share"],
      [0, 3, "List", 1],
      [134_014.57, 1, "", ""],
      [384_014.57, 4, "Re-Rate", 0],
      [860_959.42, 6, "", ""],
    ],
    [["Overage", "committed"]],
    [0, 384_014.57, 780_055.89],
  ],
  [
    "usage of 0, all re-rated and returned",
    BANDS,
    [["Overage", "re-rate"], RETURNED],
    [0, 250_000.07, 500_000.03],
  ],
  [
    "usage of 0, all stepped up and returned",
    BANDS,
    [["Overage", "step-up"], RETURNED],
    [0, 250_000, 700_000.01],
  ],
  ["usage of 0 at list, all returned", BANDS, [RETURNED], [0, 499_999.99, 500_000]],
  [
    "usage of 0 at the committed rate, half returned",
    BANDS,
    [
      ["Overage", "committed"],
      ["Forfeited share", 0.5],
    ],
    [0, 0, 250_000],
  ],
  [
    "usage of 0, list basis, all returned",
    BANDS,
    [["Basis", "list"], ["Overage", "re-rate"], RETURNED],
    [0, 250_000, 600_000.33],
  ],
  [
    "usage of 0, list basis, stepped up",
    BANDS,
    [
      ["Basis", "list"],
      ["Overage", "step-up"],
    ],
    [0, 500_000, 750_000],
  ],
  ["usage of 0, all lost", BANDS, [], [0, 250_000, 500_000]],
  [
    "a cent of usage, all re-rated and returned",
    BANDS,
    [["Overage", "re-rate"], RETURNED],
    [0.01, 300_000.11, 600_000.07],
  ],
  [
    "a commitment of 0 in a band at $0 with a discount",
    [
      [0, 0.03],
      [100_000, 0.03],
    ],
    [["Overage", "re-rate"], RETURNED],
    [50_000, 0, 100_000],
  ],
  ["a first threshold of 0 alone", [[0, 0]], [["Overage", "step-up"]], [0, 0, 0.01]],
  [
    "a first threshold above 0",
    [[123_456.78, 0]],
    [["Overage", "re-rate"], RETURNED],
    [0, 100_000, 123_456.78],
  ],
  [
    "bands of 0%",
    [
      [0, 0],
      [250_000, 0],
      [500_000, 0],
    ],
    [["Overage", "re-rate"], RETURNED],
    [0, 250_000, 500_000],
  ],
  [
    "usage that just fills, all re-rated and returned",
    BANDS,
    [["Overage", "re-rate"], RETURNED],
    [277_777.78, 250_000, 500_000],
  ],
];

/** Deals at the ends of what may be asked: nothing used, nothing committed, nothing off, nothing lost. */
export const EDGE_DEALS: readonly (readonly [what: string, deal: DealCells])[] = EDGES.map(
  ([what, bands, terms, [usage, commitment, target]]) => [
    what,
    {
      ...{ usage, commitment, target, bands },
      terms: terms.length === 0 ? undefined : [["Term", "Value"], ...terms],
      forecast: [[usage], [usage]],
      ...{ probability: 0.5, level: 0.9, measure: "cost", steps: 1, low: 0, high: "" },
      ...{ usages: [[usage], [target]], commitments: [[commitment, target]] },
    },
  ],
);

/** What is asked of them in another engine. */
export const EDGE_CALLS: readonly Call[] = [
  ["EFFECTIVE_COST", "usage", "commitment", "bands", "terms"],
  ["DISCOUNT_NEEDED", "usage", "target", "bands", "terms"],
];
