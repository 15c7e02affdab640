import { readPriceBook } from "../src/input/price-book-cells";
import { filesToTry, type TextFile } from "../src/sheets/usage/example-exports";

/** The files of docs/example-exports, at the prices of the book that is shipped. */
export function writtenFiles(): readonly TextFile[] {
  const book = readPriceBook(undefined);
  return book.ok ? filesToTry(book.value) : [];
}
