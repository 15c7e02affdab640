import { boundAll, mapCells, type Rect } from "../../../src/host/grid/address";
import type { Scalar } from "../../../src/host/grid/cell-value";
import type { Grid } from "../../../src/host/grid/grid";
import { readTyped, usesSpillOperator } from "../../../src/host/grid/typed-text";
import { invalidArgument, notImplemented } from "../../../src/host/office/host-error";
import { readTokens } from "../../../src/host/xlsx/formula-tokens";
import {
  BLANK,
  cellAt,
  changeCell,
  hasContent,
  type MemoryBook,
  type MemoryCell,
  placeOf,
  sheetOf,
} from "./book";
import type { MemoryEvents } from "./events";
import { cellsMeant } from "./meaning";

/** The value of a formula that is more than a reference: nothing here calculates. */
const UNCALCULATED = 0;
/** How far a chain of references is followed. */
const DEEPEST = 8;

type Content = Pick<MemoryCell, "value" | "formula">;

/** Values, formulas and number formats of cells. */
export function memoryCells(book: MemoryBook, { changed }: MemoryEvents) {
  const read = <T>(sheetId: string, rect: Rect, of: (cell: MemoryCell) => T): T[][] => {
    const sheet = sheetOf(book, sheetId);
    return mapCells(rect, (row, col) => of(cellAt(sheet, rect.row + row, rect.col + col)));
  };
  /** A formula shows the one cell that it refers to, #REF! where it has lost its cells, or else 0. */
  const shown = ({ value, formula }: MemoryCell, sheetId: string, depth = 0): Scalar => {
    if (formula === null) return value;
    if (formula.includes("#REF!")) return "#REF!";
    const name = book.names.find((one) => `=${one.name}`.toLowerCase() === formula.toLowerCase());
    const meant = cellsMeant(book, name ?? { formula, sheetId });
    if (meant === null || meant.rect.rows * meant.rect.cols > 1 || depth > DEEPEST)
      return UNCALCULATED;
    const sheet = sheetOf(book, meant.sheetId);
    const cell = cellAt(sheet, meant.rect.row, meant.rect.col);
    return shown(cell, meant.sheetId, depth + 1) ?? UNCALCULATED;
  };
  return {
    values: (sheetId, rect) => read(sheetId, rect, (cell) => shown(cell, sheetId)),
    formulas: (sheetId, rect) => read(sheetId, rect, ({ formula, value }) => formula ?? value),
    text: (sheetId, rect) => read(sheetId, rect, (cell) => asText(shown(cell, sheetId))),
    numberFormats: (sheetId, rect) => read(sheetId, rect, ({ numberFormat }) => numberFormat),
    setNumberFormats(sheetId, rect, formats) {
      const sheet = sheetOf(book, sheetId);
      formats.forEach((line, row) => {
        line.forEach((numberFormat, col) => {
          if (numberFormat !== undefined)
            changeCell(sheet, rect.row + row, rect.col + col, { numberFormat });
        });
      });
    },
    write(sheetId, rect, cells) {
      const sheet = sheetOf(book, sheetId);
      const changes = cells.flatMap((line, down) =>
        line.flatMap((given, right) => {
          if (given === undefined) return [];
          const [row, col] = [rect.row + down, rect.col + right];
          return [{ row, col, rows: 1, cols: 1, cell: written(given, cellAt(sheet, row, col)) }];
        }),
      );
      const area = boundAll(changes.map(({ cell: _, ...place }) => place));
      if (area === null) return;
      for (const { row, col, cell } of changes) changeCell(sheet, row, col, cell);
      changed(sheetId, area);
    },
    cellMessage: () => null,
    usedRect(sheetId, valuesOnly) {
      const used = [...sheetOf(book, sheetId).cells].flatMap(([key, cell]) =>
        valuesOnly && !hasContent(cell) ? [] : [{ ...placeOf(key), rows: 1, cols: 1 }],
      );
      return boundAll(used);
    },
    spillRect: () => null,
    spillParent: () => null,
  } satisfies Partial<Grid>;
}

/** The cell that results from a write. */
function written(given: Scalar, { numberFormat }: MemoryCell): Partial<MemoryCell> {
  if (typeof given !== "string") return content(given);
  if (given.startsWith("=") && given.length > 1) return formulaContent(given);
  const { value, percent } = readTyped(given, numberFormat === "@");
  const becomesPercent = percent && numberFormat === BLANK.numberFormat;
  return { ...content(value), ...(becomesPercent ? { numberFormat: "0%" } : {}) };
}

function content(value: Scalar): Content {
  return { value: value === "" ? null : value, formula: null };
}

function formulaContent(formula: string): Content {
  if (usesSpillOperator(formula)) throw notImplemented(`the # operator in ${formula}`);
  if (!canRead(formula)) throw invalidArgument(`the formula ${formula} cannot be read`);
  return { formula, value: null };
}

/** Whether the parentheses and braces of a formula close what they open. */
export function canRead(formula: string): boolean {
  const open: string[] = [];
  for (const { kind, text } of readTokens(formula)) {
    if (kind !== "mark") continue;
    if (text === "(" || text === "{") open.push(text === "(" ? ")" : "}");
    else if ((text === ")" || text === "}") && open.pop() !== text) return false;
  }
  return open.length === 0;
}

/** A value as the format General shows it, whatever the cell's format. */
function asText(value: Scalar): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value ?? "");
}
