import {
  bound,
  contains,
  formatAddress,
  intersect,
  MAX_COLS,
  MAX_ROWS,
  mapCells,
  quoteSheet,
  type Rect,
} from "../grid/address";
import type { Scalar } from "../grid/cell-value";
import type { ClearWhat, CopyWhat } from "../grid/grid";
import { invalidArgument, notImplemented } from "../office/host-error";
import { ConditionalFormatCollection } from "./conditional-formats";
import { DataValidation } from "./data-validation";
import { RangeBase } from "./model-object";
import { part } from "./part";
import { PivotTableScopedCollection } from "./pivot-tables";
import { RangeAreas } from "./range-areas";
import { RangeFormat } from "./range-format";
import { fillBlock, isScalar, isText } from "./range-input";
import { TableScopedCollection } from "./tables";
import { checkRect, Worksheet } from "./worksheet";

const CLEAR_WHAT: readonly ClearWhat[] = ["All", "Contents", "Formats"];
const COPY_WHAT: readonly CopyWhat[] = ["All", "Formats"];

export class Range extends RangeBase {
  /** The client sends a large array in parts and asks first whether it fits. */
  _ValidateArraySize(rows: unknown, cols: unknown): void {
    if (rows !== this._rect.rows || cols !== this._rect.cols) {
      throw invalidArgument(`an array of ${rows} by ${cols} does not fit ${this.address}`);
    }
  }

  get address(): string {
    return `${quoteSheet(this.worksheet.name)}!${formatAddress(this._rect)}`;
  }

  get _reference(): string {
    return `=${quoteSheet(this.worksheet.name)}!${formatAddress(this._rect, true)}`;
  }

  get rowIndex(): number {
    return this._rect.row;
  }

  get columnIndex(): number {
    return this._rect.col;
  }

  get rowCount(): number {
    return this._rect.rows;
  }

  get columnCount(): number {
    return this._rect.cols;
  }

  get worksheet(): Worksheet {
    return this.host.once(Worksheet, this._sheetId);
  }

