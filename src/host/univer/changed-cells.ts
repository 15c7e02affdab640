import type { ICellData, ICommandInfo, IObjectMatrixPrimitiveType, IRange } from "@univerjs/core";
import {
  type IMoveRangeMutationParams,
  type IMoveRowsMutationParams,
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesMutation,
} from "@univerjs/sheets";
import { boundAll, MAX_COLS, MAX_ROWS } from "../grid/address";
import type { CellChange } from "../grid/grid";
import { fromUniverRange } from "./context";

const STRUCTURAL: Readonly<Record<string, CellChange["changeType"]>> = {
  [InsertRowMutation.id]: "RowInserted",
  [RemoveRowMutation.id]: "RowDeleted",
  [InsertColMutation.id]: "ColumnInserted",
  [RemoveColMutation.id]: "ColumnDeleted",
};

/** The contents that a Univer command changed; nothing when only looks changed. */
export function changedCells(command: ICommandInfo): readonly CellChange[] {
  if (command.id === SetRangeValuesMutation.id) return writtenCells(command.params as WrittenCells);
  const changeType = STRUCTURAL[command.id];
  if (changeType) {
    const { subUnitId, range } = command.params as { subUnitId: string; range: IRange };
    const rect = fromUniverRange(range);
    const whole = changeType.startsWith("Row")
      ? { ...rect, col: 0, cols: MAX_COLS }
      : { ...rect, row: 0, rows: MAX_ROWS };
    return [{ sheetId: subUnitId, rect: whole, changeType }];
  }
  if (command.id === MoveRangeMutation.id) {
    const { from, to, fromRange, toRange } = command.params as IMoveRangeMutationParams;
    return [edited(from.subUnitId, fromRange), edited(to.subUnitId, toRange)];
  }
  if (command.id !== MoveRowsMutation.id && command.id !== MoveColsMutation.id) return [];
  const { subUnitId, sourceRange, targetRange } = command.params as IMoveRowsMutationParams;
  return [edited(subUnitId, sourceRange), edited(subUnitId, targetRange)];
}

function edited(sheetId: string, range: IRange): CellChange {
  return { sheetId, rect: fromUniverRange(range), changeType: "RangeEdited" };
}

/** Bounds of the cells that got contents; nothing when only looks changed. */
function writtenCells({ subUnitId, cellValue }: WrittenCells): readonly CellChange[] {
  const places = Object.entries(cellValue ?? {}).flatMap(([row, columns]) =>
    Object.entries(columns ?? {}).flatMap(([col, cell]) =>
      isContent(cell) ? [{ row: Number(row), col: Number(col), rows: 1, cols: 1 }] : [],
    ),
  );
  const rect = boundAll(places);
  return rect ? [{ sheetId: subUnitId, rect, changeType: "RangeEdited" }] : [];
}

/** The parameters of Univer's mutation of cells; a blanked cell is null. */
export interface WrittenCells {
  readonly subUnitId: string;
  readonly cellValue?: IObjectMatrixPrimitiveType<ICellData | null>;
}

/** A blanked cell is null; one with only a style has neither value, formula nor rich text. */
function isContent(cell: unknown): boolean {
  return typeof cell === "object" && (cell === null || "v" in cell || "f" in cell || "p" in cell);
}
