import { ICommandService, sequenceExecute } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";
import type { UniverContext } from "./context";

/** Rows that are fitted in one turn. */
const FITTED_AT_ONCE = 200;

/**
 * Fits rows without a height of their own to what they show.
 *
 * Univer's commands do so at each change of a look or a width, which takes longer than all else that a sheet is written with;
 * this does it once for all changes of one turn, the first rows before the next picture.
 */
export class RowFitting {
  readonly #context: UniverContext;
  readonly #waiting = new Set<string>();
  /** What is left of the rows of a sheet, for a later turn. */
  readonly #later = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(context: UniverContext) {
    this.#context = context;
  }

  /** Fits the rows of a sheet after the changes under way. */
  soon(sheetId: string): void {
    if (this.#waiting.size === 0) queueMicrotask(() => this.now());
    this.#waiting.add(sheetId);
  }

  /** Fits what waits. */
  now(): void {
    for (const sheetId of this.#waiting) this.#fit(sheetId, 0);
    this.#waiting.clear();
  }

  /** Univer would fit the later rows by itself, and stops with an error where their sheet is deleted in between. */
  #fit(subUnitId: string, startRow: number): void {
    clearTimeout(this.#later.get(subUnitId));
    this.#later.delete(subUnitId);
    const { isOpen, unitId, workbook, injector } = this.#context;
    const sheet = isOpen ? workbook.getWorkbook().getSheetBySheetId(subUnitId) : undefined;
    const last = sheet ? sheet.getLastRowWithContent() : -1;
    if (!sheet || last < startRow) return;
    const endRow = Math.min(last, startRow + FITTED_AT_ONCE - 1);
    const ranges = [{ startRow, endRow, startColumn: 0, endColumn: sheet.getColumnCount() - 1 }];
    const { redos } = injector.get(SheetInterceptorService).generateMutationsOfAutoHeight({
      ...{ unitId, subUnitId, ranges, autoHeightRanges: ranges, lazyAutoHeightRanges: [] },
    });
    this.#context.decorate(() => sequenceExecute(redos, injector.get(ICommandService)));
    if (endRow < last)
      this.#later.set(
        subUnitId,
        setTimeout(() => this.#fit(subUnitId, endRow + 1)),
      );
  }
}
