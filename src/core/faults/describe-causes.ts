import type { Currency } from "../currency";
import { byCause, describeCause, type PricingError } from "../errors";

/** A sentence for each cause of faults. */
export function describeCauses(
  errors: readonly PricingError[],
  currency: Currency,
): readonly string[] {
  return byCause(errors).map((one) => describeCause(one, currency));
}
