import { expect, test } from "vitest";
import { agrees } from "../test/tolerance";
import { builtFunction } from "./built-function";
import { handWrittenCost } from "./hand-written-cost";
import { median, printTable } from "./print";

type CostFunction = typeof handWrittenCost;

const CALLS = 20_000;
const ROUNDS = 9;

/** Arguments of one call as Excel makes them: new arrays each time. */
function freshArguments(call: number): Parameters<CostFunction> {
  return [
    400_000 + call,
    480_000 + (call % 7) * 100_000,
    [
      [0, 0],
      [250_000, 0.1],
      [500_000, 0.15],
      [1_000_000, 0.2],
    ],
    [
      ["Term", "Value"],
      ["Basis", "net"],
      ["Overage", "list"],
      ["Overage premium", 0],
      ["Forfeited share", 1],
    ],
  ];
}

function timeOf(cost: CostFunction): number {
  const calls = Array.from({ length: CALLS }, (_, call) => freshArguments(call));
  const started = performance.now();
  let sum = 0;
  for (const args of calls) sum += cost(...args);
  const took = performance.now() - started;
  expect(sum).toBeGreaterThan(0);
  return (took * 1000) / CALLS;
}

test("EFFECTIVE_COST against a hand-written loop", () => {
  const built = builtFunction("EFFECTIVE_COST") as CostFunction;
  for (let call = 0; call < 1000; call++) {
    const args = freshArguments(call * 37);
    expect(agrees(built(...args), handWrittenCost(...args))).toBe(true);
  }
  // The first round of each warms up and is not counted; the two take turns, so that a busy machine slows both.
  const rounds = Array.from({ length: ROUNDS + 1 }, () => [timeOf(built), timeOf(handWrittenCost)]);
  const counted = rounds.slice(1);
  const [ours, theirs] = [0, 1].map((which) => median(counted.map((round) => round[which] ?? 0)));
  printTable("One EFFECTIVE_COST call, fresh arrays, 4 bands and 4 terms", [
    ["", "µs a call", "ratio"],
    ["hand-written loop", theirs ?? 0, 1],
    ["built function", ours ?? 0, (ours ?? 0) / (theirs ?? 1)],
  ]);
});
