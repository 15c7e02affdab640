import type { Currency } from "../../core/currency";
import { blockAddress } from "../../input/cells/a1";
import { withProvenance } from "../../sheets/provenance";
import { layOutBurndown } from "../../sheets/term/burndown-sheet";
import type { TermSheetRequest } from "../../sheets/term/term-request";
import { layOutTerm, type TermSheet } from "../../sheets/term/term-sheet";
import { AXIS_USD } from "../../wording/format/number-formats";
import { amountWidth, inCurrency } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import { cellsOf, type DrawnChart, pointChart } from "../journal/drawn-chart";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { putOwnSheet } from "./put-own-sheet";
import { putBlock, showSheet } from "./put-sheet-part";

/** Widths in points: labels, and amounts. */
const LABEL_WIDTH = 150;
const AMOUNT_WIDTH = 84;
/** Title and note, which head every page. */
const TITLE_ROWS = 2;

const SHEETS = {
  term: { name: "Term", layOut: layOutTerm, chart: "columnStacked" },
  burndown: { name: "Burndown", layOut: layOutBurndown, chart: "xyscatterLinesNoMarkers" },
} as const;

/**
 * Writes a sheet of several years with live formulas and a native chart: what the term costs, or how its first year is used up.
 *
 * It is a new sheet, listed with the tables and removed like one, or one that is there and is written again.
 */
export function writeTerm(
  { deal, definition, largestUsd, madeOn, sources }: TermSheetRequest,
  currency: Currency,
  again?: WrittenPlace,
): Promise<Outcome<WrittenTable>> {
  const { name, layOut, chart: type } = SHEETS[definition.sheet];
  const layout = withProvenance(layOut(deal, madeOn, currency), madeOn, sources);
  const { across, lines } = layout.series;
  const chart: DrawnChart = { name: `${name} by time`, across, lines };
  return putOwnSheet({
    ...{ name, layout, form: "live", again, chart, definition },
    put(target, parts) {
      putTerm(target.sheet, { ...layout, parts }, largestUsd, currency);
      if (!target.hasChart) putChart(target.block, layout, chart, type, currency);
    },
  });
}

function putTerm(
  sheet: Excel.Worksheet,
  { title, note, parts, columns, rows, pages }: TermSheet,
  largestUsd: number,
  currency: Currency,
): void {
  const amounts = amountWidth(AMOUNT_WIDTH, currency, largestUsd);
  for (let column = 0; column < columns; column++)
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth =
      column === 0 ? LABEL_WIDTH : amounts;
  putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), note, Excel.BuiltInStyle.explanatoryText);
  for (const part of parts) putBlock(sheet, part, currency);
  const starts = [0, ...pages];
  const areas = starts.map((row, index) => {
    const end = starts[index + 1] ?? rows;
    return { row, column: 0, rows: end - row, columns };
  });
  showSheet(sheet, TITLE_ROWS, {
    areas: areas.map(blockAddress),
    rows: Math.max(...areas.map((area) => area.rows)),
  });
}

function putChart(
  block: Excel.Range,
  { chart: place }: TermSheet,
  drawn: DrawnChart,
  type: "columnStacked" | "xyscatterLinesNoMarkers",
  currency: Currency,
): void {
  const [first] = drawn.lines;
  if (first === undefined) return;
  const chart = block.worksheet.charts.add(
    Excel.ChartType[type],
    cellsOf(block, first.values),
    Excel.ChartSeriesBy.columns,
  );
  chart.name = drawn.name;
  pointChart(chart, block, drawn, 1);
  chart.title.text =
    type === "columnStacked"
      ? "Usage, and commitment left unused, by year"
      : "The commitment as it is used up";
  if (type === "xyscatterLinesNoMarkers") {
    chart.axes.categoryAxis.minimum = 0;
    chart.axes.categoryAxis.maximum = first.values.rows;
  }
  chart.axes.valueAxis.numberFormat = inCurrency(AXIS_USD, currency);
  const under = cellsOf(block, place);
  chart.setPosition(under.getCell(0, 0), under.getCell(place.rows - 1, place.columns - 1));
}
