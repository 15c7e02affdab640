import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IdleReason, idleLevers } from "../../src/efficiency/idle-levers";
import { batch, cache, type Lever, parseLevers, route } from "../../src/efficiency/levers";
import type { Workload } from "../../src/efficiency/workload";
import { assertProperty } from "../support/property";

const NONE = { "cache write 5m": 0, "cache write 1h": 0, "web search": 0 };

/** Usage of a workload and a model: tokens of input, read from cache and of output. */
function usage(
  name: string,
  model: string,
  [input, read, output]: readonly [number, number, number] = [1_000, 0, 100],
  service: "standard" | "batch" = "standard",
): Workload {
  return {
    ...{ place: { argument: "workloads", row: 2 }, name, model, promptTokens: undefined },
    tariff: { service, speed: "standard", geo: "global" },
    quantities: { ...NONE, input, "cache read": read, output },
  };
}

function lever(
  kind: Lever["lever"],
  workload: string,
  from: string,
  share: number,
  to = "",
): Lever {
  return {
    ...{ lever: kind, row: 2, workload, from, to, share },
    ...{ writeRatio: 0.1, lifetime: "5m", promptTokens: undefined },
  };
}

const SUPPORT = usage("Support", "haiku");
const PLATFORM = usage("Platform", "opus", [500, 500, 0]);
const BOTH = [SUPPORT, PLATFORM];

const ROWS: readonly (readonly [
  about: string,
  usage: readonly Workload[],
  levers: readonly Lever[],
  reasons: readonly IdleReason[],
])[] = [
  ["a lever of all usage", BOTH, [lever("Batch", "", "", 0.5)], []],
  ["a lever at zero", BOTH, [lever("Batch", "nobody", "", 0)], []],
  ["a workload that nobody has", BOTH, [lever("Batch", "suport", "", 1)], [{ kind: "noWorkload" }]],
  ["a model that nobody uses", BOTH, [lever("Cache", "", "sonnet", 1)], [{ kind: "noModel" }]],
  [
    "a model that another workload uses",
    BOTH,
    [lever("Route", "support", "opus", 1, "haiku")],
    [{ kind: "noSuchUsage" }],
  ],
  [
    "a workload whose tokens are zeros",
    [SUPPORT, usage("Old", "opus", [0, 0, 0])],
    [lever("Batch", "old", "", 1)],
    [{ kind: "noWorkload" }],
  ],
  [
    "levers for each workload",
    BOTH,
    [
      lever("Batch", "", "", 1),
      lever("Batch", "support", "", 0.5),
      lever("Batch", "platform", "", 0),
    ],
    [{ kind: "overruled" }],
  ],
  [
    "a lever for one of two workloads",
    BOTH,
    [lever("Batch", "", "", 1), lever("Batch", "support", "", 0.5)],
    [],
  ],
  ["a route to itself", BOTH, [lever("Route", "", "opus", 0.5, "opus")], [{ kind: "sameModel" }]],
  [
    "a lever for what is routed away",
    BOTH,
    [lever("Route", "", "opus", 1, "haiku"), lever("Batch", "", "opus", 1)],
    [{ kind: "routedAway" }],
  ],
  [
    "a lever for what a route leaves",
    BOTH,
    [lever("Route", "", "opus", 0.9, "haiku"), lever("Batch", "", "opus", 1)],
    [],
  ],
  [
    "a lever for a model that only a route leads to",
    BOTH,
    [lever("Route", "", "opus", 1, "sonnet"), lever("Batch", "", "sonnet", 1)],
    [],
  ],
  [
    "a prompt that reads more from the cache already",
    [PLATFORM],
    [lever("Cache", "", "", 0.5)],
    [{ kind: "cachedAlready", leastShare: 0.5 }],
  ],
  ["a prompt that reads less from the cache", [PLATFORM], [lever("Cache", "", "", 0.55)], []],
  ["one prompt of two that reads less", BOTH, [lever("Cache", "", "", 0.3)], []],
  [
    "usage without input",
    [usage("Search", "opus", [0, 0, 500])],
    [lever("Cache", "", "", 0.9)],
    [{ kind: "nothingToCache" }],
  ],
  [
    "input that comes from the cache whole",
    [usage("Platform", "opus", [0, 800, 10])],
    [lever("Cache", "", "", 0.9)],
    [{ kind: "nothingToCache" }],
  ],
  [
    "one prompt of two that can read no more",
    [usage("Search", "opus", [0, 0, 500]), PLATFORM],
    [lever("Cache", "", "", 0.4)],
    [{ kind: "cachedAlready", leastShare: 0.5 }],
  ],
  [
    "prompts of which each reads more already",
    [PLATFORM, usage("Docs", "haiku", [200, 800, 0])],
    [lever("Cache", "", "", 0.4)],
    [{ kind: "cachedAlready", leastShare: 0.5 }],
  ],
  [
    "usage that is batch already",
    [usage("Backfill", "opus", undefined, "batch")],
    [lever("Batch", "", "", 1)],
    [{ kind: "notStandard" }],
  ],
];

describe("idleLevers()", () => {
  test.each(ROWS)("%s", (_, workloads, levers, reasons) => {
    expect(idleLevers({ workloads, levers }).map(({ reason }) => reason)).toEqual(reasons);
  });

  const names = fc.constantFrom("a", "b");
  const models = fc.constantFrom("m", "n", "o");
  const tokens = fc.constantFrom(0, 1, 500, 1_000_000);
  const workloads = fc.array(
    fc
      .tuple(
        fc.tuple(names, models),
        fc.tuple(tokens, tokens, tokens),
        fc.constantFrom("standard" as const, "batch" as const),
      )
      .map(([[name, model], quantities, service]) => usage(name, model, quantities, service)),
    { minLength: 1, maxLength: 4 },
  );
  const levers = fc
    .array(
      fc
        .tuple(
          fc.constantFrom("Route" as const, "Cache" as const, "Batch" as const),
          fc.constantFrom("", "a", "b", "c"),
          fc.constantFrom("", "m", "n", "o"),
          fc.constantFrom(0, 0.2, 0.5, 0.9),
          models,
        )
        .map(([kind, workload, from, share, to]) =>
          lever(kind, workload, kind === "Route" && from === "" ? "m" : from, share, to),
        ),
      { maxLength: 4 },
    )
    .filter((all) => parseLevers(all).ok);

  test("a lever is idle exactly where the same usage is left without its share", () => {
    const left = (given: readonly Workload[], all: readonly Lever[]) =>
      batch(
        cache(
          route(given, all, () => 1),
          all,
        ),
        all,
      ).filter(({ quantities }) => Object.values(quantities).some((quantity) => quantity > 0));
    assertProperty(
      fc.property(workloads, levers, (given, all) => {
        const idle = idleLevers({ workloads: given, levers: all }).map((one) => one.lever);
        for (const one of all.filter(({ share }) => share > 0)) {
          const without = all.map((other) => (other === one ? { ...one, share: 0 } : other));
          const isSame = JSON.stringify(left(given, all)) === JSON.stringify(left(given, without));
          expect({ one, isIdle: idle.includes(one) }).toEqual({ one, isIdle: isSame });
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
