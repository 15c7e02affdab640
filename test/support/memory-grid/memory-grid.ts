import type { Grid } from "../../../src/host/grid/grid";
import { memoryBlocks } from "./blocks";
import { type MemoryBook, newSheet } from "./book";
import { memoryCells } from "./cells";
import { memoryEvents } from "./events";
import { memoryLooks } from "./looks";
import { memoryNames } from "./names";
import { memoryRules } from "./rules";
import { memorySheets } from "./sheets";
import { memoryTableRows } from "./table-rows";
import { memoryTables } from "./tables";
import { memoryWhole } from "./whole";

/** A grid whose whole state can be kept and put back. */
export interface MemoryGrid extends Grid {
  /** The workbook as it is now. */
  keep(): MemoryBook;
  /** Puts back a workbook that was kept, any number of times. No listener hears of it. */
  putBack(kept: MemoryBook): void;
}

/**
 * A workbook in memory of one empty sheet, Sheet1, for tests of what the add-in writes and where.
 *
 * It calculates nothing: a formula keeps its text and follows the cells, sheets
 * and tables that it refers to. One that is a reference to a cell shows that cell,
 * every other one 0. test/host compares it with Univer's.
 */
export function createMemoryGrid(): MemoryGrid {
  const sheet = newSheet("sheet-1", "Sheet1");
  const book: MemoryBook = {
    sheets: [sheet],
    activeSheetId: sheet.id,
    names: [],
    tables: [],
    formats: [],
  };
  const functions: string[] = [];
  const events = memoryEvents(book);
  const cells = memoryCells(book, events);
  const looks = memoryLooks(book);
  const rules = memoryRules(book);
  const sheets = memorySheets(book, events);
  const blocks = memoryBlocks(book, events, sheets, rules);
  return {
    ...sheets,
    ...cells,
    ...looks,
    ...rules,
    ...memoryNames(book),
    ...memoryTables(book),
    ...memoryTableRows(book, events),
    ...blocks,
    ...events.members,
    whole: memoryWhole(book, blocks, looks, cells.values),
    registerFunction: ({ name }) => void functions.push(name),
    functionNames: () => functions,
    keep: () => structuredClone(book),
    putBack: (kept) => void Object.assign(book, structuredClone(kept)),
  };
}
