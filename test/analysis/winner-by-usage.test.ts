import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { winnersByUsage } from "../../src/analysis/winner-by-usage";
import { parseBandTable } from "../../src/core/bands";
import { costCurve } from "../../src/core/cost-curve";
import { bent, straight } from "../../src/core/piecewise-linear";
import { settle } from "../../src/core/settle";
import { agreement, anyTerms, bandRows, cents, good, risingBands } from "../core/deals";
import { assertProperty } from "../support/property";

/** Ends to the cent, and who wins there. */
function shown(stretches: ReturnType<typeof winnersByUsage>) {
  return stretches.map(({ toUsd, winners }) => [
    Number.isFinite(toUsd) ? Math.round(toUsd * 100) / 100 : "on",
    winners.join("+"),
  ]);
}

const demo = (commitmentUsd: number) => costCurve(commitmentUsd, agreement());

describe("winnersByUsage()", () => {
  test("finds where none gives way to $250k, and that to $500k", () => {
    // None costs U; $250k at 10% costs 250,000 up to 277,777.78 and then U - 27,777.78; $500k costs 500,000 there.
    expect(shown(winnersByUsage([demo(500_000), demo(0), demo(250_000)]))).toEqual([
      [250_000, "1"],
      [527_777.78, "2"],
      ["on", "0"],
    ]);
  });

  test("of one scenario is one stretch", () => {
    expect(shown(winnersByUsage([demo(500_000)]))).toEqual([["on", "0"]]);
  });

  test("names all that cost the same, for as long as they do", () => {
    expect(shown(winnersByUsage([demo(250_000), demo(250_000)]))).toEqual([["on", "0+1"]]);
    // Alike up to a bend at 100, after which the first still rises.
    const stretches = winnersByUsage([straight(0, 1), bent(100, 100, 1, 0.5)]);
    expect(shown(stretches)).toEqual([
      [100, "0+1"],
      ["on", "1"],
    ]);
  });

  test("returns to the first where overage makes the second dearer", () => {
    // 50 + U/5 is below a flat 100 up to 250, and again once that costs U/2 - 200 and reaches 50 + U/5.
    const bends = winnersByUsage([straight(50, 0.2), bent(600, 100, 0, 0.5)]);
    expect(shown(bends)).toEqual([
      [250, "0"],
      [833.33, "1"],
      ["on", "0"],
    ]);
  });

  test("a stretch shorter than a cent is none", () => {
    const stretches = winnersByUsage([
      straight(0, 1),
      straight(100.000_000_1, 0),
      bent(100, 99.999_999_9, 0, 0.5),
    ]);
    expect(stretches.every(({ fromUsd, toUsd }) => toUsd - fromUsd > 0.01)).toBe(true);
  });

  test("of three that meet in one point, the flattest wins from there", () => {
    const stretches = winnersByUsage([straight(0, 1), straight(50, 0.5), straight(100, 0)]);
    expect(shown(stretches)).toEqual([
      [100, "0"],
      ["on", "2"],
    ]);
  });

  describe("properties", () => {
    const deal = fc
      .tuple(risingBands, anyTerms)
      .map(([pairs, terms]) => agreement(terms, good(parseBandTable(bandRows(pairs)))));

    test("the winner named at any usage is no dearer than any other", () => {
      assertProperty(
        fc.property(
          fc.array(fc.tuple(deal, cents), { minLength: 1, maxLength: 6 }),
          cents,
          (scenarios, usageUsd) => {
            const stretches = winnersByUsage(
              scenarios.map(([agreed, commitmentUsd]) => costCurve(commitmentUsd, agreed)),
            );
            const stretch = stretches.find(({ toUsd }) => usageUsd < toUsd);
            const costs = scenarios.map(
              ([agreed, commitmentUsd]) => settle(usageUsd, commitmentUsd, agreed).costUsd,
            );
            const least = Math.min(...costs);
            expect(stretch?.winners.length).toBeGreaterThan(0);
            // Stretches end to the cent, and no curve here is steeper than 6 dollars a dollar.
            for (const winner of stretch?.winners ?? [])
              expect(costs[winner]).toBeLessThanOrEqual(least + 0.1 + least * 1e-9);
          },
        ),
      );
    });

    test("stretches follow each other from 0 to no end, and neighbours differ", () => {
      assertProperty(
        fc.property(
          fc.array(fc.tuple(deal, cents), { minLength: 1, maxLength: 6 }),
          (scenarios) => {
            const stretches = winnersByUsage(
              scenarios.map(([agreed, commitmentUsd]) => costCurve(commitmentUsd, agreed)),
            );
            expect(stretches[0]?.fromUsd).toBe(0);
            expect(stretches.at(-1)?.toUsd).toBe(Number.POSITIVE_INFINITY);
            for (const [index, { fromUsd, winners }] of stretches.slice(1).entries()) {
              expect(fromUsd).toBe(stretches[index]?.toUsd);
              expect(winners).not.toEqual(stretches[index]?.winners);
            }
          },
        ),
      );
    });
  });
});
