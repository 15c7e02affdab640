import { catchFault } from "./catch-fault";
import type { PaneContext } from "./pane-context";
import { faultStatus, saying } from "./status";

/** Shows a scenario everywhere in the pane; null is the deal in the workbook. The workbook keeps which. */
export async function showScenario(pane: PaneContext, name: string | null): Promise<void> {
  const text = name === null ? "Showing the deal…" : `Showing ${name}…`;
  await pane.during({ kind: "scenario" }, text, async () => {
    const shown = await catchFault(pane.actions.showScenario(name));
    await pane.refresh();
    const done = name === null ? "This is the deal in the workbook." : `This is ${name}.`;
    pane.put({ status: shown.ok ? saying("done", done) : faultStatus(shown.fault) });
  });
}
