import { writtenThresholds } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { fail, type Result } from "../../../core/result";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { readAxisUsd } from "../../../input/axis-cells";
import { blockAddress, blockOf } from "../../../input/cells/a1";
import {
  type AxisKind,
  type TableAxis,
  type UsageRows,
  valuesOf,
} from "../../../sheets/tables/axis";
import {
  type ChosenThresholds,
  chooseThresholds,
  commitmentAxis,
  spilledAxis,
} from "../../../sheets/tables/commitment-axis";
import { MOST_FORMULA_CELLS, type TableForm as WrittenForm } from "../../../sheets/tables/content";
import { inputsOf } from "../../../sheets/tables/inputs";
import { MEASURES } from "../../../sheets/tables/measure";
import {
  isOfCertainYear,
  type TableMeasure,
  UNCERTAIN_MEASURES,
} from "../../../sheets/tables/measures";
import { formatCount, formatExactUsd } from "../../../wording/format/format";
import type { Destination, TableRequest } from "../../../workbook/journal/written-table";
import {
  aboveUsd,
  type Field,
  readField,
  readUsd,
  readWhole,
  sentences,
  shown,
} from "../../kit/form-fields";
import { type AxisChoice, type ChosenAxes, chosenAxes, isNone } from "./axis-choice";
import { DEFAULT_ROWS, defaultUsages } from "./default-usages";
import {
  readStepped,
  STEPPED,
  type SteppedKind,
  type SteppedReading,
  type SteppedText,
} from "./stepped-axis";
import { dealObstacles, inputObstacles, type TableSides, tooLarge } from "./table-obstacles";

export type { Field } from "../../kit/form-fields";

/** Cells taken from the selection to be the usages of the rows. */
export interface SelectedUsages {
  readonly reference: string;
  readonly cells: readonly (readonly unknown[])[];
}

/** The form as it stands: text as typed, undefined where the default still stands. */
export interface TableForm extends AxisChoice {
  readonly usageFrom: string | undefined;
  readonly usageTo: string | undefined;
  readonly rows: string | undefined;
  readonly pointsBetween: string | undefined;
  /** Whether commitments go around every threshold, however many columns that makes. */
  readonly allThresholds: boolean;
  readonly selected: SelectedUsages | undefined;
  readonly stepped: Partial<Readonly<Record<SteppedKind, SteppedText>>>;
  /** undefined: formulas in cells, or one that spills where there would be too many. */
  readonly form: WrittenForm | undefined;
  readonly destination: PlaceChoice;
  /** The cell that was selected when it was chosen as the place, such as Sheet1!D2. */
  readonly place: string | undefined;
}

/** Where the form can put a table; overwriting is agreed to afterwards, for one place. */
export type PlaceChoice = Exclude<Destination["kind"], "overwrite" | "again">;

export const FRESH_FORM: TableForm = {
  measure: "cost",
  rowAxis: undefined,
  columnAxis: undefined,
  usageFrom: undefined,
  usageTo: undefined,
  rows: undefined,
  pointsBetween: undefined,
  allThresholds: false,
  selected: undefined,
  stepped: {},
  form: undefined,
  destination: "newSheet",
  place: undefined,
};

/** The commitments of an axis around thresholds. */
export interface ColumnsPreview extends ChosenThresholds {
  readonly count: number;
  readonly lowUsd: number;
  readonly highUsd: number;
  /** The amount that the chosen thresholds are nearest to. */
  readonly centreUsd: number;
  /** Whether all thresholds make more columns than a table usually has, so that there is a choice. */
  readonly isChoice: boolean;
}

/** A table to write, but for the time of making, which is when it is written. */
export type AskedTable = Omit<TableRequest, "madeOn">;

