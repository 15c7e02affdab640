import type { Agreement } from "../../core/agreement";
import { bandReaches, CENT_USD } from "../../core/hindsight";
import { NoAnswer } from "../../core/no-answer";
import type { Answer } from "../../core/result";
import { expectedCost } from "../../forecast/expected-cost";
import type { Forecast } from "../../forecast/forecast";
import { memoizeForecast } from "../../forecast/memoize-forecast";
import { optimalCommitment, optimum, stationaryPoint } from "../../forecast/optimal-commitment";
import { type ForecastBox, reshaped } from "../../forecast/scaled";
import { finished, type Steps } from "../steps";

/** A forecast of the box, and the least that any commitment costs under it. */
interface Corner {
  readonly meanUsd: number;
  readonly variation: number;
  readonly usage: Forecast;
  readonly leastUsd: number;
}

/** Where a commitment costs most beyond the best one. */
export interface WorstRegret {
  readonly regretUsd: number;
  readonly meanUsd: number;
  readonly variation: number;
}

/** The commitment of least worst regret over a box of forecasts, beside the best one of the forecast itself. */
export interface RobustCommitment {
  readonly commitmentUsd: number;
  readonly worst: WorstRegret;
  /** The best commitment of the forecast, and its own worst regret. */
  readonly bestUsd: number;
  readonly worstOfBest: WorstRegret;
  /** Expected cost under the forecast less that of the best commitment. */
  readonly priceUsd: number;
}

/** Forecasts of the box that are compared at first, along each side. */
const MEANS = 7;
const VARIATIONS = 5;
/** A worst forecast is sought to this share of the box, and worst regrets that differ by less than this share are the same. */
const CLOSE = 1e-9;
/** Worst forecasts found after which the commitment is close enough. */
const MOST_ROUNDS = 20;

/**
 * The commitment, of any amount, whose regret is least in the worst forecast of a box: expected cost less that of the best
 * commitment for that forecast (docs/pricing-model.md 26.3).
 *
 * It is found against a few forecasts of the box; then the worst of the whole box for it joins them, until none is worse.
 */
export function robustCommitment(
  forecast: Forecast,
  agreement: Agreement,
  box: ForecastBox,
): Answer<RobustCommitment> {
  return finished(robustSteps(forecast, agreement, box));
}

/** As robustCommitment, in steps. */
export function* robustSteps(
  forecast: Forecast,
  agreement: Agreement,
  box: ForecastBox,
): Steps<Answer<RobustCommitment>> {
  const bestUsd = optimalCommitment(forecast, agreement);
  if (bestUsd instanceof NoAnswer) return bestUsd;
  const corners = yield* firstCorners(forecast, agreement, box);
  const worstOf = (usd: number): Steps<Corner> =>
    worstCorner(usd, forecast, agreement, box, corners);
  let commitmentUsd = leastWorst(corners, agreement);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const known = worstAmong(commitmentUsd, corners, agreement);
    const worst = yield* worstOf(commitmentUsd);
    if (regretOf(commitmentUsd, worst, agreement) <= known + CLOSE * Math.max(1, worst.leastUsd))
      break;
    corners.push(worst);
    commitmentUsd = leastWorst(corners, agreement);
  }
  const asShown = function* (usd: number): Steps<WorstRegret> {
    const worst = yield* worstOf(usd);
    const regretUsd = Math.max(0, regretOf(usd, worst, agreement));
    return { regretUsd, meanUsd: worst.meanUsd, variation: worst.variation };
  };
  return {
    commitmentUsd,
    worst: yield* asShown(commitmentUsd),
    bestUsd,
    worstOfBest: yield* asShown(bestUsd),
    priceUsd: Math.max(
      0,
      expectedCost(forecast, commitmentUsd, agreement) - expectedCost(forecast, bestUsd, agreement),
    ),
  };
}

function cornerAt(
  meanUsd: number,
  variation: number,
  forecast: Forecast,
  agreement: Agreement,
): Corner {
  const usage = memoizeForecast(reshaped(forecast, meanUsd, variation));
  return { meanUsd, variation, usage, leastUsd: optimum(usage, agreement).infimumUsd };
}

function* firstCorners(
  forecast: Forecast,
  agreement: Agreement,
  box: ForecastBox,
): Steps<Corner[]> {
  const corners: Corner[] = [];
  for (const meanUsd of evenly(box.meansUsd, MEANS))
    for (const variation of evenly(box.variations, VARIATIONS)) {
      corners.push(cornerAt(meanUsd, variation, forecast, agreement));
      yield;
    }
  return corners;
}

