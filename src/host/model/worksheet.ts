import { contains, parseAddress, type Rect, WHOLE_SHEET } from "../grid/address";
import { SHEET_VISIBILITIES, type SheetInfo, type SheetVisibility } from "../grid/grid";
import { invalidArgument, invalidOperation, itemAlreadyExists } from "../office/host-error";
import { ChartCollection } from "./charts";
import { IdentifiedObject, type RangeBase, WHOLE_WORKBOOK } from "./model-object";
import { NamedItemCollection } from "./named-items";
import { PageLayout } from "./page-layout";
import { only } from "./part";
import { oneOf } from "./stored";
import { TableCollection } from "./tables";
import { WorksheetFreezePanes } from "./worksheet-freeze-panes";
import { WorksheetProtection } from "./worksheet-protection";

const LONGEST_SHEET_NAME = 31;

export function checkSheetName(name: string): void {
  const allowed =
    name.length <= LONGEST_SHEET_NAME && !/[\\/?*[\]:]/.test(name) && !/^'|'$/.test(name);
  if (!allowed) throw invalidArgument(`${name} cannot be a sheet's name`);
}

export class Worksheet extends IdentifiedObject {
  get _sheetId(): string {
    return this.owner;
  }

  get #info(): SheetInfo {
    return this.host.sheetInfo(this._sheetId);
  }

  get id(): string {
    return this.#info.id;
  }

  get name(): string {
    return this.#info.name;
  }

  set name(name: string) {
    checkSheetName(name);
    const other = this.host.workbook.worksheets._find(name);
    if (other && other !== this) throw itemAlreadyExists(`the sheet ${name}`);
    this.host.restructurable().renameSheet(this.#info.id, name);
  }

  get visibility(): SheetVisibility {
    return this.#info.visibility;
  }

  set visibility(visibility: SheetVisibility) {
    oneOf(SHEET_VISIBILITIES)(visibility);
    if (visibility !== "Visible") this.#refuseIfLastVisible();
    this.host.restructurable().setVisibility(this.#info.id, visibility);
  }

  get showGridlines(): boolean {
    return this._grid.showsGridlines(this.#info.id);
  }

  set showGridlines(shown: boolean) {
    this._grid.showGridlines(this.#info.id, shown);
  }

  get _partId(): string {
    return this.#info.id;
  }

  @only(() => TableCollection) declare readonly tables: TableCollection;
  @only(() => ChartCollection) declare readonly charts: ChartCollection;
  @only(() => NamedItemCollection) declare readonly names: NamedItemCollection;
  @only(() => WorksheetProtection) declare readonly protection: WorksheetProtection;
  @only(() => WorksheetFreezePanes) declare readonly freezePanes: WorksheetFreezePanes;
  @only(() => PageLayout) declare readonly pageLayout: PageLayout;

  activate(): void {
    if (this.#info.visibility !== "Visible") throw invalidOperation("the sheet is hidden");
    this._grid.activateSheet(this._sheetId);
  }

  delete(): void {
    if (this.#info.visibility === "VeryHidden") {
      throw invalidOperation("a very hidden sheet cannot be deleted");
    }
    this.#refuseIfLastVisible();
    this.host.restructurable().deleteSheet(this._sheetId);
  }

  getRange(address?: unknown): RangeBase {
    const sheetId = this.#info.id;
    if (address === undefined || address === null || address === "") {
      return this.host.range(sheetId, WHOLE_SHEET);
    }
    const text = String(address);
    const parsed = parseAddress(text);
    if (parsed === null) return this.#namedRange(text);
    const isOther = parsed.sheet && parsed.sheet.toLowerCase() !== this.name.toLowerCase();
    if (isOther) throw invalidArgument(`${text} is not on the sheet ${this.name}`);
    return this.host.range(sheetId, parsed.rect);
  }

  getRangeByIndexes(row: unknown, col: unknown, rows: unknown, cols: unknown): RangeBase {
    const rect = { row: Number(row), col: Number(col), rows: Number(rows), cols: Number(cols) };
    checkRect(rect);
    return this.host.range(this.#info.id, rect);
  }

  getUsedRangeOrNullObject(valuesOnly?: unknown): RangeBase | null {
    const used = this._grid.usedRect(this.#info.id, valuesOnly === true);
    return used && this.host.range(this._sheetId, used);
  }

  #namedRange(text: string): RangeBase {
    const names = this.host.once(NamedItemCollection, WHOLE_WORKBOOK);
    const tables = this.host.once(TableCollection, WHOLE_WORKBOOK);
    const named = this.names._find(text) ?? names._find(text);
    const range = named?.getRangeOrNullObject() ?? tables._find(text)?.getDataBodyRange();
    if (!range) throw invalidArgument(`${text} is neither an address nor the name of a range`);
    return range;
  }

  #refuseIfLastVisible(): void {
    const others = this._grid
      .sheets()
      .filter(({ id, visibility }) => id !== this._sheetId && visibility === "Visible");
    if (others.length === 0) throw invalidOperation("a workbook keeps at least one visible sheet");
  }
}

/** Refuses a block that is empty or leaves the sheet. */
export function checkRect(rect: Rect): void {
  if (!contains(WHOLE_SHEET, rect)) throw invalidArgument("the cells are outside the sheet");
}
