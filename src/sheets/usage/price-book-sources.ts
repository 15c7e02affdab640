import { priceBookCells, shippedPriceBookCells } from "../../input/shipped-price-book";
import sources from "./price-book-sources.csv?raw";

/** The price book that is shipped as *Insert price book* writes it: its prices, where each is from, and what there is to know. */
export function sourcedPriceBookCells(): readonly (readonly (string | number)[])[] {
  const prices = shippedPriceBookCells();
  const at = prices[0]?.indexOf("Confidence");
  return priceBookCells(sources).map(([source = "", note = ""], row) => {
    const cells = prices[row] ?? [];
    return [...cells.slice(0, at), source, ...cells.slice(at), note];
  });
}
