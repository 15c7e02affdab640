import type { DecisionRequest } from "../workbook/write-decision";
import type { PaneParts } from "./own-sheet-model";
import { settled } from "./settled";
import { faultStatus, saying } from "./status";

/** Builds the decision sheet that is asked for, or says what to mend first. */
export class DecisionModel {
  readonly #pane: PaneParts;

  constructor(pane: PaneParts) {
    this.#pane = pane;
  }

  /** @param request What to write, or the sentence on why that cannot be. */
  async build(request: DecisionRequest | string): Promise<void> {
    const pane = this.#pane;
    if (typeof request === "string") return pane.put({ status: saying("fault", request) });
    await pane.during({ kind: "decision" }, "Building the decision sheet…", async () => {
      const written = await settled(pane.actions.writeDecision(request));
      await pane.refresh();
      pane.put({
        status: written.ok
          ? saying("done", `Built ${written.value.sheet}. ${LIVE_RESULTS}`)
          : faultStatus(written.fault),
      });
    });
  }
}

const LIVE_RESULTS =
  "Its results are live formulas; the commitments of its curve are typed around the thresholds as they are now.";
