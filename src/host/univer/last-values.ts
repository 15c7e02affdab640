import { type ICellData, ICommandService, type Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseReferenceObject,
  ErrorType,
  type FunctionVariantType,
  IFormulaRuntimeService,
  Lexer,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { type CellValue, cellError, isCellErrorCode, type Scalar } from "../grid/cell-value";
import type { LastValue } from "../grid/whole-sheets";
import type { WrittenCells } from "./changed-cells";
import type { UniverContext } from "./context";
import { writeAnswer } from "./functions";

const KEY = "lastValue";

/**
 * Shows the last values of formulas that cannot be calculated here, and lets other formulas calculate with them.
 *
 * Each is kept in the cell of its formula, so that it moves with it.
 */
export class UniverLastValues {
  #unread: ReadonlySet<string> = new Set();

  constructor(private readonly context: UniverContext) {
    const runtime = context.injector.get(IFormulaRuntimeService);
    const answer = runtime.setRuntimeData.bind(runtime);
    runtime.setRuntimeData = (result) => {
      const { currentSubUnitId, currentRow, currentColumn } = runtime;
      const cell = this.#matrix(currentSubUnitId)?.getValue(currentRow, currentColumn);
      const last = lastValueOf(cell);
      // Where the last value was an error, another one may be here.
      const isNewError = isError(result) && !isCellErrorCode(last?.block[0]?.[0]);
      const stays = last && (last.stays === "always" || isNewError);
      // A formula that gave an error once cannot be calculated here: it keeps showing its last value.
      if (stays) Object.assign(cell?.custom ?? {}, { [KEY]: { ...last, stays: "always" } });
      answer(stays ? writeAnswer(last.block.map((row) => row.map(readShown))) : result);
    };
    const lexer = context.injector.get(Lexer);
    const read = lexer.treeBuilder.bind(lexer);
    lexer.treeBuilder = (formula, suffix) =>
      this.#unread.has(formula) ? ErrorType.VALUE : read(formula, suffix);
    context.injector.get(ICommandService).onCommandExecuted(({ id, params }, options) => {
      if (id !== SetRangeValuesMutation.id || options?.["fromFormula"]) return;
      this.#forgetEdited(params as WrittenCells);
    });
  }

  leaveUnread(formulas: ReadonlySet<string>): void {
    this.#unread = formulas;
  }

  /** Lets formulas that were calculated forget their last values; answers how many could not be. */
  settleLastValues(sheetId: string): number {
    let count = 0;
    this.#matrix(sheetId)?.forValue((_row, _col, cell) => {
      const last = lastValueOf(cell);
      if (last?.stays === "always") count += 1;
      else if (last) forget(cell);
    });
    return count;
  }

  /** A typed, written or pasted cell carries its text; a formula that only moves does not. */
  #forgetEdited({ subUnitId, cellValue }: WrittenCells): void {
    const matrix = this.#matrix(subUnitId);
    for (const [row, columns] of Object.entries(cellValue ?? {})) {
      for (const [col, written] of Object.entries<ICellData | null>(columns ?? {})) {
        const isMoved = written !== null && !("p" in written);
        if (!isMoved && !lastValueOf(written)) forget(matrix?.getValue(Number(row), Number(col)));
      }
    }
  }

  #matrix(sheetId: string) {
    return this.context.workbook.getWorkbook().getSheetBySheetId(sheetId)?.getCellMatrix();
  }
}

export function lastValueOf(cell: Nullable<ICellData>): LastValue | undefined {
  return cell?.custom?.[KEY] as LastValue | undefined;
}

function forget(cell: Nullable<ICellData>): void {
  if (cell?.custom) delete cell.custom[KEY];
}

function readShown(value: Scalar): CellValue {
  return isCellErrorCode(value) ? cellError(value) : (value ?? "");
}

function isError(result: FunctionVariantType): boolean {
  const isBlock = result instanceof BaseReferenceObject || result instanceof ArrayValueObject;
  return isBlock ? result.getFirstCell().isError() : result.isError();
}
