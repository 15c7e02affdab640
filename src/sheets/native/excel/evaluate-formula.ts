import { CellMap } from "../cell-map";
import { cellKey, type Workings } from "../workings";
import { EXCEL_FUNCTIONS } from "./excel-functions";
import { operate } from "./excel-operators";
import {
  ExcelError,
  type ExcelScalar,
  type ExcelValue,
  isBlock,
  numberOf,
  rowsOf,
  WRONG_VALUE,
} from "./excel-value";
import type { NativeCell, NativeFormula } from "./formula";

/** Values of the cells that somebody typed; null is a blank. */
export type ReadsCell = (place: NativeCell) => ExcelScalar;

/** The values of workings over typed cells, as Excel calculates them; each cell once. */
export class Calculation {
  readonly #known = new CellMap<ExcelScalar>();
  readonly #blocks = new Map<string, ExcelValue>();

  constructor(
    private readonly workings: Workings,
    private readonly typed: ReadsCell,
  ) {}

  valueAt(place: NativeCell): ExcelScalar {
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const value = this.#calculate(place);
    this.#known.set(place, value);
    return value;
  }

  evaluate(formula: NativeFormula): ExcelValue {
    switch (formula.kind) {
      case "cell":
        return this.valueAt(formula);
      case "range":
        return this.#block(formula.from, formula.to);
      case "literal":
        return formula.value;
      case "negative":
        return this.#negative(this.evaluate(formula.of));
      case "operation":
        return operate(this.evaluate(formula.left), formula.operator, this.evaluate(formula.right));
      case "call":
        return EXCEL_FUNCTIONS[formula.name](
          ...formula.given.map((one) => () => this.evaluate(one)),
        );
    }
  }

  #calculate(place: NativeCell): ExcelScalar {
    const content = this.workings.contentAt(place);
    if (content === undefined) return this.typed(place);
    if (content.kind === "words") return content.words;
    const value = this.evaluate(content.formula);
    const shown = isBlock(value) ? WRONG_VALUE : value;
    // A formula that finds a blank cell shows 0.
    return shown ?? 0;
  }

  #block(from: NativeCell, to: NativeCell): ExcelValue {
    const key = `${cellKey(from)}:${cellKey(to)}`;
    const known = this.#blocks.get(key);
    if (known !== undefined) return known;
    const block = Array.from({ length: to.row - from.row + 1 }, (_, row) =>
      Array.from({ length: to.column - from.column + 1 }, (__, column) =>
        this.valueAt({ ...from, row: from.row + row, column: from.column + column }),
      ),
    );
    this.#blocks.set(key, block);
    return block;
  }

  #negative(value: ExcelValue): ExcelValue {
    const negated = rowsOf(value).map((cells) =>
      cells.map((one) => {
        const number = numberOf(one);
        return number instanceof ExcelError ? number : -number;
      }),
    );
    return isBlock(value) ? negated : (negated[0]?.[0] ?? null);
  }
}
