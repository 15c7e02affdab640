import type { Currency } from "../../core/currency";
import type { Answer } from "../../core/result";
import { INPUT_NAMES, INPUTS } from "../../deal/deal-inputs";
import { PERCENT, USD, WRITTEN_PERCENT, writtenUsd } from "../../wording/format/number-formats";
import { madeBy } from "../../wording/format/version";
import type { Formula } from "../formulas/call";
import { printContent, printFormula } from "../formulas/print";
import { axisWords, cornerWord, isMoney, type TableAxis, valuesOf } from "./axis";
import { type BorderRule, borderRules, isMarked } from "./break-even-border";
import { chartOf, type TableChart } from "./chart";
import { headingFormula } from "./commitment-axis";
import {
  type Anchor,
  followsThresholds,
  type Place,
  type TableContent,
  type TableForm,
  TITLE_ROWS,
} from "./content";
import { type FixedInput, fixedInput, fixedInputNames } from "./fixed-inputs";
import { type Addresses, referencesOf, spilledFormula } from "./formula";
import { MEASURE_RECORDS } from "./measure-records";
import { isOfCertainYear, type TableMeasure } from "./measures";
import { rowsAbove, sizeOf } from "./shape";
import { type AxisPoint, tableValue } from "./values";

/** A column, or all of them, of the body that share a look. */
export interface TableBody {
  /** Distance from the column of headings, from 1. */
  readonly column: number;
  readonly columns: number;
  readonly format: string;
  /** Whether high values are good for the buyer, and whether 0 divides good from bad. */
  readonly highIsGood: boolean;
  readonly pivotsAtZero: boolean;
  /** Which of its cells break even beside one that does not. */
  readonly edge: readonly BorderRule[];
}

/** Headings that stand where the deal is now. */
export interface HeadingMark {
  readonly side: "rows" | "columns";
  /** The heading at the first of these cells, relative. */
  readonly heading: string;
  /** Marked where it equals this cell; null: where it is one of the thresholds. */
  readonly equals: string | null;
}

/** A table as plain arrays, ready to be written in one go. */
export interface TableLayout {
  readonly title: string;
  readonly note: string;
  /** What made it, when, and from which inputs. */
  readonly making: string;
  /** Inputs of the deal above the headings: label and formula or value. */
  readonly held: readonly PrintedInput[];
  /** Heading row and body: numbers are headings that a user may edit, text beginning with = is a formula. */
  readonly cells: readonly (readonly (string | number)[])[];
  /** Rows above the heading row. */
  readonly rowsAbove: number;
  /** Rows and columns that the table covers once its formulas are calculated, headings included. */
  readonly rows: number;
  readonly columns: number;
  /** Whether the headings of a side are amounts that somebody types; else they are formulas, words, or plain values. */
  readonly rowsAreInputs: boolean;
  readonly columnsAreInputs: boolean;
  readonly rowFormat: string;
  readonly columnFormat: string;
  /** The largest amount that is known of it, USD: its columns need room for it. */
  readonly largestUsd: number;
  /** Letters of the widest text in the first column. */
  readonly sideLetters: number;
  readonly bodies: readonly TableBody[];
  readonly marks: readonly HeadingMark[];
  /** Row and column of all thresholds in the range of bands, as INDEX takes them: `0,1` is the first column. */
  readonly thresholdsAt: string;
  readonly chart: TableChart | null;
}

/** An input above the headings, as a cell takes it. */
export interface PrintedInput extends Omit<FixedInput, "cell"> {
  readonly cell: string | number;
}

/** A row of the table: its heading and what stands beside it. */
export type TableRow = readonly (string | number)[];

/**
 * Lays a sensitivity table out as arrays.
 *
 * @param body Its rows, where somebody worked them out before.
 */
