import { PLAIN_VALUES } from "../../../sheets/sheet-definition";
import type { DecisionRequest } from "../../../workbook/sheets/write-decision";
import { catchFault } from "../catch-fault";
import type { PaneContext } from "../pane-context";
import { faultStatus, saying } from "../status";

/** Builds the decision sheet that is asked for, or says what to mend first. */
export class DecisionModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** @param request What to write, or the sentence on why that cannot be. */
  async build(request: DecisionRequest | string): Promise<void> {
    const pane = this.#pane;
    if (typeof request === "string") return pane.put({ status: saying("fault", request) });
    await pane.during({ kind: "decision" }, "Building the decision sheet…", async () => {
      const written = await catchFault(pane.actions.writeDecision(request, pane.state().currency));
      await pane.refresh();
      pane.put({
        status: written.ok
          ? saying(
              "done",
              `Built ${written.value.sheet}. ${request.definition?.form === "values" ? PLAIN_VALUES : LIVE_RESULTS}`,
            )
          : faultStatus(written.fault),
      });
    });
  }
}

const LIVE_RESULTS = "Everything on it is a live formula.";
