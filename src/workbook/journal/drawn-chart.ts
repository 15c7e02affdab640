import type { Block } from "../../input/cells/a1";

/** A chart beside a block, and the cells of its lines by their distance from the block's first cell. */
export interface DrawnChart {
  /** No other chart of its sheet has this name. */
  readonly name: string;
  readonly across: Block;
  readonly lines: readonly { readonly name: string; readonly values: Block }[];
}

/** Cells of a block by their distance from its first one. */
export function cellsOf(block: Excel.Range, { row, column, rows, columns }: Block): Excel.Range {
  return block.getCell(row, column).getResizedRange(rows - 1, columns - 1);
}

/**
 * Lets the lines of a chart that is there follow a block that has changed its size. Where the chart stands stays.
 *
 * @param lines How many the chart has; one more is added, and one too many repeats the last.
 */
export function pointChart(
  chart: Excel.Chart,
  block: Excel.Range,
  drawn: DrawnChart,
  lines: number,
): void {
  for (let index = 0; index < Math.max(lines, drawn.lines.length); index++) {
    const line = drawn.lines[Math.min(index, drawn.lines.length - 1)];
    if (line === undefined) return;
    const series = index < lines ? chart.series.getItemAt(index) : chart.series.add(line.name);
    series.name = line.name;
    series.setXAxisValues(cellsOf(block, drawn.across));
    series.setValues(cellsOf(block, line.values));
  }
}
