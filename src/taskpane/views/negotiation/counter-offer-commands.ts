import type { AskStatus } from "../../../sheets/negotiation/asks-table";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import { catchFault } from "../../context/catch-fault";
import { asksRequest } from "../../context/negotiation/asks-request";
import { counterOfferWrite } from "../../context/negotiation/counter-offer-model";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";

/**
 * Lists the asks on a sheet, or ranks them again where they are.
 *
 * @param again The sheet that they are on.
 */
export async function listAsks(
  pane: PaneContext,
  again: WrittenTable | undefined,
  now = new Date(),
): Promise<void> {
  const request = asksRequest(pane.state().deal, now);
  if (typeof request === "string") return pane.put({ status: saying("fault", request) });
  await pane.during({ kind: "asks" }, "Listing the asks…", async () => {
    const written = await catchFault(
      pane.actions.writeAsks({ ...request, ...(again && { again }) }, pane.state().currency),
    );
    await pane.refresh();
    pane.put({
      status: written.ok
        ? saying(
            "done",
            again
              ? `Ranked again on ${written.value.sheet}. What you typed is still there.`
              : `Listed on ${written.value.sheet}. Type how likely each is, and what you could give for it.`,
          )
        : faultStatus(written.fault),
    });
  });
}

/** Writes how far an ask is; the pane then prices a clause that is won as won. */
export async function markStatus(
  pane: PaneContext,
  sheet: WrittenTable,
  ask: string,
  status: AskStatus,
): Promise<void> {
  await pane.during({ kind: "asks" }, `Marking ${ask}…`, async () => {
    const marked = await catchFault(pane.actions.markAsk(sheet.id, ask, status));
    await pane.refresh();
    pane.put({
      status: marked.ok
        ? saying("done", `${ask} is ${status} on ${sheet.sheet}.`)
        : faultStatus(marked.fault),
    });
  });
}

/** Builds the counter-offer, and the sheet of asks that it reads where there is none, or says what to mend first. */
export async function buildCounterOffer(pane: PaneContext, now = new Date()): Promise<void> {
  const { deal, shown } = pane.state();
  const write = counterOfferWrite(pane, { deal, shown }, now);
  if (typeof write === "string") return pane.put({ status: saying("fault", write) });
  await pane.during({ kind: "counterOffer" }, "Building the counter-offer…", async () => {
    const written = await catchFault(write());
    await pane.refresh();
    pane.put({
      status: written.ok
        ? saying(
            "done",
            `Built ${written.value.sheet}, one page to print. Its figures are live formulas.`,
          )
        : faultStatus(written.fault),
    });
  });
}
