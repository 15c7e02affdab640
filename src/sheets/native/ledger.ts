import { addressInWords } from "./address-in-words";
import { cell, type NativeCell, type NativeFormula, range } from "./excel/formula";
import { formulaInWords } from "./excel/formula-in-words";
import type { Layout, StepTable, TableColumn, Unit } from "./layout";
import type { Workings } from "./workings";

/** The first column says which cells use the row; steps follow. */
const USED_BY = 1;

/**
 * Steps beside one another, a row for each amount: every row holds the same formulas, under one row of headings, one of units and
 * one of formulas in words. It stands on a sheet of its own: there no row of it is taken for a row of another table.
 */
export class Ledger {
  #rows = 0;

  constructor(
    private readonly workings: Workings,
    private readonly sheet: string,
    private readonly firstRow: number,
  ) {}

  /** The first row that is free. */
  get nextRow(): number {
    return this.firstRow + HEADINGS + this.#rows;
  }

  /** A layout for the steps of one more amount. */
  row(usedBy: string): Layout {
    const isFirst = this.#rows === 0;
    const row = this.firstRow + HEADINGS + this.#rows++;
    if (isFirst) this.workings.words(cell(this.sheet, this.firstRow, USED_BY), "Used by");
    this.workings.words(cell(this.sheet, row, USED_BY), usedBy);
    return new LedgerRow(this.workings, this.sheet, row, isFirst ? this.firstRow : undefined);
  }
}

const HEADINGS = 3;

class LedgerRow implements Layout {
  #column = USED_BY + 1;

  constructor(
    private readonly workings: Workings,
    private readonly sheet: string,
    private readonly row: number,
    /** Where the headings stand, for the row that writes them. */
    private readonly headings: number | undefined,
  ) {}

  block(): void {
    // The headings of a ledger are those of its steps.
  }

  step(label: string, unit: Unit, formula: NativeFormula): NativeCell {
    const place = this.#cell(this.#column++);
    this.#write(place, label, unit, formula);
    return place;
  }

  table<Heading extends string>(
    rows: number,
    columns: readonly TableColumn<Heading>[],
  ): StepTable<Heading> {
    const start = this.#column;
    this.#column += rows * columns.length;
    const position = new Map(columns.map(([name], index) => [name, start + index * rows]));
    const at = (name: Heading, row: number): NativeCell =>
      this.#cell((position.get(name) ?? start) + row);
    const all = (name: Heading, first = 0, last = rows - 1) =>
      range(at(name, first), at(name, last));
    const table: StepTable<Heading> = { rows, at, all };
    for (const [name, unit, formula] of columns)
      for (let row = 0; row < rows; row++)
        this.#write(at(name, row), `${name} ${row + 1}`, unit, formula(row, table));
    return table;
  }

  #cell(column: number): NativeCell {
    return { ...cell(this.sheet, this.row, column), moves: true };
  }

  #write(place: NativeCell, label: string, unit: Unit, formula: NativeFormula): void {
    this.workings.step(place, label, unit, formula);
    if (this.headings === undefined) return;
    this.workings.words(cell(this.sheet, this.headings, place.column), label);
    if (unit !== "") this.workings.words(cell(this.sheet, this.headings + 1, place.column), unit);
    const words = formulaInWords(
      formula,
      (part) => this.workings.labelOf(part) ?? addressInWords(part),
    );
    this.workings.words(cell(this.sheet, this.headings + 2, place.column), words);
  }
}
