import type { Result } from "../../src/core/result";
import type { PriceBook } from "../../src/efficiency/price-book";
import { readPriceBook } from "../../src/input/price-book-cells";

/** A value that the test knows to be right. */
export function known<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.errors));
}

export function book(cells: readonly (readonly unknown[])[] | null = null): PriceBook {
  return known(readPriceBook(cells));
}
