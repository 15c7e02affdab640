import csv from "./price-book.csv?raw";

let shipped: readonly (readonly (string | number)[])[] | undefined;

/** The cells of the price book that is shipped, headings first, without its sources and notes, which no function reads. */
export function shippedPriceBookCells(): readonly (readonly (string | number)[])[] {
  shipped ??= priceBookCells(csv);
  return shipped;
}

/** A price book as a file of commas, into cells: numbers as numbers; a cell that holds a comma stands in quotes. */
export function priceBookCells(text: string): readonly (readonly (string | number)[])[] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain = ""]) =>
          quoted?.replaceAll('""', '"') ?? (/^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : plain),
      ),
    );
}
