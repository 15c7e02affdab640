import { bridgeRequest } from "../../context/bridge-request";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";

/**
 * Builds the sheet that leads from one offer to another, or says why there is none.
 *
 * @param ends Their scenarios; null is the deal in the workbook.
 * @param now Time of making, for the header of the sheet.
 */
export async function buildBridge(
  pane: PaneContext,
  ends: Readonly<Record<"from" | "to", string | null>>,
  now = new Date(),
): Promise<void> {
  const request = bridgeRequest(pane.state(), ends, now);
  if (typeof request === "string") return pane.put({ status: saying("fault", request) });
  await pane.during({ kind: "bridge" }, "Building the bridge…", async () => {
    const written = await catchFault(pane.actions.writeBridge(request, pane.state().currency));
    await pane.refresh();
    pane.put({
      status: written.ok
        ? saying(
            "done",
            `Built ${written.value.sheet}. Its costs are live formulas over both offers.`,
          )
        : faultStatus(written.fault),
    });
  });
}
