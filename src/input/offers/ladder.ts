import type { Findings } from "./findings";
import type { About, Choice, OfferedBand } from "./offer-reading";
import { type Amount, type Discount, figuresOfPoint, type Point } from "./points";
import type { Span } from "./source";

/** A point whose threshold and discount are beyond question. */
interface Step {
  readonly thresholdUsd: number;
  readonly highUsd?: number;
  readonly discountFraction: number;
  readonly point: Point;
}

const money = (usd: number): string => usd.toLocaleString("en-US", { maximumFractionDigits: 2 });
const percent = (fraction: number): string => `${Number((fraction * 100).toPrecision(12))}%`;

/** Asks once about a phrase; what is asked is no longer left over. */
export function ask(
  findings: Findings,
  about: About,
  span: Span,
  readings: readonly Choice[],
): void {
  findings.asks.push({ about, from: findings.words(span), readings });
}

/** The bands of a text: a point for each line, row or pair, and a question for each that is in doubt. */
export function bandsFrom(points: readonly Point[], findings: Findings): readonly OfferedBand[] {
  const plain = withoutOddFigures(points, findings);
  for (const point of plain) findings.use(...figuresOfPoint(point));
  const firm = settled(plain, findings);
  const steps = withUpperBounds(firm, findings);
  return inOrder(steps, findings);
}

/** Without points that read differently from their list: some with %, some without; some with a minus, some without. */
function withoutOddFigures(points: readonly Point[], findings: Findings): readonly Point[] {
  const discounts = points.flatMap((point) => point.discounts).filter(({ figure }) => figure);
  const bare = discounts
    .flatMap((discount) => (discount.bare === undefined ? [] : discount.bare))
    .filter((figure) => figure !== 0);
  const isMixed =
    bare.length > 0 &&
    discounts.some(({ bare: figure, fraction }) => figure === undefined && fraction !== 0);
  const minus = discounts.filter(({ isMinus }) => isMinus).length;
  const isOddMinus =
    minus > 0 && discounts.some(({ isMinus, fraction }) => !isMinus && fraction !== 0);
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
        { value: odd, says: `${odd} is a fraction, ${percent(odd)}` },
      ],
    );
    for (const point of points) findings.use(...figuresOfPoint(point));
    return [];
  }
  return points.filter(({ discounts: [discount] }) => {
    if (discount === undefined) return true;
    return !(isMixed && discount.bare !== undefined) && !(isOddMinus && discount.isMinus);
  });
}

/** The points without a question; each question is asked, and what was converted is shown. */
function settled(points: readonly Point[], findings: Findings): readonly Point[] {
  const bare = points.filter(({ amount }) => amount && isBare(amount));
  const isAllSmall = bare.every(({ amount }) => (amount?.usd ?? 0) < 100);
  const asked = new Set<About>();
  return points.filter((point) => {
    const { amount, span } = point;
    const [discount, other] = point.discounts;
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
      values.map((value) => ({ value, says: money(value) }));
    if (amount?.figure.unsure) {
      const { about, readings } = amount.figure.unsure;
      doubt(about, amounts(...readings), about === "separator");
    } else if (amount && isBare(amount)) {
      const readings = [amount.usd, amount.usd * 1e3, ...(isAllSmall ? [amount.usd * 1e6] : [])];
      doubt("scale", amounts(...readings), true);
    } else if (amount?.bound === "about") {
      doubt("notFirm", [...amounts(amount.usd), LEAVE_OUT]);
    }
    if (point.isContested && other) {
      const readings = point.discounts.map(({ fraction }) => ({
        value: fraction,
        says: percent(fraction),
      }));
      doubt("whichOffer", readings);
    } else if (discount.highFraction !== undefined) {
      const readings = [discount.fraction, discount.highFraction].map((value) => ({
        value,
        says: percent(value),
      }));
      doubt("discountRange", readings);
    } else if (!discount.isFirm) {
      doubt("notFirm", [{ value: discount.fraction, says: percent(discount.fraction) }, LEAVE_OUT]);
    }
    return isSettled;
  });
}

const LEAVE_OUT: Choice = { value: null, says: "leave it out" };

/** Whether an amount has neither a sign nor a suffix and may count dollars or thousands. */
export function isBare({ figure, usd, isScaledByHeading }: Amount): boolean {
  return figure.kind === "number" && usd > 0 && usd < 10_000 && !isScaledByHeading;
}

