import { columnLetters } from "../../input/cells/a1";
import { PERCENT, TEXT } from "../../wording/format/number-formats";
import { literalText } from "../literal-text";
import type { NativeCell, NativeFormula, NativeRange } from "../native/excel/formula";
import { printTree } from "../native/excel/print-formula";
import type { Unit } from "../native/layout";
import type { WrittenCell } from "../native/workings";
import { groupsOf } from "./groups";
import type { FormulaParts, PortableChange } from "./portable-change";
import type { PortablePlan } from "./portable-plan";
import { addressOf, sheetPrefix } from "./references";
import { STEPS } from "./workings-places";

/** Cells of the sheet that are written together; row and column from 0. */
export interface WorkingsArea {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly (string | number | boolean)[])[];
  /** A number format for each column, or, where columns hold different units, for each cell. */
  readonly formats:
    | { readonly of: "columns"; readonly each: readonly string[] }
    | { readonly of: "cells"; readonly each: readonly (readonly string[])[] };
}

/** The sheet as it is written, and where on it each planned cell is. */
export interface WorkingsSheet {
  readonly areas: readonly WorkingsArea[];
  /** Rows, from 0, that head what is below them. */
  readonly titles: readonly number[];
  readonly rows: number;
  readonly columns: number;
  /** The formula of a cell, which is one of the user's. */
  formula(parts: FormulaParts, at: NativeCell): string;
  /** The first formula of a block that shows cells of the sheet: filled over the block, it shows the others. */
  shows(cells: NativeRange): string;
  /** Cells of the sheet by their row and column, from 0. */
  areaOf(cells: NativeRange): {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  };
  /** Where the answer of each change stands that has one of a single cell, in the order of changes. */
  readonly answers: { readonly row: number; readonly column: number; readonly rows: number };
}

const FORMATS: Readonly<Record<Unit, string>> = {
  USD: "#,##0.00;-#,##0.00",
  cents: "#,##0",
  fraction: PERCENT,
  "": TEXT,
};

/** Words above the list of answers. */
const HEADINGS = ["Cell", "Answer", "Our function, when this was made"];

/**
 * Lays out the sheet of a plan.
 *
 * @param name Of the sheet.
 * @param lines Title, and what the reader must know of the sheet.
 */
export function layOutWorkings(
  plan: PortablePlan,
  name: string,
  lines: readonly string[],
): WorkingsSheet {
  const listed = plan.changes.filter(({ kind, answer }) => kind === "cell" && answer !== undefined);
  const answersFrom = lines.length + 2;
  const cells = cellsBySheet(plan);
  const titles = [answersFrom - 1];
  const offsets = new Map<string, number>();
  const titled: { readonly row: number; readonly title: string }[] = [];
  let next = answersFrom + listed.length;
  for (const { sheet, title } of plan.places.parts()) {
    const part = cells.get(sheet);
    if (part === undefined) continue;
    next++;
    if (title !== "") {
      titled.push({ row: next, title });
      titles.push(next++);
    }
    offsets.set(sheet, next);
    if (sheet === STEPS) titles.push(...titlesAmong(part).map((row) => row + next));
    next += Math.max(...part.map(({ place }) => place.row));
  }

  const locate = (place: NativeCell): NativeCell => {
    const offset = offsets.get(place.sheet);
    return offset === undefined ? place : { ...place, sheet: name, row: place.row + offset };
  };
  const print = (formula: NativeFormula, at: NativeCell): string =>
    printTree(
      formula,
      (place) => plan.asWritten.get(place) ?? addressFrom(place, at, locate),
      (left, operator, right) => left + operator + right,
    );
  const own = (row: number, column: number): NativeCell => ({
    ...{ kind: "cell", sheet: name, row: row + 1, column: column + 1 },
  });
  const answers = listed.map(({ place, answer, shows }, index) => [
    literalText(sheetPrefix(place.sheet) + addressOf(place)),
    answer === undefined ? "" : `=${print(answer, own(answersFrom + index, 1))}`,
    plain(shows[0]?.[0]),
  ]);
  const areas: WorkingsArea[] = [
    words(0, lines),
    ...(listed.length === 0
      ? []
      : [
          {
            ...{ row: answersFrom - 1, column: 0, cells: [HEADINGS, ...answers] },
            formats: { of: "cells", each: [GENERAL_ROW, ...listed.map(formatsOf(plan))] } as const,
          },
        ]),
    ...titled.map(({ row, title }) => words(row, [title])),
  ];
  for (const [sheet, offset] of offsets)
    areas.push(
      areaOfPart(cells.get(sheet) ?? [], offset, (formula, at) => `=${print(formula, at)}`),
    );
  return {
    ...{ areas, titles, rows: next },
    columns: Math.max(...areas.map(({ cells: [first = []] }) => first.length)),
    formula: (parts, at) =>
      `=${parts.map((part) => (typeof part === "string" ? part : print(part, at))).join("")}`,
    shows(range) {
      const { sheet, row, column } = locate(range.from);
      return `=${sheetPrefix(sheet)}${columnLetters(column - 1)}${row}`;
    },
    areaOf({ from, to }) {
      const { row, column } = locate(from);
      const rows = to.row - from.row + 1;
      return { row: row - 1, column: column - 1, rows, columns: to.column - from.column + 1 };
    },
    answers: { row: answersFrom, column: 1, rows: listed.length },
  };
}

