import { Blocks, type Given } from "../../../src/sheets/native/blocks";
import { Calculation } from "../../../src/sheets/native/excel/evaluate-formula";
import {
  ExcelError,
  type ExcelScalar,
  isBlock,
} from "../../../src/sheets/native/excel/excel-value";
import {
  cell,
  type NativeCell,
  type NativeFormula,
  range,
  text,
} from "../../../src/sheets/native/excel/formula";
import type { Layout } from "../../../src/sheets/native/layout";
import { StepsDown } from "../../../src/sheets/native/steps-down";
import type { TwinAnswer } from "../../../src/sheets/native/twins";
import { cellKey, Workings } from "../../../src/sheets/native/workings";

/** A cell as somebody typed it; an error is one that a formula of theirs shows. */
export type Typed = number | string | boolean | null | { readonly code: "#N/A" };
export type TypedRows = readonly (readonly Typed[])[];

/** Cells that somebody typed on a sheet of inputs, each argument below the one before. */
export class Inputs {
  readonly #typed = new Map<string, { readonly place: NativeCell; readonly value: Typed }>();
  #row = 1;

  constructor(readonly sheet = "Deals") {}

  /** Types a value or a block, and answers the argument that refers to it. */
  put(value: Typed | TypedRows): NonNullable<Given> {
    const rows = isRows(value) ? value : [[value]];
    const from = cell(this.sheet, this.#row, 2);
    this.type(from, rows);
    this.#row += rows.length + 5;
    const width = Math.max(1, ...rows.map((cells) => cells.length));
    const to = cell(this.sheet, from.row + rows.length - 1, from.column + width - 1);
    return { formula: isRows(value) ? range(from, to) : from, values: rows };
  }

  /** Types a block over what stands there. */
  type(from: NativeCell, rows: TypedRows): void {
    rows.forEach((cells, down) => {
      cells.forEach((value, along) => {
        const place = { ...from, row: from.row + down, column: from.column + along };
        this.#typed.set(cellKey(place), { place, value });
      });
    });
  }

  /** Types over the cells that an argument refers to. */
  retype(argument: Given, rows: TypedRows): void {
    const place = argument?.formula;
    if (place?.kind === "range") this.type(place.from, rows);
    if (place?.kind === "cell") this.type(place, rows);
  }

  cells(): readonly { readonly place: NativeCell; readonly value: Typed }[] {
    return [...this.#typed.values()];
  }

  read(place: NativeCell): ExcelScalar {
    const value = this.#typed.get(cellKey(place))?.value ?? null;
    if (value === "") return null;
    return typeof value === "object" && value !== null ? new ExcelError(value.code) : value;
  }
}

/** An argument of a call: a text is written into the formula, all else stands in cells. */
export function argumentOf(value: unknown, inputs: Inputs): Given {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return { formula: text(value), values: [[value]] };
  return inputs.put(value as Typed | TypedRows);
}

export function isRows(value: Typed | TypedRows | undefined): value is TypedRows {
  return Array.isArray(value);
}

/** Workings below one another on one sheet. */
export function stepsDown(sheet = "Workings"): { workings: Workings; blocks: Blocks } {
  const workings = new Workings();
  const layout: Layout = new StepsDown(workings, sheet);
  return { workings, blocks: new Blocks(() => layout) };
}

/** The calculation of workings over inputs as they are now. */
export function calculationOf(workings: Workings, inputs: Inputs): Calculation {
  return new Calculation(workings, (place) => inputs.read(place));
}

/** What the cells of an answer show, calculated in JavaScript; an error is undefined. */
export function calculated(
  answer: TwinAnswer,
  calculation: Calculation,
): ExcelScalar | undefined | readonly (readonly (ExcelScalar | undefined)[])[] {
  const shown = (formula: NativeFormula) => {
    const value = calculation.evaluate(formula);
    return isBlock(value) || value instanceof ExcelError ? undefined : value;
  };
  return answer.kind === "value" ? shown(answer.formula) : answer.rows.map((row) => row.map(shown));
}