/** The form as understood: each field, what the table would be, and the request once nothing is wrong. */
export interface ParsedForm {
  readonly axes: ChosenAxes;
  readonly fields: Readonly<Record<"usageFrom" | "usageTo" | "rows" | "pointsBetween", Field>>;
  readonly selectedUsages: Result<readonly number[]> | undefined;
  readonly columns: ColumnsPreview | undefined;
  /** Of the two axes, those that go in steps. */
  readonly stepped: readonly SteppedReading[];
  readonly size: { readonly rows: number; readonly columns: number } | undefined;
  /** How the table will be written. */
  readonly form: WrittenForm;
  readonly spilled: boolean;
  /** Whether one formula can say the whole table. */
  readonly canSpill: boolean;
  /** Why no table can be built as things stand, one sentence each. */
  readonly obstacles: readonly string[];
  /** Those of the obstacles that no field shows beside itself. */
  readonly otherObstacles: readonly string[];
  readonly request: AskedTable | undefined;
}

const DEFAULT_POINTS = 1;
/** Longer than this nobody reads, and the points stay within what THRESHOLD_AXIS takes. */
const MOST_ROWS = 10_000;
const MOST_POINTS = 1_000;

/** Reads the form against the deal it is about. */
export function readTableForm(form: TableForm, deal: ParsedDeal, currency: Currency): ParsedForm {
  const axes = chosenAxes(form, deal, currency);
  const has = (kind: AxisKind): boolean => axes.rows === kind || axes.columns === kind;
  const usual = defaultUsages(deal);
  const from = readField(form.usageFrom, usual.fromUsd, (text) =>
    readUsd(text, "usage from", currency),
  );
  const end = readField(form.usageTo, usual.toUsd, (text) => readUsd(text, "usage to", currency));
  const rows = readField(form.rows, DEFAULT_ROWS, (text) => readWhole(text, "rows", 2, MOST_ROWS));
  const points = readField(form.pointsBetween, DEFAULT_POINTS, (text) =>
    readWhole(text, "points between", 0, MOST_POINTS),
  );
  const to = aboveUsd(end, from, currency);
  const selectedUsages = form.selected && readSelected(form.selected);
  const usages = readRows(form.selected, selectedUsages, { from, to, rows });
  const stepped = STEPPED.filter(has).map((kind) =>
    readStepped(kind, form.stepped[kind] ?? {}, deal, [axes.rows, axes.columns], currency),
  );

  const thresholdsUsd = deal.bands ? writtenThresholds(deal.bands) : [];
  const pointsBetween = points.ok ? points.value : 0;
  const centreUsd = deal.commitmentUsd || deal.usageUsd || 0;
  const near = chooseThresholds(thresholdsUsd, centreUsd);
  const aroundUsd = thresholdsUsd.filter((usd) => usd > 0);
  const canSpill =
    axes.rows === "usage" && axes.columns === "commitment" && isOfCertainYear(form.measure);
  const commitments = (spills: boolean): TableAxis | undefined => {
    if (!points.ok || aroundUsd.length === 0) return undefined;
    if (spills) return spilledAxis(thresholdsUsd, pointsBetween);
    const chosen = form.allThresholds ? aroundUsd : near.aroundUsd;
    return commitmentAxis(thresholdsUsd, pointsBetween, chosen);
  };
  const axisOf = (kind: AxisKind, spills = false): TableAxis | undefined => {
    if (kind === "usage") return usages.ok ? { kind, usages: usages.value } : undefined;
    // The spilled formula asks THRESHOLD_AXIS for its columns, which also goes around a threshold of $0.
    if (kind === "commitment") return commitments(spills);
    const read = stepped.find((one) => one.kind === kind)?.axis;
    return read?.ok ? read.value : undefined;
  };
  const measures = measuresOf(form.measure, axes);
  const across = (spills: boolean): TableAxis | null | undefined =>
    isNone(axes.columns) ? null : axisOf(axes.columns, spills);
  const side = axisOf(axes.rows);
  const inCells = sizeOf(side, across(false), measures.length);
  const isLarge = inCells !== undefined && inCells.rows * inCells.columns > MOST_FORMULA_CELLS;
  const written: WrittenForm =
    form.form === "values"
      ? "values"
      : canSpill && (isLarge || form.form === "spill")
        ? "spill"
        : "cells";
  const spilled = written === "spill";
  const top = across(spilled);
  const size = sizeOf(side, top, measures.length);
  const commitmentsShown = [side, top].find((axis) => axis?.kind === "commitment");

  const content = { measures, rows: side, columns: top };
  const otherObstacles = [
    ...dealObstacles(deal, has("commitment") ? aroundUsd : undefined, currency),
    ...(isWhole(content) ? inputObstacles(content, deal) : []),
    ...(size ? tooLarge(size, written, currency) : []),
  ];
  const fieldResults = [
    ...(has("usage") ? [selectedUsages ?? to, ...(form.selected ? [] : [from, rows])] : []),
    ...(has("commitment") ? [points] : []),
    ...stepped.flatMap(({ results }) => results),
  ];
  const obstacles = [...otherObstacles, ...fieldResults.flatMap((one) => sentences(one, currency))];
  return {
    axes,
    fields: {
      usageFrom: shown(
        form.usageFrom,
        usual.fromUsd,
        from,
        (one) => formatExactUsd(one, currency),
        currency,
      ),
      usageTo: shown(
        form.usageTo,
        usual.toUsd,
        to,
        (one) => formatExactUsd(one, currency),
        currency,
      ),
      rows: shown(form.rows, DEFAULT_ROWS, rows, formatCount, currency),
      pointsBetween: shown(form.pointsBetween, DEFAULT_POINTS, points, formatCount, currency),
    },
    selectedUsages,
    columns: commitmentsShown && {
      count: valuesOf(commitmentsShown).length,
      lowUsd: valuesOf(commitmentsShown)[1] ?? 0,
      highUsd: valuesOf(commitmentsShown).at(-1) ?? 0,
      ...(form.allThresholds || spilled ? { aroundUsd, leftOut: 0 } : near),
      centreUsd,
      isChoice: near.leftOut > 0 && !spilled,
    },
    stepped,
    size,
    form: written,
    spilled,
    canSpill,
    obstacles,
    otherObstacles,
    request:
      obstacles.length === 0 && isWhole(content)
        ? {
            ...content,
            form: written,
            destination: destinationOf(form),
            deal: deal.references,
            addresses: deal.addresses,
            inputs: inputsOf(deal),
            thresholdsUsd,
          }
        : undefined,
  };
}

