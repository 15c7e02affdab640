import { intersect } from "../grid/address";
import { type TableInfo, USUAL_TABLE } from "../grid/grid";
import { sameText } from "../grid/structured-reference";
import {
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  itemNotFound,
  notImplemented,
} from "../office/host-error";
import {
  IdentifiedObject,
  ModelCollection,
  type ModelHost,
  ModelObject,
  type RangeBase,
  WHOLE_WORKBOOK,
} from "./model-object";
import { isName } from "./named-items";
import { part } from "./part";
import { fillBlock, isScalar } from "./range-input";
import { stored } from "./stored";

/** Tables of the workbook, or those of one sheet. */
export class TableCollection extends ModelCollection<Table, string> {
  _items(): readonly Table[] {
    return this._grid
      .tables()
      .filter(({ sheetId }) => this.owner === WHOLE_WORKBOOK || sheetId === this.owner)
      .map(({ id }) => this.host.once(Table, id));
  }

  add(address: unknown, hasHeaders: unknown): Table {
    const own = this.owner === WHOLE_WORKBOOK ? this._grid.activeSheetId() : this.owner;
    const range = this.host.rangeFrom(own, address);
    if (hasHeaders !== true) throw notImplemented("tables without a header row");
    const tables = this._grid.tables();
    refuseOverlap(tables, range);
    const grid = this.host.editable(range._sheetId);
    const name = this.host.once(TableCollection, WHOLE_WORKBOOK)._freeName("Table");
    const id = this.host.newId("table");
    const { _sheetId: sheetId, _rect: rect } = range;
    const rows = Math.max(2, rect.rows);
    grid.addTable({ ...USUAL_TABLE, id, name, sheetId, rect: { ...rect, rows } });
    return this.host.once(Table, id);
  }
}

function refuseOverlap(tables: readonly TableInfo[], { _sheetId, _rect }: RangeBase): void {
  if (tables.some(({ sheetId, rect }) => sheetId === _sheetId && intersect(rect, _rect)))
    throw invalidOperation("a table cannot overlap another table");
}

/** Tables that lie in a range. */
export class TableScopedCollection extends ModelCollection<Table, readonly Table[]> {
  _items(): readonly Table[] {
    return this.owner;
  }
}

export class Table extends IdentifiedObject {
  get _info(): TableInfo {
    const info = this._grid.tables().find(({ id }) => id === this.owner);
    if (info === undefined) throw itemNotFound("the table was deleted");
    return info;
  }

  _change(change: Partial<TableInfo>): void {
    const info = this._info;
    this.host.editable(info.sheetId).updateTable({ ...info, ...change });
  }

  get name(): string {
    return this._info.name;
  }

  set name(name: string) {
    if (!isName(name)) throw invalidArgument(`${String(name)} cannot be a table's name`);
    const tables = this._grid.tables().filter(({ id }) => id !== this.owner);
    const isTaken = [...tables, ...this._grid.names()].some((one) => sameText(one.name, name));
    if (isTaken) throw itemAlreadyExists(`the name ${name}`);
    this._change({ name });
  }

  @stored("style") declare style: string;
  @stored("showFilterButton") declare showFilterButton: boolean;
  @stored("showBandedRows") declare showBandedRows: boolean;

  @part(() => TableRowCollection) declare readonly rows: TableRowCollection;

  getRange(): RangeBase {
    const { sheetId, rect } = this._info;
    return this.host.range(sheetId, rect);
  }

  getDataBodyRange(): RangeBase {
    const { sheetId, rect } = this._info;
    return this.host.range(sheetId, { ...rect, row: rect.row + 1, rows: rect.rows - 1 });
  }

  /** Gives the table other rows or columns; its headings stay in their row. */
  resize(newRange: unknown): void {
    const { sheetId, rect } = this._info;
    const range = this.host.rangeOn(sheetId, newRange);
    const { _rect: wanted } = range;
    if (wanted.row !== rect.row || !intersect(wanted, rect) || wanted.rows < 2)
      throw invalidArgument("a table keeps the row of its headings, and a row below it");
    refuseOverlap(
      this._grid.tables().filter(({ id }) => id !== this.owner),
      range,
    );
    this._change({ rect: wanted });
  }

  /** Deletes the table with its cells' contents. */
  delete(): void {
    this.host.editable(this._info.sheetId).removeTable(this.owner);
  }
}

/** Rows of a table below its headings. */
export class TableRowCollection extends ModelCollection<TableRow, Table> {
  _items(): readonly TableRow[] {
    const { rows } = this.owner.getDataBodyRange()._rect;
    return Array.from({ length: rows }, (_, index) => new TableRow(this.host, this.owner, index));
  }

  /** Adds a row before the one at an index, or at the end, with its cells. */
  add(index?: unknown, values?: unknown): TableRow {
    const body = this.owner.getDataBodyRange();
    const isAtEnd = index === undefined || index === null || Number(index) === -1;
    const at = isAtEnd ? body._rect.rows : Number(index);
    if (!(at >= 0 && at <= body._rect.rows)) throw invalidArgument(`there is no row ${at}`);
    const rect = { ...body._rect, row: body._rect.row + at, rows: 1 };
    const cells =
      values === undefined || values === null ? null : fillBlock(values, rect, isScalar);
    const grid = this.host.editable(body._sheetId);
    grid.insertTableRow(this.owner._info.id, at);
    if (cells) grid.write(body._sheetId, rect, cells);
    return new TableRow(this.host, this.owner, at);
  }
}

export class TableRow extends ModelObject<Table> {
  constructor(
    host: ModelHost,
    table: Table,
    private readonly index: number,
  ) {
    super(host, table);
  }

  delete(): void {
    const body = this.owner.getDataBodyRange();
    if (this.index >= body._rect.rows) throw itemNotFound("the row was deleted");
    this.host.editable(body._sheetId).deleteTableRow(this.owner._info.id, this.index);
  }
}
