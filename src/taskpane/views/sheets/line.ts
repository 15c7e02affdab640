import { formatCounted } from "../../../wording/format/format";
import type { PaneState } from "../../context/pane-state";
import type { RowLine } from "../../kit/row-line";
import { fitOf } from "./fit";

/** "2 sheets, 1 out of date", or that none is written yet. */
export function line(state: PaneState): RowLine {
  const { tables } = state;
  if (tables.length === 0) return { text: "No table or decision sheet yet", mark: "done" };
  const halfWay = tables.filter(({ complete }) => !complete).length;
  const stale = tables.filter(
    (table) => fitOf(table, state, state.currency).outdated !== undefined,
  ).length;
  const text = formatCounted(tables.length, "table or sheet", "tables and sheets");
  if (halfWay > 0) return { text: `${text}, ${halfWay} written half way`, mark: "need" };
  return stale > 0
    ? { text: `${text}, ${stale} out of date`, mark: "look" }
    : { text, mark: "done" };
}
