import { type DealNumbers, dealOfNumbers } from "./deal-numbers";
import { type InsertedSheet, insertDeal } from "./insert-deal";
import type { Outcome } from "./outcome";

/** Adds a sheet with a deal that was given in numbers alone. */
export function insertNumbers(numbers: DealNumbers): Promise<Outcome<InsertedSheet>> {
  return insertDeal(dealOfNumbers(numbers));
}
