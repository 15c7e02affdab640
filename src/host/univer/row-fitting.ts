import { ICommandService, sequenceExecute } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";
import type { UniverContext } from "./context";

/** Rows that are fitted in one turn. */
const FITTED_AT_ONCE = 200;

/** Rows of a sheet from the first to the last, counted from 0. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

/**
 * Fits rows without a height of their own to what they show.
 *
 * Univer's commands do so at each change of a look or a width, which takes longer than all else that a sheet is written with;
 * this does it once for all changes of one turn, the first rows before the next picture.
 */
export class RowFitting {
  readonly #waiting = new Map<string, Rows>();
  /** What is left of the rows of a sheet, for a later turn. */
  readonly #later = new Map<string, Rows>();

  constructor(private readonly context: UniverContext) {}

  /** Fits rows of a sheet after the changes under way; all of them by default. */
  soon(sheetId: string, rows: Rows = { first: 0, last: Number.POSITIVE_INFINITY }): void {
    if (this.#waiting.size === 0) queueMicrotask(() => this.now());
    add(this.#waiting, sheetId, rows);
  }

  /** Fits what waits. */
  now(): void {
    for (const [sheetId, rows] of this.#waiting) this.#fit(sheetId, rows);
    this.#waiting.clear();
  }

  /** Univer would fit the later rows by itself, and stops with an error where their sheet is deleted in between. */
  #fit(subUnitId: string, { first, last }: Rows): void {
    const { isOpen, unitId, workbook, injector } = this.context;
    const sheet = isOpen ? workbook.getWorkbook().getSheetBySheetId(subUnitId) : undefined;
    const end = sheet ? Math.min(last, sheet.getLastRowWithContent()) : -1;
    if (!sheet || end < first) return;
    const endRow = Math.min(end, first + FITTED_AT_ONCE - 1);
    const columns = { startColumn: 0, endColumn: sheet.getColumnCount() - 1 };
    const ranges = [{ startRow: first, endRow, ...columns }];
    const { redos } = injector.get(SheetInterceptorService).generateMutationsOfAutoHeight({
      ...{ unitId, subUnitId, ranges, autoHeightRanges: ranges, lazyAutoHeightRanges: [] },
    });
    this.context.decorate(() => sequenceExecute(redos, injector.get(ICommandService)));
    if (endRow < end) this.#fitLater(subUnitId, { first: endRow + 1, last });
  }

  #fitLater(sheetId: string, rows: Rows): void {
    if (!this.#later.has(sheetId))
      setTimeout(() => {
        const left = this.#later.get(sheetId);
        this.#later.delete(sheetId);
        if (left) this.#fit(sheetId, left);
      });
    add(this.#later, sheetId, rows);
  }
}

/** Adds rows to those of a sheet, with the rows between. */
function add(waiting: Map<string, Rows>, sheetId: string, rows: Rows): void {
  const known = waiting.get(sheetId) ?? rows;
  const first = Math.min(known.first, rows.first);
  waiting.set(sheetId, { first, last: Math.max(known.last, rows.last) });
}
