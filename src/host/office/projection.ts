import { HostObject } from "./host-object";
import { memberName, readableMembers, readMember, wireName } from "./member";
import type { QueryInfo } from "./protocol";

type Answer = Record<string, unknown>;
type Identify = (object: HostObject) => Answer;

/** Loads nothing where no property is named. */
const NOTHING = "$none";

/** Answers a `load()`: the properties asked for, in the shape that the client expects. */
export function project(object: HostObject, query: QueryInfo, identify: Identify): Answer {
  const expanded = (query.Expand ?? []).map((path) => `${path}/*`);
  const select = [...(query.Select ?? []), ...expanded].map((path) => path.replaceAll(".", "/"));
  return projectPaths(object, select.length > 0 ? select : ["*"], query, identify);
}

function projectPaths(
  object: HostObject,
  select: readonly string[],
  query: QueryInfo,
  identify: Identify,
): Answer {
  const items = object._items();
  if (items === undefined) return projectObject(object, select, identify);
  const skip = query.Skip ?? 0;
  const last = query.Top === undefined ? undefined : skip + query.Top;
  const perItem = select
    .filter((path) => path !== NOTHING)
    .map((path) => path.replace(/^items\/?/, "") || "*");
  const wanted = perItem.length > 0 ? perItem : [NOTHING];
  return {
    ...identify(object),
    _Items: items.slice(skip, last).map((item) => projectPaths(item, wanted, {}, identify)),
  };
}

function projectObject(object: HostObject, select: readonly string[], identify: Identify): Answer {
  const answer = identify(object);
  const nested = new Map<string, string[]>();
  const nest = (member: string, path: string): void => {
    nested.set(member, [...(nested.get(member) ?? []), path]);
  };
  for (const path of select) {
    const [head = "", ...tail] = path.split("/");
    const member = memberName(head);
    if ([NOTHING, "isNullObject", "_ReferenceId", ""].includes(member)) continue;
    if (member === "*") {
      for (const name of readableMembers(object)) {
        const value = readMember(object, name);
        if (!(value instanceof HostObject)) answer[wireName(name)] = value;
      }
    } else if (tail.length > 0) {
      nest(member, tail.join("/"));
    } else {
      const value = readMember(object, member);
      if (value instanceof HostObject) nest(member, "*");
      else answer[wireName(member)] = value;
    }
  }
  for (const [member, paths] of nested) {
    const value = readMember(object, member);
    answer[wireName(member)] =
      value instanceof HostObject ? projectPaths(value, paths, {}, identify) : value;
  }
  return answer;
}
