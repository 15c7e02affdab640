import {
  AddSheetTableCommand,
  DeleteSheetTableCommand,
  SetSheetTableCommand,
} from "@univerjs/sheets-table";
import "@univerjs/sheets-table/facade";
import { RangeThemeStyle, SheetRangeThemeModel } from "@univerjs/sheets";
import { formatAddress, quoteSheet, sameRect } from "../grid/address";
import { type SelectionInfo, type TableInfo, type TableOptions, USUAL_TABLE } from "../grid/grid";
import { loseTableReferences, type ReferencedTable, sameText } from "../grid/structured-reference";
import { invalidArgument, itemNotFound, notImplemented } from "../office/host-error";
import type { UniverCells } from "./cells";
import { fromUniverRange, toUniverRange, type UniverContext } from "./context";
import { formulasOf } from "./refresh";

/** Every table is drawn as in Excel's TableStyleMedium2, whichever style it has. */
const LOOK = new RangeThemeStyle("excel-medium-2", {
  headerRowStyle: { bl: 1, cl: { rgb: "#FFFFFF" }, bg: { rgb: "#4472C4" } },
  secondRowStyle: { bg: { rgb: "#E9EEF8" } },
  lastRowStyle: { bd: { b: { s: 1, cl: { rgb: "#4472C4" } } } },
});

/** Univer's tables. */
export class UniverTables {
  readonly #options = new Map<string, TableOptions>();

  constructor(
    private readonly context: UniverContext,
    private readonly cells: UniverCells,
  ) {
    context.injector.get(SheetRangeThemeModel).registerRangeThemeStyle(context.unitId, LOOK);
  }

  tables(): readonly TableInfo[] {
    return this.context.workbook.getTableList().map(({ id, name, subUnitId, range }) => {
      const { style, showFilterButton, showBandedRows } = this.#options.get(id) ?? USUAL_TABLE;
      const rect = fromUniverRange(range);
      return { id, name, sheetId: subUnitId, rect, style, showFilterButton, showBandedRows };
    });
  }

  /** Tables with their columns' names, as references need them. */
  referenced(): readonly (ReferencedTable & TableInfo)[] {
    return this.tables().map((table) => {
      const [headers = []] = this.cells.values(table.sheetId, { ...table.rect, rows: 1 });
      return { ...table, columns: headers.map((header) => String(header ?? "")) };
    });
  }

  table(tableId: string): ReferencedTable & TableInfo {
    const table = this.referenced().find(({ id }) => id === tableId);
    if (table === undefined) throw itemNotFound("the table was deleted");
    return table;
  }

  addTable(table: TableInfo): void {
    this.context.run(AddSheetTableCommand.id, {
      subUnitId: table.sheetId,
      name: table.name,
      range: toUniverRange(table.rect),
      id: table.id,
      options: { showHeader: true, tableStyleId: LOOK.getName() },
    });
    this.#options.set(table.id, table);
    this.#checkName(table);
  }

  updateTable(table: TableInfo): void {
    const current = this.table(table.id);
    const { id: tableId, name } = table;
    if (current.name !== name) {
      this.#refuseSheetName(name);
      this.context.run(SetSheetTableCommand.id, { tableId, name });
      this.#checkName(table);
    }
    if (!sameRect(current.rect, table.rect)) {
      const updateRange = { newRange: toUniverRange(table.rect) };
      this.context.run(SetSheetTableCommand.id, { tableId, updateRange });
    }
    this.#options.set(table.id, table);
  }

  /** Takes a table away; formulas that named it show #REF!. */
  forgetTable(tableId: string): void {
    const table = this.table(tableId);
    for (const { sheetId, row, col, formula } of formulasOf(this.context)) {
      const changed = loseTableReferences(formula, table.name);
      if (changed === formula) continue;
      this.cells.write(sheetId, { row, col, rows: 1, cols: 1 }, [[changed]]);
    }
    this.context.run(DeleteSheetTableCommand.id, { subUnitId: table.sheetId, tableId });
    this.#options.delete(tableId);
  }

  /** A reference as an address: `Deal!$A$4:$B$7`. */
  address({ sheetId, rect }: SelectionInfo): string {
    const sheet = quoteSheet(this.context.sheet(sheetId).getSheetName());
    return `${sheet}!${formatAddress(rect, true)}`;
  }

  #refuseSheetName(name: string): void {
    const sheets = this.context.workbook.getSheets();
    if (sheets.some((sheet) => sameText(sheet.getSheetName(), name)))
      throw notImplemented(`a table with the name of a sheet, ${name}`);
  }

  /** Univer silently replaces a name that it does not accept. */
  #checkName(table: TableInfo): void {
    const given = this.table(table.id).name;
    if (given !== table.name) throw invalidArgument(`${table.name} cannot be a table's name here`);
  }
}
