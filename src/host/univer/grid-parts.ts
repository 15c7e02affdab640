import { UniverCells } from "./cells";
import { UniverConditionalFormats } from "./conditional-formats";
import { UniverContext, type UniverParts } from "./context";
import { correctUniver } from "./corrections";
import { loseDeletedSheets } from "./deleted-sheets";
import { UniverFunctions } from "./functions";
import { seekHiddenRows } from "./hidden-rows";
import { UniverLooks } from "./looks";
import { UniverNames } from "./names";
import { UniverSheets } from "./sheets";
import { moveTablesWithCells } from "./table-moves";
import { UniverTables } from "./tables";
import { UniverValidation } from "./validation";

/** What the grid is made of, each with a part of the workbook to answer for. */
export type GridParts = Readonly<ReturnType<typeof makeGridParts>>;

export function makeGridParts(univer: UniverParts) {
  const context = new UniverContext(univer);
  correctUniver(context.injector);
  seekHiddenRows(context.injector);
  const cells = new UniverCells(context);
  const tables = new UniverTables(context, cells);
  moveTablesWithCells(context);
  loseDeletedSheets(context);
  return {
    context,
    sheets: new UniverSheets(context),
    cells,
    looks: new UniverLooks(context),
    tables,
    names: new UniverNames(context, tables),
    formats: new UniverConditionalFormats(context, cells),
    validation: new UniverValidation(context),
    functions: new UniverFunctions(context, cells),
  };
}
