import { intersect, parseAddress } from "../address";
import type { TableInfo } from "../grid";
import {
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  itemNotFound,
  notImplemented,
} from "../host-error";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject, WHOLE_WORKBOOK } from "./model-object";
import { Range } from "./range";
import { fillBlock, isScalar } from "./range-input";
import type { Worksheet } from "./worksheet";

/** Look of a table that nobody chose one for. */
const DEFAULT_STYLE = "TableStyleMedium2";

/** Tables of the workbook, or those of one sheet. */
export class TableCollection extends ModelCollection<Table> {
  readonly #sheetId: string;

  constructor(host: LocalHost, sheetId: string) {
    super(host);
    this.#sheetId = sheetId;
  }

  _items(): readonly Table[] {
    return this._grid
      .tables()
      .filter(({ sheetId }) => this.#sheetId === WHOLE_WORKBOOK || sheetId === this.#sheetId)
      .map(({ id }) => this.host.once(Table, id));
  }

  _find(key: unknown): Table | undefined {
    const wanted = String(key).toLowerCase();
    return this._items().find(
      (table) => table._tableId === key || table.name.toLowerCase() === wanted,
    );
  }

  add(address: unknown, hasHeaders: unknown): Table {
    const range = address instanceof Range ? address : this.#range(String(address));
    if (hasHeaders !== true) throw notImplemented("tables without a header row");
    const tables = this._grid.tables();
    const overlaps = tables.some(
      ({ sheetId, rect }) => sheetId === range._sheetId && intersect(rect, range._rect),
    );
    if (overlaps) throw invalidOperation("a table cannot overlap another table");
    const grid = this.host.editable(range._sheetId);
    let number = 1;
    while (tables.some(({ name }) => name.toLowerCase() === `table${number}`)) number += 1;
    const id = this.host.newId("table");
    grid.addTable({
      id,
      name: `Table${number}`,
      sheetId: range._sheetId,
      rect: range._rect.rows === 1 ? { ...range._rect, rows: 2 } : range._rect,
      style: DEFAULT_STYLE,
      showFilterButton: true,
      showBandedRows: true,
    });
    return this.host.once(Table, id);
  }

  #range(address: string): Range {
    const parsed = parseAddress(address);
    if (parsed === null) throw invalidArgument(`${address} is no address`);
    const { worksheets } = this.host.workbook;
    if (parsed.sheet !== undefined) {
      return this.host.range(worksheets.getItem(parsed.sheet)._sheetId, parsed.rect);
    }
    const sheetId = this.#sheetId === WHOLE_WORKBOOK ? this._grid.activeSheetId() : this.#sheetId;
    return this.host.range(sheetId, parsed.rect);
  }
}

/** Tables that lie in a range. */
export class TableScopedCollection extends ModelCollection<Table> {
  readonly #tables: readonly Table[];

  constructor(host: LocalHost, tables: readonly Table[]) {
    super(host);
    this.#tables = tables;
  }

  _items(): readonly Table[] {
    return this.#tables;
  }

  _find(key: unknown): Table | undefined {
    return this.#tables.find((table) => table._tableId === key || table.name === key);
  }
}

export class Table extends ModelObject {
  readonly _tableId: string;

  constructor(host: LocalHost, tableId: string) {
    super(host);
    this._tableId = tableId;
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { Id: this._tableId };
  }

  get #info(): TableInfo {
    const info = this._grid.tables().find(({ id }) => id === this._tableId);
    if (info === undefined) throw itemNotFound("the table was deleted");
    return info;
  }

  #update(change: Partial<TableInfo>): void {
    const info = this.#info;
    this.host.editable(info.sheetId).updateTable({ ...info, ...change });
  }

  get id(): string {
    return this.#info.id;
  }

  get name(): string {
    return this.#info.name;
  }

  set name(name: string) {
    if (!/^[A-Za-z_\\][A-Za-z0-9_.\\]*$/.test(name) || parseAddress(name)) {
      throw invalidArgument(`${name} cannot be a table's name`);
    }
    const wanted = name.toLowerCase();
    const isTaken =
      this._grid
        .tables()
        .some((other) => other.id !== this._tableId && other.name.toLowerCase() === wanted) ||
      this._grid.names().some((other) => other.name.toLowerCase() === wanted);
    if (isTaken) throw itemAlreadyExists(`the name ${name}`);
    this.#update({ name });
  }

  get style(): string {
    return this.#info.style;
  }

  set style(style: string) {
    this.#update({ style });
  }

  get showFilterButton(): boolean {
    return this.#info.showFilterButton;
  }

  set showFilterButton(showFilterButton: boolean) {
    this.#update({ showFilterButton });
  }

  get showBandedRows(): boolean {
    return this.#info.showBandedRows;
  }

  set showBandedRows(showBandedRows: boolean) {
    this.#update({ showBandedRows });
  }

  get worksheet(): Worksheet {
    return this.host.sheet(this.#info.sheetId);
  }

  get rows(): TableRowCollection {
    return new TableRowCollection(this.host, this);
  }

  getRange(): Range {
    const { sheetId, rect } = this.#info;
    return this.host.range(sheetId, rect);
  }

  getHeaderRowRange(): Range {
    const { sheetId, rect } = this.#info;
    return this.host.range(sheetId, { ...rect, rows: 1 });
  }

  getDataBodyRange(): Range {
    const { sheetId, rect } = this.#info;
    return this.host.range(sheetId, { ...rect, row: rect.row + 1, rows: rect.rows - 1 });
  }

  /** Deletes the table with its cells' contents. */
  delete(): void {
    this.host.editable(this.#info.sheetId).removeTable(this._tableId);
  }
}

/** Rows of a table below its headings. */
export class TableRowCollection extends ModelCollection<TableRow> {
  readonly #table: Table;

  constructor(host: LocalHost, table: Table) {
    super(host);
    this.#table = table;
  }

  _items(): readonly TableRow[] {
    const { rows } = this.#table.getDataBodyRange()._rect;
    return Array.from({ length: rows }, (_, index) => new TableRow(this.host, this.#table, index));
  }

  _find(key: unknown): TableRow | undefined {
    return this._items()[Number(key)];
  }

  /** Adds a row before the one at an index, or at the end, with its cells. */
  add(index?: unknown, values?: unknown): TableRow {
    const body = this.#table.getDataBodyRange();
    const isAtEnd = index === undefined || index === null || Number(index) === -1;
    const at = isAtEnd ? body._rect.rows : Number(index);
    if (!(at >= 0 && at <= body._rect.rows)) throw invalidArgument(`there is no row ${at}`);
    const rect = { ...body._rect, row: body._rect.row + at, rows: 1 };
    const cells =
      values === undefined || values === null ? null : fillBlock(values, rect, isScalar);
    const grid = this.host.editable(body._sheetId);
    grid.insertTableRow(this.#table._tableId, at);
    if (cells) grid.write(body._sheetId, rect, cells);
    return new TableRow(this.host, this.#table, at);
  }
}

export class TableRow extends ModelObject {
  readonly #table: Table;
  readonly #index: number;

  constructor(host: LocalHost, table: Table, index: number) {
    super(host);
    this.#table = table;
    this.#index = index;
  }

  delete(): void {
    const body = this.#table.getDataBodyRange();
    if (this.#index >= body._rect.rows) throw itemNotFound("the row was deleted");
    this.host.editable(body._sheetId).deleteTableRow(this.#table._tableId, this.#index);
  }
}
