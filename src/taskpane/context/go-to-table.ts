import type { WrittenTable } from "../../workbook/journal/written-table";
import { catchFault } from "./catch-fault";
import type { PaneContext } from "./pane-context";
import { faultStatus, saying } from "./status";

/** Shows something that was written, or says why that cannot be. */
export async function goToTable(
  pane: PaneContext,
  { id, title, sheet }: Pick<WrittenTable, "id" | "title" | "sheet">,
): Promise<void> {
  await pane.during({ kind: "goTo", id }, `Going to ${sheet}…`, async () => {
    const gone = await catchFault(pane.actions.goToTable(id));
    if (gone.ok) return pane.put({ status: saying("done", `${title} is selected on ${sheet}.`) });
    await pane.refresh();
    pane.put({ status: faultStatus(gone.fault) });
  });
}
