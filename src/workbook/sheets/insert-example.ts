import type { Currency } from "../../core/currency";
import { EXAMPLE_DEAL } from "../../sheets/example-deal";
import type { Outcome } from "../excel/outcome";
import { type InsertedSheet, insertDeal } from "./insert-deal";

/** Adds a sheet with the example deal. */
export function insertExample(
  currency: Currency,
  now = new Date(),
): Promise<Outcome<InsertedSheet>> {
  return insertDeal(EXAMPLE_DEAL, currency, now);
}
