import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ChartAxisInfo, ChartInfo } from "../../../src/host/grid/chart-info";
import { type ChartPoint, drawSheetChart } from "../../../src/host/page/chart-drawing";

const AXIS: ChartAxisInfo = { title: "", numberFormat: "General", labelPosition: "NextToAxis" };
const PLACE = { row: 0, col: 0, rows: 20, cols: 8 };

beforeAll(() => vi.stubGlobal("document", new JSDOM().window.document));
afterAll(() => vi.unstubAllGlobals());

/** The labels under a sketch of points at these places across, first to last. */
function labelsAcross(across: readonly number[], axis: Partial<ChartAxisInfo> = {}): string[] {
  const chart: ChartInfo = {
    ...{
      type: "XYScatterLinesNoMarkers",
      name: "Chart",
      title: "",
      showsLegend: false,
      series: [],
    },
    ...{
      acrossAxis: { ...AXIS, ...axis },
      upAxis: { ...AXIS, numberFormat: '"up"' },
      place: PLACE,
    },
  };
  const points = across.map((x): ChartPoint => [x, 1]);
  const drawn = drawSheetChart(chart, [points], { width: 640, height: 360 }, []);
  const texts = [...drawn.querySelectorAll("text")].map((text) => text.textContent);
  return texts.filter((text) => text !== "" && text !== "up");
}

test.each<readonly [string, readonly number[], Partial<ChartAxisInfo>, string, string]>([
  ["months of two years", [46_023, 46_692], { numberFormat: "yyyy-mm" }, "2025-12", "2028-02"],
  ["days of a month", [46_023, 46_053], { numberFormat: "yyyy-mm-dd" }, "2025-12-29", "2026-02-07"],
  ["amounts within a sixth of the greatest", [900, 1_000], {}, "900", "1000"],
  ["one amount", [500], {}, "0", "600"],
  ["amounts just beyond a sixth", [830, 1_000], {}, "0", "1000"],
  ["amounts from 0", [0, 480_000], {}, "0", "600000"],
  ["amounts on both sides of 0", [-50, 100], {}, "-50", "100"],
  ["amounts below 0", [-1_000, -900], {}, "-1000", "0"],
  ["an end that somebody set", [46_023, 46_692], { minimum: 0 }, "0", "60000"],
  ["both ends set", [900, 1_000], { minimum: 500, maximum: 1_500 }, "500", "1500"],
])("an axis leaves 0 out where all values are far from it: %s", (_, across, axis, first, last) => {
  const labels = labelsAcross(across, axis);
  expect([labels[0], labels.at(-1)]).toEqual([first, last]);
});
