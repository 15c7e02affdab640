import type { ICommandInfo } from "@univerjs/core";
import {
  type IRemoveSheetCommandParams,
  type ISetRangeValuesMutationParams,
  RemoveSheetCommand,
  SetRangeValuesMutation,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { UniverContext } from "./context";

/**
 * Lets every reference to a deleted sheet become #REF!, as in Excel.
 *
 * Univer rewrites the formulas of the deleted sheet too, after it is gone: that fails, and the formulas
 * of other sheets and the names that it would have rewritten next keep the sheet.
 */
export function loseDeletedSheets({ injector }: UniverContext): void {
  const service = injector.get(SheetInterceptorService);
  const onCommandExecute = service.onCommandExecute.bind(service);
  service.onCommandExecute = (command) => {
    const answer = onCommandExecute(command);
    if (command.id !== RemoveSheetCommand.id) return answer;
    const { subUnitId } = command.params as IRemoveSheetCommandParams;
    const isKept = ({ id, params }: ICommandInfo): boolean =>
      id !== SetRangeValuesMutation.id ||
      (params as ISetRangeValuesMutationParams).subUnitId !== subUnitId;
    return { ...answer, redos: answer.redos.filter(isKept) };
  };
}
