import { notImplemented } from "./host-error";
import { HostObject } from "./host-object";

/** Members that the client sets under another name than the one it publishes. */
const OLD_NAMES: Readonly<Record<string, string>> = { Gridlines: "showGridlines" };

/** The client writes member names in Pascal case, except its own that start with an underscore. */
export function memberName(wireName: string): string {
  const oldName = OLD_NAMES[wireName];
  if (oldName !== undefined) return oldName;
  return wireName.startsWith("_") ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

export function wireName(member: string): string {
  return member.startsWith("_") ? member : member.charAt(0).toUpperCase() + member.slice(1);
}

function* prototypes(object: object): Generator<object> {
  const prototype: object = Object.getPrototypeOf(object);
  if (prototype === HostObject.prototype) return;
  yield prototype;
  yield* prototypes(prototype);
}

/** A member's getter, setter or method; one that the model lacks fails with its name. */
function partOf(object: HostObject, member: string, kind: "get" | "set" | "value") {
  for (const prototype of prototypes(object)) {
    const part: unknown = Object.getOwnPropertyDescriptor(prototype, member)?.[kind];
    if (typeof part === "function")
      return (...given: readonly unknown[]): unknown => Reflect.apply(part, object, given);
  }
  throw notImplemented(`${object.constructor.name}.${member}`);
}

export function readMember(object: HostObject, member: string): unknown {
  return partOf(object, member, "get")();
}

export function writeMember(object: HostObject, member: string, value: unknown): void {
  partOf(object, member, "set")(value);
}

export function callMember(object: HostObject, member: string, args: readonly unknown[]): unknown {
  return partOf(object, member, "value")(...args);
}

/** Names of the properties that `load("*")` answers. */
export function readableMembers(object: HostObject): readonly string[] {
  const names = new Set<string>();
  for (const prototype of prototypes(object)) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (descriptor.get && !name.startsWith("_")) names.add(name);
    }
  }
  return [...names];
}
