import type { PriceBook } from "../../efficiency/price-book";
import { type ImportPreview, importPreview } from "./import-preview";
import { KeptRows, MOST_ROWS } from "./kept-rows";
import { readAdminFile } from "./rows/admin-file";
import { refusal } from "./rows/faults";
import type { ReadFile, RefusedFile } from "./rows/file-report";
import { Identities } from "./rows/identities";
import { TableFile } from "./rows/table-file";
import { type ExportFile, type Survey, surveyFile } from "./text/survey";

export interface ImportProgress {
  /** Of all files together. Each file is read twice: a reading counts half of its bytes. */
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Name of the file that is being read. */
  readonly file: string;
}

export interface ImportOptions {
  readonly book: PriceBook;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Cancels between two chunks of a file. */
  readonly signal?: AbortSignal;
  /** Distinct rows beyond which an import is refused: 2,000,000. */
  readonly mostRows?: number;
}

/** An import as previewed; or none, since it was cancelled or has more distinct rows than memory should hold. */
export type ImportOutcome =
  | { readonly kind: "read"; readonly preview: ImportPreview }
  | { readonly kind: "cancelled" }
  | { readonly kind: "tooManyRows"; readonly mostRows: number };

/** Thrown and caught in this module alone, from inside the reading of a stream. */
class Stopped extends Error {
  constructor(readonly outcome: Exclude<ImportOutcome, { readonly kind: "read" }>) {
    super(outcome.kind);
  }
}

/**
 * Reads exports of usage and cost into priced months.
 *
 * Files are streamed: memory grows with their distinct rows. Nothing is written and nothing leaves; the preview is plain data.
 */
export async function importFiles(
  files: readonly ExportFile[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const reading = new Reading(files, options);
  try {
    const read: (ReadFile | RefusedFile)[] = [];
    for (const file of files) read.push(await reading.file(file));
    const preview = importPreview(read, reading.kept, options.book);
    reading.check();
    return { kind: "read", preview };
  } catch (error) {
    if (error instanceof Stopped) return error.outcome;
    throw error;
  }
}

/** An import while its files are read, one after another. */
class Reading {
  readonly kept = new KeptRows();
  readonly #identities = new Identities();
  readonly #options: ImportOptions;
  readonly #totalBytes: number;
  #doneBytes = 0;

  constructor(files: readonly ExportFile[], options: ImportOptions) {
    this.#options = options;
    this.#totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  }

  async file(file: ExportFile): Promise<ReadFile | RefusedFile> {
    const survey = await surveyFile(this.#chunks(file), file.size);
    if ("code" in survey) return { file: file.name, ...survey };
    return survey.isJson ? this.#json(file, survey) : this.#table(file, survey);
  }

  /** Stops a reading that was cancelled, or that keeps too many rows. */
  check(): void {
    const { signal, mostRows = MOST_ROWS } = this.#options;
    if (signal?.aborted) throw new Stopped({ kind: "cancelled" });
    if (this.kept.size > mostRows) throw new Stopped({ kind: "tooManyRows", mostRows });
  }

  async #table(file: ExportFile, { encoding, label }: Survey): Promise<ReadFile | RefusedFile> {
    const table = new TableFile(this.#identities, (row) => this.kept.add(row));
    for await (const text of this.#texts(file, label)) table.push(text);
    table.end();
    if (!table.heading || table.refusal)
      return { file: file.name, ...(table.refusal ?? refusal("unknown format")) };
    return {
      ...{ file: file.name, format: table.heading.format, encoding, tally: table.tally },
      cacheNotes: table.cacheNotes(),
      unknownColumns: table.unknownColumns(),
      ...{ emptyDays: new Set(), waiting: [], hasMore: false },
    };
  }

  async #json(file: ExportFile, { encoding, label }: Survey): Promise<ReadFile | RefusedFile> {
    const texts: string[] = [];
    for await (const text of this.#texts(file, label)) texts.push(text);
    const read = readAdminFile(texts.join(""), this.#identities);
    if ("code" in read) return { file: file.name, ...read };
    const { format, tally, days: emptyDays, rows: waiting, hasMore } = read;
    return {
      ...{ file: file.name, format, encoding, tally, emptyDays, waiting, hasMore },
      ...{ cacheNotes: [], unknownColumns: [] },
    };
  }

  async *#texts(file: ExportFile, label: string): AsyncGenerator<string> {
    const decoder = new TextDecoder(label);
    for await (const chunk of this.#chunks(file)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }

  /** The bytes of a file; between two chunks others may cancel, and see how far the reading is. */
  async *#chunks(file: ExportFile): AsyncGenerator<Uint8Array> {
    const reader = file.stream().getReader();
    try {
      for (;;) {
        this.check();
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
        this.#doneBytes += value.length / 2;
        this.#options.onProgress?.({
          doneBytes: this.#doneBytes,
          totalBytes: this.#totalBytes,
          file: file.name,
        });
      }
    } finally {
      await reader.cancel();
    }
  }
}
