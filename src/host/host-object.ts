import { invalidArgument, itemNotFound } from "./host-error";

/**
 * Anything the add-in can address.
 *
 * A getter is a property to load, a setter one to write, a method one to call;
 * a name that starts with an underscore belongs to the client, not to the add-in.
 */
export abstract class HostObject {
  /** How the client addresses this object in later batches. */
  _identity(): Readonly<Record<string, unknown>> {
    return {};
  }

  /** Whether a member's answer depends on calculated cells, so that it must wait for them. */
  _awaitsCalculation(_member: string): boolean {
    return false;
  }
}

/** Objects found by a key, in an order. */
export abstract class HostCollection<T extends HostObject> extends HostObject {
  abstract _items(): readonly T[];
  abstract _find(key: unknown): T | undefined;

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
