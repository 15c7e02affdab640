import type { PricedBand } from "../../core/agreement";
import { formatExactPercent } from "../format/format";

/** How usage beyond the commitment is priced, after "overage is priced". */
export function overageWords({
  overage,
  overagePremiumFraction,
}: Pick<PricedBand, "overage" | "overagePremiumFraction">): string {
  const premium =
    overagePremiumFraction === 0
      ? ""
      : ` ${overagePremiumFraction > 0 ? "+" : ""}${formatExactPercent(overagePremiumFraction)}`;
  switch (overage) {
    case "list":
      return `at list${premium}`;
    case "committed":
      return `at the committed rate${premium}`;
    case "step-up":
      return "at the best band it reaches";
    case "re-rate":
      return "at each band’s rate as it is reached";
  }
}

/** What becomes of commitment that was not used. */
export function forfeitureWords({
  forfeitedFraction,
}: Pick<PricedBand, "forfeitedFraction">): string {
  if (forfeitedFraction === 1) return "forfeited";
  if (forfeitedFraction === 0) return "returned";
  return `${formatExactPercent(forfeitedFraction)} forfeited`;
}
