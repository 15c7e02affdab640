import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus } from "../../context/status";

/** Takes the selected cell as the place of the next table, and keeps it: what the form names is where the table goes. */
export async function choosePlace(pane: Pick<PaneContext, "actions" | "state" | "put">) {
  const selected = await catchFault(pane.actions.readSelectedReference(false));
  if (!selected.ok) return pane.put({ status: faultStatus(selected.fault) });
  const { form } = pane.state();
  if (form.destination === "selection") pane.put({ form: { ...form, place: selected.value } });
}
