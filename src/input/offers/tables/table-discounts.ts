import type { Heading } from "../../headings/headings";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import { type Discount, discountAt, discountInWords } from "../points/discounts";
import type { Columns } from "./table-headings";

export function discountFigures(masked: string, all: readonly Figure[]): readonly Figure[] {
  return [...masked.matchAll(/‹[mnpu](\d+)›/g)].flatMap(([, index]) => all[Number(index)] ?? []);
}

/** What bare figures of a column are divided by: 100 for whole percents, 1 for fractions. */
export function percentScale(
  bare: readonly Figure[],
  /** -1 where every figure has a minus, which is then a reduction. */
  sign: 1 | -1,
  { discountHeading }: Columns,
  findings: Findings,
): 1 | 100 | "asked" {
  const [below, above] = [
    bare.some(({ value }) => sign * value < 1),
    bare.some(({ value }) => sign * value >= 1),
  ];
  if (!below && !above) return 1;
  if (below && above) return "asked";
  const isPercent = discountHeading.unit.percent;
  if (below) return isPercent && findings.source.rows === undefined ? "asked" : 1;
  return 100;
}

export function discountIn(
  masked: string,
  all: readonly Figure[],
  heading: Heading,
  scale: number,
): Discount | undefined {
  const [figure, second] = discountFigures(masked, all);
  if (figure === undefined) return discountInWords(masked) ?? undefined;
  if (
    second !== undefined ||
    /‹d\d+›/.test(masked) ||
    figure.kind === "money" ||
    discountInWords(masked) === null
  )
    return undefined;
  const at = masked.indexOf("‹");
  const fraction =
    figure.kind === "number" ? Number((figure.value / scale).toPrecision(12)) : figure.value;
  const before = masked.slice(0, at).replace(/^\s*-\s*$/, "");
  const after = masked.slice(masked.indexOf("›") + 1);
  const read = discountAt({ ...figure, value: fraction }, before, after);
  if (read === undefined) return undefined;
  const isReduction = read.isMinus === true || /^\s*-\s*$/.test(masked.slice(0, at));
  const isPaid = heading.says === "paid" && !read.isPaid && !isReduction;
  const share = isPaid ? Number((1 - read.fraction).toPrecision(12)) : read.fraction;
  return {
    ...read,
    figure,
    fraction: share,
    isPaid: isPaid || read.isPaid,
    ...(figure.kind === "number" &&
      Math.abs(scale) === 100 &&
      figure.value !== 0 && { taken: heading.unit.percent ? "percentByHeading" : "percentTaken" }),
  };
}