function evenly([low, high]: readonly [number, number], count: number): readonly number[] {
  if (low === high) return [low];
  return Array.from({ length: count }, (_, step) => low + ((high - low) * step) / (count - 1));
}

function regretOf(usd: number, { usage, leastUsd }: Corner, agreement: Agreement): number {
  return expectedCost(usage, usd, agreement) - leastUsd;
}

function worstAmong(usd: number, corners: readonly Corner[], agreement: Agreement): number {
  return Math.max(...corners.map((corner) => regretOf(usd, corner, agreement)));
}

/** The smallest commitment whose worst regret among some forecasts is least, to the cent. */
function leastWorst(corners: readonly Corner[], agreement: Agreement): number {
  const worst = (usd: number): number => worstAmong(usd, corners, agreement);
  const reaches = bandReaches(agreement);
  const ends = reaches.flatMap(({ band, leastUsd, mostUsd }) => [
    ...(band.thresholdUsd < CENT_USD ? [] : [leastUsd]),
    ...(Number.isFinite(mostUsd) ? [mostUsd] : []),
  ]);
  const tried = [0, ...ends].map((usd) => ({ usd, worstUsd: worst(usd) }));
  let leastUsd = Math.min(...tried.map(({ worstUsd }) => worstUsd));
  for (const { band, leastUsd: fromUsd, mostUsd: toUsd } of reaches) {
    // Within a band each forecast's cost is convex in the commitment, least at its stationary point.
    const own = corners.flatMap((corner) => {
      const usd = stationaryPoint(band, corner.usage, agreement);
      if (usd === undefined) return [];
      const inside = Math.min(Math.max(usd, fromUsd), toUsd);
      return [{ usd: inside, regretUsd: regretOf(inside, corner, agreement) }];
    });
    if (own.length === 0 || Math.max(...own.map((one) => one.regretUsd)) > leastUsd) continue;
    const amounts = own.map(({ usd }) => usd);
    const usd = leastOfConvex(worst, Math.min(...amounts), Math.max(...amounts));
    tried.push({ usd, worstUsd: worst(usd) });
    leastUsd = Math.min(leastUsd, worst(usd));
  }
  tried.sort((a, b) => a.usd - b.usd);
  return tried.find(({ worstUsd }) => worstUsd <= leastUsd + CENT_USD)?.usd ?? 0;
}

/** Where a convex function is least between two numbers: golden section. */
function leastOfConvex(of: (x: number) => number, low: number, high: number): number {
  const GOLDEN = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [of(left), of(right)];
  while (high - low > CLOSE * Math.max(1, high)) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = of(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = of(right);
    }
  }
  return (low + high) / 2;
}

/** The worst forecast of the whole box for a commitment: a search by ever smaller steps from the worst of those known. */
function* worstCorner(
  usd: number,
  forecast: Forecast,
  agreement: Agreement,
  { meansUsd, variations }: ForecastBox,
  corners: readonly Corner[],
): Steps<Corner> {
  const ranked = corners
    .map((corner) => ({ corner, regretUsd: regretOf(usd, corner, agreement) }))
    .sort((a, b) => b.regretUsd - a.regretUsd);
  const within = (x: number, [low, high]: readonly [number, number]): number =>
    Math.min(Math.max(x, low), high);
  const STARTS = 3;
  const found: typeof ranked = [];
  for (const start of ranked.slice(0, STARTS)) {
    let best = start;
    for (let step = 1 / (MEANS - 1); step > CLOSE; ) {
      const { meanUsd, variation } = best.corner;
      const across = step * (meansUsd[1] - meansUsd[0]);
      const up = step * (variations[1] - variations[0]);
      const next = [
        [within(meanUsd - across, meansUsd), variation],
        [within(meanUsd + across, meansUsd), variation],
        [meanUsd, within(variation - up, variations)],
        [meanUsd, within(variation + up, variations)],
      ]
        .filter(([mean, cv]) => mean !== meanUsd || cv !== variation)
        .map(([mean = 0, cv = 0]) => {
          const corner = cornerAt(mean, cv, forecast, agreement);
          return { corner, regretUsd: regretOf(usd, corner, agreement) };
        })
        .find(({ regretUsd }) => regretUsd > best.regretUsd);
      if (next) best = next;
      else step /= 2;
      yield;
    }
    found.push(best);
  }
  const [first, ...others] = found;
  const worst = others.reduce(
    (most, one) => (most && most.regretUsd >= one.regretUsd ? most : one),
    first,
  );
  return worst?.corner ?? cornerAt(meansUsd[0], variations[0], forecast, agreement);
}
