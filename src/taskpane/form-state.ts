import { writtenThresholds } from "../core/bands";
import { describeError, type PricingError } from "../core/errors";
import { fail, type Result } from "../core/result";
import { readAxisUsd } from "../input/axis-cells";
import { readCell } from "../input/cells";
import { readAmountUsd, readNumber } from "../input/numbers";
import { HIGH_END_OF_LAST_THRESHOLD, thresholdAxis } from "../sensitivity/axis";
import { MOST_FORMULA_CELLS, type UsageRows } from "../sensitivity/layout";
import type { Measure } from "../sensitivity/measure";
import type { Destination, TableRequest } from "../workbook/table";
import type { DealReading } from "./deal-reading";
import { defaultUsages } from "./default-usages";
import { formatCount, formatExactUsd } from "./format";

/** Cells taken from the selection to be the usages of the rows. */
export interface SelectedUsages {
  readonly reference: string;
  readonly cells: readonly (readonly unknown[])[];
}

/** The form as it stands: text as typed, undefined where the default still stands. */
export interface TableForm {
  readonly measure: Measure;
  readonly usageFrom: string | undefined;
  readonly usageTo: string | undefined;
  readonly rows: string | undefined;
  readonly pointsBetween: string | undefined;
  readonly selected: SelectedUsages | undefined;
  readonly destination: PlaceChoice;
}

/** Where the form can put a table; overwriting is agreed to afterwards, for one place. */
export type PlaceChoice = Exclude<Destination["kind"], "overwrite">;

export const FRESH_FORM: TableForm = {
  measure: "cost",
  usageFrom: undefined,
  usageTo: undefined,
  rows: undefined,
  pointsBetween: undefined,
  selected: undefined,
  destination: "newSheet",
};

/** A field as the pane shows it. An echo says how typed text was understood, an error why it was not. */
export interface Field {
  readonly text: string;
  readonly echo: string;
  readonly error: string;
}

/** The columns that a table will have, without the column of usages. */
export interface ColumnsPreview {
  readonly count: number;
  readonly thresholdsUsd: readonly number[];
  readonly lowUsd: number;
  readonly highUsd: number;
}

/** The form as understood: each field, what the table would be, and the request once nothing is wrong. */
export interface FormReading {
  readonly fields: Readonly<Record<"usageFrom" | "usageTo" | "rows" | "pointsBetween", Field>>;
  readonly selectedUsages: Result<readonly number[]> | undefined;
  readonly columns: ColumnsPreview | undefined;
  readonly size: { readonly rows: number; readonly columns: number } | undefined;
  readonly spilled: boolean;
  /** Why no table can be built as things stand, one sentence each. */
  readonly obstacles: readonly string[];
  /** Those of the obstacles that no field shows beside itself. */
  readonly otherObstacles: readonly string[];
  readonly request: TableRequest | undefined;
}

const DEFAULT_ROWS = 11;
const DEFAULT_POINTS = 1;
/** Longer than this nobody reads, and the points stay within what THRESHOLD_AXIS takes. */
const MOST_ROWS = 10_000;
const MOST_POINTS = 1_000;
/** The most that one SENSITIVITY formula answers. */
const MOST_CELLS = 1_000_000;

/** Reads the form against the deal it is about. */
export function readTableForm(form: TableForm, deal: DealReading): FormReading {
  const usual = defaultUsages(deal);
  const from = readField(form.usageFrom, usual.fromUsd, (text) => readUsd(text, "usage from"));
  const to = readField(form.usageTo, usual.toUsd, (text) => readUsd(text, "usage to"));
  const rows = readField(form.rows, DEFAULT_ROWS, (text) => readWhole(text, "rows", 2, MOST_ROWS));
  const points = readField(form.pointsBetween, DEFAULT_POINTS, (text) =>
    readWhole(text, "points between", 0, MOST_POINTS),
  );
  const order = from.ok && to.ok && to.value <= from.value ? notAbove(from.value, to.value) : to;
  const selectedUsages = form.selected && readSelected(form.selected);
  const usages = readRows(form.selected, selectedUsages, { from, to: order, rows });
  const thresholdsUsd = deal.bands ? writtenThresholds(deal.bands).filter((usd) => usd > 0) : [];
  const highUsd = (thresholdsUsd.at(-1) ?? 0) * HIGH_END_OF_LAST_THRESHOLD;
  const axis = (thresholds: readonly number[]): readonly number[] =>
    points.ok && highUsd > 0
      ? thresholdAxis(thresholds, { lowUsd: 0, highUsd, steps: points.value })
      : [];
  const inCells = axis(thresholdsUsd);
  const rowCount = usages.ok ? rowsIn(usages.value) : 0;
  const spilled = rowCount * inCells.length > MOST_FORMULA_CELLS;
  // The spilled formula asks THRESHOLD_AXIS for its columns, which also goes around a threshold of $0.
  const commitmentsUsd = spilled && deal.bands ? axis(writtenThresholds(deal.bands)) : inCells;
  const size = { rows: rowCount, columns: commitmentsUsd.length };
  const sized = size.rows > 0 && size.columns > 0;
  const otherObstacles = [
    ...dealObstacles(deal, thresholdsUsd),
    ...(sized ? tooLarge(size.rows, size.columns) : []),
  ];
  const obstacles = [
    ...otherObstacles,
    ...[selectedUsages ?? order, ...(form.selected ? [] : [from, rows]), points].flatMap(sentences),
  ];
  return {
    fields: {
      usageFrom: shown(form.usageFrom, usual.fromUsd, from, formatExactUsd),
      usageTo: shown(form.usageTo, usual.toUsd, order, formatExactUsd),
      rows: shown(form.rows, DEFAULT_ROWS, rows, formatCount),
      pointsBetween: shown(form.pointsBetween, DEFAULT_POINTS, points, formatCount),
    },
    selectedUsages,
    columns:
      highUsd > 0 && points.ok
        ? { count: commitmentsUsd.length, thresholdsUsd, lowUsd: 0, highUsd }
        : undefined,
    size: sized ? size : undefined,
    spilled,
    obstacles,
    otherObstacles,
    request:
      obstacles.length === 0 && usages.ok && points.ok
        ? {
            measure: form.measure,
            rows: usages.value,
            commitmentsUsd,
            form: spilled ? "spill" : "cells",
            pointsBetween: points.value,
            destination: { kind: form.destination },
            deal: deal.references,
          }
        : undefined,
  };
}