const GENERAL_ROW = [TEXT, TEXT, TEXT];

/** The formats of an answer's row: the unit of its last step. */
function formatsOf({ places }: PortablePlan) {
  return ({ answer }: PortableChange): readonly string[] => {
    const content = answer?.kind === "cell" ? places.workings.contentAt(answer) : undefined;
    const format = FORMATS[content?.kind === "step" ? content.unit : ""];
    return [TEXT, format, format];
  };
}

/** Rows of the steps with nothing but a title, from 0. */
function titlesAmong(cells: readonly WrittenCell[]): readonly number[] {
  return [...groupsOf(cells, ({ place }) => String(place.row))].flatMap(
    ([row, [only, ...more]]) => {
      const isTitle =
        more.length === 0 && only?.place.column === 1 && only.content.kind === "words";
      return isTitle ? [Number(row) - 1] : [];
    },
  );
}

const GENERAL = { of: "columns", each: [] } as const;

function words(row: number, lines: readonly string[]): WorkingsArea {
  return { row, column: 0, cells: lines.map((line) => [literalText(line)]), formats: GENERAL };
}

/** A value as it is. No text is one too: a reference to a blank cell would show 0. */
function constant(value: string | number | boolean): string | number | boolean {
  return value === "" ? '=""' : plain(value);
}

function plain(value: unknown): string | number | boolean {
  return typeof value === "number" || typeof value === "boolean"
    ? value
    : literalText(String(value));
}

function cellsBySheet({ places }: PortablePlan): ReadonlyMap<string, readonly WrittenCell[]> {
  return groupsOf(places.workings.cells(), ({ place }) => place.sheet);
}

function areaOfPart(
  cells: readonly WrittenCell[],
  offset: number,
  print: (formula: NativeFormula, at: NativeCell) => string,
): WorkingsArea {
  const rows = Math.max(...cells.map(({ place }) => place.row));
  const columns = Math.max(...cells.map(({ place }) => place.column));
  const grid = <T>(blank: T): T[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => blank));
  const texts = grid<string | number | boolean>("");
  const formats = grid<string>(TEXT);
  const units = Array.from({ length: columns }, () => new Set<string>());
  for (const { place, content } of cells) {
    const [line, looks] = [texts[place.row - 1] ?? [], formats[place.row - 1] ?? []];
    if (content.kind === "words") line[place.column - 1] = literalText(content.words);
    else {
      const { formula, unit } = content;
      line[place.column - 1] =
        formula.kind === "literal" ? constant(formula.value) : print(formula, place);
      looks[place.column - 1] = FORMATS[unit];
      units[place.column - 1]?.add(FORMATS[unit]);
    }
  }
  const isByColumn = units.every(({ size }) => size < 2);
  const each = units.map(([format = TEXT]) => format);
  return {
    ...{ row: offset, column: 0, cells: texts },
    formats: isByColumn ? { of: "columns", each } : { of: "cells", each: formats },
  };
}

function addressFrom(
  place: NativeCell,
  at: NativeCell,
  locate: (place: NativeCell) => NativeCell,
): string {
  const { sheet, row, column, moves } = locate(place);
  const isHere = sheet === locate(at).sheet;
  const isRelative = moves && place.sheet === at.sheet;
  return `${isHere ? "" : sheetPrefix(sheet)}$${columnLetters(column - 1)}${isRelative ? "" : "$"}${row}`;
}
