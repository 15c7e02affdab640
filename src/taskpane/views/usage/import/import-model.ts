import { catchFault } from "../../../context/catch-fault";
import type { PaneContext } from "../../../context/pane-context";
import { faultStatus, saying } from "../../../context/status";
import { type Reading, type ReadingWorker, startReading } from "../reading";
import type { ImportDraft } from "./import-draft";
import { writtenSentence } from "./import-words";

/** Everything that importing files does, without drawing it. */
export class ImportModel {
  readonly #pane: PaneContext;
  readonly #startWorker: () => ReadingWorker;
  #reading: Reading | undefined;

  constructor(pane: PaneContext, startWorker: () => ReadingWorker) {
    this.#pane = pane;
    this.#startWorker = startWorker;
  }

  open(): void {
    this.#pane.open({ name: "usage", form: "import" });
  }

  /** Gives up what is being read, or what was read. */
  close(): void {
    this.#stop();
    this.#put(undefined);
    this.#pane.back();
  }

  /** Reads files and shows what is in them; those of an earlier choice are given up. */
  async read(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.#stop();
    const reading = { kind: "reading", files, percent: 0, file: files[0]?.name ?? "" } as const;
    this.#put(reading);
    const book = await catchFault(this.#pane.actions.readPriceBook());
    // Somebody may have cancelled, or dropped other files.
    if (this.#draft !== reading) return;
    if (!book.ok) {
      this.#put(undefined);
      return this.#pane.put({ status: faultStatus(book.fault) });
    }
    const started = startReading(
      {
        ...{ kind: "read", files, book: book.value?.values ?? null },
        currency: this.#pane.state().currency,
      },
      this.#startWorker,
      (percent, file) => {
        const draft = this.#draft;
        if (this.#reading === started && draft?.kind === "reading")
          this.#put({ ...draft, percent, file });
      },
    );
    this.#reading = started;
    const end = await started.end;
    if (this.#reading !== started) return;
    this.#reading = undefined;
    switch (end.kind) {
      case "read":
        return this.#put({ kind: "preview", files, summary: end.summary });
      case "cancelled":
        return this.#put(undefined);
      case "refused":
        return this.#put({ kind: "stopped", files, sentence: end.sentence });
      case "died":
        return this.#put({ kind: "stopped", files, sentence: DIED });
    }
  }

  /** Reads exports of a made year as if the user had dropped them. */
  async readExample(): Promise<void> {
    const { exampleFiles } = await import(
      /* webpackChunkName: "example-files" */ "../../../context/example-files"
    );
    await this.read(exampleFiles());
  }

  /** Stops the reading; the form then asks for files again. */
  cancel(): void {
    const draft = this.#draft;
    if (draft?.kind === "reading" && this.#reading) {
      this.#put({ ...draft, isCancelling: true });
      this.#reading.cancel();
    } else this.#put(undefined);
  }

  tryAgain(): Promise<void> {
    const draft = this.#draft;
    return draft ? this.read(draft.files) : Promise.resolve();
  }

  /** Writes what the preview shows. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const draft = this.#draft;
    if (draft?.kind !== "preview" || draft.summary.rowsRead === 0) return;
    await pane.during({ kind: "import" }, "Writing the usage…", async (progress) => {
      const { imported, rowsRead } = draft.summary;
      const written = await catchFault(
        pane.actions.importUsage(imported, pane.state().currency, progress),
      );
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      this.#put(undefined);
      pane.draft({ importedDays: imported.days });
      pane.back();
      pane.put({ status: saying("done", writtenSentence(rowsRead, written.value.isNew)) });
    });
  }

  /** Writes the list prices as a table that anyone can change, before an import or without one. */
  async insertPriceBook(): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "priceBook" }, "Writing the price book…", async () => {
      const written = await catchFault(pane.actions.insertPriceBook());
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = `Wrote the price book to ${written.value.sheet}. Change a price there, then import.`;
      pane.put({ status: saying("done", text) });
    });
  }

  get #draft(): ImportDraft | undefined {
    return this.#pane.state().drafts.usageImport;
  }

  #put(usageImport: ImportDraft | undefined): void {
    this.#pane.draft({ usageImport });
  }

  #stop(): void {
    this.#reading?.cancel();
    this.#reading = undefined;
  }
}

const DIED =
  "The part of Bandwise that reads files could not be started, or it stopped. Nothing was written.";
