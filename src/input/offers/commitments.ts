import { ask, LEAVE_OUT, saysMoney } from "./ask";
import type { ByYear } from "./figures/by-year";
import type { Figure } from "./figures/figure";
import type { Findings } from "./findings";
import type { Choice } from "./offer-reading";
import type { Amount } from "./points/amounts";
import { showAmount } from "./points/conversions";
import type { Discount } from "./points/discounts";
import { isBare } from "./points/doubts";
import { figuresOfPoint, type Point } from "./points/point";
import type { Span } from "./source";

/** An amount that the text calls a commitment, and the clause that does. */
export interface Committed {
  readonly amount: Amount;
  readonly span: Span;
}

/** A discount beside no amount. */
export interface FlatDiscount {
  readonly discount: Discount;
  readonly span: Span;
}

/** What is committed, and the points after questions about it took those that wait. */
export function readCommitments(
  points: readonly Point[],
  said: readonly Committed[],
  flats: readonly FlatDiscount[],
  years: readonly ByYear[],
  termMonths: number | undefined,
  saysYearly: boolean,
  findings: Findings,
): readonly Point[] {
  const amounts = years.find(({ figures }) => figures.some(({ kind }) => kind !== "percent"));
  const rates = years.find(({ figures }) => figures.every(({ kind }) => kind === "percent"));
  const flat = [...flats, ...flatByYear(rates, findings)];
  const equal = amounts && sameEveryYear(amounts);
  if (amounts && equal === undefined) {
    const readings = amounts.figures.map((figure) => ({
      value: figure.value,
      says: saysMoney(figure.value),
    }));
    ask(findings, "ramp", amounts.span, readings);
    findings.use(amounts.all);
    return points;
  }
  if (amounts) findings.use(amounts.all);
  const single = distinct(points.map(({ amount }) => amount?.usd)).length === 1;
  const ofPoint = (single ? points : saidBesideLadder(points, findings)).flatMap(
    ({ amount, span }) => (amount?.isCommitment ? [{ amount, span }] : []),
  );
  const all = withoutTotals(
    [
      ...said.filter(({ amount }) => equal === undefined || amount.figure.value !== equal.value),
      ...ofPoint,
      ...(amounts && equal ? [{ amount: yearlyAmount(equal), span: amounts.span }] : []),
    ],
    termMonths,
    findings,
  );
  const ends = said.map(({ amount }) => amount.highUsd);
  const values = distinct([...all.map(({ amount }) => amount.usd), ...ends]);
  const [first] = all;
  if (first === undefined) return withoutTotal(points, single && !saysYearly, findings);
  const isOfPoint = (point: Point): boolean => ofPoint.some(({ span }) => span === point.span);
  if (values.length > 1) {
    const readings = values
      .toSorted((one, other) => one - other)
      .map((value) => ({ value, says: saysMoney(value) }));
    ask(findings, "whichCommitment", first.span, readings);
    for (const { amount } of all) findings.use([amount.figure]);
    return points;
  }
  const { amount, span } = first;
  const isYearly = points.some(
    (point) => point.amount?.usd === amount.usd && point.amount.isPerYear,
  );
  const doubt = doubtOf(all, termMonths, saysYearly || isYearly);
  if (
    doubt &&
    !(
      isOfPoint(points[0] ?? { span, discounts: [], isContested: false }) &&
      doubt.about !== "totalOrYearly"
    )
  ) {
    ask(findings, doubt.about, span, doubt.readings);
    for (const one of all) findings.use([one.amount.figure]);
    for (const point of points.filter((one) => one.amount?.usd === amount.usd))
      findings.use(point.discounts.flatMap(({ figure }) => figure ?? []));
    for (const one of flat)
      if (one.span.start === span.start)
        findings.use([one.discount.figure].flatMap((figure) => figure ?? []));
    return points.filter((point) => point.amount?.usd !== amount.usd);
  }
  if (doubt) return points;
  for (const one of all) findings.use([one.amount.figure]);
  showAmount({ ...amount, bound: "from" }, span, findings);
  findings.fields.commitmentUsd = { value: amount.usd, from: findings.words(span) };
  const fractions = distinct(flat.map(({ discount }) => discount.fraction));
  if (fractions.length === 0 || (points.length > 0 && fractions.length > 1)) return points;
  const flatPoints = flat.map(
    ({ discount, span: from }): Point => ({
      span: from,
      amount: { ...amount, bound: "from" },
      discounts: [discount],
      isContested: false,
    }),
  );
  return [...flatPoints, ...points];
}

const PROPOSES = /\b(?:propos(?:e|es|ing)|recommend|suggest)\b[^.;]{0,30}\bcommitment\b/i;

/** "For a commitment of $500k we can offer 12%". */
const FOR_IT = /^\W*(?:for|at|with|on|if|should|when)\b/i;

/** "At $1M you would get 18%": beside what is offered, another commitment. */
const ELSE_WOULD = /\b(?:would|could)\b|'d\b/i;

/**
 * The point that a ladder holds once more, "Annual commitment: $500k at 12%. Levels: $500k: 12%; $1M: 16%", or the only one that is
 * proposed as a commitment, "We propose a commitment of $500k at 12%. At $1M it is 16%".
 */
