import type { PaneState } from "../../context/pane-state";
import type { RowLine } from "../../kit/row-line";
import { fitOf } from "./fit";
import { quickLine } from "./quick-line";

/** "2 tables and sheets, 1 out of date", or that none is written yet. */
export function line(state: PaneState): RowLine {
  const quick = quickLine(state);
  const stale = state.tables.filter(
    (table) => fitOf(table, state, state.currency).outdated !== undefined,
  ).length;
  return quick.mark !== "done" || stale === 0
    ? quick
    : { text: `${quick.text}, ${stale} out of date`, mark: "look" };
}
