import { notImplemented } from "./host-error";
import { HostObject } from "./host-object";

/** Members that the client sets under another name than the one it publishes. */
const OLD_NAMES: Readonly<Record<string, string>> = { Gridlines: "_gridlines" };

/** The client writes member names in Pascal case, except its own that start with an underscore. */
export function memberName(wireName: string): string {
  const oldName = OLD_NAMES[wireName];
  if (oldName !== undefined) return oldName;
  return wireName.startsWith("_") ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

export function wireName(member: string): string {
  return member.startsWith("_") ? member : member.charAt(0).toUpperCase() + member.slice(1);
}

function* prototypes(object: HostObject): Generator<object> {
  for (
    let prototype: unknown = Object.getPrototypeOf(object);
    typeof prototype === "object" && prototype !== null && prototype !== HostObject.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    yield prototype;
  }
}

function accessor(object: HostObject, member: string): PropertyDescriptor | undefined {
  for (const prototype of prototypes(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, member);
    if (descriptor) return descriptor;
  }
  return undefined;
}

function missing(object: HostObject, member: string): Error {
  return notImplemented(`${object.constructor.name}.${member}`);
}

/** Loads a property; a member the model lacks fails with its name. */
export function readMember(object: HostObject, member: string): unknown {
  const getter = accessor(object, member)?.get;
  if (!getter) throw missing(object, member);
  return getter.call(object);
}

export function writeMember(object: HostObject, member: string, value: unknown): void {
  const setter = accessor(object, member)?.set;
  if (!setter) throw missing(object, member);
  setter.call(object, value);
}

export function callMember(object: HostObject, member: string, args: readonly unknown[]): unknown {
  const method: unknown = accessor(object, member)?.value;
  if (typeof method !== "function") throw missing(object, member);
  return Reflect.apply(method, object, args);
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
