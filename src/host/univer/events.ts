import { ICommandService, RedoCommandId, UndoCommandId } from "@univerjs/core";
import { RemoveSuperTableMutation, SetSuperTableMutation } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import "@univerjs/sheets-formula/facade";
import { MAX_COLS, MAX_ROWS, type Rect } from "../grid/address";
import type { CellChange, GridEvent, SelectionInfo } from "../grid/grid";
import { changedCells } from "./changed-cells";
import { fromUniverRange } from "./context";
import type { GridParts } from "./grid-parts";
import type { UniverTableRows } from "./table-rows";

/** Univer waits 100 ms after a write before it calculates; the first time it is slower. */
const CALCULATION_START_MS = 160;
const FIRST_CALCULATION_START_MS = 500;
const LONGEST_CALCULATION_MS = 60_000;

const OF_TABLES: readonly string[] = [SetSuperTableMutation.id, RemoveSuperTableMutation.id];
const OF_SHEETS = /^sheet\.mutation\.(insert-sheet|remove-sheet|set-worksheet-name)$/;

/** Whether undo or redo makes a change; they restore rows of tables themselves. */
function isUndone(params: object | undefined): boolean {
  const { trigger } = (params ?? {}) as { readonly trigger?: string };
  return trigger === UndoCommandId || trigger === RedoCommandId;
}

/** Events of the grid: edits, the selection, calculation. */
export class UniverEvents {
  private readonly session = this.parts.context.injector.get(FormulaCalculationSessionService);
  readonly #listeners: ((event: GridEvent) => void)[] = [];
  /** Names of the sheets, by id, as of the last event. */
  private sheetNames = this.#namesOfSheets();
  #hasCalculated = false;
  #settling: Promise<void> | undefined;

  constructor(
    private readonly parts: GridParts,
    private readonly rows: UniverTableRows,
  ) {
    this.#listen();
  }

  onEvent(listener: (event: GridEvent) => void): void {
    this.#listeners.push(listener);
  }

  selection(): SelectionInfo {
    const { context, sheets } = this.parts;
    const range = context.workbook.getActiveRange();
    const sheetId = sheets.activeSheetId();
    if (range === null) return { sheetId, rect: { row: 0, col: 0, rows: 1, cols: 1 } };
    const sheet = context.sheet(sheetId);
    const { rows, cols, ...corner } = fromUniverRange(range.getRange());
    return {
      sheetId,
      rect: {
        ...corner,
        // Univer's sheet ends where Excel's continues: a whole column here is a whole column there.
        rows: rows === sheet.getMaxRows() ? MAX_ROWS : rows,
        cols: cols === sheet.getMaxColumns() ? MAX_COLS : cols,
      },
    };
  }

  select(sheetId: string, rect: Rect): void {
    this.parts.context.range(sheetId, rect).activate();
    this.#emit({ kind: "selected", sheetId, rect });
  }

  /** A second caller waits with the first, whose cells are not calculated yet. */
  settle(): Promise<void> {
    this.#settling ??= this.#untilCalculated().finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  async #untilCalculated(): Promise<void> {
    const { context, formats, names } = this.parts;
    names.refresh();
    while (context.dirty) {
      context.dirty = false;
      const start = this.#hasCalculated ? CALCULATION_START_MS : FIRST_CALCULATION_START_MS;
      await this.session.waitForLatestApplied(LONGEST_CALCULATION_MS, start);
      this.#hasCalculated = true;
    }
    // Where there was nothing to calculate, there is no result event.
    formats.showWaiting();
  }

  #emit(event: GridEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #listen(): void {
    const { context, names, formats } = this.parts;
    const commands = context.injector.get(ICommandService);
    commands.onCommandExecuted((command, options) => {
      if (options?.["fromFormula"] || options?.onlyLocal) return;
      if (OF_TABLES.includes(command.id)) names.tablesChanged();
      if (OF_SHEETS.test(command.id)) this.#onSheets();
      for (const change of changedCells(command)) {
        this.#onChange(change);
        const isTyped = command.id === SetRangeValuesMutation.id && !isUndone(command.params);
        if (isTyped && !context.isRefreshing && !context.isAddinWriting) {
          queueMicrotask(() => this.rows.adopt(change));
        }
      }
    });
    context.api.addEvent(context.api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      this.#emit({ kind: "activated", sheetId: activeSheet.getSheetId() });
    });
    this.session.resultApplied$.subscribe(() => {
      formats.repaint();
      if (!context.dirty) formats.showWaiting();
      this.#emit({ kind: "calculated" });
    });
  }

  #onChange(change: CellChange): void {
    const { context, formats } = this.parts;
    context.dirty = true;
    if (context.isRefreshing) return;
    formats.repaint();
    this.#emit({ kind: "changed", ...change, byAddin: context.isAddinWriting });
  }

  #onSheets(): void {
    this.parts.context.dirty = true;
    const before = this.sheetNames;
    const after = this.#namesOfSheets();
    this.sheetNames = after;
    for (const sheetId of before.keys()) {
      if (!after.has(sheetId)) this.#emit({ kind: "sheetDeleted", sheetId });
    }
    for (const [sheetId, name] of after) {
      const known = before.get(sheetId);
      if (known === undefined) this.#emit({ kind: "sheetAdded", sheetId });
      else if (known !== name) {
        this.#emit({ kind: "sheetRenamed", sheetId, before: known, after: name });
      }
    }
  }

  #namesOfSheets(): ReadonlyMap<string, string> {
    return new Map(this.parts.sheets.sheets().map(({ id, name }) => [id, name]));
  }
}
