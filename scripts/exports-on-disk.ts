import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { US_DOLLAR } from "../src/core/currency";
import { describeErrors } from "../src/core/errors";
import { readPriceBook } from "../src/input/price-book-cells";
import { priceBookCells } from "../src/input/shipped-price-book";
import { importFiles } from "../src/input/usage-files/import-files";
import { machineReport } from "../src/input/usage-files/machine-report";
import type { ExportFile } from "../src/input/usage-files/text/survey";
import { tooManyRowsSentence } from "../src/wording/messages/usage-file-messages";

/** What an import would give, or the sentence that says why there is none. */
type Printed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly sentence: string };

/**
 * Reads export files as the pane does.
 *
 * @param bookFile A price book as a CSV file; the shipped one if omitted.
 */
export async function readExports(files: readonly string[], bookFile?: string): Promise<Printed> {
  if (files.length === 0)
    return { ok: false, sentence: "Give the files: node scripts/read-exports.mjs FILE…" };
  const cells = bookFile === undefined ? null : priceBookCells(await readFile(bookFile, "utf8"));
  const book = readPriceBook(cells);
  if (!book.ok) return { ok: false, sentence: describeErrors(book.errors, US_DOLLAR) };
  const outcome = await importFiles(await Promise.all(files.map(exportFile)), { book: book.value });
  if (outcome.kind === "read") return { ok: true, value: machineReport(outcome.preview) };
  return {
    ok: false,
    sentence: outcome.kind === "cancelled" ? "Cancelled." : tooManyRowsSentence(outcome.mostRows),
  };
}

/** A file on disk as the browser gives one that is dropped. */
export async function exportFile(file: string): Promise<ExportFile> {
  const { size } = await stat(file);
  return {
    name: path.basename(file),
    size,
    stream: () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
  };
}
