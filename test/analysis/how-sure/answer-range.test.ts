import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AnswerRange,
  answerRange,
  commitmentsOnOffer,
} from "../../../src/analysis/how-sure/answer-range";
import { type Agreement, withBand, withoutThreshold } from "../../../src/core/agreement";
import { bandPosition } from "../../../src/core/bands";
import { US_DOLLAR } from "../../../src/core/currency";
import { describeNoAnswer } from "../../../src/core/describe-no-answer";
import { toCents } from "../../../src/core/money";
import { NoAnswer } from "../../../src/core/no-answer";
import { expectedCost } from "../../../src/forecast/expected-cost";
import type { Forecast } from "../../../src/forecast/forecast";
import { normal } from "../../../src/forecast/normal";
import { certain, sample } from "../../../src/forecast/sample";
import { mostVariation, reshaped, variationOf } from "../../../src/forecast/scaled";
import { agreement, anyAgreement, cents, table } from "../../core/deals";
import { anyForecast, GROWTH, THREE } from "../../forecast/forecasts";
import { assertProperty } from "../../support/property";

const committed = agreement({ overage: "committed" });

function ranges(forecast: Forecast, commitmentUsd: number, deal: Agreement) {
  const found = answerRange(forecast, commitmentUsd, deal);
  if (found instanceof NoAnswer) throw new Error(describeNoAnswer(found, US_DOLLAR));
  return found;
}

function rowOf(rows: readonly AnswerRange[], kind: string, thresholdUsd?: number): AnswerRange {
  const row = rows.find(
    ({ changed }) =>
      changed.kind === kind &&
      (!("thresholdUsd" in changed) || changed.thresholdUsd === thresholdUsd),
  );
  if (!row) throw new Error(`no row ${kind} ${thresholdUsd}`);
  return row;
}

describe("answerRange() at a certain usage is the break-even by hand", () => {
  // 500k at 15% and 250k at 10%, overage at the committed rate, usage of 600k. 500k costs 510k.
  const rows = ranges(certain(600_000), 500_000, committed);
  const ends: readonly (readonly [
    string,
    number | undefined,
    number,
    number | undefined,
    number | undefined,
  ])[] = [
    // T-breakeven: 500k / 0.9, and 1M / 0.85.
    ["average", undefined, 600_000, 500_000 / 0.9, 1_000_000 / 0.85],
    // 600k at 85% is 510k, and so is usage at list less 15%.
    ["discount", 0, 0, undefined, 0.15],
    ["discount", 250_000, 0.1, undefined, 0.15],
    // 250k at 10% costs 540k: 600k r = 540k. At any larger discount 500k is the least to pay.
    ["discount", 500_000, 0.15, 0.1, undefined],
    ["discount", 1_000_000, 0.2, undefined, undefined],
    // At 540k the threshold costs what 250k does.
    ["threshold", 500_000, 500_000, undefined, 540_000],
    // Overage at the rate of 250k keeps 250k at 540k, wherever it starts.
    ["threshold", 250_000, 250_000, undefined, undefined],
    ["threshold", 1_000_000, 1_000_000, 510_000, undefined],
  ];
  test.each(ends)("%s %s", (kind, thresholdUsd, now, from, to) => {
    const row = rowOf(rows, kind, thresholdUsd);
    expect(row.now).toBe(now);
    const close = (actual: number | undefined, wanted: number | undefined) =>
      wanted === undefined
        ? expect(actual).toBeUndefined()
        : expect(actual).toBeCloseTo(wanted, wanted < 1 ? 10 : 4);
    close(row.from?.at, from);
    close(row.to?.at, to);
  });

  test("and names what takes over", () => {
    const average = rowOf(rows, "average");
    expect([average.from?.bestUsd, average.to?.bestUsd]).toEqual([250_000, 1_000_000]);
    expect(rowOf(rows, "threshold", 500_000).to?.bestUsd).toBe(250_000);
    expect(rowOf(rows, "threshold", 1_000_000).from?.bestUsd).toBeCloseTo(510_000, 4);
  });
});

describe("answerRange() at the edges", () => {
  const refusal = (forecast: Forecast, usd: number, deal: Agreement) => {
    const found = answerRange(forecast, usd, deal);
    return found instanceof NoAnswer ? describeNoAnswer(found, US_DOLLAR) : found;
  };
  test.each([
    [
      500_000,
      "$500k is not the cheapest on offer under this forecast: $250k is expected to cost less.",
    ],
    [
      0,
      "No commitment is not the cheapest on offer under this forecast: $250k is expected to cost less.",
    ],
    [
      300_000,
      "$300k is not the cheapest on offer under this forecast: $250k is expected to cost less.",
    ],
  ])("%d, which is dearer, is refused", (usd, sentence) => {
    expect(refusal(GROWTH, usd, committed)).toBe(sentence);
  });

  test("no commitment may be the better one", () => {
    expect(refusal(certain(0), 250_000, committed)).toBe(
      "$250k is not the cheapest on offer under this forecast: no commitment is expected to cost less.",
    );
  });

  test("an average of 0 with a spread is refused", () => {
    const around = normal({ meanUsd: 0, deviationUsd: 1_000 });
    expect(refusal(around, 0, committed)).toMatch(/^Average usage is 0/);
  });

  test("a usage of 0 keeps none up to where the first threshold pays", () => {
    const average = rowOf(ranges(certain(0), 0, committed), "average");
    expect(average.from).toBeUndefined();
    expect(average.to?.at).toBeCloseTo(250_000, 6);
    expect(average.to?.bestUsd).toBe(250_000);
  });

  test("without another commitment on offer nothing ever takes over", () => {
    const rows = ranges(GROWTH, 0, agreement({}, table([[0, 0.05]])));
    expect(rows.map(({ changed: { kind } }) => kind)).toEqual(["average", "spread", "discount"]);
    for (const { from, to } of rows) expect([from, to]).toEqual([undefined, undefined]);
  });

  test("one that costs the same is no better", () => {
    // Usage fills both, and both pay 90% of it.
    const rows = ranges(sample([400_000, 500_000]), 260_000, committed);
    expect(rowOf(rows, "average").from?.at).toBeCloseTo((450_000 * 260_000) / 0.9 / 400_000, 4);
    expect(rows[0]?.from?.bestUsd).toBe(250_000);
  });
});