function showConversions({ amount, span }: Point, discount: Discount, findings: Findings): void {
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

/** Where lines name where their bands end, each discount begins where the line before ends. */
function withUpperBounds(points: readonly Point[], findings: Findings): readonly Step[] {
  const isUpper = ({ amount }: Point): boolean => amount?.bound === "upTo";
  const uppers = points.filter(isUpper);
  const opens = points.findIndex((point) => !isUpper(point) && point.amount);
  const isLadder =
    uppers.length > 1 || (uppers.length === 1 && points.some(({ amount }) => amount === undefined));
  const steps: Step[] = [];
  let end = 0;
  for (const [index, point] of points.entries()) {
    const { amount } = point;
    const discountFraction = point.discounts[0]?.fraction ?? 0;
    const step = (thresholdUsd: number): void => {
      const { highUsd } = amount ?? {};
      steps.push({
        thresholdUsd,
        discountFraction,
        point,
        ...(highUsd !== undefined && { highUsd }),
      });
    };
    if (amount === undefined) {
      if (!isLadder) findings.listed.add(point.span);
      else step(end);
      continue;
    }
    if (amount.bound !== "upTo") {
      step(amount.usd);
      continue;
    }
    const next = points[index + 1]?.amount;
    const meets = next !== undefined && next.bound !== "upTo" && next.usd === amount.usd;
    if (isLadder || (opens >= 0 && index === 0 && (discountFraction === 0 || meets))) {
      if (amount.usd < end) findings.listed.add(point.span);
      else step(end);
      if (isLadder || discountFraction !== 0) findings.show("upperBounds", point.span);
      end = amount.usd;
      continue;
    }
    ask(findings, "notFirm", point.span, [
      { value: amount.usd, says: money(amount.usd) },
      LEAVE_OUT,
    ]);
  }
  return steps;
}

/** Bands in ascending order, each threshold once; two discounts for one are a question. */
function inOrder(steps: readonly Step[], findings: Findings): readonly OfferedBand[] {
  const sorted = steps.toSorted((one, other) => one.thresholdUsd - other.thresholdUsd);
  const isSorted = steps.every(
    (step, index) => step.thresholdUsd >= (steps[index - 1]?.thresholdUsd ?? 0),
  );
  const [first] = steps;
  if (!isSorted && first) findings.show("sorted", first.point.span);
  const bands: OfferedBand[] = [];
  const groups = new Map<number, Step[]>();
  for (const step of sorted)
    groups.set(step.thresholdUsd, [...(groups.get(step.thresholdUsd) ?? []), step]);
  let before: Step | undefined;
  for (const [thresholdUsd, group] of groups) {
    const fractions = [...new Set(group.map(({ discountFraction }) => discountFraction))];
    const [step] = group;
    if (step === undefined) continue;
    const { span } = step.point;
    const readings = fractions.map((value) => ({ value, says: percent(value) }));
    if (fractions.length > 1) {
      const isOptions = group.some(({ point }) => OPTIONS.test(findings.words(point.span)));
      ask(
        findings,
        isOptions ? "whichOffer" : "conflict",
        { start: span.start, end: Math.max(...group.map(({ point }) => point.span.end)) },
        readings,
      );
      before = undefined;
      continue;
    }
    const end = before?.highUsd;
    if (before && end !== undefined && thresholdUsd < end) {
      const values = [before.discountFraction, step.discountFraction];
      ask(
        findings,
        "conflict",
        span,
        values.map((value) => ({ value, says: percent(value) })),
      );
      continue;
    }
    const unit = Math.max(1, (end ?? 0) * 0.005);
    if (end !== undefined && thresholdUsd - end > unit) findings.show("gap", span);
    before = step;
    const name =
      step.point.name === undefined ? undefined : asWritten(step.point.name, span, findings);
    bands.push({
      thresholdUsd,
      discountFraction: step.discountFraction,
      ...(name !== undefined && { name }),
      from: findings.words(span),
    });
  }
  return bands;
}

const OPTIONS =
  /\b(?:option|offer(?:ed)?|ask(?:ed)?|round|proposal|version|revised|earlier|previous|before|now|we)\b/i;

/** A name with the capitals of the input. */
function asWritten(name: string, span: Span, findings: Findings): string {
  const words = findings.words(span);
  const at = words.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? name : words.slice(at, at + name.length);
}
