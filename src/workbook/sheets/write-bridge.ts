import type { OfferBridge } from "../../analysis/offer-bridge";
import type { Currency } from "../../core/currency";
import { type BridgeEnd, type BridgeSheet, layOutBridge } from "../../sheets/bridge-sheet";
import { type SheetSource, withProvenance } from "../../sheets/provenance";
import type { BridgeDefinition } from "../../sheets/sheet-definition";
import type { TextTermTables } from "../../sheets/text-terms-block";
import { AXIS_USD } from "../../wording/format/number-formats";
import { inCurrency, typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import { cellsOf, type DrawnChart, pointChart } from "../journal/drawn-chart";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { putOwnSheet } from "./put-own-sheet";
import { putBlock, showSheet } from "./put-sheet-part";

/** What a sheet that leads from one offer to another is made from. */
export interface BridgeRequest {
  readonly from: BridgeEnd;
  readonly to: BridgeEnd;
  /** What each says beside its prices. */
  readonly alsoSaid: TextTermTables;
  /** As it is now: its steps are the order of the changes, and its costs the room that columns and the chart need. */
  readonly bridge: OfferBridge;
  readonly definition: BridgeDefinition;
  /** In place of a bridge that is there; absent: on a new sheet. */
  readonly again?: WrittenPlace;
  /** Date and time for the header, as people write it. */
  readonly madeOn: string;
  /** What its inputs are read from, for what it says of itself. */
  readonly sources: readonly SheetSource[];
}

/** Widths in points: labels, and amounts under headings of two lines. */
const LABEL_WIDTH = 200;
const AMOUNT_WIDTH = 118;
const TITLE_ROWS = 3;
const CHART_NAME = "What changed";

/**
 * Writes a sheet that leads from the expected cost of one offer to that of another with live formulas, and a native chart.
 *
 * It is a new sheet, listed with the tables and removed like one, or one that is there and is written again. When writing
 * fails, the workbook is as it was.
 */
export function writeBridge(
  { from, to, alsoSaid, bridge, definition, madeOn, sources, again }: BridgeRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const order = bridge.steps.map(({ changes }) => changes);
  const laidOut = layOutBridge(from, to, alsoSaid, order, madeOn, currency);
  const layout = withProvenance(laidOut, madeOn, sources);
  const { across, lines } = layout;
  const chart: DrawnChart = { name: CHART_NAME, across, lines };
  return putOwnSheet({
    ...{ name: "Bridge", layout, form: definition.form, again, chart, definition },
    put({ sheet, hasChart }, parts) {
      putBridge(sheet, { ...layout, parts }, bridge, currency);
      putChart(sheet, layout, chart, bridge, hasChart, currency);
    },
  });
}

function putBridge(
  sheet: Excel.Worksheet,
  { title, note, noteBelow, parts, columns, rows }: BridgeSheet,
  bridge: OfferBridge,
  currency: Currency,
): void {
  sheet.getRangeByIndexes(0, 0, 1, columns).format.columnWidth = typedAmountWidth(
    AMOUNT_WIDTH,
    currency,
    Math.max(...costsOf(bridge)),
  );
  sheet.getRange("A1").format.columnWidth = LABEL_WIDTH;
  putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), note, Excel.BuiltInStyle.explanatoryText);
  putText(sheet.getRange("A3"), noteBelow, Excel.BuiltInStyle.explanatoryText);
  for (const part of parts) putBlock(sheet, part, currency);
  showSheet(sheet, TITLE_ROWS, { rows });
}

/** A chart that is there follows its cells by itself, and gets the ends of its axis again. */
function putChart(
  sheet: Excel.Worksheet,
  { chart: place }: BridgeSheet,
  drawn: DrawnChart,
  bridge: OfferBridge,
  hasChart: boolean,
  currency: Currency,
): void {
  const { minimum, maximum } = axisOf(costsOf(bridge));
  const chart = hasChart
    ? sheet.charts.getItem(CHART_NAME)
    : newChart(sheet, place, drawn, currency);
  const { valueAxis } = chart.axes;
  valueAxis.minimum = minimum;
  valueAxis.maximum = maximum;
}

function newChart(
  sheet: Excel.Worksheet,
  place: BridgeSheet["chart"],
  drawn: DrawnChart,
  currency: Currency,
): Excel.Chart {
  const [first] = drawn.lines;
  if (first === undefined) throw new Error("a bridge has columns");
  const block = sheet.getRange("A1");
  const { columnStacked } = Excel.ChartType;
  const chart = sheet.charts.add(
    columnStacked,
    cellsOf(block, first.values),
    Excel.ChartSeriesBy.columns,
  );
  chart.name = CHART_NAME;
  pointChart(chart, block, drawn, 1);
  chart.title.text = `Expected cost a year, ${currency.code}: one change at a time`;
  chart.legend.visible = true;
  chart.axes.valueAxis.numberFormat = inCurrency(AXIS_USD, currency);
  const under = sheet.getRangeByIndexes(place.row, place.column, place.rows, place.columns);
  chart.setPosition(under.getCell(0, 0), under.getCell(place.rows - 1, place.columns - 1));
  return chart;
}

/** The costs on the way from one offer to the other, USD. */
function costsOf({ fromCents, steps }: OfferBridge): readonly number[] {
  const costs = [fromCents];
  for (const { inOrderCents } of steps) costs.push((costs.at(-1) ?? 0) + inOrderCents);
  return costs.map((cents) => cents / 100);
}

/** Round ends around the costs: from 0, a change of a few percent would not be seen. */
function axisOf(costsUsd: readonly number[]): {
  readonly minimum: number;
  readonly maximum: number;
} {
  const [low, high] = [Math.min(...costsUsd), Math.max(...costsUsd)];
  const span = high - low || high || 1;
  const step = 10 ** Math.floor(Math.log10(span));
  return {
    minimum: Math.max(0, Math.floor((low - span / 2) / step) * step),
    maximum: Math.ceil((high + span / 4) / step) * step,
  };
}