export function layOutTable(
  content: TableContent,
  anchor: Anchor,
  currency: Currency,
  body: Iterable<TableRow> = tableRows(content, anchor),
): TableLayout {
  const { rows: side, columns: top, form } = content;
  const held = fixedInputNames(content).map((name) => {
    const { cell, ...rest } = fixedInput(name, content);
    return { ...rest, cell: printContent(cell) };
  });
  const place = placeOf(content, anchor);
  const headingRow = place.top;
  const size = sizeOf(content);
  const looks = content.measures.map((measure) => MEASURE_RECORDS[measure]);
  const title = titleOf(content, currency);
  const corner =
    top === null ? `${cornerWord(side)} ↓` : `${cornerWord(side)} ↓ ${cornerWord(top)} →`;
  const headings = top === null ? looks.map((look) => look.title) : headingsOf(top, content);
  return {
    title,
    note: noteOf(content, currency),
    making: makingOf(content),
    held,
    cells: form === "spill" ? [[printFormula(spilled(content))]] : [[corner, ...headings], ...body],
    rowsAbove: headingRow,
    ...size,
    rowsAreInputs: areTyped(side, content),
    columnsAreInputs: top !== null && areTyped(top, content),
    rowFormat: headingFormat(side),
    columnFormat: top === null ? "General" : headingFormat(top),
    largestUsd: largestAmount(content),
    sideLetters: Math.max(corner.length, ...held.map(({ label }) => label.length)),
    bodies: looks.map((look, index) => ({
      column: index + 1,
      columns: top === null ? 1 : size.columns - 1,
      format: look.isMoney ? USD : PERCENT,
      highIsGood: look.highIsGood,
      pivotsAtZero: look.pivotsAtZero,
      edge: borderRules(content, place),
    })),
    thresholdsAt: thresholdsAt(content),
    marks: [
      ...markOf("rows", side, anchor(headingRow + 1, 0, "column"), place),
      ...(top === null ? [] : markOf("columns", top, anchor(headingRow, 1, "row"), place)),
    ],
    chart: chartOf(content, currency),
  };
}

function titleOf(content: TableContent, currency: Currency): string {
  const { distinction } = content;
  return `${plainTitle(content, currency)}${distinction === undefined ? "" : `, ${distinction}`}`;
}

/** A title without what tells the table from others of it. */
export function plainTitle(
  { measures, rows, columns }: Pick<TableContent, "measures" | "rows" | "columns">,
  currency: Currency,
): string {
  const [first] = measures;
  const name = MEASURE_RECORDS[first].title;
  if (columns !== null)
    return `${name} by ${axisWords(rows, currency)} and ${axisWords(columns, currency)}`;
  const others = measures.length > 1 ? " and what goes with it" : "";
  return `${name}${others} by ${axisWords(rows, currency)}`;
}

const FORM_NOTES: Readonly<Record<TableForm, string>> = {
  cells: "Live: change a heading, a band or a term and it recalculates.",
  spill: "Live: one formula for the whole table; change a band or a term and it recalculates.",
  values:
    "Plain values: they stay as they are when the deal changes, and need no add-in to be read.",
};

function noteOf(content: TableContent, currency: Currency): string {
  const { form, rows, columns, measures } = content;
  const axes = columns === null ? "" : `, ${axisWords(columns, currency)} across`;
  const follows = [rows, columns].some((axis) => axis !== null && followsThresholds(axis, form));
  const headings = follows ? " Its commitments follow the thresholds." : "";
  const [first] = measures;
  const { edge } = MEASURE_RECORDS[first];
  const bold = edge && isMarked(content) ? ` Bold: ${edge.words}.` : "";
  return `${FORM_NOTES[form]} ${upperFirst(axisWords(rows, currency))} down${axes}.${headings}${bold}`;
}

function makingOf({ measures, deal, addresses, madeOn }: TableContent): string {
  const uses = INPUT_NAMES.flatMap((name) => {
    const isUsed = name !== "Schedule" && !(name === "Forecast" && isOfCertainYear(measures[0]));
    const reference = isUsed ? deal[INPUTS[name].key] : undefined;
    const address = addresses?.[name]?.replaceAll("$", "");
    if (!reference) return [];
    return [address && !reference.includes("!") ? `${reference} (${address})` : reference];
  });
  return `${madeBy(madeOn)} from ${listOf(uses)}.`;
}

