import type { Agreement } from "../../core/agreement";
import { type BandTable, writtenThresholds } from "../../core/bands";
import type { Currency } from "../../core/currency";
import { blockAddress } from "../../input/cells/a1";
import { type AssumedDeal, layOutAssumed } from "../../sheets/assumed-deal";
import { type DecisionDeal, type DecisionSheet, layOutDecision } from "../../sheets/decision-sheet";
import { AXIS_USD } from "../../wording/format/number-formats";
import { freeName } from "../excel/free-name";
import { amountWidth, inCurrency } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { type ExcelRunner, FaultError, onceGrouped } from "../excel/run";
import {
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type WriteRecord,
} from "../journal/record";
import { rollBack } from "../journal/roll-back";
import type { WrittenTable } from "../journal/written-table";
import { putBlock } from "./put-sheet-part";

/** What a decision sheet is made from. */
export interface DecisionRequest {
  readonly deal: DecisionDeal;
  readonly bands: BandTable;
  readonly agreement: Agreement;
  /** The largest amount that is known of the deal, USD: columns need room for it. */
  readonly largestUsd: number;
  /** What it is priced as if, where that is not the deal of the workbook. */
  readonly assumed?: AssumedDeal;
  /** The scenario that it is made from; null is the deal in the workbook. */
  readonly scenario: string | null;
  /** Date and time for the header, as people write it. */
  readonly madeOn: string;
}

/** Widths in points: labels and clauses, amounts, and the words of a verdict. */
const LABEL_WIDTH = 198;
const COLUMN_WIDTH = 80;
const VERDICT_WIDTH = 196;
const VERDICT_COLUMN = 7;
/** Words of the bands: a letter, the edges of a cell with its indent, and no more than this however long they are. */
const TEXT_WIDTH = { letter: 5.8, edges: 16, most: 180 };

/**
 * The chart stands beside the inputs and the answer, from this row and column to those: on the first page, whole. Beside the
 * curve's own cells, a long way down, a page would end in the middle of it.
 */
const CHART_PLACE = { row: 3, column: 3, lastRow: 17, lastColumn: 7 };
const CHART_NAME = "Expected saving by commitment";

/**
 * Writes a sheet that proves a decision with live formulas: inputs, answer, thresholds, options, clauses and the savings curve.
 *
 * It is a new sheet, listed with the tables and removed like one. When writing fails, the sheet is taken out again.
 */
export async function writeDecision(
  request: DecisionRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  return onceGrouped(true, (run) => attempt(request, run, currency));
}

async function attempt(
  { deal, bands, agreement, assumed, largestUsd, scenario, madeOn }: DecisionRequest,
  run: ExcelRunner,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  let record: WriteRecord | undefined;
  const written = await run(async (context) => {
    const { workbook } = context;
    const { worksheets, settings, protection } = workbook;
    worksheets.load("items/name");
    settings.load("items/key,items/value");
    protection.load("protected");
    await context.sync();
    if (protection.protected) throw new FaultError({ kind: "protectedWorkbook" });
    const layOut = (references: DecisionDeal): DecisionSheet =>
      layOutDecision(references, bands, agreement, madeOn, currency);
    const decision = assumed ? layOutAssumed(deal, assumed, layOut) : layOut(deal);
    const id = freeId("Table", recordsIn(settings));
    const sheetNames = worksheets.items.map(({ name }) => name);
    record = {
      id,
      kind: "table",
      title: decision.title,
      sheet: freeName("Decision", sheetNames),
      madeSheet: true,
      address: addressOf(decision),
      names: [blockNameOf(id)],
      backupSheet: null,
      columnWidths: null,
      typedAround: [{ scenario, thresholdsUsd: writtenThresholds(bands) }],
      complete: false,
    };
    putDecision(workbook, record, decision, largestUsd, currency);
    await context.sync();
    const { title, sheet, address } = record;
    return { id, title, sheet, address, complete: true };
  });
  if (written.ok || record === undefined) return written;
  return { ok: false, fault: await rollBack(record.id, written.fault) };
}

function putDecision(
  workbook: Excel.Workbook,
  record: WriteRecord,
  decision: DecisionSheet,
  largestUsd: number,
  currency: Currency,
): void {
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = workbook.worksheets.add(record.sheet);
  const [blockName = ""] = record.names;
  workbook.names.add(blockName, sheet.getRange(record.address), record.title);
  sheet.getRangeByIndexes(0, 0, 1, decision.columns).format.columnWidth = amountWidth(
    COLUMN_WIDTH,
    currency,
    largestUsd,
  );
  sheet.getRange("A1").format.columnWidth = LABEL_WIDTH;
  sheet.getRangeByIndexes(0, VERDICT_COLUMN, 1, 1).format.columnWidth = amountWidth(
    VERDICT_WIDTH,
    currency,
  );
  for (const { column, letters } of decision.textColumns) {
    const width = Math.min(TEXT_WIDTH.most, letters * TEXT_WIDTH.letter + TEXT_WIDTH.edges);
    if (width > amountWidth(COLUMN_WIDTH, currency))
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  }
  const title = sheet.getRange("A1");
  title.values = [[decision.title]];
  title.style = Excel.BuiltInStyle.heading1;
  const note = sheet.getRange("A2");
  note.values = [[decision.note]];
  note.style = Excel.BuiltInStyle.explanatoryText;
  for (const part of decision.parts) putBlock(sheet, part, currency);
  putChart(sheet, decision, currency);
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.activate();
  sheet.getRange("A1").select();
  setting.value = formatRecord({ ...record, complete: true });
}

/** Straight lines between points of a true scale: a dollar below and at a threshold, a cliff stands upright. */
function putChart(sheet: Excel.Worksheet, { curve }: DecisionSheet, currency: Currency): void {
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
  const place = CHART_PLACE;
  chart.setPosition(
    sheet.getRangeByIndexes(place.row, place.column, 1, 1),
    sheet.getRangeByIndexes(place.lastRow, place.lastColumn, 1, 1),
  );
}

function addressOf({ rows, columns }: DecisionSheet): string {
  return blockAddress({ row: 0, column: 0, rows, columns });
}
