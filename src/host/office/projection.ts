import { HostObject } from "./host-object";
import { memberName, readableMembers, readMember, wireName } from "./member";
import type { QueryInfo } from "./protocol";

type Answer = Record<string, unknown>;
type Identify = (object: HostObject) => Answer;

/** Loads nothing where no property is named. */
const NOTHING = "$none";

/** Answers a `load()`: the properties asked for, in the shape that the client expects. */
export function project(object: HostObject, query: QueryInfo, identify: Identify): Answer {
  const select = (query.Select ?? ["*"]).map((path) => path.replaceAll(".", "/"));
  return projectPaths(object, select, identify);
}

function projectPaths(object: HostObject, select: readonly string[], identify: Identify): Answer {
  const items = object._items();
  if (items === undefined) return projectObject(object, select, identify);
  const wanted = select
    .filter((path) => path !== NOTHING)
    .map((path) => path.replace(/^items\/?/, "") || "*");
  return {
    ...identify(object),
    _Items: items.map((item) => projectPaths(item, wanted, identify)),
  };
}

function projectObject(object: HostObject, select: readonly string[], identify: Identify): Answer {
  const answer = identify(object);
  // Of each member what is asked for; one that is no object has no parts.
  const wanted = new Map<string, string[]>();
  for (const path of select) {
    const [head = "", ...tail] = path.split("/");
    const member = memberName(head);
    if ([NOTHING, "isNullObject", "_ReferenceId", ""].includes(member)) continue;
    if (member === "*") {
      for (const name of readableMembers(object)) {
        const value = readMember(object, name);
        if (!(value instanceof HostObject)) answer[wireName(name)] = value;
      }
    } else {
      wanted.set(member, [...(wanted.get(member) ?? []), tail.join("/") || "*"]);
    }
  }
  for (const [member, paths] of wanted) {
    const value = readMember(object, member);
    answer[wireName(member)] =
      value instanceof HostObject ? projectPaths(value, paths, identify) : value;
  }
  return answer;
}
