import { type Agreement, type PricedBand, withBand, withoutThreshold } from "../../core/agreement";
import { bandPosition } from "../../core/bands";
import { LEAST_RATE } from "../../core/bisect";
import { costCurve } from "../../core/cost-curve";
import { CENT_USD } from "../../core/hindsight";
import { LARGEST_AMOUNT_USD, toCents } from "../../core/money";
import { NoAnswer } from "../../core/no-answer";
import { sum } from "../../core/piecewise-linear";
import type { Answer } from "../../core/result";
import { expectedCost } from "../../forecast/expected-cost";
import { expectedValue } from "../../forecast/expected-value";
import type { Forecast } from "../../forecast/forecast";
import { variationOf } from "../../forecast/scaled";
import { firstLoss, type Lead } from "./first-loss";
import { averagePath, leastOnPath, spreadPath, type UsagePath } from "./usage-path";

/** An input that may change. */
export type Changed =
  | { readonly kind: "average" }
  | { readonly kind: "spread" }
  | { readonly kind: "discount" | "threshold"; readonly thresholdUsd: number };

/** Where another commitment takes over, and which: the least cost just beyond. */
export interface TakeOver {
  readonly at: number;
  readonly bestUsd: number;
}

/** Between which values of one input a commitment stays the cheapest on offer; without an end where it always does. */
export interface AnswerRange {
  readonly changed: Changed;
  readonly now: number;
  readonly from: TakeOver | undefined;
  readonly to: TakeOver | undefined;
}

/** A lead, and which of the rivals costs least; a threshold that moves is a rival of another amount. */
interface Contest extends Lead {
  readonly bestAt: (x: number) => number;
  /** What a commitment on offer is there. */
  readonly amountAt: (usd: number, x: number) => number;
}

/** Just beyond an end several may cost the same, to a rounding: which takes over shows this share of the way further on. */
const HAIR = 1e-9;

/** Rows that may be asked for; the first where nothing is said. */
export const RANGE_DETAILS = ["all", "usage", "bands"] as const;

/** Costs that differ by less than this part of what they derive from differ by rounding alone. */
const ROUNDING = 1e-13;

/** What can be committed as written: none, each threshold, and an amount; ascending, each once to the cent. */
export function commitmentsOnOffer(commitmentUsd: number, { bands }: Agreement): readonly number[] {
  const byCents = new Map([[toCents(commitmentUsd), commitmentUsd]]);
  for (const usd of [0, ...bands.map(({ thresholdUsd }) => thresholdUsd)])
    if (!byCents.has(toCents(usd))) byCents.set(toCents(usd), usd);
  return [...byCents.values()].sort((a, b) => a - b);
}

/**
 * How far average usage, its spread, each discount and each threshold may change, one at a time, before a commitment is no
 * longer the cheapest on offer in expectation (docs/pricing-model.md 26.1).
 *
 * @returns none where another is cheaper as it is, or where usage varies around an average of 0.
 */
export function answerRange(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
  detail: (typeof RANGE_DETAILS)[number] = "all",
): Answer<readonly AnswerRange[]> {
  const rows = answerRows(forecast, commitmentUsd, agreement, detail);
  return rows instanceof NoAnswer ? rows : [...rows];
}

/** As answerRange; each row is found when it is asked for, so that a page can draw between them. */
export function answerRows(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
  detail: (typeof RANGE_DETAILS)[number],
): Answer<Iterable<AnswerRange>> {
  const rivals = commitmentsOnOffer(commitmentUsd, agreement).filter(
    (usd) => toCents(usd) !== toCents(commitmentUsd),
  );
  if (!Number.isFinite(variationOf(forecast))) return new NoAnswer({ kind: "averageOfZero" });
  const deal: Deal = { forecast, commitmentUsd, rivals, agreement };
  const average = usageContest(deal, averagePath(forecast));
  if (average.at(forecast.meanUsd) < 0) {
    const betterUsd = average.bestAt(forecast.meanUsd);
    return new NoAnswer({ kind: "notCheapest", commitmentUsd, betterUsd });
  }
  return rowsOf(deal, average, detail);
}

function* rowsOf(
  deal: Deal,
  average: Contest,
  detail: (typeof RANGE_DETAILS)[number],
): Generator<AnswerRange, void> {
  const { forecast, agreement } = deal;
  if (detail !== "bands") {
    yield usageRange("average", average, averagePath(forecast));
    yield usageRange("spread", usageContest(deal, spreadPath(forecast)), spreadPath(forecast));
  }
  if (detail === "usage") return;
  for (const position of agreement.bands.keys()) yield discountRange(deal, position);
  for (const [position, { thresholdUsd }] of agreement.bands.entries())
    if (toCents(thresholdUsd) !== 0) yield thresholdRange(deal, position);
}

