import { columnLetters } from "../../../src/input/cells/a1";
import {
  cell,
  type NativeCell,
  type NativeFormula,
} from "../../../src/sheets/native/excel/formula";
import { printFormula } from "../../../src/sheets/native/excel/print-formula";
import type { TwinAnswer } from "../../../src/sheets/native/twins";
import type { Workings } from "../../../src/sheets/native/workings";
import type { GivenCell } from "../../support/formula-workbook";
import type { Inputs, Typed } from "./cells";

/** The cells of workings, without the words beside them, which no formula reads. */
export function workingCells(workings: Workings): readonly GivenCell[] {
  return workings
    .cells()
    .flatMap(({ place, content }) =>
      content.kind === "step" ? [formulaCell(place, content.formula)] : [],
    );
}

export function inputCells(inputs: Inputs): readonly GivenCell[] {
  return inputs.cells().flatMap(({ place, value }) => typedCell(place, value) ?? []);
}

/** A typed cell; undefined for a blank one. */
export function typedCell(place: NativeCell, value: Typed): GivenCell | undefined {
  if (value === null || value === "") return undefined;
  const content: GivenCell["content"] =
    typeof value === "object"
      ? { kind: "formula", formula: `=${value.code.replace("#N/A", "NA()")}` }
      : { kind: "value", value };
  return { ...placed(place), content };
}

/** The cells that hold an answer, each answer below the one before, on a sheet of their own. */
export class Answers {
  readonly cells: GivenCell[] = [];
  #row = 1;

  constructor(readonly sheet = "Answers") {}

  /** Where the cells of an answer stand, such as Answers!A1, in the shape of the answer. */
  put(answer: TwinAnswer): string | readonly (readonly string[])[] {
    if (answer.kind === "value") return this.#place(answer.formula, this.#row++, 1);
    const rows = answer.rows.map((formulas, down) =>
      formulas.map((formula, along) => this.#place(formula, this.#row + down, along + 1)),
    );
    this.#row += rows.length;
    return rows;
  }

  #place(formula: NativeFormula, row: number, column: number): string {
    const place = cell(this.sheet, row, column);
    this.cells.push(formulaCell(place, formula));
    return placeOf(place);
  }
}

export function placeOf({ sheet, row, column }: NativeCell): string {
  return `${sheet}!${columnLetters(column - 1)}${row}`;
}

function formulaCell(place: NativeCell, formula: NativeFormula): GivenCell {
  return { ...placed(place), content: { kind: "formula", formula: printFormula(formula, place) } };
}

function placed({ sheet, row, column }: NativeCell) {
  return { sheet, row, column, address: `${columnLetters(column - 1)}${row}` };
}
