import { type Agreement, withBand, withoutThreshold } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { CENT_USD } from "../core/hindsight";
import { toCents } from "../core/money";
import type { Forecast } from "../forecast/forecast";
import { optimum, stationaryPoint } from "../forecast/optimal-commitment";
import { recommendedUsd } from "./recommendation";
import type { Steps } from "./steps";

/** Which commitment is best of a deal, and at which positions of a threshold that may change beside those of the bands. */
export interface Contest {
  readonly bestUsd: (forecast: Forecast, agreement: Agreement) => number;
  readonly turnsUsd: readonly number[];
}

/** Any amount may be committed. */
const ANY_AMOUNT: Contest = {
  bestUsd: (forecast, agreement) => optimum(forecast, agreement).commitmentUsd,
  turnsUsd: [],
};

/** The commitment that the pane recommends: of the thresholds, none and the present commitment. */
export function recommendedOf(presentUsd: number | undefined): Contest {
  return {
    bestUsd: (forecast, agreement) => recommendedUsd(forecast, agreement, presentUsd),
    turnsUsd: presentUsd === undefined ? [] : [presentUsd],
  };
}

/** The best commitment, relative to a threshold that may lie elsewhere. */
export type BestCommitment =
  | { readonly kind: "threshold" }
  /** A cent below it, where crossing it is a loss. */
  | { readonly kind: "justBelow" }
  | { readonly kind: "amount"; readonly commitmentUsd: number };

/** How the best commitment changes if a guessed threshold lies elsewhere. */
export interface ThresholdMoves {
  /** Positions tried, USD. */
  readonly lowUsd: number;
  readonly highUsd: number;
  /** With the threshold where it is written. */
  readonly best: BestCommitment;
  /** Positions between which the best commitment stays the same, USD. */
  readonly sameFromUsd: number;
  readonly sameToUsd: number;
  /** The best commitment once the threshold lies below `sameFromUsd`; absent where that is the lowest position tried. */
  readonly below: BestCommitment | undefined;
  readonly above: BestCommitment | undefined;
}

const SHARE = 0.1;
/** Positions tried on each side, beside those at which a band's own best commitment lies. */
const STEPS = 4;
/** Least distance between two thresholds, and the precision to which a change is located. */
const DOLLAR = 1;

/**
 * Whether the best commitment changes if a threshold lies up to a tenth lower or higher, without passing another threshold.
 *
 * It tries even steps, and the positions where the threshold meets the commitment that is best within its band or the one below: between
 * those, the cost of committing the threshold only rises or only falls as it moves.
 *
 * @returns Steps of the work, one for each position tried, so that a page can draw between them.
 */
export function* thresholdMoves(
  thresholdUsd: number,
  agreement: Agreement,
  forecast: Forecast,
  { bestUsd, turnsUsd }: Contest = ANY_AMOUNT,
): Steps<ThresholdMoves> {
  const { bands } = agreement;
  const position = bandPosition(thresholdUsd, bands);
  const band = bands[position] ?? bands[0];
  const before = bands[position - 1];
  const lowestUsd = (before?.thresholdUsd ?? 0) + DOLLAR;
  const highestUsd = (bands[position + 1]?.thresholdUsd ?? Number.POSITIVE_INFINITY) - DOLLAR;
  const shifted = (share: number): number => toCents((1 + share) * thresholdUsd) / 100;
  const lowUsd = Math.min(thresholdUsd, Math.max(shifted(-SHARE), lowestUsd));
  const highUsd = Math.max(thresholdUsd, Math.min(shifted(SHARE), highestUsd));
  const others = withoutThreshold(agreement, thresholdUsd);
  const bestAt = (movedUsd: number): BestCommitment => {
    const moved = withBand(others, { ...band, thresholdUsd: movedUsd });
    const commitmentUsd = bestUsd(forecast, moved);
    const aboveCents = toCents(commitmentUsd) - toCents(movedUsd);
    if (aboveCents === 0) return { kind: "threshold" };
    return aboveCents === -1 ? { kind: "justBelow" } : { kind: "amount", commitmentUsd };
  };
  const stationary = [band, ...(before ? [before] : [])].flatMap((one) => {
    const usd = stationaryPoint(one, forecast, agreement);
    return usd === undefined ? [] : [usd];
  });
  const turns = [...stationary, ...turnsUsd];
  const best = bestAt(thresholdUsd);
  yield;
  const towards = (endUsd: number): Steps<LastSame> => {
    const tried = [
      ...Array.from(
        { length: STEPS },
        (_, step) => endUsd - (step / STEPS) * (endUsd - thresholdUsd),
      ),
      ...turns.filter((usd) => (usd - thresholdUsd) * (usd - endUsd) < 0),
    ].sort((a, b) => Math.abs(a - thresholdUsd) - Math.abs(b - thresholdUsd));
    return lastSame(thresholdUsd, tried, (usd) => {
      const there = bestAt(usd);
      return same(there, best) ? undefined : there;
    });
  };
  const down = yield* towards(lowUsd);
  const up = yield* towards(highUsd);
  return {
    lowUsd,
    highUsd,
    best,
    sameFromUsd: down.usd,
    sameToUsd: up.usd,
    below: down.other,
    above: up.other,
  };
}

/** The last position at which the same commitment is best, and what is best beyond. */
interface LastSame {
  readonly usd: number;
  readonly other: BestCommitment | undefined;
}

/** Searches the positions in order, from one on. */
function* lastSame(
  fromUsd: number,
  tried: readonly number[],
  otherAt: (usd: number) => BestCommitment | undefined,
): Steps<LastSame> {
  let sameUsd = fromUsd;
  for (const usd of tried) {
    let other = otherAt(usd);
    yield;
    if (other === undefined) {
      sameUsd = usd;
      continue;
    }
    let otherUsd = usd;
    while (Math.abs(otherUsd - sameUsd) > DOLLAR) {
      const middle = (sameUsd + otherUsd) / 2;
      const found = otherAt(middle);
      yield;
      if (found === undefined) sameUsd = middle;
      else [otherUsd, other] = [middle, found];
    }
    return { usd: sameUsd, other };
  }
  return { usd: sameUsd, other: undefined };
}

function same(one: BestCommitment, other: BestCommitment): boolean {
  if (one.kind !== "amount" || other.kind !== "amount") return one.kind === other.kind;
  return Math.abs(one.commitmentUsd - other.commitmentUsd) <= 2 * CENT_USD;
}
