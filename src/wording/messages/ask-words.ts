import { askedFraction, type NeededDiscount } from "../../analysis/concession";
import { formatExactPercent } from "../format/format";

/** A discount that no vendor gives, beside the one offered: "37.2%, where 15% is offered". */
export function unrealisticWords({ neededFraction, extraFraction }: NeededDiscount): string {
  const asked = askedFraction(neededFraction);
  const words = asked >= 1 ? "nearly 100%" : formatExactPercent(asked);
  return `${words}, where ${formatExactPercent(neededFraction - extraFraction)} is offered`;
}
