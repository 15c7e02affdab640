import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NoAnswer } from "../../src/core/no-answer";
import { type EfficientUsage, efficientUsage } from "../../src/efficiency/efficient-usage";
import { usageAnswer } from "../../src/efficiency/efficient-usage-tables";
import { promptTokensOf } from "../../src/efficiency/list-price";
import { WORKLOAD_KINDS, type Workload } from "../../src/efficiency/workload";
import { readEfficiencyQuestion } from "../../src/input/efficiency/efficiency-cells";
import { assertProperty } from "../support/property";
import { known } from "./books";

type Cells = readonly (readonly unknown[])[];

const USAGE = [
  "Workload",
  "Model",
  "Service",
  "Speed",
  "Prompt tokens",
  "Input",
  "Cache write 5m",
  "Cache write 1h",
  "Cache read",
  "Output",
  "Web search",
];
const LEVERS = [
  "Lever",
  "Workload",
  "From",
  "To",
  "Share",
  "Write ratio",
  "Write",
  "Prompt tokens",
];
const ONE_DAY = "2026-11-01";

const question = (rows: Cells, levers: Cells, book: Cells | null = null) =>
  known(readEfficiencyQuestion([USAGE, ...rows], [LEVERS, ...levers], ONE_DAY, book));

function usageOf(rows: Cells, levers: Cells, book: Cells | null = null): EfficientUsage {
  const usage = known(efficientUsage(question(rows, levers, book)));
  if (usage instanceof NoAnswer) throw new Error(JSON.stringify(usage.reason));
  return usage;
}

const models = fc.constantFrom(
  "claude-opus-4-6",
  "claude-opus-5",
  "claude-sonnet-5",
  "claude-haiku-4-5",
  "claude-haiku-5-5",
);
const tokens = fc.oneof(fc.integer({ min: 0, max: 5_000_000_000 }), fc.constantFrom(0, 1));
const rows = fc.array(
  fc.tuple(
    fc.constantFrom("a", "b", ""),
    models,
    fc.constantFrom("standard", "batch"),
    fc.constant("standard"),
    fc.constantFrom(5_000, 90_000, 200_000),
    tokens,
    tokens,
    tokens,
    tokens,
    tokens,
    fc.integer({ min: 0, max: 9_000 }),
  ),
  { minLength: 1, maxLength: 5 },
);
const percent = fc.integer({ min: 0, max: 30 }).map((whole) => whole / 100);
const lever = fc.tuple(
  fc.constantFrom("Route", "Cache", "Batch"),
  fc.constantFrom("a", "b", ""),
  models,
  models,
  percent,
  fc.constantFrom(0, 0.1, 1.5, ""),
  fc.constantFrom("5m", "1h", ""),
  fc.constantFrom("", 30_000),
);
const levers = fc
  .uniqueArray(lever, {
    maxLength: 5,
    selector: ([kind, workload, from, to]) =>
      JSON.stringify([kind, workload, from, kind === "Route" ? to : ""]),
  })
  .filter(
    (all) =>
      all.every(
        ([kind, , , , share, ratio]) => kind !== "Cache" || share * (1 + Number(ratio || 0.1)) <= 1,
      ) && all.filter(([kind]) => kind === "Route").length <= 3,
  );

/** What may be off where savings are differences: 1e-12 of the current usage. */
const closeTo = (usage: EfficientUsage) => Math.max(1, usage.current.totalUsd) * 1e-12;

/** Prompt tokens by workload and model. */
function prompts(workloads: readonly Workload[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { name, model, quantities } of workloads) {
    const key = `${name}/${model}`;
    sums.set(key, (sums.get(key) ?? 0) + promptTokensOf(quantities));
  }
  return sums;
}

