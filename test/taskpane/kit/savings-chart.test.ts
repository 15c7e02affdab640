import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillLevels } from "../../../src/analysis/fill-levels";
import { savingsCurve } from "../../../src/analysis/savings-curve";
import { US_DOLLAR } from "../../../src/core/currency";
import { certain } from "../../../src/forecast/sample";
import { scaled } from "../../../src/forecast/scaled";
import {
  type Box,
  LABEL_HEIGHT,
  labelPlaces,
  lineLabels,
  overlap,
  textWidth,
} from "../../../src/taskpane/kit/charts/label-places";
import { chartFrame, SKETCH } from "../../../src/taskpane/kit/savings-chart/chart-frame";
import { marksOf, savingRange } from "../../../src/taskpane/kit/savings-chart/chart-layout";
import {
  belowChart,
  pointedAt,
  readingLandmarks,
  readingStops,
} from "../../../src/taskpane/kit/savings-chart/chart-reading";
import { agreement, anyAgreement, cents, table } from "../../core/deals";
import { anyForecast, GROWTH } from "../../forecast/forecasts";
import { assertProperty } from "../../support/property";

const committed = agreement({ overage: "committed" });
const example = savingsCurve(GROWTH, committed, 480_000);
const many = agreement(
  {},
  table(Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 500] as const)),
);

const frameOf = (curve = example, width = 288) =>
  chartFrame(curve, undefined, fillLevels(GROWTH, committed), width, US_DOLLAR);

describe("marksOf()", () => {
  const labels = (currentUsd: number | undefined, deal = committed) =>
    marksOf(savingsCurve(GROWTH, deal, currentUsd).marks).map(
      ({ label, outlook }) => `${label} ${Math.round(outlook.commitmentUsd)}`,
    );

  test.each([
    [480_000, ["Best 250000", "Best other threshold 500000", "Present 480000"]],
    [500_000, ["Best 250000", "Best other threshold, present 500000"]],
    [250_000, ["Best, present 250000", "Best other threshold 500000"]],
    [undefined, ["Best 250000", "Best other threshold 500000"]],
  ])("names each commitment once at %s", (currentUsd, expected) => {
    expect(labels(currentUsd)).toEqual(expected);
  });

  test("tells the best threshold from the best amount", () => {
    expect(labels(340_000, agreement())).toEqual([
      "Best amount 329686",
      "Best threshold 250000",
      "Present 340000",
    ]);
  });

  test("calls no commitment the best where larger ones are ever better", () => {
    expect(labels(0, agreement({ forfeitedFraction: 0 }))[0]).toBe("Best here 1000000");
  });
});

describe("savingRange()", () => {
  test("shows all that is saved and a part of what is lost", () => {
    const { lowUsd, highUsd } = savingRange([example]);
    expect(highUsd).toBeGreaterThan(59_500);
    expect(lowUsd).toBeCloseTo(-0.6 * example.marks.best.expectedSavingUsd, 6);
    expect(belowChart(example, { lowUsd, highUsd }).map((point) => point.commitmentUsd)).toEqual([
      1_000_000,
    ]);
  });

  test("goes down to a present commitment that loses", () => {
    const { lowUsd } = savingRange([savingsCurve(GROWTH, committed, 1_000_000)]);
    expect(lowUsd).toBeLessThan(-401_000);
  });

  test("has a height even where every commitment comes to the same", () => {
    const flat = savingsCurve(certain(0), agreement({ forfeitedFraction: 0 }), 0);
    const { lowUsd, highUsd } = savingRange([flat]);
    expect(highUsd).toBeGreaterThan(lowUsd);
  });

  test("is one for a curve and the one as forecast", () => {
    const low = savingsCurve(scaled(GROWTH, 0.8), committed, 480_000, example.endUsd);
    const both = savingRange([low, example]);
    for (const alone of [savingRange([low]), savingRange([example])]) {
      expect(both.highUsd).toBeGreaterThanOrEqual(alone.highUsd - 10_000);
      expect(both.lowUsd).toBeLessThanOrEqual(alone.lowUsd);
    }
  });
});

