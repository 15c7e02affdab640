import type { Currency } from "../../core/currency";
import { blockAddress, columnLetters } from "../../input/cells/a1";
import {
  type ComparedReferences,
  type ComparisonSheet,
  layOutComparison,
} from "../../sheets/comparison-sheet";
import { freeName } from "../excel/free-name";
import { amountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { type ExcelRunner, FaultError, onceGrouped } from "../excel/run";
import {
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type TypedAround,
  type WriteRecord,
} from "../journal/record";
import { rollBack } from "../journal/roll-back";
import type { WrittenTable } from "../journal/written-table";
import { putBlock } from "./put-sheet-part";

/** What a sheet that compares scenarios is made from. */
export interface ComparisonRequest {
  readonly scenarios: readonly ComparedReferences[];
  /** Usages at which all of them are priced. */
  readonly usagesUsd: readonly number[];
  /** The thresholds of each scenario, which decide where the usages are. */
  readonly typedAround: readonly TypedAround[];
  /** What the header says that it was made from. */
  readonly source: string;
  /** Date and time for the header, as people write it. */
  readonly madeOn: string;
}

/** Widths in points: labels, and a scenario, whose name may take two lines. */
const LABEL_WIDTH = 230;
const SCENARIO_WIDTH = 112;

/** The cheapest of a row, as of a heat map that is told apart with any colour vision. */
const CHEAPEST = "#9DC3E6";

/**
 * Writes a sheet that compares scenarios with live formulas over their rows, and marks the cheapest at each usage by a native
 * rule.
 *
 * It is a new sheet, listed with the tables and removed like one. When writing fails, the sheet is taken out again.
 */
export async function writeComparison(
  request: ComparisonRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  return onceGrouped(true, (run) => attempt(request, run, currency));
}

async function attempt(
  { scenarios, usagesUsd, typedAround, source, madeOn }: ComparisonRequest,
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
    const comparison = layOutComparison(scenarios, usagesUsd, source, madeOn);
    const { title, rows, columns } = comparison;
    const id = freeId("Table", recordsIn(settings));
    const sheetNames = worksheets.items.map(({ name }) => name);
    record = {
      id,
      kind: "table",
      title,
      sheet: freeName("Comparison", sheetNames),
      madeSheet: true,
      address: blockAddress({ row: 0, column: 0, rows, columns }),
      names: [blockNameOf(id)],
      backupSheet: null,
      columnWidths: null,
      typedAround,
      complete: false,
    };
    putComparison(workbook, record, comparison, currency);
    await context.sync();
    const { sheet, address } = record;
    return { id, title, sheet, address, complete: true };
  });
  if (written.ok || record === undefined) return written;
  return { ok: false, fault: await rollBack(record.id, written.fault) };
}

function putComparison(
  workbook: Excel.Workbook,
  record: WriteRecord,
  comparison: ComparisonSheet,
  currency: Currency,
): void {
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = workbook.worksheets.add(record.sheet);
  const [blockName = ""] = record.names;
  workbook.names.add(blockName, sheet.getRange(record.address), record.title);
  sheet.getRangeByIndexes(0, 0, 1, comparison.columns).format.columnWidth = amountWidth(
    SCENARIO_WIDTH,
    currency,
    comparison.largestUsd,
  );
  sheet.getRange("A1").format.columnWidth = LABEL_WIDTH;
  putText(sheet.getRange("A1"), comparison.title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), comparison.note, Excel.BuiltInStyle.explanatoryText);
  putText(sheet.getRange("A3"), comparison.noteBelow, Excel.BuiltInStyle.explanatoryText);
  for (const part of comparison.parts) putBlock(sheet, part, currency);
  markCheapest(sheet, comparison);
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.activate();
  sheet.getRange("A1").select();
  setting.value = formatRecord({ ...record, complete: true });
}

/** A native rule, so that the mark follows when a usage or a scenario is edited. Costs within half a cent are alike. */
function markCheapest(sheet: Excel.Worksheet, { costs }: ComparisonSheet): void {
  const { row, column, rows, columns } = costs;
  const [first, last] = [columnLetters(column), columnLetters(column + columns - 1)];
  const line = row + 1;
  const rule = sheet
    .getRangeByIndexes(row, column, rows, columns)
    .conditionalFormats.add(Excel.ConditionalFormatType.custom).custom;
  rule.rule.formula = `=${first}${line}<=MIN($${first}${line}:$${last}${line})+0.005`;
  rule.format.fill.color = CHEAPEST;
  rule.format.font.bold = true;
}

function putText(cell: Excel.Range, text: string, style: string): void {
  cell.values = [[text]];
  cell.style = style;
}