function readField(
  text: string | undefined,
  otherwise: number,
  read: (text: string) => Result<number>,
): Result<number> {
  return text === undefined ? { ok: true, value: otherwise } : read(text);
}

function readUsd(text: string, argument: string): Result<number> {
  if (text.trim() !== "") return readAmountUsd(text, { argument });
  return fail({ kind: "missing", place: { argument }, expected: "an amount in USD, such as 250k" });
}

function readWhole(text: string, argument: string, least: number, most: number): Result<number> {
  const expected = `a whole number from ${least} to ${formatCount(most)}`;
  const place = { argument };
  if (text.trim() === "") return fail({ kind: "missing", place, expected });
  const read = readNumber(readCell(text), place, "amount");
  if (!read.ok) return read;
  if (Number.isInteger(read.value) && read.value >= least && read.value <= most) return read;
  return fail({ kind: "numberOutOfRange", place, given: read.value, expected });
}

function notAbove(fromUsd: number, toUsd: number): Result<number> {
  return fail({
    kind: "numberOutOfRange",
    place: { argument: "usage to" },
    given: toUsd,
    expected: `an amount above usage from, which is ${formatExactUsd(fromUsd)}`,
  });
}

function readSelected({ cells }: SelectedUsages): Result<readonly number[]> {
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (cells.length > 1 && columns > 1)
    return fail({
      kind: "missing",
      place: { argument: "one row or column of usages" },
      expected: `cells of a single row or column (${cells.length} rows by ${columns} columns are selected)`,
    });
  return readAxisUsd(cells, "selected cells");
}

function readRows(
  selected: SelectedUsages | undefined,
  usages: Result<readonly number[]> | undefined,
  steps: Readonly<Record<"from" | "to" | "rows", Result<number>>>,
): Result<UsageRows> {
  if (selected && usages) {
    if (!usages.ok) return usages;
    const { reference } = selected;
    return { ok: true, value: { kind: "range", reference, usagesUsd: usages.value } };
  }
  const { from, to, rows } = steps;
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (!rows.ok) return rows;
  return {
    ok: true,
    value: { kind: "steps", fromUsd: from.value, toUsd: to.value, rows: rows.value },
  };
}

function rowsIn(rows: UsageRows): number {
  return rows.kind === "steps" ? rows.rows : rows.usagesUsd.length;
}

function dealObstacles(deal: DealReading, thresholdsUsd: readonly number[]): readonly string[] {
  const broken = deal.faults.flatMap(({ part }) =>
    part === "Bands" || part === "Terms" ? [part] : [],
  );
  if (broken.length > 0)
    return [`Mend ${broken.join(" and ")} first: a table is computed from them.`];
  if (thresholdsUsd.length === 0)
    return ["The bands have no threshold above $0, so there is none to build a table around."];
  return [];
}

function tooLarge(rows: number, columns: number): readonly string[] {
  if (rows * columns <= MOST_CELLS) return [];
  return [describeError({ kind: "tooManyCells", rows, columns, most: MOST_CELLS })];
}

function sentences(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.errors.map(describeError);
}

function shown(
  text: string | undefined,
  otherwise: number,
  read: Result<number>,
  format: (value: number) => string,
): Field {
  const standing = text ?? format(otherwise);
  if (!read.ok) return { text: standing, echo: "", error: wordsOf(read.errors) };
  const understood = format(read.value);
  return { text: standing, echo: understood === standing.trim() ? "" : understood, error: "" };
}

function wordsOf(errors: readonly PricingError[]): string {
  return errors.map(describeError).join(" ");
}