/** The place that was named is written over only where it is empty; else it is asked for again. */
function destinationOf({ destination, place }: TableForm): Destination {
  if (destination !== "selection" || place === undefined) return { kind: destination };
  const { sheet, address } = firstCellOf(place);
  return { kind: "overwrite", sheet, address, cells: 0 };
}

/** The first cell of a reference with its sheet. */
export function firstCellOf(place: string): { readonly sheet: string; readonly address: string } {
  const end = place.lastIndexOf("!");
  const sheet = place
    .slice(0, end)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const { row, column } = blockOf(place);
  return { sheet, address: blockAddress({ row, column, rows: 1, columns: 1 }) };
}

function isWhole(content: {
  readonly measures: TableSides["measures"];
  readonly rows: TableAxis | undefined;
  readonly columns: TableAxis | null | undefined;
}): content is TableSides {
  return content.rows !== undefined && content.columns !== undefined;
}

/** The measure, and where every measure is asked for, the others of the same kind of year after it. */
function measuresOf(measure: TableMeasure, { columns }: ChosenAxes): TableSides["measures"] {
  if (columns !== "measures") return [measure];
  const all: readonly TableMeasure[] = isOfCertainYear(measure) ? MEASURES : UNCERTAIN_MEASURES;
  return [measure, ...all.filter((one) => one !== measure)];
}

function sizeOf(
  side: TableAxis | undefined,
  top: TableAxis | null | undefined,
  measures: number,
): ParsedForm["size"] {
  if (side === undefined || top === undefined) return undefined;
  return {
    rows: valuesOf(side).length,
    columns: top === null ? measures : valuesOf(top).length,
  };
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
