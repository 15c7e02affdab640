import { addressInWords } from "./address-in-words";
import { cell, type NativeCell, type NativeFormula, range } from "./excel/formula";
import { formulaInWords } from "./excel/formula-in-words";
import type { Layout, StepTable, TableColumn, Unit } from "./layout";
import type { Workings } from "./workings";

/** Columns of a step: what it is called, its value, its unit, and its formula in words. */
const [LABEL, VALUE, UNIT, IN_WORDS] = [1, 2, 3, 4];

/** Steps below one another, and tables with a row of headings, of units and of formulas in words above them. */
export class StepsDown implements Layout {
  #row: number;

  constructor(
    private readonly workings: Workings,
    private readonly sheet: string,
    firstRow = 1,
  ) {
    this.#row = firstRow;
  }

  /** The first row that is free. */
  get nextRow(): number {
    return this.#row;
  }

  block(title: string): void {
    if (this.#row > 1) this.#row++;
    this.workings.words(this.#cell(this.#row++, LABEL), title);
  }

  step(label: string, unit: Unit, formula: NativeFormula): NativeCell {
    const row = this.#row++;
    const place = this.#cell(row, VALUE);
    this.workings.words(this.#cell(row, LABEL), label);
    this.workings.step(place, label, unit, formula);
    if (unit !== "") this.workings.words(this.#cell(row, UNIT), unit);
    this.workings.words(this.#cell(row, IN_WORDS), this.#inWords(formula, place));
    return place;
  }

  table<Heading extends string>(
    rows: number,
    columns: readonly TableColumn<Heading>[],
  ): StepTable<Heading> {
    const heading = this.#row;
    const top = heading + 3;
    this.#row = top + rows;
    const position = new Map(columns.map(([name], index) => [name, LABEL + index]));
    const fixed = (name: Heading, row: number): NativeCell =>
      this.#cell(top + row, position.get(name) ?? LABEL);
    const at = (name: Heading, row: number): NativeCell => ({
      kind: "cell",
      sheet: this.sheet,
      row: top + row,
      column: position.get(name) ?? LABEL,
      moves: true,
    });
    const all = (name: Heading, first = 0, last?: number) =>
      range(fixed(name, first), last === undefined ? fixed(name, rows - 1) : at(name, last));
    const table: StepTable<Heading> = { rows, at, all };
    for (const [name, unit, formula] of columns) {
      const column = position.get(name) ?? LABEL;
      this.workings.words(this.#cell(heading, column), name);
      if (unit !== "") this.workings.words(this.#cell(heading + 1, column), unit);
      for (let row = 0; row < rows; row++)
        this.workings.step(at(name, row), name, unit, formula(row, table));
    }
    for (const [name, , formula] of columns) {
      const last = at(name, rows - 1);
      const words = this.#inWords(formula(rows - 1, table), last);
      this.workings.words(this.#cell(heading + 2, last.column), words);
    }
    return table;
  }

  #cell(row: number, column: number): NativeCell {
    return cell(this.sheet, row, column);
  }

  #inWords(formula: NativeFormula, at: NativeCell): string {
    return formulaInWords(formula, (place) => {
      const label = this.workings.labelOf(place);
      if (label === undefined) return addressInWords(place);
      return place.column === at.column && place.row === at.row - 1 ? `${label} above` : label;
    });
  }
}
