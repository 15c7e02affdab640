import { normalQuantile } from "../forecast/standard-normal";
import { drawWord } from "./draws";
import { ledger, sumOfPeriods } from "./ledger";
import type { Plan } from "./plan";
import type { TableRow } from "./schedule";

/** Usage and list prices of one path. */
export interface Path {
  readonly usageUsd: readonly number[];
  readonly listIndex: readonly number[];
}

/** What one path costs with the commitment and on demand, and what of the commitment is never used, USD. */
export type PathOutcome = readonly [costUsd: number, onDemandUsd: number, lostUsd: number];

/** The paths of a deal by their numbers: lognormal around its usage and its list index (docs/pricing-model.md 25.2, 25.3). */
export function pathsOf(
  { policies, perYear, listIndex }: Plan,
  usageUsd: readonly number[],
  seed: number,
): (path: number) => Path {
  const {
    "Usage volatility": volatility,
    "Usage persistence": persistence,
    "List price volatility": listVolatility,
  } = policies;
  const length = 1 / perYear;
  const kept = persistence === 0 ? 0 : persistence ** length;
  const variance = persistence === 1 ? length : (1 - kept * kept) / (1 - persistence * persistence);
  const step = volatility * Math.sqrt(variance);
  const listStep = listVolatility * Math.sqrt(length);
  const deviate = (path: number, period: number, stream: number): number =>
    normalQuantile((drawWord(seed, path, period, stream) + 0.5) / 2 ** 32);
  return (path) => {
    let [log, spread, listLog] = [0, 0, 0];
    const drawn: { usageUsd: number[]; listIndex: number[] } = { usageUsd: [], listIndex: [] };
    for (const [period, meanUsd] of usageUsd.entries()) {
      if (volatility > 0) log = kept * log + step * deviate(path, period, 0);
      spread = kept * kept * spread + volatility * volatility * variance;
      // The first list price is known at signing.
      if (listVolatility > 0 && period > 0) listLog += listStep * deviate(path, period, 1);
      const drift = (listVolatility * listVolatility * length * period) / 2;
      drawn.usageUsd.push(meanUsd * Math.exp(log - spread / 2));
      drawn.listIndex.push((listIndex[period] ?? 1) * Math.exp(listLog - drift));
    }
    return drawn;
  };
}

/**
 * Prices the paths from one number to before another. Each depends on its number and the seed alone, so that parts drawn anywhere
 * and joined in order are the whole.
 */
export function drawOutcomes(
  plan: Plan,
  usageUsd: readonly number[],
  seed: number,
  from: number,
  to: number,
): readonly PathOutcome[] {
  const draw = pathsOf(plan, usageUsd, seed);
  return Array.from({ length: to - from }, (_, at) => {
    const path = draw(from + at);
    const { costUsd, atListUsd, lostUsd } = ledger(plan, path.usageUsd, path.listIndex);
    return [sumOfPeriods(costUsd), sumOfPeriods(atListUsd), sumOfPeriods(lostUsd)];
  });
}

/** How many paths a deal has: one where nothing is uncertain. */
export function pathCount({ policies }: Plan, wanted: number): number {
  return policies["Usage volatility"] + policies["List price volatility"] === 0 ? 1 : wanted;
}

const HALF_A_CENT = 0.005;

/** Cost, saving and shortfall over the outcomes of paths, each with its standard error (docs/pricing-model.md 25.4 to 25.6). */
export function riskTable(outcomes: readonly PathOutcome[]): readonly TableRow[] {
  const mean = (of: (...outcome: PathOutcome) => number) =>
    meanOf(outcomes.map((outcome) => of(...outcome)));
  const costs = outcomes.map(([costUsd]) => costUsd).toSorted((one, other) => one - other);
  return [
    ["Measure", "Value", "Standard error"],
    ["Expected cost", ...mean((costUsd) => costUsd)],
    ["Cost, 1 in 10 below", ...quantileOf(costs, 0.1)],
    ["Cost, median", ...quantileOf(costs, 0.5)],
    ["Cost, 1 in 10 above", ...quantileOf(costs, 0.9)],
    ["Expected cost on demand", ...mean((_, onDemandUsd) => onDemandUsd)],
    ["Expected saving", ...mean((costUsd, onDemandUsd) => onDemandUsd - costUsd)],
    [
      "Chance of costing more than on demand",
      ...mean((costUsd, onDemandUsd) => Number(costUsd - onDemandUsd >= HALF_A_CENT)),
    ],
    ["Chance of a shortfall", ...mean((_, __, lostUsd) => Number(lostUsd >= HALF_A_CENT))],
    ["Expected shortfall", ...mean((_, __, lostUsd) => lostUsd)],
  ];
}

type Estimate = readonly [value: number, standardError: number];

function meanOf(values: readonly number[]): Estimate {
  const { length } = values;
  const mean = sumOfPeriods(values) / length;
  const squares = sumOfPeriods(values.map((value) => (value - mean) ** 2));
  return [mean, length === 1 ? 0 : Math.sqrt(squares / (length - 1) / length)];
}

/** An observation of sorted values, and half of the distance between those one standard error of its rank away. */
function quantileOf(sorted: readonly number[], probability: number): Estimate {
  const rank = sorted.length * probability;
  const ranks = Math.sqrt(rank * (1 - probability));
  const at = (one: number): number =>
    sorted[Math.min(sorted.length, Math.max(1, Math.ceil(one - 1e-9))) - 1] ?? 0;
  // The rank below is rounded down.
  return [at(rank), (at(rank + ranks) - at(Math.floor(rank - ranks + 1e-9))) / 2];
}
