import { columnLetters } from "../input/cells/a1";
import { absoluteAddress } from "../input/cells/cell-reference";
import type { Found } from "./found-cells";
import {
  type ByColumn,
  byColumn,
  columnPositions,
  FORECAST_COLUMNS,
  type ScenarioColumn,
} from "./scenario-columns";

/** Cells of one row that together are a forecast: the labels are the table's headings. */
export interface ForecastAcross {
  /** As a formula hands it to a function. */
  readonly reference: string;
  readonly cells: readonly [labels: readonly unknown[], values: readonly unknown[]];
  /** Of each value, in the order in which the columns of a fault are counted. */
  readonly addresses: readonly string[];
}

/** References to the labels and the values of a forecast that lies across; empty where the table has no such column. */
export interface ForecastSpan {
  readonly labels: string;
  readonly values: string;
}

/** A forecast that lies across as a formula hands it to a function: two rows, which Excel makes of two references so. */
export function acrossReference({ labels, values }: ForecastSpan): string {
  return `IF({1;0},${labels},${values})`;
}

/** The raw cells of a scenario's row, with their addresses. */
export interface ScenarioRow {
  readonly name: string;
  /** From 0, below the headings. */
  readonly index: number;
  /** As the sheet counts it, from 1. */
  readonly row: number;
  readonly values: ByColumn<unknown>;
  /** Addresses for a formula, such as Scenarios!$B$7; empty where the table has lost the column. */
  readonly addresses: ByColumn<string>;
  readonly forecast: ForecastAcross | null;
  /** References to the labels and the values of a forecast, filled or not. */
  readonly forecastSpan: ForecastSpan;
  /** What the texts of these cells refer to. */
  readonly found: Readonly<Record<ReferenceColumn, Found>>;
}

/** Columns whose text is a reference to cells elsewhere. */
export const REFERENCE_COLUMNS = ["Usage cells", "Bands", "Terms"] as const;
export type ReferenceColumn = (typeof REFERENCE_COLUMNS)[number];

/** The scenarios of a workbook. */
export interface ScenarioTable {
  readonly sheet: string;
  /** Of the table with its headings, such as A5:O8. */
  readonly address: string;
  readonly rows: readonly ScenarioRow[];
  /** The scenario that the pane shows; null is the deal in the workbook. */
  readonly shown: string | null;
}

/** A table of scenarios as it was read: values with the headings first, and the address with its sheet. */
export interface RawScenarios {
  readonly values: readonly (readonly unknown[])[];
  readonly address: string;
  /** Row and column of the headings, from 0. */
  readonly top: number;
  readonly left: number;
}

/** Rows that hold anything, each with the positions and addresses of its cells; references are not looked up yet. */
export function scenarioRows(raw: RawScenarios): readonly Omit<ScenarioRow, "found">[] {
  const [headings = [], ...rows] = raw.values;
  const at = columnPositions(headings);
  const sheet = raw.address.slice(0, raw.address.lastIndexOf("!") + 1);
  const address = (row: number, position: number): string =>
    absoluteAddress(`${sheet}${columnLetters(raw.left + position)}${row}`);
  return rows.flatMap((cells, index) => {
    if (cells.every(isBlank)) return [];
    const row = raw.top + index + 2;
    const values = byColumn((column) => cells[at[column]] ?? "");
    return [
      {
        name: nameOf(values),
        index,
        row,
        values,
        addresses: byColumn((column) => (at[column] < 0 ? "" : address(row, at[column]))),
        ...forecastIn(headings, cells, at, (line, position) =>
          address(line === "labels" ? raw.top + 1 : row, position),
        ),
      },
    ];
  });
}

function forecastIn(
  headings: readonly unknown[],
  cells: readonly unknown[],
  at: ByColumn<number>,
  address: (line: "labels" | "values", position: number) => string,
): Pick<ScenarioRow, "forecast" | "forecastSpan"> {
  const positions = FORECAST_COLUMNS.map((column) => at[column]).filter(
    (position) => position >= 0,
  );
  if (positions.length === 0) return { forecast: null, forecastSpan: { labels: "", values: "" } };
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  const span = (line: "labels" | "values"): string => {
    const to = address(line, last);
    return `${address(line, first)}:${to.slice(to.lastIndexOf("!") + 1)}`;
  };
  const forecastSpan = { labels: span("labels"), values: span("values") };
  if (positions.every((position) => isBlank(cells[position])))
    return { forecast: null, forecastSpan };
  const forecast: ForecastAcross = {
    reference: acrossReference(forecastSpan),
    cells: [headings.slice(first, last + 1), cells.slice(first, last + 1)],
    addresses: cells.slice(first, last + 1).map((_, index) => address("values", first + index)),
  };
  return { forecast, forecastSpan };
}

/** A scenario's name as it is known by: a number counts as its text. */
export function nameOf(values: ByColumn<unknown>): string {
  return String(values.Name ?? "").trim();
}

/** Names are the same whatever their capitals. */
export function isNamed(name: string, other: string): boolean {
  return name.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The text of a cell that is a reference. An apostrophe that Excel took for its own mark of a text is put back. */
export function referenceText(values: ByColumn<unknown>, column: ScenarioColumn): string {
  const text = String(values[column] ?? "")
    .trim()
    .replace(/^=\s*/, "");
  return /^[^'!]+'!/.test(text) ? `'${text}` : text;
}

export function isBlank(value: unknown): boolean {
  return value === "" || value === null || value === undefined;
}
