import { describeError } from "../../../../core/errors";
import { readPriceBook } from "../../../../input/price-book-cells";
import { importFiles } from "../../../../input/usage-files/import-files";
import { tooManyRowsSentence } from "../../../../wording/messages/usage-file-messages";
import type { ReadingAnswer, ReadingRequest } from "./import-messages";
import { importSummary } from "./import-summary";

/** Reads files as it is asked to; what the worker does, without the worker. */
export class FileReader {
  readonly #answer: (answer: ReadingAnswer) => void;
  readonly #stop = new AbortController();

  constructor(answer: (answer: ReadingAnswer) => void) {
    this.#answer = answer;
  }

  async take(request: ReadingRequest): Promise<void> {
    if (request.kind === "cancel") return this.#stop.abort();
    try {
      this.#answer(await this.#read(request));
    } catch (error) {
      // A file that was changed or moved while it was read.
      const message = error instanceof Error ? error.message : String(error);
      const sentence = `The files could not be read to their end (${message}). Choose them again.`;
      this.#answer({ kind: "refused", sentence });
    }
  }

  async #read({
    files,
    book,
    currency,
  }: Extract<ReadingRequest, { readonly kind: "read" }>): Promise<ReadingAnswer> {
    const prices = readPriceBook(book ?? undefined);
    if (!prices.ok) {
      const [first] = prices.errors;
      const more = prices.errors.length - 1;
      const others = more > 0 ? ` ${more} more in the same table.` : "";
      const sentence = first ? describeError(first, currency) : "";
      return {
        kind: "refused",
        sentence: `The price book in this workbook cannot be used: ${sentence}${others} Put its table right, then read the files again.`,
      };
    }
    let told = -1;
    const outcome = await importFiles(files, {
      book: prices.value,
      signal: this.#stop.signal,
      onProgress: ({ doneBytes, totalBytes, file }) => {
        const percent = Math.floor((100 * doneBytes) / totalBytes);
        if (percent <= told) return;
        told = percent;
        this.#answer({ kind: "progress", percent, file });
      },
    });
    switch (outcome.kind) {
      case "read":
        return {
          kind: "read",
          summary: importSummary(outcome.preview, prices.value, isBlank(book)),
        };
      case "cancelled":
        return outcome;
      case "tooManyRows":
        return { kind: "refused", sentence: tooManyRowsSentence(outcome.mostRows) };
    }
  }
}

/** Whether a table of prices holds none: then the book that is shipped prices the files. */
function isBlank(book: readonly (readonly unknown[])[] | null): boolean {
  return book?.slice(1).every((row) => row.every((cell) => cell === "")) ?? true;
}
