import type { Currency } from "../../core/currency";
import { blockAddress } from "../../input/cells/a1";
import type { DecisionDeal } from "../../sheets/decision-sheet";
import { asksColumn } from "../../sheets/negotiation/asks-places";
import {
  type CounterOfferCells,
  type CounterOfferSheet,
  type CounterOfferWords,
  layOutCounterOffer,
} from "../../sheets/negotiation/counter-offer-sheet";
import { type SheetSource, withProvenance } from "../../sheets/provenance";
import { layOutScenario, type ScenarioOnSheet } from "../../sheets/scenario-cells";
import type { CellArea } from "../../sheets/sheet-block";
import type { CounterOfferDefinition } from "../../sheets/sheet-definition";
import { AXIS_USD } from "../../wording/format/number-formats";
import { absoluteReference } from "../excel/absolute-reference";
import { inCurrency, typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import type { DrawnChart } from "../journal/drawn-chart";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { putOwnSheet } from "./put-own-sheet";
import { putBlock, showSheet } from "./put-sheet-part";

/** What a counter-offer is made from. */
export interface CounterOfferRequest {
  readonly deal: DecisionDeal;
  readonly words: CounterOfferWords;
  readonly cells: Omit<CounterOfferCells, "asks">;
  /** The sheet of asks that it reads. */
  readonly asksSheet: string;
  /** The scenario that it is about, where that is not the deal of the workbook. */
  readonly scenario?: ScenarioOnSheet;
  readonly largestUsd: number;
  readonly definition: CounterOfferDefinition;
  /** In place of a counter-offer that is there; absent: on a new sheet. */
  readonly again?: WrittenPlace;
  readonly madeOn: string;
  /** What its inputs are read from, for what it says of itself. */
  readonly sources: readonly SheetSource[];
}

/** Widths in points: labels, two columns of amounts, and amounts or words that may take two lines of this height. */
const WIDTHS = [186, 104, 104, 148] as const;
const TWO_LINES = 30;
const AMOUNT_COLUMNS: readonly number[] = [1, 2, 3];

const CHART_NAME = "Expected cost a year";

/**
 * Writes a counter-offer: one page to print, with live figures and a chart, and below it the cells that they read.
 *
 * It is a new sheet, listed with the tables and removed like one, or one that is there and is written again. When writing
 * fails, the workbook is as it was.
 */
export function writeCounterOffer(
  request: CounterOfferRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const { deal, words, asksSheet, scenario, definition, again, madeOn, sources } = request;
  const asks: CounterOfferCells["asks"] = (column) =>
    absoluteReference(asksSheet, asksColumn(column).replaceAll("$", "")).slice(1);
  const cells = { ...request.cells, asks };
  const layOut = (of: DecisionDeal): CounterOfferSheet =>
    layOutCounterOffer(of, words, cells, madeOn, currency);
  const laidOut = scenario ? layOutScenario(deal, scenario, layOut) : layOut(deal);
  const layout = withProvenance(laidOut, madeOn, sources);
  return putOwnSheet({
    ...{ name: "Counter-offer", layout, form: "live", again, definition },
    chart: chartOf(layout),
    put(target, parts) {
      putPage(target.sheet, { ...layout, parts }, request.largestUsd, currency);
      if (!target.hasChart) putChart(target.sheet, layout, currency);
    },
  });
}

function chartOf({ sides, costs }: CounterOfferSheet): DrawnChart {
  return { name: CHART_NAME, across: sides, lines: [{ name: CHART_NAME, values: costs }] };
}

function putPage(
  sheet: Excel.Worksheet,
  { title, note, parts, wrapped, page }: CounterOfferSheet,
  largestUsd: number,
  currency: Currency,
): void {
  for (const [column, width] of WIDTHS.entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = AMOUNT_COLUMNS.includes(column)
      ? typedAmountWidth(width, currency, largestUsd)
      : width;
  putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), note, Excel.BuiltInStyle.explanatoryText);
  for (const part of parts) putBlock(sheet, part, currency);
  const words = rangeOf(sheet, wrapped);
  words.format.wrapText = true;
  const heading = words.getOffsetRange(-1, 0).getCell(0, 0).format;
  heading.horizontalAlignment = "Left";
  heading.indentLevel = 1;
  words.format.rowHeight = TWO_LINES;
  showSheet(sheet, 0, { areas: [blockAddress(page)] });
  sheet.pageLayout.orientation = "Portrait";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
}

/** A column for their offer, for ours and for no deal. */
function putChart(
  sheet: Excel.Worksheet,
  { sides, costs, chart: place }: CounterOfferSheet,
  currency: Currency,
): void {
  const source = rangeOf(sheet, costs);
  const chart = sheet.charts.add(Excel.ChartType.columnStacked, source, Excel.ChartSeriesBy.rows);
  chart.name = CHART_NAME;
  chart.title.text = `${CHART_NAME}, ${currency.code}`;
  chart.legend.visible = false;
  chart.series.getItemAt(0).setXAxisValues(rangeOf(sheet, sides));
  const { valueAxis } = chart.axes;
  valueAxis.numberFormat = inCurrency(AXIS_USD, currency);
  // Cut off, a small difference would look like a large one.
  valueAxis.minimum = 0;
  const under = rangeOf(sheet, place);
  chart.setPosition(under.getCell(0, 0), under.getCell(place.rows - 1, place.columns - 1));
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: CellArea): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}