/** The cheapest on offer, by the least cost; of those that tie the smallest. */
function cheapest(forecast: Forecast, offered: readonly number[], deal: Agreement) {
  return offered
    .map((usd) => ({ usd, costUsd: expectedCost(forecast, usd, deal) }))
    .reduce((best, one) => (one.costUsd < best.costUsd ? one : best));
}

/** The deal with one input at another value: what usage may be, what is on offer, and the commitment itself. */
function changedTo(
  { changed }: AnswerRange,
  x: number,
  {
    forecast,
    usd,
    deal,
  }: { readonly forecast: Forecast; readonly usd: number; readonly deal: Agreement },
) {
  const offered = commitmentsOnOffer(usd, deal);
  if (changed.kind === "average")
    return { forecast: reshaped(forecast, x, variationOf(forecast)), own: usd, offered, deal };
  if (changed.kind === "spread")
    return { forecast: reshaped(forecast, forecast.meanUsd, x), own: usd, offered, deal };
  const { thresholdUsd } = changed;
  const band = deal.bands[bandPosition(thresholdUsd, deal.bands)] ?? deal.bands[0];
  if (changed.kind === "discount")
    return {
      forecast,
      own: usd,
      offered,
      deal: withBand(deal, { ...band, discountFraction: x, rate: 1 - x }),
    };
  const follow = (one: number): number => (toCents(one) === toCents(thresholdUsd) ? x : one);
  return {
    forecast,
    own: follow(usd),
    offered: offered.map(follow),
    deal: withBand(withoutThreshold(deal, thresholdUsd), { ...band, thresholdUsd: x }),
  };
}

/** What the commitment costs above the cheapest on offer, as a share of it. */
function behind(row: AnswerRange, x: number, given: Parameters<typeof changedTo>[2]): number {
  const { forecast, own, offered, deal } = changedTo(row, x, given);
  const best = cheapest(forecast, offered, deal).costUsd;
  return (
    (expectedCost(forecast, own, deal) - best) / Math.max(1, Math.abs(best), forecast.meanUsd, own)
  );
}

describe("properties", () => {
  test("between its ends a commitment is the cheapest on offer, and a hair beyond each it is not", () => {
    assertProperty(
      fc.property(
        anyForecast,
        anyAgreement,
        cents,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (forecast, deal, betweenUsd, part) => {
          fc.pre(forecast.lowestUsd >= 0 && forecast.meanUsd > 0);
          const usd = cheapest(forecast, commitmentsOnOffer(betweenUsd, deal), deal).usd;
          const given = { forecast, usd, deal };
          for (const row of ranges(forecast, usd, deal)) {
            const { now, from, to, changed } = row;
            const most = changed.kind === "spread" ? mostVariation(forecast) : 4 * now + 0.5;
            const far = changed.kind === "discount" ? Math.min(most, 0.99) : most;
            const low = from?.at ?? (changed.kind === "threshold" ? now : 0);
            const high = to?.at ?? (changed.kind === "threshold" ? now : far);
            const at = low + part * (high - low);
            for (const inside of [low + 1e-9 * (now - low), at, high - 1e-9 * (high - now)])
              expect(behind(row, inside, given), JSON.stringify([row, inside])).toBeLessThan(2e-11);
            for (const [end, way] of [
              [from, -1],
              [to, 1],
            ] as const) {
              if (!end) continue;
              const beyond = end.at + way * Math.max(1e-9 * end.at, 1e-12);
              const there = behind(row, beyond, given);
              expect(there, JSON.stringify([row, beyond])).toBeGreaterThan(0);
              const { forecast: usage, own, deal: changedDeal } = changedTo(row, beyond, given);
              const ownUsd = expectedCost(usage, own, changedDeal);
              // A threshold that takes over is a hair further too.
              const isThreshold =
                changed.kind === "threshold" && end.bestUsd >= end.at * (1 - 1e-12);
              const takesOver =
                isThreshold && end.bestUsd <= beyond * (1 + 1e-9) ? beyond : end.bestUsd;
              expect(expectedCost(usage, takesOver, changedDeal)).toBeLessThan(
                ownUsd + 1e-11 * Math.max(1, ownUsd, own),
              );
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("of three outcomes the ends of the average are where the costs by hand cross", () => {
    // 500k: the mean of max(500k, 0.85 s u); 250k: of max(250k, 0.9 s u). With s the factor, from 380k, 600k, 900k at 1/4, 1/2, 1/4.
    const list = ranges(
      THREE,
      cheapest(THREE, commitmentsOnOffer(0, committed), committed).usd,
      committed,
    );
    const at = rowOf(list, "average").to?.at ?? 0;
    const factor = at / 620_000;
    const mean = (of: (u: number) => number) => (of(380_000) + 2 * of(600_000) + of(900_000)) / 4;
    const low = mean((u) => Math.max(250_000, 0.9 * factor * u));
    expect(low).toBeCloseTo(
      mean((u) => Math.max(500_000, 0.85 * factor * u)),
      4,
    );
  });
});