describe("always", () => {
  test("levers at zero answer the same doubles as none", () => {
    assertProperty(
      fc.property(rows, levers, (given, changes) => {
        const zeros = changes.map((cells) => cells.with(4, 0));
        expect(usageOf(given, zeros)).toEqual(usageOf(given, []));
      }),
    );
  });

  test("no quantity is below 0, and no cost", () => {
    assertProperty(
      fc.property(rows, levers, (given, changes) => {
        const usage = usageOf(given, changes);
        for (const { workloads, costsUsd } of [usage.routed, usage.cached, usage.efficient]) {
          expect(
            workloads.every(({ quantities }) =>
              WORKLOAD_KINDS.every((kind) => quantities[kind] >= 0),
            ),
          ).toBe(true);
          expect(costsUsd.every((usd) => usd >= 0)).toBe(true);
        }
      }),
    );
  });

  test("caching and batch keep the prompt tokens of every workload and model", () => {
    assertProperty(
      fc.property(rows, levers, (given, changes) => {
        const { routed, efficient } = usageOf(given, changes);
        const after = prompts(efficient.workloads);
        for (const [key, before] of prompts(routed.workloads))
          expect(Math.abs((after.get(key) ?? 0) - before)).toBeLessThanOrEqual(before * 1e-12);
      }),
    );
  });

  test("the order of rows does not matter", () => {
    assertProperty(
      fc.property(rows, levers, (given, changes) => {
        const one = usageOf(given, changes);
        const other = usageOf(given.toReversed(), changes);
        for (const stage of ["current", "routed", "cached", "efficient"] as const)
          expect(Math.abs(one[stage].totalUsd - other[stage].totalUsd)).toBeLessThanOrEqual(
            closeTo(one),
          );
      }),
    );
  });

  test("the details add up to the same total", () => {
    assertProperty(
      fc.property(rows, levers, (given, changes) => {
        const usage = usageOf(given, changes);
        const table = (detail: "workloads" | "tokens", column: number) => {
          const answer = known(usageAnswer(question(given, changes), detail));
          if (!Array.isArray(answer)) throw new Error("no table");
          return answer.slice(1).reduce((sum, cells) => sum + Number(cells[column]), 0);
        };
        expect(Math.abs(table("workloads", 2) - usage.efficient.totalUsd)).toBeLessThanOrEqual(
          closeTo(usage),
        );
        expect(Math.abs(table("tokens", 11) - usage.efficient.totalUsd)).toBeLessThanOrEqual(
          closeTo(usage),
        );
      }),
    );
  });
});

/** A model of each price, so that a cost says where tokens went. */
const BOOK: Cells = [
  [
    "Model",
    "Prompt above",
    "Input",
    "Cache write 5m",
    "Cache read",
    "Output",
    "Batch",
    "Tokenizer",
  ],
  ["a", "", 100, 125, 10, 500, 0.5, 1],
  ["b", "", 10, 12.5, 1, 50, 0.5, 1],
  ["c", "", 1, 1.25, 0.1, 5, "", 1],
  ["tall", "", 10, 12.5, 1, 50, 0.5, 1.3],
  ["tall", 100_000, 20, 25, 2, 100, 0.5, 1.3],
  ["plain", "", 100, "", "", 500, "", 1],
];

/** Efficient usage of million tokens of input for each workload and model, USD. */
function efficientUsd(usage: readonly (readonly [string, string])[], ...changes: Cells): number {
  const cells = usage.map(([workload, model]) => [workload, model, "", "", "", 1_000_000]);
  return usageOf(cells, changes, BOOK).efficient.totalUsd;
}

describe("levers in conflict", () => {
  test.each<readonly [string, readonly (readonly [string, string])[], Cells, number]>([
    [
      "a workload's lever stands before that of all",
      [
        ["x", "a"],
        ["y", "a"],
      ],
      [
        ["Batch", "", "", "", 1],
        ["Batch", "x", "", "", 0],
      ],
      100 + 50,
    ],
    [
      "a model's lever stands before that of all",
      [
        ["x", "a"],
        ["x", "b"],
      ],
      [
        ["Batch", "", "", "", 1],
        ["Batch", "", "b", "", 0],
      ],
      50 + 10,
    ],
    [
      "a workload's lever stands before a model's",
      [["x", "a"]],
      [
        ["Batch", "", "a", "", 1],
        ["Batch", "x", "", "", 0.5],
      ],
      75,
    ],
    [
      "workload and model stand before workload",
      [
        ["x", "a"],
        ["x", "b"],
      ],
      [
        ["Batch", "x", "", "", 1],
        ["Batch", "x", "a", "", 0],
      ],
      100 + 5,
    ],
    [
      "names of workloads are compared trimmed and without case",
      [["Prod ", "a"]],
      [["Batch", " PROD", "", "", 1]],
      50,
    ],
    ["a lever of another workload changes nothing", [["x", "a"]], [["Batch", "y", "", "", 1]], 100],
    [
      "routes move at once and not again",
      [
        ["x", "a"],
        ["x", "b"],
      ],
      [
        ["Route", "", "a", "b", 1],
        ["Route", "", "b", "c", 1],
      ],
      10 + 1,
    ],
    [
      "a route to itself counts as the most specific",
      [["x", "a"]],
      [
        ["Route", "", "a", "b", 1],
        ["Route", "x", "a", "a", 1],
      ],
      100,
    ],
    [
      "two routes of one model share it out",
      [["x", "a"]],
      [
        ["Route", "", "a", "b", 0.5],
        ["Route", "", "a", "c", 0.25],
      ],
      25 + 5 + 0.25,
    ],
    [
      "batch follows the model that a route leads to",
      [["x", "a"]],
      [
        ["Route", "", "a", "b", 1],
        ["Batch", "", "b", "", 1],
        ["Batch", "", "a", "", 0],
      ],
      5,
    ],
    [
      "caching follows routing",
      [["x", "a"]],
      [
        ["Route", "", "a", "b", 1],
        ["Cache", "", "b", "", 1, 0],
      ],
      1,
    ],
  ])("%s", (_, usage, changes, usd) => {
    expect(efficientUsd(usage, ...changes)).toBeCloseTo(usd, 9);
  });

  test("tenths that doubles miss leave no row behind", () => {
    const targets = Array.from({ length: 10 }, (_, index) => `m${index}`);
    const book = [
      ["Model", "Input", "Output"],
      ["a", 10, 1],
      ...targets.map((model) => [model, 1, 1]),
    ];
    const changes = targets.map((model) => ["Route", "", "a", model, 0.1]);
    const rowsLeft = known(
      usageAnswer(question([["x", "a", "", "", "", 1_000_000]], changes, book), "tokens"),
    );
    expect(Array.isArray(rowsLeft) && rowsLeft.slice(1).map(([, model]) => model)).toEqual(targets);
  });
});

