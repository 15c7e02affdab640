import type { ForecastKind } from "../../../deal/forecast-block";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";
import type { ForecastFieldName } from "../../kit/forecast-form-messages";
import { FRESH_MANUAL_ENTRY, type ManualEntry, readManualEntry } from "./manual-entry";

/** Everything that starting from one's own numbers does, without drawing it. */
export class ManualEntryModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  open(): void {
    this.#pane.put({ numbersForm: FRESH_MANUAL_ENTRY, status: undefined });
  }

  close(): void {
    this.#pane.put({ numbersForm: undefined, status: undefined });
  }

  /** Takes what was typed; a fault that was said is about the form as it was. */
  type(change: Partial<Pick<ManualEntry, "bands" | "commitment">>): void {
    this.#change((form) => ({ ...form, ...change }));
  }

  choose(kind: ForecastKind): void {
    this.#change((form) => ({ ...form, usage: { ...form.usage, kind } }));
  }

  typeUsage(name: ForecastFieldName, text: string): void {
    this.#change((form) => {
      const texts = { ...form.usage.texts, [name]: text };
      return { ...form, usage: { ...form.usage, texts } };
    });
  }

  #change(make: (form: ManualEntry) => ManualEntry): void {
    const { numbersForm, status } = this.#pane.state();
    if (!numbersForm) return;
    this.#pane.put({
      numbersForm: make(numbersForm),
      status: status?.tone === "fault" ? undefined : status,
    });
  }

  /** Writes the deal into the workbook, or says what is still missing for it. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const { numbersForm } = pane.state();
    if (!numbersForm) return;
    const { numbers, obstacles } = readManualEntry(numbersForm);
    if (!numbers) {
      const [first = "", ...more] = obstacles;
      const text =
        more.length === 0
          ? first
          : `${obstacles.length} things to mend: each field says what would do.`;
      const status = saying("fault", text);
      return pane.put({ numbersForm: { ...numbersForm, tried: true }, status });
    }
    await pane.during({ kind: "numbers" }, "Writing the deal…", async () => {
      const written = await catchFault(pane.actions.insertNumbers(numbers));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = `Added ${written.value.sheet} with your numbers. Change its shaded cells and everything follows.`;
      pane.put({ numbersForm: undefined, status: saying("done", text) });
    });
  }
}