describe("reading with the keyboard", () => {
  test("stops on both sides of every threshold, at every mark and at both ends", () => {
    const stops = readingStops(example);
    for (const usd of [0, 249_999.99, 250_000, 480_000, 499_999.99, 500_000, 1_000_000, 1_250_000])
      expect(stops).toContain(usd);
    expect([...stops].sort((a, b) => a - b)).toEqual(stops);
    expect(stops.length).toBeLessThan(70);
  });

  test("goes from threshold to threshold by pages", () => {
    expect(readingLandmarks(example)).toEqual([0, 250_000, 480_000, 500_000, 1_000_000, 1_250_000]);
  });
});

describe("pointedAt()", () => {
  const { x } = frameOf();
  const at = (pixel: number) => pointedAt(example, pixel, x, x.invert);

  test("means the mark or the side of the threshold that is near", () => {
    expect(at(x(250_000) + 3)).toBe(250_000);
    expect(at(x(250_000) - 3)).toBe(249_999.99);
    expect(at(x(480_000) - 1)).toBe(480_000);
    expect(at(x(1_000_000))).toBe(1_000_000);
    expect(at(x(1_000_000) - 2)).toBe(999_999.99);
  });

  test("means a round amount elsewhere, and never one beyond the ends", () => {
    expect(at(x(700_123))).toBe(700_000);
    expect(at(-50)).toBe(0);
    expect(at(5_000)).toBe(1_250_000);
  });
});

describe("chartFrame()", () => {
  test("draws one line a band, from threshold to threshold", () => {
    const frame = frameOf();
    expect(frame.curvePath.match(/M/g)).toHaveLength(4);
    expect(frame.rules).toEqual([250_000, 500_000, 1_000_000].map((usd) => frame.x(usd)));
    expect(frame.beforePath).toBe("");
  });

  test("closes the end that belongs to the band and opens the one that does not", () => {
    const { ends, x, y } = frameOf();
    const [open, closed] = ends;
    expect([open?.closed, closed?.closed]).toEqual([false, true]);
    expect(open?.x).toBeCloseTo(x(250_000), 3);
    expect(open?.y).toBeCloseTo(y(0), 0);
    expect(closed?.y).toBeCloseTo(y(example.marks.best.expectedSavingUsd), 6);
  });

  test("names thresholds, discounts and chances where there is room", () => {
    const frame = frameOf();
    const texts = (labels: readonly { readonly x: number; readonly text: string }[]) =>
      [...labels].sort((a, b) => a.x - b.x).map(({ text }) => text);
    expect(texts(frame.thresholds)).toEqual(["$0", "$250k", "$500k", "$1M"]);
    expect(texts(frame.discounts)).toEqual(["0%", "10%", "15%", "20%"]);
    expect(texts(frame.fills)).toEqual(["95%", "50%", "5%"]);
    expect(texts(frameOf(example, 520).fills)).toEqual(["95%", "75%", "50%", "25%", "5%"]);
  });

  test("as a sketch names thresholds with their discounts where they fit, and marks the best on offer and the present", () => {
    const sketch = (curve = example, width = 318) =>
      chartFrame(curve, undefined, [], width, US_DOLLAR, SKETCH);
    const frame = sketch();
    expect(frame.height).toBeLessThan(130);
    expect([frame.discounts, frame.fills]).toEqual([[], []]);
    expect(frame.thresholds.map(({ text }) => text)).toContain("$250k");
    const wide = sketch(example, 560);
    expect(wide.thresholds.map(({ text }) => text)).toContain("$250k · 10%");
    expect(frame.marks.map(({ mark }) => mark.label)).toEqual(["Best", "Present"]);
    const crowded = sketch(savingsCurve(GROWTH, many, 480_000));
    expect(crowded.thresholds.length).toBeLessThan(8);
    const present = sketch(savingsCurve(GROWTH, committed, 250_000));
    expect(present.marks.map(({ mark }) => mark.label)).toEqual(["Best, present"]);
  });

  test("of certain usage says what it fills", () => {
    const usage = certain(600_000);
    const curve = savingsCurve(usage, committed, 0);
    const { fills } = chartFrame(curve, undefined, fillLevels(usage, committed), 288, US_DOLLAR);
    expect(fills.map(({ text }) => text)).toEqual(["up to $510k"]);
  });

  test("of 200 bands has no ends and no discounts in the way, and few thresholds by name", () => {
    const frame = frameOf(savingsCurve(GROWTH, many, 480_000));
    expect([frame.ends, frame.discounts]).toEqual([[], []]);
    expect(frame.rules).toHaveLength(199);
    expect(frame.thresholds.length).toBeLessThan(8);
    expect(frame.thresholds.map(({ text }) => text)).toContain("$360k");
  });
});

