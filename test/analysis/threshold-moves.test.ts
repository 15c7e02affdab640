import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundingOf } from "../../src/analysis/forecast-rounding";
import {
  type BestCommitment,
  recommendedOf,
  thresholdMoves,
} from "../../src/analysis/threshold-moves";
import { withBand, withoutThreshold } from "../../src/core/agreement";
import { toCents } from "../../src/core/money";
import { expectedCost } from "../../src/forecast/expected-cost";
import type { Forecast } from "../../src/forecast/forecast";
import { optimum } from "../../src/forecast/optimal-commitment";
import { certain, sample } from "../../src/forecast/sample";
import { agreement, anyAgreement, table } from "../core/deals";
import { anyForecast, GROWTH } from "../forecast/forecasts";
import { assertProperty } from "../support/property";
import { whole } from "../support/whole";

const OFFER = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
] as const;

describe("thresholdMoves() of what the pane recommends", () => {
  const deal = agreement({}, table(OFFER));
  test.each<
    [forecast: Forecast, presentUsd: number | undefined, movedUsd: number, best: BestCommitment]
  >([
    // Of any amount, 595k is best: 700k of usage at 15% fills it.
    [certain(700_000), 480_000, 500_000, { kind: "threshold" }],
    [certain(700_000), undefined, 500_000, { kind: "threshold" }],
    [certain(700_000), 0, 500_000, { kind: "threshold" }],
    [certain(700_000), 595_000, 500_000, { kind: "amount", commitmentUsd: 595_000 }],
    [certain(700_000), 480_000, 250_000, { kind: "amount", commitmentUsd: 500_000 }],
    [certain(300_000), 480_000, 250_000, { kind: "threshold" }],
    [certain(100_000), 480_000, 250_000, { kind: "amount", commitmentUsd: 0 }],
    [certain(2_000_000), 480_000, 1_000_000, { kind: "threshold" }],
    [sample([500_000, 700_000, 900_000]), 480_000, 500_000, { kind: "threshold" }],
    [GROWTH, 480_000, 500_000, { kind: "amount", commitmentUsd: 250_000 }],
  ])("%#: is of the commitment in its headline", (forecast, presentUsd, movedUsd, best) => {
    const moves = whole(thresholdMoves(movedUsd, deal, forecast, recommendedOf(presentUsd)));
    expect(moves.best).toEqual(best);
  });

  test("finds where the present commitment saves more in a band that moves below it", () => {
    // From where 480k saves a rounding, $1,000, more at 15%: 480,000 - 1,000 * 0.85 / 0.15.
    const moves = whole(thresholdMoves(500_000, deal, certain(700_000), recommendedOf(480_000)));
    expect(moves.below).toEqual({ kind: "amount", commitmentUsd: 480_000 });
    expect(Math.abs(moves.sameFromUsd - 474_333.33)).toBeLessThanOrEqual(1);
  });

  test("where it says that stays best, nothing on offer saves more than a rounding above it", () => {
    assertProperty(
      fc.property(
        anyForecast,
        anyAgreement,
        fc.nat({ max: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(undefined, 0, 0.5, 1, 1.2),
        (forecast, anyDeal, pick, part, present) => {
          const higher = anyDeal.bands.slice(1);
          const band = higher[pick % Math.max(1, higher.length)];
          fc.pre(band !== undefined && band.thresholdUsd >= 100);
          fc.pre(anyDeal.bands.at(-1)?.forfeitedFraction !== 0);
          const presentUsd =
            present === undefined ? undefined : toCents(present * band.thresholdUsd) / 100;
          const { sameFromUsd, sameToUsd, best } = whole(
            thresholdMoves(band.thresholdUsd, anyDeal, forecast, recommendedOf(presentUsd)),
          );
          const movedUsd = toCents(sameFromUsd + part * (sameToUsd - sameFromUsd)) / 100;
          fc.pre(movedUsd >= sameFromUsd && movedUsd <= sameToUsd);
          const moved = withBand(withoutThreshold(anyDeal, band.thresholdUsd), {
            ...band,
            thresholdUsd: movedUsd,
          });
          const saidUsd =
            best.kind === "amount"
              ? best.commitmentUsd
              : movedUsd - (best.kind === "justBelow" ? 0.01 : 0);
          const onOffer = [
            0,
            presentUsd ?? 0,
            ...moved.bands.map(({ thresholdUsd }) => thresholdUsd),
          ];
          const leastUsd = Math.min(...onOffer.map((usd) => expectedCost(forecast, usd, moved)));
          const lostUsd = expectedCost(forecast, saidUsd, moved) - leastUsd;
          expect(lostUsd).toBeLessThanOrEqual(roundingOf(forecast) + 0.02);
        },
      ),
    );
  });
});

const committed = agreement({ overage: "committed" });

describe("thresholdMoves()", () => {
  test("250k stays best wherever 500k lies from 450k to 550k", () => {
    expect(whole(thresholdMoves(500_000, committed, GROWTH))).toEqual({
      lowUsd: 450_000,
      highUsd: 550_000,
      best: { kind: "amount", commitmentUsd: 250_000 },
      sameFromUsd: 450_000,
      sameToUsd: 550_000,
      below: undefined,
      above: undefined,
    });
  });

  test("the threshold itself stays best where it moves", () => {
    const moves = whole(thresholdMoves(250_000, committed, GROWTH));
    expect(moves.best).toEqual({ kind: "threshold" });
    expect([moves.below, moves.above]).toEqual([undefined, undefined]);
  });

  test("finds to the dollar where the threshold itself becomes best", () => {
    // 700,000 known, overage at the committed rate: 250k costs 630,000. A threshold t at 20% costs max(t, 560,000).
    const bands = table([
      [0, 0],
      [250_000, 0.1],
      [660_000, 0.2],
    ]);
    const moves = whole(
      thresholdMoves(660_000, agreement({ overage: "committed" }, bands), certain(7e5)),
    );
    expect(moves).toMatchObject({
      lowUsd: 594_000,
      best: { kind: "amount", commitmentUsd: 250_000 },
      below: { kind: "threshold" },
      sameToUsd: 726_000,
      above: undefined,
    });
    expect(Math.abs(moves.sameFromUsd - 630_000)).toBeLessThanOrEqual(1);
    expect(moves.sameFromUsd).toBeGreaterThanOrEqual(630_000 - 0.01);
  });

  test("keeps the order of the thresholds, a dollar apart", () => {
    const bands = table([
      [0, 0],
      [480_000, 0.1],
      [500_000, 0.15],
      [510_000, 0.2],
    ]);
    const moves = whole(thresholdMoves(500_000, agreement({}, bands), GROWTH));
    expect([moves.lowUsd, moves.highUsd]).toEqual([480_001, 509_999]);
    const close = table([
      [0, 0],
      [500_000, 0.1],
      [500_000.5, 0.15],
    ]);
    const none = whole(thresholdMoves(500_000.5, agreement({}, close), GROWTH));
    expect(none.lowUsd).toBe(500_000.5);
  });

  test("a cent below the threshold is best where crossing it is a loss", () => {
    const falling = table([
      [0, 0],
      [100_000, 0.5],
      [200_000, 0.1],
    ]);
    const moves = whole(thresholdMoves(200_000, agreement({}, falling), certain(1_000_000)));
    expect(moves.best).toEqual({ kind: "justBelow" });
    expect([moves.below, moves.above]).toEqual([undefined, undefined]);
  });

  test("at the end of the range another commitment costs the same to the cent", () => {
    // Found by seed 1891906338 of npm run soak.
    const usage = sample([0, 574_062.64]);
    const terms = { basis: "list", overage: "step-up", forfeitedFraction: 0 } as const;
    const at = (usd: number) =>
      agreement(
        terms,
        table([
          [0.01, 0.002],
          [usd, 0.004],
          [1_831_676.48, 0.005],
        ]),
      );
    const { best, sameFromUsd, below } = whole(
      thresholdMoves(1_288_954.86, at(1_288_954.86), usage),
    );
    expect(best).toEqual({ kind: "justBelow" });
    expect(below).toEqual({ kind: "amount", commitmentUsd: 1_831_676.47 });
    const end = Math.ceil(100 * sameFromUsd) / 100;
    const [said, other] = [end - 0.01, 1_831_676.47].map((usd) =>
      expectedCost(usage, usd, at(end)),
    );
    expect((said ?? 0) - (other ?? 0)).toBeCloseTo(0.01, 6);
  });

  test("the best stays the same at a position drawn from the range", () => {
    assertProperty(
      fc.property(
        anyForecast,
        anyAgreement,
        fc.nat({ max: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (forecast, deal, pick, part) => {
          const higher = deal.bands.slice(1);
          const band = higher[pick % Math.max(1, higher.length)];
          fc.pre(band !== undefined && band.thresholdUsd >= 100);
          // Free overage, or no forfeited share, makes different commitments equally good.
          const { sameFromUsd, sameToUsd, best } = whole(
            thresholdMoves(band.thresholdUsd, deal, forecast),
          );
          // Positions are whole cents, and those at the very ends must not be rounded out.
          const [leastCents, mostCents] = [
            Math.ceil(100 * sameFromUsd),
            Math.floor(100 * sameToUsd),
          ];
          fc.pre(leastCents <= mostCents);
          const movedUsd = Math.round(leastCents + part * (mostCents - leastCents)) / 100;
          const moved = withBand(withoutThreshold(deal, band.thresholdUsd), {
            ...band,
            thresholdUsd: movedUsd,
          });
          const there = optimum(forecast, moved);
          const said = (): number => {
            switch (best.kind) {
              case "threshold":
                return movedUsd;
              case "justBelow":
                return movedUsd - 0.01;
              case "amount":
                return best.commitmentUsd;
            }
          };
          // At the very ends another one costs the same to the cent, and then the smaller is best.
          const lostUsd = expectedCost(forecast, said(), moved) - there.valueUsd;
          if (Math.abs(there.commitmentUsd - said()) > 0.05)
            expect(toCents(lostUsd)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
