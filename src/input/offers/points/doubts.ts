import { ask, LEAVE_OUT, saysMoney, saysPercent } from "../ask";
import type { Findings } from "../findings";
import type { About, Choice } from "../offer-reading";
import type { Amount } from "./amounts";
import { showConversions } from "./conversions";
import type { Point } from "./point";

/** The points without a question; each question is asked, and what was converted is shown. */
export function settled(points: readonly Point[], findings: Findings): readonly Point[] {
  // "1 to 250,000": beside figures that count dollars, 1 is where the first band begins.
  const countsDollars = points.some(
    ({ amount }) => amount?.figure.kind === "number" && amount.usd >= 10_000,
  );
  const isInDoubt = (amount: Amount): boolean =>
    isBare(amount) && !(amount.usd === 1 && countsDollars);
  const bare = points.filter(({ amount }) => amount && isInDoubt(amount));
  const isAllSmall = bare.every(({ amount }) => (amount?.usd ?? 0) < 100);
  /** Beside a bare figure that may count thousands, no other figure without a mark is beyond doubt. */
  const isUnscaled = ({ figure, isScaledByHeading }: Amount): boolean =>
    bare.length > 0 && figure.kind === "number" && figure.value > 0 && !isScaledByHeading;
  const asked = new Set<About>();
  return points.filter((point) => {
    const { amount, span } = point;
    const [discount] = point.discounts;
    if (discount === undefined) return false;
    showConversions(point, discount, findings);
    let isSettled = true;
    const doubt = (about: About, readings: readonly Choice[], isOnce = false): void => {
      isSettled = false;
      if (isOnce && asked.has(about)) return;
      asked.add(about);
      ask(findings, about, span, readings);
    };
    const amounts = (...values: readonly number[]): readonly Choice[] =>
      values.map((value) => ({ value, says: saysMoney(value) }));
    if (amount?.figure.unsure) {
      const { about, readings } = amount.figure.unsure;
      doubt(about, amounts(...readings), about === "separator");
    } else if (amount && isInDoubt(amount)) {
      const readings = [amount.usd, amount.usd * 1e3, ...(isAllSmall ? [amount.usd * 1e6] : [])];
      doubt("scale", amounts(...readings), true);
    } else if (amount && isUnscaled(amount)) {
      isSettled = false;
    } else if (amount?.bound === "about") {
      doubt("notFirm", [...amounts(amount.usd), LEAVE_OUT]);
    }
    if (
      point.isContested &&
      point.discounts.some(({ fraction }) => fraction !== discount.fraction)
    ) {
      const readings = point.discounts.map(({ fraction }) => ({
        value: fraction,
        says: saysPercent(fraction),
      }));
      doubt("whichOffer", readings);
    } else if (discount.highFraction !== undefined) {
      const readings = [discount.fraction, discount.highFraction].map((value) => ({
        value,
        says: saysPercent(value),
      }));
      doubt("discountRange", readings);
    } else if (!discount.isFirm) {
      doubt("notFirm", [
        { value: discount.fraction, says: saysPercent(discount.fraction) },
        LEAVE_OUT,
      ]);
    }
    return isSettled;
  });
}

/** Whether an amount has neither a sign nor a suffix and may count dollars or thousands. */
export function isBare({ figure, usd, isScaledByHeading }: Amount): boolean {
  return figure.kind === "number" && usd > 0 && usd < 10_000 && !isScaledByHeading;
}