/** A commitment, the others on offer, and what prices them. */
interface Deal {
  readonly forecast: Forecast;
  readonly commitmentUsd: number;
  readonly rivals: readonly number[];
  readonly agreement: Agreement;
}

function usageRange(kind: "average" | "spread", contest: Contest, path: UsagePath): AnswerRange {
  const { present, most, shown } = path;
  const range = rangeOf(contest, { kind }, present, 0, most);
  const asShown = (end: TakeOver | undefined) => end && { ...end, at: shown(end.at) };
  return { ...range, now: shown(present), from: asShown(range.from), to: asShown(range.to) };
}

function rangeOf(
  contest: Contest,
  changed: Changed,
  now: number,
  least: number,
  most: number,
  turns?: readonly number[],
): AnswerRange {
  const towards = (end: number): TakeOver | undefined => {
    const loss = firstLoss(contest, now, end, turns);
    if (!loss) return undefined;
    const { last, beyond } = loss;
    const bestUsd = contest.bestAt(beyond + HAIR * (beyond - now));
    return { at: last, bestUsd: contest.amountAt(bestUsd, beyond) };
  };
  return { changed, now, from: towards(least), to: towards(most) };
}

/** What each rival costs beyond the commitment, and an amount that these derive from. */
interface Leads {
  readonly leads: readonly number[];
  readonly ofUsd: number;
}

/**
 * @param leadsAt The leads at a number.
 * @param leastLeads No more than the leads anywhere between two numbers.
 */
function contestOf(
  { commitmentUsd, rivals }: Deal,
  { narrowest, amountAt }: Pick<Contest, "narrowest" | "amountAt">,
  leadsAt: (x: number) => Leads,
  leastLeads: (nearX: number, farX: number) => Leads,
): Contest {
  const least = ({ leads, ofUsd }: Leads, x: number): number => {
    const fromUsd = Math.max(1, ofUsd, amountAt(commitmentUsd, x));
    return Math.min(
      ...leads.map((lead, i) => lead + ROUNDING * Math.max(fromUsd, amountAt(rivals[i] ?? 0, x))),
    );
  };
  return {
    narrowest,
    amountAt,
    at: (x) => least(leadsAt(x), x),
    bestAt: (x) => {
      const { leads } = leadsAt(x);
      return rivals[leads.indexOf(Math.min(...leads))] ?? 0;
    },
    leastBetween: (nearX, farX) => least(leastLeads(nearX, farX), nearX),
  };
}

/** Each rival's cost less the commitment's is one curve over usage, so that what both pay alike cancels. */
function usageContest(deal: Deal, path: UsagePath): Contest {
  const { commitmentUsd, rivals, agreement } = deal;
  const own = costCurve(commitmentUsd, agreement);
  const curves = rivals.map((usd) => sum(costCurve(usd, agreement), own, -1));
  return contestOf(
    deal,
    { narrowest: 2 ** -10, amountAt: (usd) => usd },
    (x) => {
      const usage = path.at(x);
      return { leads: curves.map((curve) => expectedValue(curve, usage)), ofUsd: usage.meanUsd };
    },
    (nearX, farX) => {
      const ends = [path.at(nearX), path.at(farX)] as const;
      const leads = curves.map((curve) => leastOnPath(curve, path, nearX, farX, ends));
      return { leads, ofUsd: ends[0].meanUsd };
    },
  );
}

/** A deal with one of its bands changed by a number. */
interface ChangedBand extends Pick<Contest, "narrowest" | "amountAt"> {
  readonly agreementAt: (x: number) => Agreement;
  /** Whether the change can reach the cost of a commitment in the band at a position. */
  readonly reaches: (usd: number, position: number) => boolean;
  /** No more than a cost, and no less, between two numbers. */
  readonly bounds: (
    usd: number,
    nearX: number,
    farX: number,
    costAt: (x: number) => number,
  ) => Bounds;
}

type Bounds = readonly [least: number, most: number];

