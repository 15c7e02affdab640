import { ROWS_ABOVE, type TableLayout } from "../sensitivity/layout";
import { setNumberFormat } from "./number-format";

/** Colours of a heat map that are told apart with any colour vision, from good to bad for the buyer. */
const GOOD = "#9DC3E6";
const MIDDLE = "#FFFFFF";
const BAD = "#F4B183";

/** A heading that stands on a threshold. */
const AT_THRESHOLD = "#FFE699";

/** Formats a table that was just written: named styles, number formats, native heat map and threshold marks. */
export function styleTable(
  block: Excel.Range,
  { rows, columns, ...layout }: TableLayout,
  bands: string,
  corner: string,
): void {
  const title = block.getCell(0, 0);
  title.style = Excel.BuiltInStyle.heading2;
  block.getCell(1, 0).style = Excel.BuiltInStyle.explanatoryText;
  const heading = block.getCell(ROWS_ABOVE, 0).getResizedRange(0, columns - 1);
  const side = block.getCell(ROWS_ABOVE + 1, 0).getResizedRange(rows - 2, 0);
  const body = block.getCell(ROWS_ABOVE + 1, 1).getResizedRange(rows - 2, columns - 2);
  const commitments = block.getCell(ROWS_ABOVE, 1).getResizedRange(0, columns - 2);
  for (const headings of [commitments, side]) {
    headings.style = layout.headingsAreInputs
      ? Excel.BuiltInStyle.input
      : Excel.BuiltInStyle.calculation;
    setNumberFormat(headings, layout.headingFormat);
  }
  heading.format.font.bold = true;
  heading.format.horizontalAlignment = "Right";
  block.getCell(ROWS_ABOVE, 0).format.horizontalAlignment = "Left";
  setNumberFormat(body, layout.bodyFormat);
  body.format.horizontalAlignment = "Right";
  paintHeatMap(body, layout);
  markThresholds(commitments, bands, corner);
}

function paintHeatMap(
  body: Excel.Range,
  { highIsGood, pivotsAtZero }: Pick<TableLayout, "highIsGood" | "pivotsAtZero">,
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
function markThresholds(commitments: Excel.Range, bands: string, firstHeading: string): void {
  const rule = commitments.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom;
  rule.rule.formula = `=COUNTIF(INDEX(${bands},0,1),${firstHeading})>0`;
  rule.format.fill.color = AT_THRESHOLD;
  rule.format.font.bold = true;
}
