import { numfmt } from "@univerjs/core";
import type { ChartInfo, ChartSeriesInfo } from "../grid/chart-info";
import type { Grid } from "../grid/grid";
import type { LocalHost } from "../model/local-host";
import { canvasBox, cellBox, onCellsMoved } from "./cell-box";
import { type ChartPoint, drawSheetChart } from "./chart-drawing";
import { byId, make, onceAFrame } from "./elements";
import type { UniverWorkbook } from "./univer-workbook";

const NOTE = "A sketch. In the saved file, Excel draws this chart itself.";
/** Pixels of the note under a chart. */
const NOTE_HEIGHT = 20;

interface Drawn {
  readonly chart: ChartInfo;
  readonly figure: HTMLElement;
  size: string;
}

/**
 * Lays drawings of the active sheet's charts over the cells that the charts cover. The grid
 * itself knows no charts; the drawings let clicks through to the cells.
 */
export function showCharts(host: LocalHost, univerAPI: UniverWorkbook["univerAPI"]): void {
  const { grid } = host;
  const layer = byId("charts");
  let drawn: readonly Drawn[] = [];
  const draw = (): void => {
    const sheet = host.sheet(grid.activeSheetId());
    drawn = sheet.charts
      ._items()
      .map(({ _info }) => ({ chart: _info, figure: make("figure", "chart"), size: "" }));
    layer.replaceChildren(...drawn.map(({ figure }) => figure));
    layer.hidden = drawn.length === 0;
    place();
  };
  const place = (): void => {
    if (drawn.length === 0) return;
    const sheet = univerAPI.getActiveWorkbook()?.getActiveSheet();
    const area = byId("grid").getBoundingClientRect();
    const canvas = canvasBox();
    const first = sheet?.getRange(0, 0, 1, 1).getCellRect();
    if (!sheet || !canvas || !first) return;
    const zoom = sheet.getZoom();
    // Beyond the letters of the columns and the numbers of the rows.
    const left = canvas.left + first.left * zoom;
    const top = canvas.top + first.top * zoom;
    layer.style.left = `${left - area.left}px`;
    layer.style.top = `${top - area.top}px`;
    layer.style.width = `${canvas.right - left}px`;
    layer.style.height = `${canvas.bottom - top}px`;
    for (const one of drawn) {
      const { chart, figure } = one;
      const { row, col, rows, cols } = chart.place;
      const start = cellBox(univerAPI, row, col);
      const end = cellBox(univerAPI, row + rows - 1, col + cols - 1);
      if (start === undefined || end === undefined) continue;
      const [width, height] = [end.right - start.left, end.bottom - start.top];
      figure.style.transform = `translate(${start.left - left}px, ${start.top - top}px)`;
      figure.style.width = `${width}px`;
      figure.style.height = `${height}px`;
      const size = `${width} by ${height}`;
      if (size === one.size) continue;
      one.size = size;
      const lines = chart.series.map((series) => pointsOf(grid, chart, series));
      const room = { width, height: height - NOTE_HEIGHT };
      figure.replaceChildren(
        drawSheetChart(chart, lines, room, categoriesOf(grid, chart)),
        make("figcaption", "", NOTE),
      );
    }
  };
  const drawSoon = onceAFrame(draw);
  grid.onEvent(({ kind }) => {
    if (kind !== "selected") drawSoon();
  });
  onCellsMoved(univerAPI, place);
}

/** What the columns of a chart are called, as their cells show it. */
function categoriesOf(grid: Grid, { type, series: [first] }: ChartInfo): readonly string[] {
  if (type !== "ColumnStacked" || !first?.across) return [];
  const sheetId = grid.activeSheetId();
  const formats = grid.numberFormats(sheetId, first.across).flat();
  const values = grid.values(sheetId, first.across).flat();
  return values.map((value, index) =>
    typeof value === "number" ? numfmt.format(formats[index] ?? "General", value) : String(value),
  );
}

function pointsOf(
  grid: Grid,
  { type }: ChartInfo,
  { across, up }: ChartSeriesInfo,
): readonly ChartPoint[] {
  const sheetId = grid.activeSheetId();
  const isOfPoints = type !== "ColumnStacked" && across !== null;
  const xs = isOfPoints ? grid.values(sheetId, across).flat() : undefined;
  const ys = grid.values(sheetId, up).flat();
  return ys.map((y, index): ChartPoint => {
    const x = xs === undefined ? index + 1 : xs[index];
    return typeof x === "number" && typeof y === "number" ? [x, y] : null;
  });
}
