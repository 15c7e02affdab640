import { type Currency, currencyOf, US_DOLLAR } from "../../core/currency";

// Until the elements of the pane get the currency as a property, they ask for it here; nothing below the pane may.

let chosen: Currency = US_DOLLAR;

/** The currency that the pane labels amounts with. */
export function paneCurrency(): Currency {
  return chosen;
}

/** Labels the pane's amounts from now on. */
export function labelAmounts(code: string): void {
  chosen = currencyOf(code);
}