function dealContest(deal: Deal, change: ChangedBand): Contest {
  const { forecast, commitmentUsd, rivals, agreement } = deal;
  const { agreementAt, amountAt, reaches, bounds } = change;
  const { bands } = agreement;
  // Only the costs that the change can reach are priced again: 200 bands are changed one after the other.
  const costOf = (usd: number): ((x: number) => number) => {
    const position = bandPosition(usd, bands);
    const { overage } = bands[position] ?? bands[0];
    if ((overage === "list" || overage === "committed") && !reaches(usd, position)) {
      const fixedUsd = expectedCost(forecast, usd, agreement);
      return () => fixedUsd;
    }
    return (x) => expectedCost(forecast, amountAt(usd, x), agreementAt(x));
  };
  const own = costOf(commitmentUsd);
  const others = rivals.map((usd) => ({ usd, costAt: costOf(usd) }));
  return contestOf(
    deal,
    change,
    (x) => {
      const ofUsd = own(x);
      return { leads: others.map(({ costAt }) => costAt(x) - ofUsd), ofUsd };
    },
    (nearX, farX) => {
      const [, ofUsd] = bounds(commitmentUsd, nearX, farX, own);
      const leads = others.map(({ usd, costAt }) => bounds(usd, nearX, farX, costAt)[0] - ofUsd);
      return { leads, ofUsd };
    },
  );
}

function discountRange(deal: Deal, position: number): AnswerRange {
  const { agreement } = deal;
  const band = agreement.bands[position] ?? agreement.bands[0];
  const contest = dealContest(deal, {
    agreementAt: (discountFraction) =>
      withBand(agreement, { ...band, discountFraction, rate: 1 - discountFraction }),
    amountAt: (usd) => usd,
    reaches: (_, landed) => landed === position,
    narrowest: 1 / 128,
    // Every cost only falls as a discount rises.
    bounds: (_, near, far, costAt) => [costAt(Math.max(near, far)), costAt(Math.min(near, far))],
  });
  const changed = { kind: "discount", thresholdUsd: band.thresholdUsd } as const;
  return rangeOf(contest, changed, band.discountFraction, 0, 1 - LEAST_RATE);
}

/** A threshold moves between its neighbours, and with it the commitment that equals it. */
function thresholdRange(deal: Deal, position: number): AnswerRange {
  const { forecast, agreement, commitmentUsd } = deal;
  const { bands } = agreement;
  const band = bands[position] ?? bands[0];
  const { thresholdUsd } = band;
  const others = withoutThreshold(agreement, thresholdUsd);
  const isMoved = (usd: number): boolean => toCents(usd) === toCents(thresholdUsd);
  const slopeAt = slopeOfCommitting(band, agreement, forecast);
  const contest = dealContest(deal, {
    agreementAt: (x) => withBand(others, { ...band, thresholdUsd: x }),
    amountAt: (usd, x) => (isMoved(usd) ? x : usd),
    narrowest: slopeAt ? 2 ** -10 : 1 / 128,
    reaches: (usd, landed) => isMoved(usd) || landed === position || landed === position - 1,
    bounds: (usd, near, far, costAt) => {
      const [nearUsd, farUsd] = [costAt(near), costAt(far)];
      const mostUsd = Math.max(nearUsd, farUsd);
      if (!slopeAt || !isMoved(usd)) return [Math.min(nearUsd, farUsd), mostUsd];
      // A convex cost lies above its tangents and below the line between two of its points.
      const fromNear = nearUsd + Math.min(0, slopeAt(near) * (far - near));
      const fromFar = farUsd + Math.min(0, slopeAt(far) * (near - far));
      return [Math.max(fromNear, fromFar), mostUsd];
    },
  });
  return rangeOf(
    contest,
    { kind: "threshold", thresholdUsd },
    thresholdUsd,
    (bands[position - 1]?.thresholdUsd ?? 0) + CENT_USD,
    (bands[position + 1]?.thresholdUsd ?? LARGEST_AMOUNT_USD) - CENT_USD,
    // A commitment between thresholds changes its band where one passes it.
    [commitmentUsd, commitmentUsd + CENT_USD],
  );
}

/** How expected cost moves with the commitment within a band; none where overage is priced by other thresholds. */
function slopeOfCommitting(
  { overage, overagePremiumFraction, rate, forfeitedFraction }: PricedBand,
  { basis }: Agreement,
  forecast: Forecast,
): ((commitmentUsd: number) => number) | undefined {
  if (overage !== "list" && overage !== "committed") return undefined;
  const dearness = (1 + overagePremiumFraction) / (overage === "list" ? rate : 1);
  const [price, capacity] = basis === "net" ? [1, 1 / rate] : [rate, 1];
  return (usd) => {
    const unfilled = forecast.atMost(usd * capacity);
    return price * (1 - dearness * (1 - unfilled) - (1 - forfeitedFraction) * unfilled);
  };
}
