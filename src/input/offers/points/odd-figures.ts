import { ask, saysPercent } from "../ask";
import type { Findings } from "../findings";
import type { Amount } from "./amounts";
import { figuresOfPoint, type Point } from "./point";

/** "$2.70 (10% off)": less than anybody commits, so the price of something. */
function isPriceOfUnit({ figure, usd, isScaledByHeading }: Amount): boolean {
  const isMarked = figure.currency !== undefined && figure.scale === undefined;
  return isMarked && !isScaledByHeading && figure.unsure === undefined && usd > 0 && usd < 100;
}

/** Without points that read differently from their list: some with %, some without; some with a minus, some without. */
export function withoutOddFigures(
  points: readonly Point[],
  saysPlus: boolean,
  findings: Findings,
): readonly Point[] {
  const discounts = points.flatMap((point) => point.discounts).filter(({ figure }) => figure);
  const bare = discounts
    .flatMap((discount) => (discount.bare === undefined ? [] : discount.bare))
    .filter((figure) => figure !== 0);
  const isMixed =
    bare.length > 0 &&
    discounts.some(({ bare: figure, fraction }) => figure === undefined && fraction !== 0);
  const minus = discounts.filter(({ isMinus }) => isMinus).length;
  const isOddMinus =
    minus > 0 &&
    (saysPlus || discounts.some(({ isMinus, fraction }) => !isMinus && fraction !== 0));
  const odd = bare.find((figure) => figure < 1);
  if (odd !== undefined && bare.some((figure) => figure >= 1)) {
    const [first] = points;
    const last = points.at(-1);
    ask(
      findings,
      "percentOrFraction",
      { start: first?.span.start ?? 0, end: last?.span.end ?? 0 },
      [
        { value: odd / 100, says: `${odd} is ${odd}%` },
        { value: odd, says: `${odd} is a fraction, ${saysPercent(odd)}` },
      ],
    );
    for (const point of points) findings.use(figuresOfPoint(point));
    return [];
  }
  const isPaidByOthers = discounts.some(({ isPaid }) => isPaid);
  return points.filter(({ amount, discounts: [discount] }) => {
    if (amount && isPriceOfUnit(amount)) return false;
    if (discount === undefined) return true;
    // "88% of list at $500k. At $1M, 82%": most likely what is paid as well.
    if (isPaidByOthers && !discount.isPaid && discount.fraction >= 0.5) return false;
    return !(isMixed && discount.bare !== undefined) && !(isOddMinus && discount.isMinus);
  });
}