function upperFirst(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function spilled({ rows, columns, deal, measures }: TableContent): Formula {
  if (rows.kind !== "usage" || columns?.kind !== "commitment")
    throw new Error("only usage by commitment is one formula");
  return spilledFormula(rows, columns, deal, measures[0]);
}

/** Headings of an axis: the amounts themselves, or formulas that find them around the thresholds. */
function headingsOf(axis: TableAxis, { form, deal }: TableContent): TableRow {
  if (!followsThresholds(axis, form)) return valuesOf(axis);
  const { places, pointsBetween } = axis;
  return places.map((place) => printFormula(headingFormula(deal.bands, pointsBetween, place)));
}

function areTyped(axis: TableAxis, { form }: TableContent): boolean {
  return form === "cells" && !followsThresholds(axis, form);
}

/** The rows below the headings, one by one: of plain values each is worked out when it is asked for. Of one formula, none. */
export function* tableRows(content: TableContent, anchor: Anchor): Iterable<TableRow> {
  const { rows: side, columns: top, measures, form, inputs } = content;
  if (form === "spill") return;
  const place = placeOf(content, anchor);
  const across = top === null ? measures : valuesOf(top);
  const headings = headingsOf(side, content);
  for (const [row, value] of valuesOf(side).entries()) {
    const beside = across.map((heading, column) => {
      const measure = typeof heading === "string" ? heading : measures[0];
      if (form === "values" && inputs !== null) {
        const points: AxisPoint[] = [{ axis: side, value }];
        if (top !== null && typeof heading === "number") points.push({ axis: top, value: heading });
        return plain(tableValue(measure, points, inputs));
      }
      return cellFormula(content, measure, row + 1, column + 1, place);
    });
    yield [headings[row] ?? value, ...beside];
  }
}

/** Where the parts of a table stand on the sheet. */
function placeOf(content: TableContent, anchor: Anchor): Place {
  const names = fixedInputNames(content);
  return {
    anchor,
    top: rowsAbove(names.length),
    held: Object.fromEntries(
      names.map((name, index) => [name, anchor(TITLE_ROWS + index, 1, "both")]),
    ),
  };
}

/** What a plain cell holds; a value that there is none of is the error that a formula would show. */
function plain(value: Answer<number>): string | number {
  return typeof value === "number" ? value : "=NA()";
}

function cellFormula(
  { deal, rows, columns }: TableContent,
  measure: TableMeasure,
  row: number,
  column: number,
  { anchor, top, held }: Place,
): string {
  const at: Addresses = {
    ...held,
    [rows.kind]: anchor(top + row, 0, "column"),
    ...(columns === null ? {} : { [columns.kind]: anchor(top, column, "row") }),
  };
  return printFormula(MEASURE_RECORDS[measure].formula(referencesOf(deal, at)));
}

function thresholdsAt({ inputs }: TableContent): string {
  const cells = (inputs?.bands.bands ?? []).flatMap(({ cell }) => (cell ? [cell] : []));
  const [first] = cells;
  if (!first) return "0,1";
  const isColumn = cells.every(([, column]) => column === first[1]);
  return isColumn ? `0,${first[1]}` : `${first[0]},0`;
}

function markOf(
  side: HeadingMark["side"],
  { kind }: TableAxis,
  heading: string,
  { held }: Place,
): readonly HeadingMark[] {
  if (kind === "commitment") return [{ side, heading, equals: null }];
  if (kind === "threshold") return [{ side, heading, equals: held.thresholdBand ?? null }];
  return [];
}

function largestAmount({ rows, columns, inputs }: TableContent): number {
  const axes = columns === null ? [rows] : [rows, columns];
  const headings = axes.filter(({ kind }) => isMoney(kind)).flatMap(valuesOf);
  const held = inputs ? [inputs.usageUsd, inputs.commitmentUsd, inputs.forecast.meanUsd] : [];
  return [...headings, ...held].reduce((most, usd) => Math.max(most, usd), 0);
}

function headingFormat(axis: TableAxis): string {
  const values = valuesOf(axis);
  if (isMoney(axis.kind)) return writtenUsd(values);
  const isWhole = values.every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9);
  return isWhole ? "0%" : WRITTEN_PERCENT;
}
