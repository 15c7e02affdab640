import type { Place } from "./faults/place";
import { LARGEST_AMOUNT_USD } from "./money";
import { fail, type Result, succeed } from "./result";

/** Refuses a negative amount and one too large to hold cents. */
export function checkAmountUsd(amountUsd: number, place: Place): Result<number> {
  if (amountUsd < 0) return fail({ kind: "negativeAmount", place, amountUsd });
  if (amountUsd > LARGEST_AMOUNT_USD) return fail({ kind: "amountTooLarge", place, amountUsd });
  return succeed(amountUsd);
}
