import { UniverCells } from "./univer-cells";
import { UniverConditionalFormats } from "./univer-conditional-formats";
import { UniverContext, type UniverParts } from "./univer-context";
import { correctUniver } from "./univer-corrections";
import { UniverFunctions } from "./univer-functions";
import { UniverLooks } from "./univer-looks";
import { UniverNames } from "./univer-names";
import { UniverSheets } from "./univer-sheets";
import { moveTablesWithCells } from "./univer-table-moves";
import { UniverTables } from "./univer-tables";
import { UniverValidation } from "./univer-validation";

/** What the grid is made of, each with a part of the workbook to answer for. */
export type GridParts = Readonly<ReturnType<typeof makeGridParts>>;

export function makeGridParts(univer: UniverParts) {
  const context = new UniverContext(univer);
  correctUniver(context.injector);
  const cells = new UniverCells(context);
  const tables = new UniverTables(context, cells);
  moveTablesWithCells(context);
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
