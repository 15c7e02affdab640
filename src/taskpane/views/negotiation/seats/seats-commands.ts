import { catchFault } from "../../../context/catch-fault";
import { seatsRequest } from "../../../context/negotiation/seats-request";
import type { PaneContext } from "../../../context/pane-context";
import { faultStatus, saying } from "../../../context/status";

/** Adds the sheet of seats and dates, or says what to mend first. */
export async function addSeats(pane: PaneContext, now = new Date()): Promise<void> {
  const request = seatsRequest(pane.state().deal, now);
  if (typeof request === "string") return pane.put({ status: saying("fault", request) });
  await pane.during({ kind: "seats" }, "Writing seats and dates…", async () => {
    const written = await catchFault(pane.actions.writeSeats(request, pane.state().currency));
    await pane.refresh();
    pane.put({
      status: written.ok
        ? saying(
            "done",
            `Added ${written.value.sheet}. Type seats and dates into its shaded cells.`,
          )
        : faultStatus(written.fault),
    });
  });
}
