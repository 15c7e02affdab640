import {
  CommandType,
  CustomCommandExecutionError,
  ErrorService,
  type ICommandInfo,
  ICommandService,
  type IMutation,
  type IRange,
} from "@univerjs/core";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  MoveRangeCommand,
  handleDefaultRangeChangeWithEffectRefCommands as rangeAfter,
  SheetInterceptorService,
} from "@univerjs/sheets";
import { type ITableJson, TableManager } from "@univerjs/sheets-table";
import { intersect, MAX_COLS, MAX_ROWS, type Rect, sameRect } from "../grid/address";
import { fromUniverRange, type UniverContext } from "./context";

interface TablePlace {
  readonly table: ITableJson;
  readonly sheetId: string;
  /** null takes the table away. */
  readonly range: IRange | null;
  readonly header: string[];
}

/** Replaces tables: when Univer's own commands shift a table, its columns lose their names. */
const PLACE_TABLES: IMutation<{ unitId: string; places: readonly TablePlace[] }> = {
  id: "local-workbook.mutation.place-tables",
  type: CommandType.MUTATION,
  handler: (accessor, { unitId, places }) => {
    const manager = accessor.get(TableManager);
    for (const { table, sheetId, range, header } of places) {
      manager.deleteTable(unitId, table.id);
      if (range === null) continue;
      manager.addTable(unitId, sheetId, table.name, { ...range }, header, table.id, table.options);
    }
    return true;
  },
};

const TORN =
  "These cells cannot be shifted: a table would be torn apart. Select all its columns or rows.";

const VERTICAL: readonly string[] = [InsertRangeMoveDownCommand.id, DeleteRangeMoveUpCommand.id];
const LEVEL: readonly string[] = [InsertRangeMoveRightCommand.id, DeleteRangeMoveLeftCommand.id];

/** Lets tables follow their cells, which Univer does for whole rows and columns alone, and not for all of them. */
export function moveTablesWithCells({ injector, unitId, workbook }: UniverContext): void {
  const manager = injector.get(TableManager);
  const commands = injector.get(ICommandService);
  commands.registerCommand(PLACE_TABLES);
  commands.beforeCommandExecuted(({ id, params }) => {
    if (!VERTICAL.includes(id) && !LEVEL.includes(id)) return;
    const given = params as { readonly range?: IRange } | undefined;
    const range = given?.range ?? workbook.getActiveRange()?.getRange();
    if (!range) return;
    const tables = manager.getTablesBySubunitId(unitId, workbook.getActiveSheet().getSheetId());
    const shifted = fromUniverRange(range);
    const isVertical = VERTICAL.includes(id);
    if (!tables.some((table) => isTorn(fromUniverRange(table.getRange()), shifted, isVertical)))
      return;
    injector.get(ErrorService).emit(TORN);
    throw new CustomCommandExecutionError(TORN);
  });
  injector.get(SheetInterceptorService).interceptCommand({
    // After Univer's own answer, which is among the others.
    priority: -100,
    getMutations: (command) => {
      const before: TablePlace[] = [];
      const after: TablePlace[] = [];
      const { from, to } = sheetsOf(command, workbook.getActiveSheet().getSheetId());
      for (const model of manager.getTablesBySubunitId(unitId, from)) {
        const table = model.toJSON();
        const header = table.columns.map(({ displayName }) => displayName);
        const range = tableAfter(table.range, command);
        if (range && sameRect(fromUniverRange(range), fromUniverRange(table.range))) continue;
        before.push({ table, sheetId: from, range: table.range, header });
        const moved = range ? headerAfter(header, table.range, range, command) : header;
        after.push({ table, sheetId: to, range, header: moved });
      }
      const placing = (places: readonly TablePlace[]) =>
        places.length > 0 ? [{ id: PLACE_TABLES.id, params: { unitId, places } }] : [];
      return { redos: placing(after), undos: placing(before) };
    },
  });
}

/** Some of Univer's commands name the sheet; the others change the active one. */
function sheetsOf({ params }: ICommandInfo, activeId: string): { from: string; to: string } {
  const { subUnitId, fromSubUnitId, toSubUnitId } = (params ?? {}) as Readonly<
    Partial<Record<"subUnitId" | "fromSubUnitId" | "toSubUnitId", string>>
  >;
  const from = fromSubUnitId ?? subUnitId ?? activeId;
  return { from, to: toSubUnitId ?? from };
}

/** Whether a shift of cells would move some columns or rows of a table and leave others, which Excel refuses too. */
function isTorn(table: Rect, shifted: Rect, isVertical: boolean): boolean {
  const moved = intersect(
    table,
    isVertical ? { ...shifted, rows: MAX_ROWS } : { ...shifted, cols: MAX_COLS },
  );
  return moved !== null && (isVertical ? moved.cols < table.cols : moved.rows < table.rows);
}

/** Where a table is after a command; without its headings it is no table. */
function tableAfter(range: IRange, command: ICommandInfo): IRange | null {
  const after = rangeAfter(range, command);
  if (after === null || command.id === MoveRangeCommand.id) return after;
  if (rangeAfter({ ...range, endRow: range.startRow }, command) === null) return null;
  return { ...after, endRow: Math.max(after.endRow, after.startRow + 1) };
}

/** The columns' names after a command: those that moved keep theirs. */
function headerAfter(
  header: readonly string[],
  before: IRange,
  after: IRange,
  command: ICommandInfo,
): string[] {
  const names: string[] = Array.from({ length: after.endColumn - after.startColumn + 1 }, () => "");
  for (const [offset, name] of header.entries()) {
    const startColumn = before.startColumn + offset;
    const column = rangeAfter({ ...before, startColumn, endColumn: startColumn }, command);
    if (column) names[column.startColumn - after.startColumn] = name;
  }
  let number = 1;
  return names.map((name) => {
    if (name !== "") return name;
    while (names.includes(`Column${number}`)) number += 1;
    return `Column${number++}`;
  });
}
