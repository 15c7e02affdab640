import { summarizeReport } from "../../../workbook/self-check/report";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";

/** What the settings do, without drawing them: label amounts, check this Excel. */
export class SettingsModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Labels amounts from now on, here and on the sheets that are written. */
  async chooseCurrency(code: string): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "currency" }, "Changing the currency…", async () => {
      const chosen = await catchFault(pane.actions.chooseCurrency(code));
      await pane.refresh();
      const text = `Amounts are now labelled ${pane.state().currency.code}. Nothing was converted. Sheets already written keep theirs.`;
      pane.put({ status: chosen.ok ? saying("done", text) : faultStatus(chosen.fault) });
    });
  }

  /** Tries the functions and tables in the Excel that is running. */
  async checkExcel(): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "check" }, "Checking this Excel…", async () => {
      pane.put({ report: undefined });
      const checked = await catchFault(pane.actions.checkThisExcel(pane.state().currency));
      if (!checked.ok) return pane.put({ status: faultStatus(checked.fault) });
      const tone = checked.value.failures.length === 0 ? "done" : "fault";
      const text = `${summarizeReport(checked.value)}. The report is ready to copy.`;
      pane.put({ report: checked.value, status: saying(tone, text) });
    });
    // Whatever could not be removed is listed with the tables.
    await pane.refresh();
  }
}