describe("properties", () => {
  const box = (x: number, width: number): Box => ({ x, y: 0, width, height: LABEL_HEIGHT });

  test("labels of marks touch no other label, no mark, and stay inside of the plot", () => {
    assertProperty(
      fc.property(
        anyForecast,
        anyAgreement,
        cents,
        fc.integer({ min: 288, max: 560 }),
        (forecast, deal, currentUsd, width) => {
          const curve = savingsCurve(forecast, deal, currentUsd);
          const { marks, plot } = chartFrame(
            curve,
            undefined,
            fillLevels(forecast, deal),
            width,
            US_DOLLAR,
          );
          for (const [index, { label }] of marks.entries()) {
            for (const other of marks.slice(0, index))
              expect(overlap(label, other.label)).toBe(false);
            for (const { x, y } of marks)
              expect(overlap(label, { x: x - 5, y: y - 5, width: 10, height: 10 })).toBe(false);
            expect(label.x).toBeGreaterThanOrEqual(plot.x - 1);
            expect(label.x + label.width).toBeLessThanOrEqual(plot.x + plot.width + 1);
            expect(label.y).toBeGreaterThanOrEqual(plot.y);
            expect(label.y + label.height).toBeLessThanOrEqual(plot.y + plot.height);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  test("texts of a line keep their distance and the chart keeps to its width", () => {
    assertProperty(
      fc.property(
        anyForecast,
        anyAgreement,
        fc.integer({ min: 288, max: 560 }),
        (forecast, deal, width) => {
          const curve = savingsCurve(forecast, deal, 0);
          const frame = chartFrame(curve, curve, fillLevels(forecast, deal), width, US_DOLLAR);
          expect(frame.beforePath).toBe(frame.curvePath);
          expect(frame.curvePath).not.toMatch(/NaN|Infinity/);
          for (const line of [frame.thresholds, frame.discounts, frame.fills])
            for (const [index, one] of line.entries()) {
              expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
              expect(one.x + one.width / 2).toBeLessThanOrEqual(width + 0.001);
              for (const other of line.slice(0, index))
                expect(
                  overlap(
                    box(one.x - one.width / 2, one.width),
                    box(other.x - other.width / 2, other.width),
                  ),
                ).toBe(false);
            }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("of a line the most wanted text is always there", () => {
    const labels = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 288 }),
        rank: fc.integer({ min: 0, max: 9 }),
        width: fc.integer({ min: 10, max: 60 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    assertProperty(
      fc.property(labels, (all) => {
        const least = Math.min(...all.map(({ rank }) => rank));
        expect(lineLabels(all, 0, 288, 6).some(({ rank }) => rank === least)).toBe(true);
      }),
    );
  });

  test("three labels have a place even on one point", () => {
    const frame = { x: 50, y: 20, width: 230, height: 168 };
    const place = fc.record({
      x: fc.integer({ min: 50, max: 280 }),
      y: fc.integer({ min: 20, max: 188 }),
      width: fc.constant(textWidth("Best other threshold, present")),
    });
    assertProperty(
      fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), (points) => {
        const places = labelPlaces([...points, ...points].slice(0, 3), frame);
        for (const [index, one] of places.entries())
          for (const other of places.slice(0, index)) expect(overlap(one, other)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});
