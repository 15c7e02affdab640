import type { Agreement } from "../core/agreement";
import { type BandReach, bandReaches, CENT_USD } from "../core/hindsight";
import { LARGEST_AMOUNT_USD, toCents } from "../core/money";
import { HIGH_END_OF_LAST_THRESHOLD } from "../core/threshold-axis";
import type { Forecast } from "../forecast/forecast";
import { stationaryPoint } from "../forecast/optimal-commitment";
import { type BestCommitments, bestCommitments, runnerUp } from "./best-commitments";
import { expectedSaving } from "./expected-saving";
import { roundingOf } from "./forecast-rounding";

/** A commitment and what it is expected to save, USD. */
export interface CurvePoint {
  readonly commitmentUsd: number;
  readonly expectedSavingUsd: number;
}

/** The commitments of one band, from its threshold up to the cent below the next one, or up to the end of the curve. */
export interface CurveSegment {
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  readonly points: readonly [CurvePoint, ...CurvePoint[]];
}

/** Expected saving against commitment: a segment for each band, with a cliff between each two. */
export interface SavingsCurve {
  /** Commitment at which the last segment is cut off. */
  readonly endUsd: number;
  readonly segments: readonly CurveSegment[];
  readonly marks: BestCommitments;
}

/** Points inside a segment if it spanned the whole curve, and at most in one. */
const POINTS_ACROSS = 180;
const MOST_POINTS = 45;
/** A segment narrower than this part of the curve is a pixel or two wide: its ends and its stationary point are enough. */
const NARROW = 0.005;

/**
 * Expected saving against commitment, without a lost feature: the cent below and the cent at every threshold, stationary points, and enough
 * between them to draw every bend.
 *
 * @param currentUsd The present commitment; undefined where it is not known.
 * @param leastEndUsd The curve extends at least to here, so that two curves to compare end together.
 */
export function savingsCurve(
  forecast: Forecast,
  agreement: Agreement,
  currentUsd: number | undefined,
  leastEndUsd = curveEnd(forecast, agreement),
): SavingsCurve {
  const known = new Map<number, number>();
  const savingOf = (usd: number): number => {
    const savingUsd = known.get(usd) ?? expectedSaving(forecast, agreement, usd);
    known.set(usd, savingUsd);
    return savingUsd;
  };
  const marks = bestCommitments(forecast, agreement, currentUsd, roundingOf(forecast), savingOf);
  const marked = [marks.current, marks.best, runnerUp(marks)].map(
    (mark) => mark?.commitmentUsd ?? 0,
  );
  const endUsd = Math.max(leastEndUsd, ...marked.map((usd) => (usd > leastEndUsd ? ceil(usd) : 0)));
  return { endUsd, segments: segments(forecast, agreement, endUsd, savingOf), marks };
}

/** How far the curve extends beyond what it must show, and its limit as a multiple of the last threshold. */
const ROOM = 1.05;
const MOST_OF_LAST_THRESHOLD = 3;
/** Where there is no threshold and no usage. */
const SOME_END_USD = 100_000;

/** Where a curve ends: a quarter beyond the last threshold, or where usage in 1 of 100 outcomes would fill the commitment. */
export function curveEnd(forecast: Forecast, agreement: Agreement): number {
  const top = agreement.bands.at(-1) ?? agreement.bands[0];
  const last = top.thresholdUsd;
  const highUsageUsd = forecast.quantile(0.99);
  const filledUsd = Math.max(0, agreement.basis === "net" ? top.rate * highUsageUsd : highUsageUsd);
  const mostUsd = last === 0 ? LARGEST_AMOUNT_USD : MOST_OF_LAST_THRESHOLD * last;
  const endUsd = Math.max(HIGH_END_OF_LAST_THRESHOLD * last, Math.min(mostUsd, ROOM * filledUsd));
  return endUsd === 0 ? SOME_END_USD : ceil(endUsd, 1);
}

/** A little more, rounded up to three digits: an end that a person could have chosen. */
function ceil(usd: number, room = ROOM): number {
  const step = 10 ** (Math.floor(Math.log10(usd)) - 2);
  return Math.min(LARGEST_AMOUNT_USD, Math.ceil((usd * room) / step - 1e-9) * step);
}

/** Amounts closer than this are one: the saving does not jump. */
const NO_JUMP_USD = 2 * CENT_USD;

function segments(
  forecast: Forecast,
  agreement: Agreement,
  endUsd: number,
  savingOf: (commitmentUsd: number) => number,
): readonly CurveSegment[] {
  const point = (commitmentUsd: number): CurvePoint => ({
    commitmentUsd,
    expectedSavingUsd: savingOf(commitmentUsd),
  });
  const none = point(0);
  const drawn: CurveSegment[] = [];
  for (const reach of bandReaches(agreement)) {
    if (reach.leastUsd > endUsd) break;
    const { thresholdUsd, discountFraction } = reach.band;
    const [first, ...rest] = amountsIn(reach, forecast, agreement, endUsd).map(point);
    if (first) drawn.push({ thresholdUsd, discountFraction, points: [first, ...rest] });
  }
  const [first, ...rest] = drawn;
  const onDemand = {
    thresholdUsd: 0,
    discountFraction: agreement.bands[0].discountFraction,
    points: [none],
  } as const;
  if (!first) return [onDemand];
  const [start] = first.points;
  const goesOn =
    start.commitmentUsd === CENT_USD &&
    Math.abs(start.expectedSavingUsd - none.expectedSavingUsd) < NO_JUMP_USD;
  // A first band with a discount may grant it without a commitment, and withdraw it at the first cent committed.
  return goesOn ? [{ ...first, points: [none, ...first.points] }, ...rest] : [onDemand, ...drawn];
}

function amountsIn(
  { band, leastUsd, mostUsd }: BandReach,
  forecast: Forecast,
  agreement: Agreement,
  endUsd: number,
): readonly number[] {
  const toUsd = Math.min(mostUsd, endUsd);
  const share = (toUsd - leastUsd) / endUsd;
  const count = share < NARROW ? 0 : Math.min(MOST_POINTS, Math.ceil(share * POINTS_ACROSS));
  const even = Array.from(
    { length: count },
    (_, index) => leastUsd + ((toUsd - leastUsd) * (index + 1)) / (count + 1),
  );
  const stationaryUsd = stationaryPoint(band, forecast, agreement);
  const bends = bendsOf(forecast, agreement.basis === "net" ? band.rate : 1, leastUsd, toUsd);
  const inside = [...even, ...bends, ...(stationaryUsd === undefined ? [] : [stationaryUsd])];
  return [leastUsd, ...inside, toUsd]
    .filter((usd) => usd >= leastUsd && usd <= toUsd)
    .sort((a, b) => a - b)
    .filter((usd, index, all) => index === 0 || toCents(usd) !== toCents(all[index - 1] ?? usd));
}

/** Commitments that an outcome of a sample just fills, where the curve bends; none where they are too many to see. */
function bendsOf(
  { outcomesUsd }: Forecast,
  rate: number,
  fromUsd: number,
  toUsd: number,
): readonly number[] {
  if (!outcomesUsd) return [];
  const bends: number[] = [];
  for (let index = 0; index < outcomesUsd.length; index++) {
    const usd = rate * (outcomesUsd[index] ?? 0);
    if (usd <= fromUsd || usd >= toUsd || usd === bends.at(-1)) continue;
    bends.push(usd);
    if (bends.length > MOST_POINTS) return [];
  }
  return bends;
}