describe("prompts and cards", () => {
  const routed = (prompt: unknown, leverPrompt: unknown) =>
    efficientUsage(
      question(
        [["x", "a", "", "", prompt, 1_000_000]],
        [["Route", "", "a", "tall", 1, "", "", leverPrompt]],
        BOOK,
      ),
    );
  const usd = (prompt: unknown, leverPrompt: unknown) => {
    const usage = known(routed(prompt, leverPrompt));
    return usage instanceof NoAnswer ? usage : usage.efficient.totalUsd;
  };

  test.each([
    [70_000, "", 13],
    [76_923, "", 13],
    [76_924, "", 26],
    [100_000 / 1.3, "", 13],
    [80_000, 100_000, 13],
    [5_000, 100_001, 26],
  ])("a prompt of %d tokens, or of %j by the lever", (prompt, leverPrompt, cost) => {
    expect(usd(prompt, leverPrompt)).toBeCloseTo(cost, 9);
  });

  test("a target with several cards needs a prompt length, and the lever is named", () => {
    expect(routed("", "")).toEqual({
      ok: false,
      errors: [
        {
          kind: "promptLengthUnsaid",
          place: { argument: "levers", row: 2, field: "Prompt tokens" },
          model: "tall",
          aboveTokens: [100_000],
        },
      ],
    });
  });

  test("what fits the lowest card needs none, and caching does not change that", () => {
    const usage = usageOf(
      [["x", "tall", "", "", "", 70_000, 0, 0, 30_000]],
      [["Cache", "", "", "", 0.7, 0.3]],
      BOOK,
    );
    expect(usage.efficient.totalUsd).toBeGreaterThan(0);
  });

  test("a wrong argument comes before a question without an answer, in whichever row", () => {
    const read = efficientUsage(
      question(
        [
          ["x", "unknown", "", "", "", 5],
          ["y", "tall", "", "", "", 5_000_000],
        ],
        [],
        BOOK,
      ),
    );
    expect(read.ok).toBe(false);
  });
});

test("usage that no lever can price has no answer, though a route leads all of it to a price", () => {
  const changes = [["Route", "", "unknown", "b", 1]];
  const cells = [["x", "unknown", "", "", "", 1_000_000]];
  const answer = known(efficientUsage(question(cells, changes, BOOK)));
  expect(answer).toMatchObject({ reason: { kind: "unknownModel", model: "unknown" } });
});

test("a prompt below the shortest that a model is sold for has no answer, and nothing is asked", () => {
  const book = [
    ["Model", "Prompt above", "Input", "Output"],
    ["long", 50_000, 10, 50],
  ];
  const cells = [["x", "long", "", "", 5_000, 1_000_000]];
  expect(known(efficientUsage(question(cells, [], book)))).toMatchObject({
    reason: { kind: "promptTooShort", model: "long", promptAboveTokens: 50_000 },
  });
});

test("a workload of zeros costs nothing, and its prompt length is not asked for", () => {
  const zeros = ["x", "tall", "", "", "", 0, 0, 0, 0, 0];
  const usage = usageOf([zeros, ["y", "a", "", "", "", 1_000_000]], [], BOOK);
  expect(usage.current.costsUsd).toEqual([0, 100]);
});

test("a saving alone that has no price is one cell without an answer", () => {
  const changes = [
    ["Route", "", "plain", "b", 1],
    ["Batch", "", "", "", 1],
  ];
  const usage = usageOf([["x", "plain", "", "", "", 1_000_000]], changes, BOOK);
  expect(usage.efficient.totalUsd).toBeCloseTo(5, 9);
  expect(usage.batchedAloneUsd).toBeInstanceOf(NoAnswer);
});
