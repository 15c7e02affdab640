import { type Rect, sameRect } from "../../../src/host/grid/address";
import type { Grid, GridEvent } from "../../../src/host/grid/grid";
import { type MemoryBook, sheetOf } from "./book";

export type MemoryEvents = ReturnType<typeof memoryEvents>;

/** Events of the grid, the selection included. There is never anything left to calculate. */
export function memoryEvents(book: MemoryBook) {
  const listeners: ((event: GridEvent) => void)[] = [];
  const emit = (event: GridEvent): void => {
    for (const listener of listeners) listener(event);
  };
  return {
    emit,
    /** The contents of cells changed. */
    changed(sheetId: string, rect: Rect): void {
      emit({ kind: "changed", sheetId, rect, changeType: "RangeEdited", byAddin: true });
    },
    members: {
      onEvent: (listener) => void listeners.push(listener),
      settle: async () => {},
      recalculate: () => emit({ kind: "calculated" }),
      activateSheet(sheetId) {
        if (book.activeSheetId === sheetId) return;
        book.activeSheetId = sheetId;
        emit({ kind: "activated", sheetId });
      },
      selection() {
        const { id, selection } = sheetOf(book, book.activeSheetId);
        return { sheetId: id, rect: selection };
      },
      select(sheetId, rect) {
        const sheet = sheetOf(book, sheetId);
        if (!sameRect(sheet.selection, rect)) sheet.selection = rect;
        emit({ kind: "selected", sheetId, rect });
      },
    } satisfies Partial<Grid>,
  };
}
