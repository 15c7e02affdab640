import { SHEET_COLUMNS } from "../../input/cells/a1";
import type { NativeCell } from "./excel/formula";

/** What is held for each of many cells, found by numbers: to make a text for each look-up would take longer than to calculate. */
export class CellMap<Held> {
  readonly #sheets = new Map<string, Map<number, Held>>();

  get({ sheet, row, column }: NativeCell): Held | undefined {
    return this.#sheets.get(sheet)?.get(row * SHEET_COLUMNS + column);
  }

  set({ sheet, row, column }: NativeCell, held: Held): void {
    const cells = this.#sheets.get(sheet) ?? new Map<number, Held>();
    this.#sheets.set(sheet, cells);
    cells.set(row * SHEET_COLUMNS + column, held);
  }
}
