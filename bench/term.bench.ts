import { expect, test } from "vitest";
import { normalQuantile } from "../src/forecast/standard-normal";
import { builtFunction } from "./built-function";
import { printTable } from "./print";
import { takingTurns } from "./time";

const MONTHS = 36;
const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const TERMS = [
  ["Period", "month"],
  ["Rollover share", 1],
  ["Usage volatility", 0.3],
];
const usagesOf = (call: number): number[][] =>
  Array.from({ length: MONTHS }, (_, month) => [30_000 + 1_000 * ((month * 7 + call) % 31)]);

/**
 * The yardstick: 36 months of one yearly commitment with list overage and full rollover for a year, commitment first, written
 * for this deal alone. It reads numbers only and refuses none.
 *
 * @param row Takes each month's line, where a table is wanted.
 */
function handWrittenTerm(
  usages: readonly (readonly number[])[],
  commitmentUsd: number,
  row?: (line: readonly number[]) => void,
): number {
  let discount = 0;
  for (const [threshold = 0, one = 0] of BANDS) if (threshold <= commitmentUsd) discount = one;
  const rate = 1 - discount;
  let [costUsd, leftUsd, creditUsd] = [0, 0, 0];
  for (const [month, [usageUsd = 0]] of usages.entries()) {
    const isFirst = month % 12 === 0;
    if (isFirst) leftUsd = commitmentUsd;
    const need = rate * usageUsd;
    const used = Math.min(leftUsd, need);
    const drawn = Math.min(creditUsd, need - used);
    const over = need - used - drawn;
    leftUsd -= used;
    creditUsd -= drawn;
    const paid = (isFirst ? commitmentUsd : 0) + over / rate;
    if (month % 12 === 11) creditUsd = leftUsd;
    costUsd += paid;
    row?.([
      month + 1,
      Math.floor(month / 12) + 1,
      1,
      rate,
      usageUsd,
      usageUsd,
      isFirst ? commitmentUsd : 0,
      drawn,
      used,
      over,
      leftUsd,
      creditUsd,
      paid,
    ]);
  }
  return costUsd;
}

test("TERM_SCHEDULE of 36 months against a hand-written loop", () => {
  const built = builtFunction("TERM_SCHEDULE");
  const cost = builtFunction("TERM_COST");
  for (let call = 0; call < 50; call++)
    expect(cost(usagesOf(call), [[500_000]], BANDS, TERMS)).toBeCloseTo(
      handWrittenTerm(usagesOf(call), 500_000),
      6,
    );
  const [theirs = 0, ours = 0] = takingTurns(
    [
      1_000,
      (call) => {
        const rows: (readonly number[])[] = [];
        handWrittenTerm(usagesOf(call), 500_000, (line) => rows.push(line));
        return rows;
      },
    ],
    [1_000, (call) => built(usagesOf(call), [[500_000]], BANDS, TERMS)],
  );
  printTable("One TERM_SCHEDULE call, 36 months, fresh arrays", [
    ["", "µs a call", "ratio"],
    ["hand-written loop", theirs * 1000, 1],
    ["built function", ours * 1000, ours / theirs],
  ]);
});

test("TERM_RISK of 36 months against the same loop over Math.random", () => {
  const built = builtFunction("TERM_RISK");
  const risk = (paths: number) => (): unknown =>
    built(usagesOf(0), [[500_000]], BANDS, TERMS, null, paths, 1);
  const sigma = 0.3 * Math.sqrt(1 / 12);
  const loop = (paths: number) => (): number => {
    const usages = usagesOf(0);
    let sum = 0;
    for (let path = 0; path < paths; path++) {
      let log = 0;
      const drawn = usages.map(([usd = 0], month) => {
        log += sigma * normalQuantile(Math.random() || 0.5);
        return [usd * Math.exp(log - (sigma * sigma * (month + 1)) / 2)];
      });
      sum += handWrittenTerm(drawn, 500_000);
    }
    return sum / paths;
  };
  const [theirs = 0, ours = 0, twice = 0] = takingTurns(
    [5, loop(1_000)],
    [5, risk(1_000)],
    [5, risk(2_000)],
  );
  printTable("TERM_RISK, 1,000 paths of 36 months", [
    ["", "ms", "ratio"],
    ["hand-written loop over Math.random", theirs, 1],
    ["built function", ours, ours / theirs],
    ["built function, 2,000 paths", twice, twice / theirs],
  ]);
});
