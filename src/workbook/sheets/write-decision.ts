import type { Agreement } from "../../core/agreement";
import type { BandTable } from "../../core/bands";
import type { Currency } from "../../core/currency";
import { blockAddress } from "../../input/cells/a1";
import { type AssumedDeal, layOutAssumed } from "../../sheets/assumed-deal";
import type { DecisionWidth } from "../../sheets/decision-blocks";
import { type DecisionDeal, type DecisionSheet, layOutDecision } from "../../sheets/decision-sheet";
import { type SheetSource, withProvenance } from "../../sheets/provenance";
import { layOutScenario, type ScenarioOnSheet } from "../../sheets/scenario-cells";
import type { DecisionDefinition } from "../../sheets/sheet-definition";
import { AXIS_USD } from "../../wording/format/number-formats";
import { inCurrency, typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import type { DrawnChart } from "../journal/drawn-chart";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { putOwnSheet } from "./put-own-sheet";
import { putBlock, showSheet } from "./put-sheet-part";

/** What a decision sheet is made from. */
export interface DecisionRequest {
  readonly deal: DecisionDeal;
  readonly bands: BandTable;
  readonly agreement: Agreement;
  /** The largest amount that is known of the deal, USD: columns need room for it. */
  readonly largestUsd: number;
  /** What it is priced as if, where that is not the deal of the workbook. */
  readonly assumed?: AssumedDeal;
  /** The scenario that it is about, where that is not the deal of the workbook. */
  readonly scenario?: ScenarioOnSheet;
  /** Where its curve ends, USD; absent: above the last threshold. */
  readonly curveToUsd?: number;
  /** What is kept of it, so that it can be rebuilt; absent: it cannot. */
  readonly definition?: DecisionDefinition;
  /** In place of a decision sheet that is there; absent: on a new sheet. */
  readonly again?: WrittenPlace;
  /** Date and time for the header, as people write it. */
  readonly madeOn: string;
  /** What its inputs are read from, for what it says of itself. */
  readonly sources: readonly SheetSource[];
}

/** Widths in points; amounts are wider where a deal's are. */
const WIDTHS = {
  ...{ label: 224, clause: 180, amount: 76, headed: 112, share: 76, verdict: 236, gap: 24 },
} as const;
/** Of a column of words that somebody wrote: a letter, and the least and the most of it. */
const WORDS = { letter: 6.2, edges: 16, least: 76, most: 210 };
/** Title and note, which head every page. */
const TITLE_ROWS = 2;

const CHART_NAME = "Expected saving by commitment";

/**
 * Writes a sheet that proves a decision with live formulas: inputs, answer, thresholds, options, clauses and the savings curve.
 *
 * It is a new sheet, listed with the tables and removed like one, or one that is there and is written again. When writing
 * fails, the workbook is as it was.
 */
export function writeDecision(
  request: DecisionRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const { deal, bands, agreement, assumed, largestUsd, curveToUsd, madeOn, definition } = request;
  const { scenario, sources } = request;
  const form = definition?.form ?? "live";
  const layOut = (references: DecisionDeal): DecisionSheet =>
    layOutDecision(references, bands, agreement, madeOn, currency, curveToUsd, form);
  const priced = (of: DecisionDeal): DecisionSheet =>
    assumed ? layOutAssumed(of, assumed, layOut) : layOut(of);
  const laidOut = scenario ? layOutScenario(deal, scenario, priced) : priced(deal);
  const decision = withProvenance(laidOut, madeOn, sources);
  return putOwnSheet({
    ...{ name: "Decision", layout: sizeOf(decision), form, again: request.again },
    chart: chartOf(decision),
    ...(definition && { definition }),
    put(target, parts) {
      putDecision(target.sheet, { ...decision, parts }, largestUsd, currency);
      if (!target.hasChart) putChart(target.sheet, decision, currency);
    },
  });
}

/** With the columns beside the answer, and the rows of its curve. */
function sizeOf(decision: DecisionSheet): DecisionSheet {
  const { curve, rows, widths, columns } = decision;
  return {
    ...decision,
    rows: Math.max(rows, curve.row + curve.rows),
    columns: Math.max(columns, widths.length),
  };
}

/** The chart by the cells of its line. */
function chartOf({ curve: { row, column, rows } }: DecisionSheet): DrawnChart {
  const across = { row, column, rows, columns: 1 };
  const values = { ...across, column: column + 1 };
  return { name: CHART_NAME, across, lines: [{ name: CHART_NAME, values }] };
}

function putDecision(
  sheet: Excel.Worksheet,
  decision: DecisionSheet,
  largestUsd: number,
  currency: Currency,
): void {
  const widths = decision.widths.map((width) => pointsOf(width, largestUsd, currency));
  for (const [column, width] of widths.entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  putText(sheet.getRange("A1"), decision.title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), decision.note, Excel.BuiltInStyle.explanatoryText);
  for (const part of decision.parts) putBlock(sheet, part, currency);
  showSheet(sheet, TITLE_ROWS, { areas: pagesOf(decision) });
}

function pointsOf(width: DecisionWidth, largestUsd: number, currency: Currency): number {
  switch (width) {
    case "amount":
    case "headed":
      return typedAmountWidth(WIDTHS[width], currency, largestUsd);
    case "label":
    case "clause":
    case "share":
    case "verdict":
    case "gap":
      return WIDTHS[width];
    default: {
      const { letter, edges, least, most } = WORDS;
      return Math.min(most, Math.max(least, width.letters * letter + edges));
    }
  }
}

/** The areas that print one after another: also what is assumed, which stands below the options. */
function pagesOf({ pages, ownRows, rows, columns }: DecisionSheet): readonly string[] {
  const below = { row: ownRows, column: 0, rows: rows - ownRows, columns };
  return [...pages, ...(below.rows > 0 ? [below] : [])].map(blockAddress);
}

/** Straight lines between points of a true scale: a dollar below and at a threshold, a cliff stands upright. */
function putChart(
  sheet: Excel.Worksheet,
  { curve, chart: place }: DecisionSheet,
  currency: Currency,
): void {
  const { row, column, rows } = curve;
  const source = sheet.getRangeByIndexes(row - 1, column, rows + 1, 2);
  const { xyscatterLinesNoMarkers } = Excel.ChartType;
  const chart = sheet.charts.add(xyscatterLinesNoMarkers, source, Excel.ChartSeriesBy.columns);
  chart.name = CHART_NAME;
  chart.title.text = CHART_NAME;
  chart.legend.visible = false;
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.title.text = `Commitment, ${currency.code}`;
  valueAxis.title.text = `Expected saving a year, ${currency.code}`;
  categoryAxis.numberFormat = inCurrency(AXIS_USD, currency);
  valueAxis.numberFormat = inCurrency(AXIS_USD, currency);
  // Where a commitment costs more than it saves, the axis would run through the curve's labels.
  categoryAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
  const under = sheet.getRangeByIndexes(place.row, place.column, place.rows, place.columns);
  chart.setPosition(under.getCell(0, 0), under.getCell(place.rows - 1, place.columns - 1));
}
