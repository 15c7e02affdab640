import { catchFault } from "./catch-fault";
import type { PaneContext } from "./pane-context";
import { faultStatus } from "./status";

/** Selects cells in the workbook by their address with its sheet, or says why that cannot be. */
export async function goToCells(pane: PaneContext, address: string): Promise<void> {
  const gone = await catchFault(pane.actions.goToCells(address));
  if (!gone.ok) pane.put({ status: faultStatus(gone.fault) });
}
