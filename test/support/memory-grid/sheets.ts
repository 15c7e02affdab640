import type { Grid } from "../../../src/host/grid/grid";
import { type MemoryBook, newSheet, sheetOf } from "./book";
import type { MemoryEvents } from "./events";
import { loseSheetReferences, renameSheetReferences } from "./references";
import { rewriteFormulas } from "./rewrite";

/** Sheets: their order, names, visibility, frozen panes and protection. */
export function memorySheets(book: MemoryBook, { emit, members }: MemoryEvents) {
  /** Not of the book: the objects above the grid remember a sheet by its id. */
  let made = 1;
  return {
    sheets: () =>
      book.sheets.map(({ id, name, visibility, tabColor }) => ({ id, name, visibility, tabColor })),
    activeSheetId: () => book.activeSheetId,
    addSheet(name) {
      made += 1;
      const id = `sheet-${made}`;
      book.sheets = [...book.sheets, newSheet(id, name)];
      emit({ kind: "sheetAdded", sheetId: id });
      return id;
    },
    renameSheet(sheetId, name) {
      const sheet = sheetOf(book, sheetId);
      const before = sheet.name;
      if (before === name) return;
      rewriteFormulas(book, (formula) => renameSheetReferences(formula, before, name));
      sheet.name = name;
      emit({ kind: "sheetRenamed", sheetId, before, after: name });
    },
    setVisibility(sheetId, visibility) {
      sheetOf(book, sheetId).visibility = visibility;
    },
    setTabColor(sheetId, color) {
      sheetOf(book, sheetId).tabColor = color;
    },
    showsGridlines: (sheetId) => sheetOf(book, sheetId).showsGridlines,
    showGridlines(sheetId, shown) {
      sheetOf(book, sheetId).showsGridlines = shown;
    },
    freeze(sheetId, rows, columns) {
      sheetOf(book, sheetId).frozen = { rows, columns };
    },
    isProtected: (sheetId) =>
      book.sheets.some(({ id, isProtected }) => id === sheetId && isProtected),
    protect(sheetId, on) {
      sheetOf(book, sheetId).isProtected = on;
    },
    /** Removes a sheet that holds no more tables. */
    removeSheet(sheetId: string): void {
      const { name } = sheetOf(book, sheetId);
      const others = book.sheets.filter(({ id }) => id !== sheetId);
      const next = others.find(({ visibility }) => visibility === "Visible");
      if (book.activeSheetId === sheetId && next) members.activateSheet(next.id);
      book.sheets = others;
      book.formats = book.formats.filter((format) => format.sheetId !== sheetId);
      book.names = book.names.filter((info) => info.sheetId !== sheetId);
      rewriteFormulas(book, (formula) => loseSheetReferences(formula, name));
      emit({ kind: "sheetDeleted", sheetId });
    },
  } satisfies Partial<Grid> & { removeSheet: (sheetId: string) => void };
}
