import type { Currency } from "../../core/currency";
import type { TableLayout } from "../../sheets/tables/layout";
import { inCurrency } from "../excel/number-format";

/** A table with more rows has its chart at the right, where it is seen; else it stands below. */
const MOST_ROWS_ABOVE = 40;
const SIZE = { rows: 18, columns: 8 };

/** Draws lines of a table beside it: straight between the points of a true scale, so that a cliff stands upright. */
export function putTableChart(
  sheet: Excel.Worksheet,
  block: Excel.Range,
  { chart: plan, rowsAbove, rows, columns }: TableLayout,
  name: string,
  currency: Currency,
): void {
  if (plan === null) return;
  const [down, across] = [rows - 1, columns - 1];
  const alongRows = plan.across === "rows";
  const headings = alongRows
    ? block.getCell(rowsAbove + 1, 0).getResizedRange(down - 1, 0)
    : block.getCell(rowsAbove, 1).getResizedRange(0, across - 1);
  const line = (at: number): Excel.Range =>
    alongRows
      ? block.getCell(rowsAbove + 1, at).getResizedRange(down - 1, 0)
      : block.getCell(rowsAbove + at, 1).getResizedRange(0, across - 1);
  const [first, ...others] = plan.lines;
  if (first === undefined) return;
  const { columns: inColumns, rows: inRows } = Excel.ChartSeriesBy;
  // Of one line alone there is nothing that Excel could take for headings.
  const chart = sheet.charts.add(
    Excel.ChartType.xyscatterLinesNoMarkers,
    line(first.at),
    alongRows ? inColumns : inRows,
  );
  chart.name = name;
  const begun = chart.series.getItemAt(0);
  begun.name = first.name;
  begun.setXAxisValues(headings);
  for (const { at, name } of others) {
    const series = chart.series.add(name);
    series.setXAxisValues(headings);
    series.setValues(line(at));
  }
  chart.title.text = plan.title;
  chart.legend.visible = plan.lines.length > 1;
  const { categoryAxis, valueAxis } = chart.axes;
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
