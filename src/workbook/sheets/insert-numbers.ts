import type { Currency } from "../../core/currency";
import { type DealNumbers, dealOfNumbers } from "../../sheets/deal-numbers";
import type { Outcome } from "../excel/outcome";
import { type InsertedSheet, insertDeal } from "./insert-deal";

/** Adds a sheet with a deal that was given in numbers alone. */
export function insertNumbers(
  numbers: DealNumbers,
  currency: Currency,
  now = new Date(),
): Promise<Outcome<InsertedSheet>> {
  return insertDeal(dealOfNumbers(numbers), currency, now);
}
