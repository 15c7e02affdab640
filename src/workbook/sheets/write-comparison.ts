import type { Currency } from "../../core/currency";
import { columnLetters } from "../../input/cells/a1";
import {
  type ComparedReferences,
  type ComparisonSheet,
  layOutComparison,
} from "../../sheets/comparison-sheet";
import { type SheetSource, withProvenance } from "../../sheets/provenance";
import type { ComparisonDefinition } from "../../sheets/sheet-definition";
import { typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { putOwnSheet } from "./put-own-sheet";
import { putBlock, showSheet } from "./put-sheet-part";

/** What a sheet that compares scenarios is made from. */
export interface ComparisonRequest {
  readonly scenarios: readonly ComparedReferences[];
  /** Usages at which all of them are priced. */
  readonly usagesUsd: readonly number[];
  /** What is kept of it, so that it can be rebuilt. */
  readonly definition: ComparisonDefinition;
  /** In place of a comparison sheet that is there; absent: on a new sheet. */
  readonly again?: WrittenPlace;
  /** What the header says that it was made from. */
  readonly source: string;
  /** Date and time for the header, as people write it. */
  readonly madeOn: string;
  /** What its inputs are read from, for what it says of itself. */
  readonly sources: readonly SheetSource[];
}

/** Widths in points: labels, and a scenario, whose name may take two lines. */
const LABEL_WIDTH = 230;
const SCENARIO_WIDTH = 112;
/** Title and notes, which head every page. */
const TITLE_ROWS = 3;

/** The cheapest of a row, as of a heat map that is told apart with any colour vision. */
const CHEAPEST = "#9DC3E6";

/**
 * Writes a sheet that compares scenarios with live formulas over their rows, and marks the cheapest at each usage by a native
 * rule.
 *
 * It is a new sheet, listed with the tables and removed like one, or one that is there and is written again. When writing
 * fails, the workbook is as it was.
 */
export function writeComparison(
  request: ComparisonRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const { scenarios, usagesUsd, definition, source, sources, madeOn, again } = request;
  const { form } = definition;
  const laidOut = layOutComparison(scenarios, usagesUsd, source, madeOn, form);
  const comparison = withProvenance(laidOut, madeOn, sources);
  return putOwnSheet({
    ...{ name: "Comparison", layout: comparison, form, again, definition },
    put: ({ sheet }, parts) => putComparison(sheet, { ...comparison, parts }, currency),
  });
}

function putComparison(
  sheet: Excel.Worksheet,
  comparison: ComparisonSheet,
  currency: Currency,
): void {
  const amounts = typedAmountWidth(SCENARIO_WIDTH, currency, comparison.largestUsd);
  sheet.getRangeByIndexes(0, 0, 1, comparison.columns).format.columnWidth = amounts;
  sheet.getRange("A1").format.columnWidth = LABEL_WIDTH;
  putText(sheet.getRange("A1"), comparison.title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), comparison.note, Excel.BuiltInStyle.explanatoryText);
  putText(sheet.getRange("A3"), comparison.noteBelow, Excel.BuiltInStyle.explanatoryText);
  for (const part of comparison.parts) putBlock(sheet, part, currency);
  markCheapest(sheet, comparison);
  const widths = Array.from({ length: comparison.columns }, (_, at) =>
    at === 0 ? LABEL_WIDTH : amounts,
  );
  showSheet(sheet, TITLE_ROWS, { columns: { widths, repeated: 1 }, rows: comparison.rows });
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
