import type { Currency } from "../../core/currency";
import type { CellArea } from "../../sheets/sheet-block";
import { columnOf, MONTH_FORMAT } from "../../sheets/usage/usage-columns";
import { TABLES } from "../../sheets/usage/usage-tables";
import { AXIS_USD } from "../../wording/format/number-formats";
import { inCurrency } from "../excel/number-format";
import { cellsOf, type DrawnChart, pointChart } from "../journal/drawn-chart";

/** The chart of the months by its place beside their table: what is excluded stands on the baseline. */
export function monthsChart(months: number): DrawnChart {
  const column = (heading: string) => ({
    ...{ row: 1, column: columnOf("months", heading), rows: months, columns: 1 },
  });
  return {
    name: "Usage by month",
    across: column("Month"),
    lines: ["Baseline", "Excluded"].map((name) => ({ name, values: column(name) })),
  };
}

/** Where it stands beside a table whose headings are in a row, from 0. */
export function monthsChartArea(row: number): CellArea {
  return { row, column: TABLES.months.columns.length + 1, rows: 18, columns: 7 };
}

/** @param table The whole table, with its headings. */
export function putMonthsChart(table: Excel.Range, months: number, currency: Currency): void {
  const drawn = monthsChart(months);
  const [first] = drawn.lines;
  if (first === undefined) return;
  const chart = table.worksheet.charts.add(
    Excel.ChartType.columnStacked,
    cellsOf(table, first.values),
    Excel.ChartSeriesBy.columns,
  );
  chart.name = drawn.name;
  pointChart(chart, table, drawn, 1);
  chart.title.text = "Usage by month at list prices";
  chart.axes.categoryAxis.numberFormat = MONTH_FORMAT;
  chart.axes.valueAxis.numberFormat = inCurrency(AXIS_USD, currency);
  chart.axes.valueAxis.minimum = 0;
  const { column, rows, columns } = monthsChartArea(0);
  const start = table.getCell(0, column);
  chart.setPosition(start, start.getOffsetRange(rows - 1, columns - 1));
}
