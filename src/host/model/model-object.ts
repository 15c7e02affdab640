import { fieldOf } from "../field-of";
import type { Grid } from "../grid/grid";
import { invalidArgument, itemNotFound } from "../office/host-error";
import { HostObject } from "../office/host-object";
import type { LocalHost } from "./local-host";

/** An object of the workbook, which belongs to its owner: another object, or a sheet by its id. */
export abstract class ModelObject<Owner = void> extends HostObject {
  constructor(
    protected readonly host: LocalHost,
    protected readonly owner: Owner,
  ) {
    super();
  }

  protected get _grid(): Grid {
    return this.host.grid;
  }
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
