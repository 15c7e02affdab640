import type { Grid } from "../../../src/host/grid/grid";
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
  values: Grid["values"],
): WholeSheets {
  return {
    cells: (sheetId) =>
      [...sheetOf(book, sheetId).cells]
        .toSorted(([a], [b]) => a - b)
        .map(([key, cell]) => ({
          ...placeOf(key),
          value: values(sheetId, { ...placeOf(key), rows: 1, cols: 1 })[0]?.[0] ?? null,
          formula: cell.formula,
          spill: null,
          isSpilled: false,
          look: lookOf(cell),
        }))
        .filter(({ value, formula, look }) => value !== null || formula !== null || look !== null),
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
        const content = formula === null ? { value, formula } : { value: null, formula };
        kept.set(cellKey(row, col), { ...content, numberFormat, namedStyle, borders, style });
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

/** Font of a cell without a font of its own, which files leave out. */
const USUAL = { fontName: "Arial", size: 11, color: "#000000" };

const BLANK_LOOK: CellLook = { borders: {}, namedStyle: "Normal", numberFormat: "General" };

function lookOf({ numberFormat, namedStyle, borders, style }: MemoryCell): CellLook | null {
  const usual: Readonly<Record<string, unknown>> = USUAL;
  const chosen = Object.entries(style).filter(([name, value]) => value !== usual[name]);
  const own = { style: Object.fromEntries(chosen), numberFormat, namedStyle, borders };
  return hasLook(own) ? { ...USUAL_STYLE, ...own.style, numberFormat, namedStyle, borders } : null;
}
