import type { Agreement } from "../../core/agreement";
import { bisect } from "../../core/bisect";
import { costCurve } from "../../core/cost-curve";
import { CENT_USD } from "../../core/hindsight";
import { expectedValue } from "../../forecast/expected-value";
import type { Forecast } from "../../forecast/forecast";
import { type ForecastBox, mostVariation, reshaped, variationOf } from "../../forecast/scaled";
import type { Steps } from "../steps";
import { commitmentsOnOffer } from "./answer-range";

/** Between which averages a commitment is the cheapest on offer. */
export interface MapStretch {
  readonly fromUsd: number;
  readonly toUsd: number;
  readonly bestUsd: number;
}

/** The stretches at one spread, lowest averages first. */
export interface MapRow {
  readonly variation: number;
  readonly stretches: readonly MapStretch[];
}

/** Spreads at which borders are solved at first, and averages at which the best is looked at; both ends count. */
const ROWS = 17;
const COLUMNS = 41;
/** Where two rows differ in their regions, rows are added between them this many times. */
const MOST_HALVINGS = 6;

/** Averages and spreads around those of a forecast that a map shows: half to twice, and spreads up to twice. */
export function mapBox(forecast: Forecast): ForecastBox {
  const variation = variationOf(forecast);
  const most = Math.min(mostVariation(forecast), variation === 0 ? 0.5 : 2 * variation);
  return {
    meansUsd: [0.5 * forecast.meanUsd, 2 * forecast.meanUsd],
    variations: [0, Math.max(variation, most)],
  };
}

/**
 * The cheapest commitment on offer in expectation at every average and spread of a box, forecasts shaped as in answerRange;
 * within a cent the smaller. Borders along each row are solved by bisection, to the last bit.
 */
export function* bestMap(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
  box: ForecastBox,
): Steps<readonly MapRow[]> {
  const offered = commitmentsOnOffer(commitmentUsd, agreement).map((usd) => ({
    usd,
    curve: costCurve(usd, agreement),
  }));
  const rowAt = (variation: number): MapRow => {
    const bestAt = (meanUsd: number): number => {
      const usage = reshaped(forecast, meanUsd, variation);
      const costs = offered.map(({ curve }) => expectedValue(curve, usage));
      const leastUsd = Math.min(...costs);
      return offered[costs.findIndex((usd) => usd <= leastUsd + CENT_USD)]?.usd ?? 0;
    };
    return { variation, stretches: stretchesOf(bestAt, box.meansUsd) };
  };
  const [low, high] = box.variations;
  let last = rowAt(low);
  const rows = [last];
  for (let step = 1; step < ROWS; step++) {
    const next = rowAt(low + ((high - low) * step) / (ROWS - 1));
    rows.push(...(yield* between(last, next, MOST_HALVINGS)), next);
    last = next;
  }
  return rows;

  /** The rows that a change of regions between two needs. */
  function* between(one: MapRow, other: MapRow, halvings: number): Steps<readonly MapRow[]> {
    yield;
    if (halvings === 0 || hasSameRegions(one, other)) return [];
    const middle = rowAt((one.variation + other.variation) / 2);
    const before = yield* between(one, middle, halvings - 1);
    const after = yield* between(middle, other, halvings - 1);
    return [...before, middle, ...after];
  }
}

/** Whether two rows have the same regions, from left to right. */
export function hasSameRegions(one: MapRow, other: MapRow): boolean {
  return (
    one.stretches.length === other.stretches.length &&
    one.stretches.every(({ bestUsd }, index) => bestUsd === other.stretches[index]?.bestUsd)
  );
}

function stretchesOf(
  bestAt: (meanUsd: number) => number,
  [low, high]: ForecastBox["meansUsd"],
): readonly MapStretch[] {
  const stretches: MapStretch[] = [];
  let fromUsd = low;
  let bestUsd = bestAt(low);
  for (let column = 1, seenUsd = low; column < COLUMNS; column++) {
    const nextUsd = low + ((high - low) * column) / (COLUMNS - 1);
    while (bestAt(nextUsd) !== bestUsd) {
      const [toUsd, beyondUsd] = bisect(seenUsd, nextUsd, (usd) => bestAt(usd) === bestUsd);
      stretches.push({ fromUsd, toUsd, bestUsd });
      [fromUsd, seenUsd, bestUsd] = [toUsd, beyondUsd, bestAt(beyondUsd)];
    }
    seenUsd = nextUsd;
  }
  return [...stretches, { fromUsd, toUsd: high, bestUsd }];
}
