import type { HostObject } from "../office/host-object";
import type { ModelHost } from "./model-object";

interface Whole {
  readonly host: ModelHost;
}

/** Makes a property of a part of an object: one of this kind, whose owner the object is. */
export function part<Owner>(kind: () => new (host: ModelHost, owner: Owner) => HostObject) {
  return (prototype: Owner & Whole, member: string): void => {
    Object.defineProperty(prototype, member, {
      get(this: Owner & Whole): HostObject {
        return new (kind())(this.host, this);
      },
    });
  };
}

/** An object with an id, by which those of its parts are known that it has once. */
interface Place extends Whole {
  readonly _partId: string;
}

/** Makes a property of what a sheet or the workbook has once, such as its tables. */
export function only(kind: () => new (host: ModelHost, id: string) => HostObject) {
  return (prototype: Place, member: string): void => {
    Object.defineProperty(prototype, member, {
      get(this: Place): HostObject {
        return this.host.once(kind(), this._partId);
      },
    });
  };
}
