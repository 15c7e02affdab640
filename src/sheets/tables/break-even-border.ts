import { excel, operation } from "../formulas/call";
import { printFormula } from "../formulas/print";
import type { Place, TableContent } from "./content";
import { MEASURE_RECORDS } from "./measure-records";
import { sizeOf } from "./shape";

/** Cells of a body, by their distance from its first, and a formula that is true at the first of them where it breaks even. */
export interface BorderRule {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
}

/** A larger table is read by its colours, and four rules for each of its cells would be felt at every edit. */
const MOST_MARKED = 2_500;

/** Where the other cell stands that does not break even. */
const WAYS = [
  { down: 0, across: 1 },
  { down: 0, across: -1 },
  { down: 1, across: 0 },
  { down: -1, across: 0 },
] as const;

/** Whether the cells that break even are marked: where the measure has such an edge, and two axes to draw it over. */
export function isMarked(content: TableContent): boolean {
  const { rows, columns } = sizeOf(content);
  const { edge } = MEASURE_RECORDS[content.measures[0]];
  return edge !== null && content.columns !== null && rows * columns <= MOST_MARKED;
}

/**
 * Rules that are true for a cell that breaks even beside one that does not: one for each way, over the cells that have a cell there.
 *
 * They ask only cells of the block: rules of conditional formats cannot call our functions.
 */
export function borderRules(
  content: TableContent,
  { anchor, top, held }: Place,
): readonly BorderRule[] {
  const { measures, rows, columns } = content;
  const { edge } = MEASURE_RECORDS[measures[0]];
  if (edge === null || columns === null || !isMarked(content)) return [];
  const size = sizeOf(content);
  const list = (row: number, column: number): string => {
    if (rows.kind === "usage") return anchor(row, 0, "column");
    if (columns.kind === "usage") return anchor(top, column, "row");
    return held.usage ?? held.mean ?? "0";
  };
  const short = (row: number, column: number) =>
    edge.fallsShort(anchor(row, column, "none"), list(row, column));
  return WAYS.map(({ down, across }) => {
    const [row, column] = [down < 0 ? 1 : 0, across < 0 ? 1 : 0];
    const [atRow, atColumn] = [top + 1 + row, 1 + column];
    const [besideRow, besideColumn] = [atRow + down, atColumn + across];
    // A cell without a value, or not calculated yet, is on neither side.
    const [at, beside] = [anchor(atRow, atColumn, "none"), anchor(besideRow, besideColumn, "none")];
    const areNumbers = operation(excel("COUNT", at, beside), "=", 2);
    const isHere = excel("NOT", short(atRow, atColumn));
    return {
      row,
      column,
      rows: size.rows - 1 - Math.abs(down),
      columns: size.columns - 1 - Math.abs(across),
      formula: printFormula(excel("AND", areNumbers, isHere, short(besideRow, besideColumn))),
    };
  }).filter((rule) => rule.rows > 0 && rule.columns > 0);
}
