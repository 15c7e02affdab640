import { memberName } from "./member";
import {
  ACTION_KIND,
  type Action,
  type BatchRequest,
  type ObjectPath,
  PATH_KIND,
} from "./protocol";

const LONGEST_ARGUMENTS = 80;

/** The statement of the add-in behind an action: `workbook.worksheets.getItem("Deal").getRange("A1").values`. */
export function describeAction(request: BatchRequest, action: Action): string {
  const steps: string[] = [];
  let path = request.ObjectPaths[action.ObjectPathId];
  while (path) {
    steps.unshift(describePath(path));
    path = request.ObjectPaths[path.ParentObjectPathId ?? ""];
  }
  if (action.ActionType === ACTION_KIND.query) steps.push("load");
  else if (action.Name) steps.push(memberName(action.Name));
  return steps.join(".");
}

function describePath(path: ObjectPath): string {
  const args = (path.ArgumentInfo?.Arguments ?? []).map((value) => JSON.stringify(value));
  const shown = args.join(", ").slice(0, LONGEST_ARGUMENTS);
  switch (path.ObjectPathType) {
    case PATH_KIND.root:
      return "workbook";
    case PATH_KIND.indexer:
      return `getItem(${shown})`;
    case PATH_KIND.methodResult:
      return `${memberName(path.Name)}(${shown})`;
    case PATH_KIND.keptReference:
      return "range";
    default:
      return memberName(path.Name);
  }
}
