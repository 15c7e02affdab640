import type { CellLook, WholeSheets } from "../../../src/host/grid/whole-sheets";
import type { memoryBlocks } from "./blocks";
import { cellKey, hasLook, type MemoryBook, type MemoryCell, placeOf, sheetOf } from "./book";
import { canRead } from "./cells";
import { type memoryLooks, USUAL_STYLE } from "./looks";

const COLUMNS = 40;

/** Whole sheets, for files. Nothing is calculated, so there are no spills and no last values. */
export function memoryWhole(
  book: MemoryBook,
  blocks: ReturnType<typeof memoryBlocks>,
  looks: ReturnType<typeof memoryLooks>,
): WholeSheets {
  return {
    cells: (sheetId) =>
      [...sheetOf(book, sheetId).cells]
        .toSorted(([a], [b]) => a - b)
        .map(([key, cell]) => ({
          ...placeOf(key),
          value: cell.value,
          formula: cell.formula,
          spill: null,
          isSpilled: false,
          look: lookOf(cell),
        })),
    putCells(sheetId, cells) {
      const { cells: kept } = sheetOf(book, sheetId);
      for (const { row, col, value, formula, look } of cells) {
        const {
          numberFormat,
          namedStyle,
          borders,
          underline: _,
          strikethrough: __,
          ...style
        } = look ?? BLANK_LOOK;
        kept.set(cellKey(row, col), { value, formula, numberFormat, namedStyle, borders, style });
      }
    },
    leaveUnread: () => {},
    settleLastValues: () => 0,
    canRead,
    hasFunction: () => true,
    frozen: (sheetId) => sheetOf(book, sheetId).frozen,
    columnWidths: (sheetId) =>
      Array.from({ length: COLUMNS }, (_, column) => looks.columnWidth(sheetId, column)),
    rowHeights: (sheetId) => sheetOf(book, sheetId).heights,
    merge(sheetId, rect) {
      blocks.merge(sheetId, rect);
      return true;
    },
    validations: (sheetId) => sheetOf(book, sheetId).validations,
    untold: () => [],
    forgetUndo: () => {},
  };
}

const BLANK_LOOK: CellLook = { borders: {}, namedStyle: "Normal", numberFormat: "General" };

function lookOf(cell: MemoryCell): CellLook | null {
  if (!hasLook(cell)) return null;
  const { numberFormat, namedStyle, borders, style } = cell;
  return { ...USUAL_STYLE, ...style, numberFormat, namedStyle, borders };
}
