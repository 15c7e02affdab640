import { describe, expect, test } from "vitest";
import { readLevers } from "../../../src/input/efficiency/levers-cells";
import {
  LEVERS_TABLE,
  type LeverCells,
  type LeverShares,
  MOST_CACHED,
  NO_LEVERS,
  sharesIn,
  withShares,
} from "../../../src/sheets/usage/lever-rows";
import { good } from "../../core/deals";

const ROUTE = { routed: 0.4, from: "claude-opus-4-5", to: "claude-haiku-4-5" };
const routeRow: LeverCells = ["Route", "", "claude-opus-4-5", "claude-haiku-4-5", 0.4, "", "", ""];
const cacheRow: LeverCells = ["Cache", "", "", "", 0.5, "", "", ""];
const batchRow: LeverCells = ["Batch", "", "", "", 0.3, "", "", ""];
const blank: LeverCells = ["", "", "", "", "", "", "", ""];
const ofSupport: LeverCells = ["Batch", "Support", "", "", 0.9, "", "", ""];
const longCache: LeverCells = ["Cache", "", "", "", 0.2, 0.2, "1h", ""];
const otherRoute: LeverCells = ["Route", "", "claude-opus-5", "claude-sonnet-5", 0.1, "", "", ""];

const ROWS: readonly (readonly [
  about: string,
  before: readonly LeverCells[],
  shares: Partial<LeverShares>,
  after: readonly LeverCells[],
])[] = [
  ["nothing set leaves no rows", [blank, blank], {}, []],
  ["a route needs a share", [], { ...ROUTE, routed: 0 }, []],
  ["a route needs both models", [], { ...ROUTE, to: "" }, []],
  ["a route", [], ROUTE, [routeRow]],
  ["a cache share", [], { cached: 0.5 }, [cacheRow]],
  ["a batch share", [], { batched: 0.3 }, [batchRow]],
  [
    "all three in their order",
    [],
    { ...ROUTE, cached: 0.5, batched: 0.3 },
    [routeRow, cacheRow, batchRow],
  ],
  ["a share that was set gives way", [batchRow, blank], { batched: 0.3 }, [batchRow]],
  ["a share of 0 takes its row out", [cacheRow, batchRow], { batched: 0.3 }, [batchRow]],
  ["a lever of one workload stays", [ofSupport], { batched: 0.3 }, [batchRow, ofSupport]],
  ["a lever with more to it stays", [longCache], {}, [longCache]],
  ["a second route stays", [routeRow, otherRoute], {}, [otherRoute]],
  [
    "what it cannot read stays",
    [["Bacth", "", "", "", 0.3, "", "", ""]],
    {},
    [["Bacth", "", "", "", 0.3, "", "", ""]],
  ],
  [
    "words are compared without case",
    [["batch", "", "", "", 0.1, "", "", ""]],
    { batched: 0.3 },
    [batchRow],
  ],
];

describe("withShares()", () => {
  test.each(ROWS)("%s", (_, before, shares, after) => {
    expect(withShares(before, { ...NO_LEVERS, ...shares })).toEqual(after);
  });

  test("gives rows that are read as levers, whatever the sliders offer", () => {
    const headings = LEVERS_TABLE.columns.map(({ heading }) => heading);
    const most = { ...ROUTE, routed: 1, cached: MOST_CACHED, batched: 1 };
    const levers = good(readLevers([headings, ...withShares([], most)]));
    expect(levers.map(({ lever, share }) => [lever, share])).toEqual([
      ["Route", 1],
      ["Cache", MOST_CACHED],
      ["Batch", 1],
    ]);
  });
});

describe("sharesIn()", () => {
  test("finds what withShares() wrote among other rows", () => {
    const shares = { ...ROUTE, cached: 0.5, batched: 0.3 };
    expect(sharesIn([...withShares([ofSupport, longCache, otherRoute], shares), blank])).toEqual(
      shares,
    );
  });

  test("is all 0 where there are no such rows", () => {
    expect(sharesIn([blank, ofSupport, longCache])).toEqual(NO_LEVERS);
  });
});
