/**
 * A straight piece of a curve over usage: from `fromUsd` on, the value is `valueUsd + slope × (usage − atUsd)`.
 *
 * The point may lie anywhere on the line, so that a piece that starts far away loses no digits.
 */
export interface Piece {
  readonly fromUsd: number;
  readonly atUsd: number;
  readonly valueUsd: number;
  readonly slope: number;
}

/**
 * A continuous function of usage made of straight pieces, ascending in `fromUsd`.
 *
 * The first piece starts at -Infinity and the last has no end, since a normal forecast allows usage below 0.
 */
export type PiecewiseLinear = readonly [Piece, ...Piece[]];

/** The curve `intercept + slope × usage`. */
export function straight(interceptUsd: number, slope: number): PiecewiseLinear {
  return [{ fromUsd: Number.NEGATIVE_INFINITY, atUsd: 0, valueUsd: interceptUsd, slope }];
}

/** A curve that bends once, at `bendUsd`, where its value is `valueUsd`. */
export function bent(
  bendUsd: number,
  valueUsd: number,
  slopeBefore: number,
  slopeAfter: number,
): PiecewiseLinear {
  return [
    { fromUsd: Number.NEGATIVE_INFINITY, atUsd: bendUsd, valueUsd, slope: slopeBefore },
    { fromUsd: bendUsd, atUsd: bendUsd, valueUsd, slope: slopeAfter },
  ];
}

export function valueAt(curve: PiecewiseLinear, usageUsd: number): number {
  return onPiece(pieceOn(curve, usageUsd), usageUsd);
}

/** The piece that a usage lies on; a bend belongs to the piece that starts there. */
export function pieceOn(curve: PiecewiseLinear, usageUsd: number): Piece {
  return curve[pieceAt(curve, usageUsd)] ?? curve[0];
}

/** Value of a piece's line at a usage, even outside the piece. */
export function onPiece({ atUsd, valueUsd, slope }: Piece, usageUsd: number): number {
  return valueUsd + slope * (usageUsd - atUsd);
}

