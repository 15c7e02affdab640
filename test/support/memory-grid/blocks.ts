import { intersect, type Rect } from "../../../src/host/grid/address";
import type { ClearWhat, Grid } from "../../../src/host/grid/grid";
import { loseTableReferences } from "../../../src/host/grid/structured-reference";
import {
  BLANK,
  changeCell,
  hasContent,
  type MemoryBook,
  sheetOf,
  tableOf,
  touchedIn,
} from "./book";
import type { MemoryEvents } from "./events";
import { loseTableInNames } from "./names";
import { rewriteFormulas } from "./rewrite";
import type { memoryRules } from "./rules";
import type { memorySheets } from "./sheets";

const NO_CONTENT = { value: BLANK.value, formula: BLANK.formula };
const { value: _, formula: __, ...NO_LOOK } = BLANK;

/** Changes of a block with everything in it: cells, merges, rules and formats. */
export function memoryBlocks(
  book: MemoryBook,
  { changed }: MemoryEvents,
  sheets: ReturnType<typeof memorySheets>,
  rules: ReturnType<typeof memoryRules>,
) {
  const unmerge = (sheetId: string, rect: Rect): void => {
    const sheet = sheetOf(book, sheetId);
    sheet.merges = sheet.merges.filter((merged) => !intersect(merged, rect));
  };
  const clear = (sheetId: string, rect: Rect, what: ClearWhat): void => {
    if (what !== "Contents") rules.clearConditionalFormats(sheetId, rect);
    if (what === "All") rules.setValidation(sheetId, rect, null);
    if (what !== "Contents") unmerge(sheetId, rect);
    const sheet = sheetOf(book, sheetId);
    const change = {
      ...(what === "Formats" ? {} : NO_CONTENT),
      ...(what === "Contents" ? {} : NO_LOOK),
    };
    for (const { row, col } of touchedIn(sheet, rect)) changeCell(sheet, row, col, change);
    if (what !== "Formats") changed(sheetId, rect);
  };
  const removeTable = (tableId: string): void => {
    const { name, sheetId, rect } = tableOf(book, tableId);
    loseTableInNames(book, name);
    rewriteFormulas(book, (formula) => loseTableReferences(formula, name));
    book.tables = book.tables.filter(({ id }) => id !== tableId);
    clear(sheetId, rect, "All");
  };
  return {
    clear,
    copy(fromSheetId, toSheetId, rect, what) {
      const source = sheetOf(book, fromSheetId);
      const target = sheetOf(book, toSheetId);
      const copied = what === "All" ? BLANK : NO_LOOK;
      for (const { row, col } of touchedIn(target, rect)) changeCell(target, row, col, copied);
      for (const { row, col, cell } of touchedIn(source, rect)) {
        const { value, formula, ...look } = cell;
        changeCell(target, row, col, what === "All" ? cell : look);
      }
      rules.copyConditionalFormats(fromSheetId, toSheetId, rect);
      if (what !== "All") return;
      rules.copyValidation(fromSheetId, toSheetId, rect);
      changed(toSheetId, rect);
    },
    merge(sheetId, rect) {
      unmerge(sheetId, rect);
      const sheet = sheetOf(book, sheetId);
      sheet.merges = [...sheet.merges, rect];
      const touched = touchedIn(sheet, rect)
        .filter(({ cell }) => hasContent(cell))
        .toSorted((a, b) => a.row - b.row || a.col - b.col);
      const { value, formula } = touched[0]?.cell ?? BLANK;
      for (const { row, col } of touched) changeCell(sheet, row, col, NO_CONTENT);
      changeCell(sheet, rect.row, rect.col, { value, formula });
    },
    unmerge,
    mergedRects: (sheetId) => sheetOf(book, sheetId).merges,
    removeTable,
    deleteSheet(sheetId) {
      for (const table of book.tables) if (table.sheetId === sheetId) removeTable(table.id);
      sheets.removeSheet(sheetId);
    },
  } satisfies Partial<Grid>;
}
