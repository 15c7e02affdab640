import { formatCounted } from "../../../wording/format/format";
import type { PaneState } from "../../context/pane-state";
import type { RowLine } from "../../kit/row-line";

/** "2 tables and sheets", or that none is written yet: what is known before the view that looks whether they fit is fetched. */
export function quickLine({ tables }: Pick<PaneState, "tables">): RowLine {
  if (tables.length === 0) return { text: "No table or decision sheet yet", mark: "done" };
  const halfWay = tables.filter(({ complete }) => !complete).length;
  const text = formatCounted(tables.length, "table or sheet", "tables and sheets");
  return halfWay > 0
    ? { text: `${text}, ${halfWay} written half way`, mark: "need" }
    : { text, mark: "done" };
}
