import { PLAIN_VALUES, type SheetForm } from "../../../sheets/sheet-definition";
import { catchFault } from "../../context/catch-fault";
import { comparisonRequest } from "../../context/comparison-request";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";

/**
 * Builds the sheet that compares the scenarios, or says why there is none.
 *
 * @param now Time of making, for the header of the sheet.
 */
export async function buildComparison(
  pane: PaneContext,
  now = new Date(),
  form: SheetForm = "live",
): Promise<void> {
  const request = comparisonRequest(pane.state().scenarios, now, form);
  if (typeof request === "string") return pane.put({ status: saying("fault", request) });
  await pane.during({ kind: "comparison" }, "Building the comparison sheet…", async () => {
    const written = await catchFault(pane.actions.writeComparison(request, pane.state().currency));
    await pane.refresh();
    pane.put({
      status: written.ok
        ? saying(
            "done",
            `Built ${written.value.sheet}. ${form === "live" ? LIVE_FIGURES : PLAIN_VALUES}`,
          )
        : faultStatus(written.fault),
    });
  });
}

const LIVE_FIGURES =
  "Its figures are live formulas; the usages on its left are typed around the scenarios as they are now.";
