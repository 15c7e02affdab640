import type { Committed } from "./commitments";
import type { Figure } from "./figures/figure";

/**
 * What a year is committed to where nothing is called a commitment and a total confirms it: "$1.8M (3 years, $600k per year)", since
 * the years of the term times a year's amount are another amount of the text.
 */
export function yearOfTotal(
  singles: readonly Committed[],
  all: readonly Figure[],
  termMonths: number | undefined,
): readonly Committed[] {
  if (termMonths === undefined || termMonths <= 12) return [];
  const yearly = singles.filter(
    ({ amount: { usd, isPerYear, isAnnualised } }) =>
      isPerYear &&
      !isAnnualised &&
      all.some(({ kind, value }) => kind === "money" && value === (usd * termMonths) / 12),
  );
  const [first] = yearly;
  return first && yearly.every(({ amount }) => amount.usd === first.amount.usd) ? [first] : [];
}
