import type { Findings } from "../findings";
import type { Span } from "../source";
import type { Amount } from "./amounts";
import type { Discount } from "./discounts";
import type { Point } from "./point";

/** Shows what was done to the amount and the discount of a point. */
export function showConversions(
  { amount, span }: Point,
  discount: Discount,
  findings: Findings,
): void {
  if (amount) showAmount(amount, span, findings);
  if (discount.isPaid) findings.show("paidShare", span);
  if (discount.taken) findings.show(discount.taken, span);
  else if ((discount.bare ?? 0) >= 1) findings.show("percentTaken", span);
}

/** Shows what was done to an amount. */
export function showAmount(amount: Amount, span: Span, findings: Findings): void {
  if (amount.isAnnualised) findings.show("annualised", span);
  if (amount.isScaledByHeading) findings.show("scaledByHeading", span);
  if (amount.figure.isShared) findings.show("sharedUnit", span);
  if (amount.bound === "over") findings.show("exclusiveBound", span);
}
