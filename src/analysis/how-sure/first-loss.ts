import { bisect } from "../../core/bisect";

/** A lead over all others that depends on a number: below 0 where another leads. */
export interface Lead {
  readonly at: (x: number) => number;
  /** No more than the lead anywhere between two numbers, as far as is known. */
  readonly leastBetween: (nearX: number, farX: number) => number;
  /** A stretch is searched in parts down to this share of it; within one, only its end shows a loss. */
  readonly narrowest: number;
}

/** Where a lead is lost: the last number at which it holds, and the next, at which another leads. */
export interface Loss {
  readonly last: number;
  readonly beyond: number;
}

/**
 * Where a lead is first lost on the way from one number to another; none where it never is.
 *
 * The way is cut at the turns and wherever the distance doubles or halves. A part is left out where the lead can nowhere be
 * lost, and is halved otherwise; the first loss is then found by bisection to the last bit.
 *
 * @param turns Numbers at which the lead may jump.
 */
export function firstLoss(
  lead: Lead,
  from: number,
  to: number,
  turns: readonly number[] = [],
): Loss | undefined {
  let near = from;
  for (const far of stops(from, to, turns)) {
    const found = lossBetween(lead, near, far, Math.abs(far - near) * lead.narrowest);
    if (found) return found;
    near = far;
  }
  return undefined;
}

/** Below this share of where the way down began, the rest is one stretch. */
const SMALLEST = 1 / 64;
/** Where a way up from 0 makes its first stop. */
const FIRST = 0.01;

function stops(from: number, to: number, turns: readonly number[]): readonly number[] {
  const up = to > from;
  const all = turns.filter((x) => (x - from) * (to - x) > 0);
  for (let x = up ? Math.max(2 * from, FIRST) : from / 2; up ? x < to : x > to; x *= up ? 2 : 0.5) {
    if (!up && x < from * SMALLEST) break;
    all.push(x);
  }
  all.push(to);
  return all.sort((a, b) => (up ? a - b : b - a));
}

function lossBetween(lead: Lead, near: number, far: number, narrow: number): Loss | undefined {
  const isLost = lead.at(far) < 0;
  if (!isLost && lead.leastBetween(near, far) >= 0) return undefined;
  if (Math.abs(far - near) <= narrow) {
    if (!isLost) return undefined;
    const [last, beyond] = bisect(near, far, (x) => lead.at(x) >= 0);
    return { last, beyond };
  }
  const middle = (near + far) / 2;
  return lossBetween(lead, near, middle, narrow) ?? lossBetween(lead, middle, far, narrow);
}