function saidBesideLadder(points: readonly Point[], findings: Findings): readonly Point[] {
  const committed = points.filter(({ amount }) => amount?.isCommitment);
  const others = points.filter(({ amount }) => !amount?.isCommitment);
  const isOnly =
    committed.every(({ span }) => PROPOSES.test(findings.words(span))) ||
    (committed.every(({ span }) => !FOR_IT.test(findings.words(span))) &&
      others.length > 0 &&
      others.every(({ span }) => ELSE_WOULD.test(findings.words(span))));
  if (committed.length === 1 && isOnly) return committed;
  const isSame = (one: Point, other: Point): boolean =>
    one.amount?.usd === other.amount?.usd &&
    one.discounts[0]?.fraction === other.discounts[0]?.fraction;
  return points.filter(
    (one) =>
      one.amount?.isCommitment === true &&
      points.some((other) => other !== one && !other.amount?.isCommitment && isSame(one, other)),
  );
}

/** "$400k a year, $1.2M in total over 36 months": the total of the term is no commitment of its own beside the year's. */
function withoutTotals(
  said: readonly Committed[],
  termMonths: number | undefined,
  findings: Findings,
): readonly Committed[] {
  const years = (termMonths ?? 0) / 12;
  return said.filter(
    ({ amount, span }) =>
      years <= 1 ||
      !TOTAL.test(findings.words(span)) ||
      !said.some((other) => other.amount.isPerYear && other.amount.usd * years === amount.usd),
  );
}

const TOTAL = /\b(?:total|totall?ing|overall|altogether|aggregate|in all|tcv)\b/i;

/** One amount that nobody calls a commitment, "$1M over 24 months at 15%", may be a total as well. */
function withoutTotal(
  points: readonly Point[],
  mayBeTotal: boolean,
  findings: Findings,
): readonly Point[] {
  const [{ amount, span } = {}] = points;
  if (!mayBeTotal || amount === undefined || span === undefined) return points;
  const isContested =
    distinct(points.flatMap(({ discounts }) => discounts.map(({ fraction }) => fraction))).length >
    1;
  if (amount.figure.unsure || isBare(amount) || isContested) return points;
  if (points.some((one) => one.amount?.isPerYear)) return points;
  const readings = totalOrYearly(amount, findings.fields.termMonths?.value);
  if (readings === undefined) return points;
  const end = points.reduce((last, point) => Math.max(last, point.span.end), span.end);
  ask(findings, "totalOrYearly", { start: span.start, end }, readings);
  findings.use(points.flatMap(figuresOfPoint));
  return [];
}

/** The readings of an amount under a term of several years; undefined under a shorter one. */
function totalOrYearly(
  { usd }: Amount,
  termMonths: number | undefined,
): readonly Choice[] | undefined {
  if (termMonths === undefined || termMonths <= 12) return undefined;
  return choices(Math.round((usd / (termMonths / 12)) * 100) / 100, usd);
}

function distinct(values: readonly (number | undefined)[]): readonly number[] {
  return [...new Set(values.flatMap((value) => value ?? []))];
}

function sameEveryYear({ figures }: ByYear): Figure | undefined {
  const [first] = figures;
  return figures.every(({ value }) => value === first?.value) ? first : undefined;
}

export function yearlyAmount(figure: Figure): Amount {
  return {
    figure,
    usd: figure.value,
    bound: "from",
    isAnnualised: false,
    isPerYear: true,
    isCommitment: true,
  };
}

/** A discount that is the same in every year is one discount. */
function flatByYear(rates: ByYear | undefined, findings: Findings): readonly FlatDiscount[] {
  const figure = rates && sameEveryYear(rates);
  if (rates === undefined || figure === undefined) return [];
  findings.use(rates.all);
  return [
    { discount: { figure, fraction: figure.value, isFirm: true, isPaid: false }, span: rates.span },
  ];
}

/** The question about a commitment that has two readings. */
function doubtOf(
  all: readonly Committed[],
  termMonths: number | undefined,
  saysYearly: boolean,
): Parameters<typeof askOf>[0] | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const { amount } = first;
  const { unsure } = amount.figure;
  if (unsure) return askOf({ about: unsure.about, readings: choices(...unsure.readings) });
  if (isBare(amount)) {
    const small = amount.usd < 100 ? [amount.usd * 1e6] : [];
    return askOf({ about: "scale", readings: choices(amount.usd, amount.usd * 1e3, ...small) });
  }
  if (amount.bound === "about" || amount.bound === "upTo")
    return askOf({
      about: "notFirm",
      readings: [...choices(amount.usd), LEAVE_OUT],
    });
  if (saysYearly || all.some((one) => one.amount.isPerYear)) return undefined;
  const readings = totalOrYearly(amount, termMonths);
  return readings && askOf({ about: "totalOrYearly", readings });
}

type Doubt = {
  readonly about: "separator" | "sharedUnit" | "scale" | "notFirm" | "totalOrYearly";
  readonly readings: readonly Choice[];
};

function askOf(doubt: Doubt): Doubt {
  return doubt;
}

function choices(...values: readonly number[]): Doubt["readings"] {
  return values.map((value) => ({ value, says: saysMoney(value) }));
}
