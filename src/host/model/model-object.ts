import { fieldOf } from "../field-of";
import type { Rect } from "../grid/address";
import type { Grid, SheetInfo } from "../grid/grid";
import { accessDenied, invalidArgument, itemNotFound } from "../office/host-error";
import { HostObject } from "../office/host-object";

/** The part of an open workbook that the objects in it can use. */
export abstract class ModelHost {
  readonly settings = new Map<string, unknown>();
  /** Whether sheets may not be added, deleted, renamed, moved or hidden. */
  isStructureProtected = false;
  /** The grid calculates by itself; a test says otherwise to see what the add-in then refuses. */
  calculationMode: "Automatic" | "Manual" = "Automatic";
  /** Types of the events that a page waits for. */
  readonly wantedEvents = new Set<number>();
  abstract readonly workbook: { readonly worksheets: ModelCollection<SheetBase, string> };
  readonly #objects = new Map<string, HostObject>();
  #nextId = 1;

  constructor(readonly grid: Grid) {}

  abstract range(sheetId: string, rect: Rect): RangeBase;

  /** The cells that an add-in refers to: a range, or an address, which without a sheet is one of this sheet. */
  abstract rangeFrom(sheetId: string, target: unknown): RangeBase;

  /** The same, which must be on this sheet. */
  rangeOn(sheetId: string, target: unknown): RangeBase {
    const range = this.rangeFrom(sheetId, target);
    if (range._sheetId !== sheetId) throw invalidArgument("the cells are on another sheet");
    return range;
  }

  /** One object for each identity, so that a proxy kept across batches meets the same one. */
  once<T extends HostObject>(kind: new (host: ModelHost, id: string) => T, id: string): T {
    const key = `${kind.name}:${id}`;
    const known = this.#objects.get(key);
    if (known instanceof kind) return known;
    const made = new kind(this, id);
    this.#objects.set(key, made);
    return made;
  }

  newId(kind: string): string {
    return `${kind}-${this.#nextId++}`;
  }

  /** What is known of a sheet, unless it was deleted. */
  sheetInfo(sheetId: string): SheetInfo {
    const sheet = this.grid.sheets().find(({ id }) => id === sheetId);
    if (sheet === undefined) throw itemNotFound("the sheet was deleted");
    return sheet;
  }

  /** The grid, for a change to a sheet's cells; a protected sheet refuses. */
  editable(sheetId: string): Grid {
    if (this.grid.isProtected(this.sheetInfo(sheetId).id))
      throw accessDenied("the sheet is protected");
    return this.grid;
  }

  /** The grid, for a change to the sheets themselves; a protected structure refuses. */
  restructurable(): Grid {
    if (this.isStructureProtected) throw accessDenied("the workbook's structure is protected");
    return this.grid;
  }
}

/** An object of the workbook. Its owner is another object, the id of a sheet, or its own id. */
export abstract class ModelObject<Owner = void> extends HostObject {
  constructor(
    readonly host: ModelHost,
    readonly owner: Owner,
  ) {
    super();
  }

  protected get _grid(): Grid {
    return this.host.grid;
  }
}

/** An object that the client addresses by the id that is its owner. */
export abstract class IdentifiedObject extends ModelObject<string> {
  override _identity(): Readonly<Record<string, unknown>> {
    return { Id: this.owner };
  }
}

/** The members of a sheet that other objects use; worksheet.ts has the rest. */
interface SheetBase extends HostObject {
  readonly _sheetId: string;
  getRange(address: unknown): RangeBase;
}

/** The members of a range that other objects use; range.ts has the rest. */
export abstract class RangeBase extends ModelObject {
  constructor(
    host: ModelHost,
    readonly _sheetId: string,
    readonly _rect: Rect,
  ) {
    super(host);
  }

  abstract get address(): string;

  /** A formula that refers to these cells. */
  abstract get _reference(): string;
}

/** Objects of the workbook found by a key, in an order. */
export abstract class ModelCollection<
  T extends HostObject,
  Owner = void,
> extends ModelObject<Owner> {
  abstract override _items(): readonly T[];

  /** The object with this id, or with this name in any case of letters. */
  _find(key: unknown): T | undefined {
    const wanted = String(key).toLowerCase();
    return this._items().find((item) => {
      const name = fieldOf(item, "name");
      const isCalled = typeof name === "string" && name.toLowerCase() === wanted;
      return isCalled || Object.values(item._identity()).includes(key);
    });
  }

  /** A name that none of the objects has: these words with the first number that is free. */
  _freeName(words: string): string {
    let number = 1;
    while (this._find(`${words}${number}`)) number += 1;
    return `${words}${number}`;
  }

  getItem(key: unknown): T {
    const item = this._find(key);
    if (item === undefined) throw itemNotFound(`${this.constructor.name} has no ${String(key)}`);
    return item;
  }

  getItemOrNullObject(key: unknown): T | null {
    return this._find(key) ?? null;
  }

  getItemAt(index: unknown): T {
    const item = this._items()[Number(index)];
    if (item === undefined) {
      throw invalidArgument(`${this.constructor.name} has no item at ${String(index)}`);
    }
    return item;
  }

  getCount(): number {
    return this._items().length;
  }
}

/** Id of collections that belong to the whole workbook, where others have a sheet's id. */
export const WHOLE_WORKBOOK = "";