  get values(): unknown {
    return blanksAsText(this._grid.values(this._sheetId, this.#shown));
  }

  set values(values: unknown) {
    this.#write(values);
  }

  get formulas(): unknown {
    return blanksAsText(this._grid.formulas(this._sheetId, this.#shown));
  }

  set formulas(formulas: unknown) {
    this.#write(formulas);
  }

  get text(): unknown {
    return this._grid.text(this._sheetId, this.#shown);
  }

  get numberFormat(): unknown {
    return this._grid.numberFormats(this._sheetId, this.#shown);
  }

  set numberFormat(formats: unknown) {
    const rect = this.#bounded();
    const block = fillBlock(formats, rect, isText).map((row) =>
      row.map((cell) => cell ?? undefined),
    );
    this.host.editable(this._sheetId).setNumberFormats(this._sheetId, rect, block);
  }

  get hasSpill(): boolean | null {
    const rect = this.#bounded();
    const spills = mapCells(
      rect,
      (row, col) => this._grid.spillParent(this._sheetId, rect.row + row, rect.col + col) !== null,
    ).flat();
    if (spills.every((spill) => spill)) return true;
    return spills.some((spill) => spill) ? null : false;
  }

  getSpillingToRangeOrNullObject(): Range | null {
    const spill = this._grid.spillRect(this._sheetId, this._rect.row, this._rect.col);
    return spill && this.#at(spill);
  }

  get style(): string {
    return this._grid.namedStyle(this._sheetId, this._rect.row, this._rect.col);
  }

  set style(name: string) {
    this.host.editable(this._sheetId).setNamedStyle(this._sheetId, this._rect, name);
  }

  @part(() => RangeFormat) declare readonly format: RangeFormat;
  @part(() => ConditionalFormatCollection)
  declare readonly conditionalFormats: ConditionalFormatCollection;
  @part(() => DataValidation) declare readonly dataValidation: DataValidation;

  getCell(row: unknown, col: unknown): Range {
    return this.getRow(row).getColumn(col);
  }

  getRow(row: unknown): Range {
    return this.#at({ ...this._rect, row: this._rect.row + Number(row), rows: 1 });
  }

  getLastRow(): Range {
    return this.getRow(this._rect.rows - 1);
  }

  getColumn(col: unknown): Range {
    return this.#at({ ...this._rect, col: this._rect.col + Number(col), cols: 1 });
  }

  getOffsetRange(rows: unknown, cols: unknown): Range {
    const { row, col } = this._rect;
    return this.#at({ ...this._rect, row: row + Number(rows), col: col + Number(cols) });
  }

  getResizedRange(rows: unknown, cols: unknown): Range {
    const { rows: height, cols: width } = this._rect;
    return this.#at({ ...this._rect, rows: height + Number(rows), cols: width + Number(cols) });
  }

  /** The client writes large arrays in parts through it. */
  getBoundingRect(other: unknown): Range {
    return this.#at(bound(this._rect, this.host.rangeFrom(this._sheetId, other)._rect));
  }

  getUsedRangeOrNullObject(valuesOnly?: unknown): Range | null {
    const used = this._grid.usedRect(this._sheetId, valuesOnly === true);
    const shared = used && intersect(used, this._rect);
    return shared && this.#at(shared);
  }

  getIntersectionOrNullObject(other: unknown): Range | null {
    const shared = intersect(this._rect, this.host.rangeFrom(this._sheetId, other)._rect);
    return shared && this.#at(shared);
  }

  getMergedAreasOrNullObject(): RangeAreas | null {
    const merged = this._grid.mergedRects(this._sheetId);
    const areas = merged
      .filter((rect) => intersect(rect, this._rect))
      .map((rect) => this.#at(rect));
    return areas.length === 0 ? null : new RangeAreas(this.host, areas);
  }

  getPivotTables(): PivotTableScopedCollection {
    return new PivotTableScopedCollection(this.host);
  }

  /** Of the cells' contents the first stays, as in Excel. */
  merge(across?: unknown): void {
    if (across === true) throw notImplemented("Range.merge row by row");
    this.host.editable(this._sheetId).merge(this._sheetId, this._rect);
  }

  unmerge(): void {
    this.host.editable(this._sheetId).unmerge(this._sheetId, this._rect);
  }

  getTables(fullyContained?: unknown): TableScopedCollection {
    const touching = this.worksheet.tables._items().filter((table) => {
      const rect = table.getRange()._rect;
      return fullyContained === true ? contains(this._rect, rect) : intersect(this._rect, rect);
    });
    return new TableScopedCollection(this.host, touching);
  }

  clear(applyTo?: unknown): void {
    const what = CLEAR_WHAT.find((known) => known === (applyTo ?? "All"));
    if (what === undefined) throw notImplemented(`Range.clear(${String(applyTo)})`);
    this.host.editable(this._sheetId).clear(this._sheetId, this._rect, what);
  }

  copyFrom(source: unknown, copyType?: unknown, skipBlanks?: unknown, transpose?: unknown): void {
    const from = this.host.rangeFrom(this._sheetId, source);
    const isSamePlace = from._rect.row === this._rect.row && from._rect.col === this._rect.col;
    if (skipBlanks || transpose || !isSamePlace || from._sheetId === this._sheetId) {
      throw notImplemented("Range.copyFrom other than to the same address of another sheet");
    }
    const grid = this.host.editable(this._sheetId);
    const what = COPY_WHAT.find((known) => known === (copyType ?? "All"));
    if (what) grid.copy(from._sheetId, this._sheetId, from._rect, what);
    else if (copyType === "Formulas") {
      const values = grid.values(from._sheetId, from._rect);
      const contents = grid
        .formulas(from._sheetId, from._rect)
        .map((cells, row) => cells.map((cell, column) => asText(cell, values[row]?.[column])));
      grid.write(this._sheetId, from._rect, contents);
    } else throw notImplemented(`Range.copyFrom(${String(copyType)})`);
  }

  select(): void {
    this.worksheet.activate();
    this._grid.select(this._sheetId, this._rect);
  }

  #at(rect: Rect): Range {
    checkRect(rect);
    return new Range(this.host, this._sheetId, rect);
  }

  /** The cells, when they can be listed: a whole row or column cannot. */
  #bounded(): Rect {
    if (this._rect.rows === MAX_ROWS || this._rect.cols === MAX_COLS) {
      throw invalidArgument("whole rows and columns have too many cells: ask for the used range");
    }
    return this._rect;
  }

  /** The cells, while their sheet is there. */
  get #shown(): Rect {
    this.host.sheetInfo(this._sheetId);
    return this.#bounded();
  }

  /** Writes values or formulas; null leaves a cell alone. */
  #write(input: unknown): void {
    const rect = this.#bounded();
    const cells = fillBlock(input, rect, isScalar).map((row) =>
      row.map((cell) => (cell === null ? undefined : cell)),
    );
    this.host.editable(this._sheetId).write(this._sheetId, rect, cells);
  }
}

function blanksAsText(cells: readonly (readonly Scalar[])[]): unknown[][] {
  return cells.map((row) => row.map((cell) => cell ?? ""));
}

/** The content of a cell as it is written: a text that looks like a formula or a number shows itself, which neither does. */
function asText<T>(content: T, shown: unknown): T | string {
  const isText = typeof content === "string" && /^\P{L}/u.test(content) && content === shown;
  return isText ? `'${content}` : content;
}
