import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import type { PaneState } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import {
  FRESH_MANUAL_ENTRY,
  type ManualEntry,
  type ManualEntryChange,
  readManualEntry,
} from "./manual-entry";

/** Everything that starting from one's own numbers does, without drawing it. */
export class ManualEntryModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  open(): void {
    this.#pane.open({ name: "start", form: "numbers" });
  }

  close(): void {
    this.#pane.draft({ numbers: undefined });
    this.#pane.back();
  }

  /** Takes what was typed; a fault that was said is about the form as it was. */
  type(change: ManualEntryChange): void {
    this.#change((form) => ({ ...form, ...change }));
  }

  choose(kind: UsageKind): void {
    this.#change((form) => ({ ...form, usage: { ...form.usage, kind } }));
  }

  typeUsage(name: ForecastFieldName, text: string): void {
    this.#change((form) => {
      const texts = { ...form.usage.texts, [name]: text };
      return { ...form, usage: { ...form.usage, texts } };
    });
  }

  #change(make: (form: ManualEntry) => ManualEntry): void {
    this.#pane.draft({ numbers: make(manualEntry(this.#pane.state())) });
  }

  /** Writes the deal into the workbook, or says what is still missing for it. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const form = manualEntry(pane.state());
    const { numbers, obstacles } = readManualEntry(form, pane.state().currency);
    if (!numbers) {
      const [first = "", ...more] = obstacles;
      const text =
        more.length === 0
          ? first
          : `${obstacles.length} things to mend: each field says what would do.`;
      pane.draft({ numbers: { ...form, tried: true } });
      return pane.put({ status: saying("fault", text) });
    }
    await pane.during({ kind: "numbers" }, "Writing the deal…", async () => {
      const written = await catchFault(pane.actions.insertNumbers(numbers, pane.state().currency));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = `Added ${written.value.sheet} with your numbers. Change its shaded cells and everything follows.`;
      this.close();
      pane.open({ name: "home" });
      pane.put({ status: saying("done", text) });
    });
  }
}

/** The form as it was left. */
export function manualEntry({ drafts }: PaneState): ManualEntry {
  return drafts.numbers ?? FRESH_MANUAL_ENTRY;
}
