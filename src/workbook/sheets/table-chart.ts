import type { Currency } from "../../core/currency";
import type { TableLayout } from "../../sheets/tables/layout";
import { inCurrency } from "../excel/number-format";
import { cellsOf, type DrawnChart, pointChart } from "../journal/drawn-chart";

/** A table with more rows has its chart at the right, where it is seen; else it stands below. */
const MOST_ROWS_ABOVE = 40;
const SIZE = { rows: 18, columns: 8 };

/** The chart beside a table by the cells of its lines; undefined for a table without one. */
export function drawnChartOf(
  { chart, rowsAbove, rows, columns }: TableLayout,
  name: string,
): DrawnChart | undefined {
  if (chart === null) return undefined;
  const [down, across] = [rows - 1, columns - 1];
  const lineAt = (at: number) =>
    chart.across === "rows"
      ? { row: rowsAbove + 1, column: at, rows: down, columns: 1 }
      : { row: rowsAbove + at, column: 1, rows: 1, columns: across };
  const lines = chart.lines.map((line) => ({ name: line.name, values: lineAt(line.at) }));
  return { name, across: lineAt(0), lines };
}

/** Draws lines of a table beside it: straight between the points of a true scale, so that a cliff stands upright. */
export function putTableChart(
  sheet: Excel.Worksheet,
  block: Excel.Range,
  { chart: plan, rowsAbove, rows, columns }: TableLayout,
  drawn: DrawnChart,
  currency: Currency,
): void {
  const [first] = drawn.lines;
  if (plan === null || first === undefined) return;
  const { columns: inColumns, rows: inRows } = Excel.ChartSeriesBy;
  // Of one line alone there is nothing that Excel could take for headings.
  const chart = sheet.charts.add(
    Excel.ChartType.xyscatterLinesNoMarkers,
    cellsOf(block, first.values),
    plan.across === "rows" ? inColumns : inRows,
  );
  chart.name = drawn.name;
  pointChart(chart, block, drawn, 1);
  chart.title.text = plan.title;
  chart.legend.visible = plan.lines.length > 1;
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.minimum = plan.acrossFrom;
  categoryAxis.maximum = plan.acrossTo;
  categoryAxis.title.text = plan.acrossTitle;
  valueAxis.title.text = plan.upTitle;
  categoryAxis.numberFormat = inCurrency(plan.acrossFormat, currency);
  valueAxis.numberFormat = inCurrency(plan.upFormat, currency);
  // Where values fall below 0, the axis would run through the lines' labels.
  categoryAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
  const start =
    rows > MOST_ROWS_ABOVE
      ? block.getCell(rowsAbove, columns + 1)
      : block.getCell(rowsAbove + rows + 1, 0);
  chart.setPosition(start, start.getOffsetRange(SIZE.rows - 1, SIZE.columns - 1));
}
