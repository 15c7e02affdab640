import type { ListedDeal } from "../../workbook/deal/deals";
import { catchFault } from "./catch-fault";
import type { PaneContext } from "./pane-context";
import { faultStatus, saying } from "./status";

/** The choice between the deals of the workbook, without drawing it. */
export class DealsModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Shows a deal everywhere in the pane, and no scenario. The workbook keeps which. */
  async show({ key, name }: ListedDeal): Promise<void> {
    await this.#pane.during({ kind: "choose" }, `Showing ${name}…`, async () => {
      const shown = await catchFault(this.#pane.actions.showDeal(key));
      await this.#pane.refresh();
      this.#pane.put({
        status: shown.ok
          ? saying("done", `This is the deal on ${name}.`)
          : faultStatus(shown.fault),
      });
    });
  }
}
