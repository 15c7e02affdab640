import type { Currency } from "../../core/currency";
import { formatShortUsd } from "../../core/money";
import { AXIS_USD } from "../../wording/format/number-formats";
import { AXIS_LOOKS, type AxisKind, axisWords, isMoney, type TableAxis, valuesOf } from "./axis";
import type { TableContent } from "./content";
import { MEASURE_RECORDS } from "./measure-records";
import { roundGrid } from "./round-steps";

/** A chart of some lines of a table: straight lines over a true scale. */
export interface TableChart {
  readonly title: string;
  /** Which headings stand along the axis across; the lines are the other way. */
  readonly across: "rows" | "columns";
  readonly acrossTitle: string;
  readonly acrossFormat: string;
  /** Round ends of the axis across, around its values: USD, or fractions. */
  readonly acrossFrom: number;
  readonly acrossTo: number;
  readonly upTitle: string;
  readonly upFormat: string;
  /** Lines by their distance from the headings, from 1. */
  readonly lines: readonly { readonly at: number; readonly name: string }[];
}

/** More lines than this cannot be told apart. */
const MOST_LINES = 6;

const AXIS_PERCENT = "0%";

/** Axes by how much a line along them says: cliffs stand where a commitment or a threshold changes. */
const TELLING: readonly AxisKind[] = [
  ...(["commitment", "threshold", "usage", "discount", "spread"] as const),
  ...(["premium", "share"] as const),
];

/** The chart beside a table; null where there would be fewer than two points. */
export function chartOf(
  { measures, rows, columns }: TableContent,
  currency: Currency,
): TableChart | null {
  const [first] = measures;
  const look = MEASURE_RECORDS[first];
  const alongRows = columns === null || TELLING.indexOf(rows.kind) < TELLING.indexOf(columns.kind);
  const along = alongRows ? rows : columns;
  const lines = alongRows && columns !== null ? columns : rows;
  if (valuesOf(along).length < 2) return null;
  const drawn = columns === null ? measuresOf(measures) : linesOf(lines, currency);
  const isOne = columns !== null || drawn.length === 1;
  return {
    title: `${isOne ? look.title : drawn.map(({ name }) => name).join(", ")} by ${axisWords(along, currency)}`,
    across: alongRows ? "rows" : "columns",
    acrossTitle: titled(along, currency),
    acrossFormat: isMoney(along.kind) ? AXIS_USD : AXIS_PERCENT,
    ...endsOf(valuesOf(along)),
    upTitle: [...(isOne ? [look.title] : []), ...(look.isMoney ? [currency.code] : [])].join(", "),
    upFormat: look.isMoney ? AXIS_USD : AXIS_PERCENT,
    lines: drawn,
  };
}

/** More values than these would be marked along the axis too densely. */
const MOST_MARKS = 8;

/** An axis begins at its data: from $400k to $600k it is not half empty. */
function endsOf(values: readonly number[]): Pick<TableChart, "acrossFrom" | "acrossTo"> {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const { start, step, count } = roundGrid(from, to, MOST_MARKS);
  return { acrossFrom: start, acrossTo: start + (count - 1) * step };
}

/** Measures of one unit: dollars and shares have no axis in common. */
function measuresOf(measures: TableContent["measures"]): TableChart["lines"] {
  const { isMoney } = MEASURE_RECORDS[measures[0]];
  return measures.flatMap((measure, index) => {
    const look = MEASURE_RECORDS[measure];
    return look.isMoney === isMoney ? [{ at: index + 1, name: look.title }] : [];
  });
}

function titled(axis: TableAxis, currency: Currency): string {
  const words = axisWords(axis, currency);
  const named = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return isMoney(axis.kind) ? `${named}, ${currency.code}` : named;
}

/** The first, the last, and evenly between. */
function linesOf(axis: TableAxis, currency: Currency): TableChart["lines"] {
  const values = valuesOf(axis);
  const count = Math.min(MOST_LINES, values.length);
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 0 : Math.round((index * (values.length - 1)) / (count - 1));
    return { at: at + 1, name: nameOf(axis, values[at] ?? 0, currency) };
  });
}

function nameOf({ kind }: TableAxis, value: number, currency: Currency): string {
  const said = isMoney(kind)
    ? formatShortUsd(value, currency)
    : `${Number((value * 100).toPrecision(4)).toLocaleString("en-US")}%`;
  return `${AXIS_LOOKS[kind].value} ${said}`;
}
