import { readPriceBook } from "../../input/price-book-cells";
import { exampleExports } from "../../sheets/usage/example-exports";

/** Exports of a made year, as files that somebody could have dropped. */
export function exampleFiles(): readonly File[] {
  const book = readPriceBook(undefined);
  if (!book.ok) return [];
  const { usage, cost } = exampleExports(book.value);
  return [usage, cost].map(({ name, text }) => new File([text], name, { type: "text/csv" }));
}
