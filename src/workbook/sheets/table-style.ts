import type { Currency } from "../../core/currency";
import type { BorderRule } from "../../sheets/tables/break-even-border";
import { TITLE_ROWS } from "../../sheets/tables/content";
import type { HeadingMark, TableBody, TableLayout } from "../../sheets/tables/layout";
import { setNumberFormat } from "../excel/number-format";

/** Colours of a heat map that are told apart with any colour vision, from good to bad for the buyer. */
const GOOD = "#9DC3E6";
const MIDDLE = "#FFFFFF";
const BAD = "#F4B183";

/** A heading that stands on a threshold. */
const AT_THRESHOLD = "#FFE699";

/** Cells that break even beside one that does not. */
const AT_EDGE = "#1F3864";

/** Formats a table that was just written: named styles, number formats, native heat map, marks and the edge of breaking even. */
export function styleTable(
  block: Excel.Range,
  layout: TableLayout,
  bands: string,
  currency: Currency,
): void {
  const { rows, columns, rowsAbove } = layout;
  block.getCell(0, 0).style = Excel.BuiltInStyle.heading2;
  for (const row of [1, 2]) block.getCell(row, 0).style = Excel.BuiltInStyle.explanatoryText;
  for (const [index, { format }] of layout.held.entries()) {
    const cell = block.getCell(TITLE_ROWS + index, 1);
    cell.style = Excel.BuiltInStyle.calculation;
    setNumberFormat(cell, format, currency);
  }
  const heading = block.getCell(rowsAbove, 0).getResizedRange(0, columns - 1);
  const side = block.getCell(rowsAbove + 1, 0).getResizedRange(rows - 2, 0);
  const across = block.getCell(rowsAbove, 1).getResizedRange(0, columns - 2);
  for (const [headings, format, areInputs] of [
    [across, layout.columnFormat, layout.columnsAreInputs],
    [side, layout.rowFormat, layout.rowsAreInputs],
  ] as const) {
    headings.style = areInputs ? Excel.BuiltInStyle.input : Excel.BuiltInStyle.calculation;
    setNumberFormat(headings, format, currency);
  }
  heading.format.font.bold = true;
  heading.format.horizontalAlignment = "Right";
  block.getCell(rowsAbove, 0).format.horizontalAlignment = "Left";
  for (const part of layout.bodies) styleBody(block, layout, part, currency);
  const thresholds = bands.includes("(") ? undefined : `INDEX(${bands},${layout.thresholdsAt})`;
  for (const mark of layout.marks)
    markHeadings(mark.side === "rows" ? side : across, mark, thresholds);
}

function styleBody(
  block: Excel.Range,
  { rows, rowsAbove }: TableLayout,
  part: TableBody,
  currency: Currency,
): void {
  const body = block
    .getCell(rowsAbove + 1, part.column)
    .getResizedRange(rows - 2, part.columns - 1);
  setNumberFormat(body, part.format, currency);
  body.format.horizontalAlignment = "Right";
  for (const rule of part.edge) markEdge(body, rule);
  paintHeatMap(body, part);
}

function paintHeatMap(
  body: Excel.Range,
  { highIsGood, pivotsAtZero }: Pick<TableBody, "highIsGood" | "pivotsAtZero">,
): void {
  const scale = body.conditionalFormats.add(Excel.ConditionalFormatType.colorScale).colorScale;
  const lowest = {
    type: Excel.ConditionalFormatColorCriterionType.lowestValue,
    color: highIsGood ? BAD : GOOD,
  };
  const highest = {
    type: Excel.ConditionalFormatColorCriterionType.highestValue,
    color: highIsGood ? GOOD : BAD,
  };
  const midpoint = pivotsAtZero
    ? { type: Excel.ConditionalFormatColorCriterionType.number, formula: "0", color: MIDDLE }
    : { type: Excel.ConditionalFormatColorCriterionType.percentile, formula: "50", color: MIDDLE };
  scale.criteria = { minimum: lowest, midpoint, maximum: highest };
}

/** A native rule, so that the mark follows when a threshold or a heading is edited. */
function markHeadings(
  headings: Excel.Range,
  { heading, equals }: HeadingMark,
  thresholds: string | undefined,
): void {
  // Rules take references alone: bands that are an expression cannot be asked for their thresholds there.
  if (equals === null && thresholds === undefined) return;
  const rule = headings.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom;
  rule.rule.formula =
    equals === null ? `=COUNTIF(${thresholds},${heading})>0` : `=${heading}=${equals}`;
  rule.format.fill.color = AT_THRESHOLD;
  rule.format.font.bold = true;
}

function markEdge(body: Excel.Range, { row, column, rows, columns, formula }: BorderRule): void {
  const cells = body.getCell(row, column).getResizedRange(rows - 1, columns - 1);
  const rule = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom;
  rule.rule.formula = formula;
  rule.format.font.bold = true;
  rule.format.font.color = AT_EDGE;
}
