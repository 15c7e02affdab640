import { EXAMPLE_DEAL } from "./example-deal";
import { type InsertedSheet, insertDeal } from "./insert-deal";
import type { Outcome } from "./outcome";

/** Adds a sheet with the example deal. */
export function insertExample(): Promise<Outcome<InsertedSheet>> {
  return insertDeal(EXAMPLE_DEAL);
}