function pieceAt(curve: PiecewiseLinear, usageUsd: number): number {
  let low = 0;
  let high = curve.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((curve[middle]?.fromUsd ?? 0) <= usageUsd) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The sum of two curves, the second taken `weight` times. */
export function sum(a: PiecewiseLinear, b: PiecewiseLinear, weight = 1): PiecewiseLinear {
  const total = new Pieces();
  walkTogether(a, b, (fromUsd, one, other) => {
    total.add({
      fromUsd,
      atUsd: one.atUsd,
      valueUsd: one.valueUsd + weight * onPiece(other, one.atUsd),
      slope: one.slope + weight * other.slope,
    });
  });
  return total.curve();
}

/** The lower of two curves at every usage. */
function lower(a: PiecewiseLinear, b: PiecewiseLinear): PiecewiseLinear {
  const least = new Pieces();
  walkTogether(a, b, (fromUsd, one, other, toUsd) => {
    const gapUsd = one.valueUsd - onPiece(other, one.atUsd);
    const gapSlope = one.slope - other.slope;
    if (gapSlope === 0) return least.follow(gapUsd <= 0 ? one : other, fromUsd);
    // Of two lines that cross, the steeper is the lower one up to there and the flatter from there on.
    const [flatter, steeper] = gapSlope < 0 ? [one, other] : [other, one];
    const crossingUsd = one.atUsd - gapUsd / gapSlope;
    if (crossingUsd > fromUsd) least.follow(steeper, fromUsd);
    if (crossingUsd < toUsd) least.follow(flatter, Math.max(fromUsd, crossingUsd));
  });
  return least.curve();
}

/** The lowest of several curves at every usage. Halves are joined first, so 200 curves cost little more than 200. */
export function lowest(curves: readonly [PiecewiseLinear, ...PiecewiseLinear[]]): PiecewiseLinear {
  const lowestOf = (from: number, to: number): PiecewiseLinear => {
    if (to - from === 1) return curves[from] ?? curves[0];
    const middle = (from + to) >> 1;
    return lower(lowestOf(from, middle), lowestOf(middle, to));
  };
  return lowestOf(0, curves.length);
}

/** A stretch of usage between two ends, either of which may be infinite. */
export interface Stretch {
  readonly fromUsd: number;
  readonly toUsd: number;
}

/** Where a curve lies above a level, as stretches that do not touch, ascending. */
export function stretchesAbove(curve: PiecewiseLinear, levelUsd: number): readonly Stretch[] {
  const stretches: { fromUsd: number; toUsd: number }[] = [];
  for (const [index, piece] of curve.entries()) {
    const { fromUsd, slope } = piece;
    const toUsd = curve[index + 1]?.fromUsd ?? Number.POSITIVE_INFINITY;
    const add = (startUsd: number, endUsd: number): void => {
      const last = stretches.at(-1);
      // A curve that only touches the level at a bend is not above it there.
      if (last?.toUsd === startUsd && onPiece(piece, startUsd) > levelUsd) last.toUsd = endUsd;
      else stretches.push({ fromUsd: startUsd, toUsd: endUsd });
    };
    if (slope === 0) {
      if (piece.valueUsd > levelUsd) add(fromUsd, toUsd);
      continue;
    }
    const crossingUsd = piece.atUsd + (levelUsd - piece.valueUsd) / slope;
    if (slope > 0) {
      if (crossingUsd < toUsd) add(Math.max(fromUsd, crossingUsd), toUsd);
    } else if (crossingUsd > fromUsd) add(fromUsd, Math.min(toUsd, crossingUsd));
  }
  return stretches;
}

/** Largest and smallest value of a curve on a stretch with finite ends. */
export function rangeOn(
  curve: PiecewiseLinear,
  { fromUsd, toUsd }: Stretch,
): { readonly leastUsd: number; readonly mostUsd: number } {
  let leastUsd = Math.min(valueAt(curve, fromUsd), valueAt(curve, toUsd));
  let mostUsd = Math.max(valueAt(curve, fromUsd), valueAt(curve, toUsd));
  for (const piece of curve)
    if (piece.fromUsd > fromUsd && piece.fromUsd < toUsd) {
      const bendUsd = onPiece(piece, piece.fromUsd);
      leastUsd = Math.min(leastUsd, bendUsd);
      mostUsd = Math.max(mostUsd, bendUsd);
    }
  return { leastUsd, mostUsd };
}

/** Collects pieces; a piece that only continues the slope of the one before is left out. */
class Pieces {
  readonly #pieces: Piece[] = [];

  add(piece: Piece): void {
    if (this.#pieces.at(-1)?.slope !== piece.slope) this.#pieces.push(piece);
  }

  /** Continues along the line of another curve's piece. */
  follow({ atUsd, valueUsd, slope }: Piece, fromUsd: number): void {
    this.add({ fromUsd, atUsd, valueUsd, slope });
  }

  curve(): PiecewiseLinear {
    const [first, ...rest] = this.#pieces;
    return first ? [first, ...rest] : straight(0, 0);
  }
}

/** Visits the stretches on which both curves are straight, ascending, with the piece of each. */
function walkTogether(
  a: PiecewiseLinear,
  b: PiecewiseLinear,
  visit: (fromUsd: number, one: Piece, other: Piece, toUsd: number) => void,
): void {
  let [atA, atB] = [0, 0];
  let fromUsd = Number.NEGATIVE_INFINITY;
  while (fromUsd < Number.POSITIVE_INFINITY) {
    const nextA = a[atA + 1]?.fromUsd ?? Number.POSITIVE_INFINITY;
    const nextB = b[atB + 1]?.fromUsd ?? Number.POSITIVE_INFINITY;
    const toUsd = Math.min(nextA, nextB);
    visit(fromUsd, a[atA] ?? a[0], b[atB] ?? b[0], toUsd);
    if (nextA === toUsd) atA++;
    if (nextB === toUsd) atB++;
    fromUsd = toUsd;
  }
}
