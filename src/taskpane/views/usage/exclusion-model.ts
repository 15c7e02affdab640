import { monthText } from "../../../core/calendar";
import { AT } from "../../../sheets/usage/usage-columns";
import type { ExclusionRow } from "../../../sheets/usage/usage-history";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";
import { type ExclusionForm, FRESH_EXCLUSION, readExclusionForm } from "./exclusion-form-state";

/** Everything that excluding usage from the baseline does, without drawing it. */
export class ExclusionModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Opens the form, and then offers what the usage in the workbook has. */
  async open(): Promise<void> {
    const pane = this.#pane;
    pane.open({ name: "usage", form: "exclusion" });
    const read = await catchFault(pane.actions.readUsage());
    if (!read.ok) return pane.put({ status: faultStatus(read.fault) });
    const rows = read.value?.tables.usage.values.slice(1) ?? [];
    this.change({ workspaces: textsIn(rows, AT.model - 1), models: textsIn(rows, AT.model) });
  }

  close(): void {
    this.#pane.draft({ exclusion: undefined });
    this.#pane.back();
  }

  change(change: Partial<ExclusionForm>): void {
    this.#pane.draft({ exclusion: { ...this.#form, ...change } });
  }

  /** Writes the exclusion into its table, or says what is still missing. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const { usage, currency, drafts } = pane.state();
    if (!usage) return;
    const { exclusion } = readExclusionForm(this.#form, usage, currency, drafts.importedDays);
    if (!exclusion) return this.change({ tried: true });
    await pane.during({ kind: "exclusion" }, "Writing the exclusion…", async () => {
      const written = await catchFault(pane.actions.addExclusion(exclusion));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      this.close();
      const [from, to] = [monthText(exclusion.from), monthText(exclusion.to)];
      const months = from === to ? from : `${from} to ${to}`;
      pane.put({
        status: saying("done", `Excluded from ${months}. Usage itself stays as it was imported.`),
      });
    });
  }

  async remove({ index, cells, reason }: ExclusionRow): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "exclusion" }, "Removing the exclusion…", async () => {
      const removed = await catchFault(pane.actions.removeExclusion(index, cells));
      await pane.refresh();
      pane.put({
        status: removed.ok
          ? saying("done", `Counted again: ${reason || "the usage of this row"}.`)
          : faultStatus(removed.fault),
      });
    });
  }

  get #form(): ExclusionForm {
    return this.#pane.state().drafts.exclusion ?? FRESH_EXCLUSION;
  }
}

function textsIn(rows: readonly (readonly unknown[])[], column: number): readonly string[] {
  const texts = rows.map((row) => String(row[column] ?? "").trim());
  return [...new Set(texts)].filter((text) => text !== "").toSorted();
}
