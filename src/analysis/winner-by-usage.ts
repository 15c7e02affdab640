import { CENT_USD } from "../core/hindsight";
import { toCents } from "../core/money";
import { onPiece, type Piece, type PiecewiseLinear, pieceOn } from "../core/piecewise-linear";

/** Usages over which the same scenarios cost least. */
export interface WinningStretch {
  readonly fromUsd: number;
  /** Infinity for the last. */
  readonly toUsd: number;
  /** Positions of those that cost least: more than one where their costs are the same. */
  readonly winners: readonly number[];
}

/**
 * Which of several cost curves is lowest at each usage from 0 up, and exactly where that changes.
 *
 * Between two bends every curve is straight, so a change lies at a bend or where two lines cross: `u = u₀ + Δcost/Δslope`.
 * Costs within a cent are the same, and a stretch shorter than a cent is none.
 *
 * @param curves What each scenario costs at every usage; at least one.
 * @returns Stretches that follow each other from 0 to Infinity.
 */
export function winnersByUsage(curves: readonly PiecewiseLinear[]): readonly WinningStretch[] {
  const bends = curves.flatMap((curve) => curve.map(({ fromUsd }) => fromUsd));
  const ends = [...new Set([0, ...bends.filter((usd) => usd > 0)])].sort((a, b) => a - b);
  const found: Winning[] = [];
  for (const [index, fromUsd] of ends.entries()) {
    const toUsd = ends[index + 1] ?? Number.POSITIVE_INFINITY;
    for (const stretch of lowestLines(
      curves.map((curve) => pieceOn(curve, fromUsd)),
      fromUsd,
      toUsd,
    ))
      join(found, stretch);
  }
  return found;
}

type Winning = { fromUsd: number; toUsd: number; winners: readonly number[] };

/** The lowest of straight lines between two usages; each that takes over is flatter than the one before. */
function lowestLines(lines: readonly Piece[], fromUsd: number, toUsd: number): readonly Winning[] {
  const stretches: Winning[] = [];
  let line = lowestAt(lines, fromUsd);
  let atUsd = fromUsd;
  while (line) {
    const next = overtaker(line, lines, atUsd, toUsd);
    const endUsd = next?.atUsd ?? toUsd;
    stretches.push({ fromUsd: atUsd, toUsd: endUsd, winners: sameAs(line, lines, atUsd, endUsd) });
    line = next?.line;
    atUsd = endUsd;
  }
  return stretches;
}

/** The lowest line at a usage; of those that meet there, the one that is lowest right after. */
function lowestAt(lines: readonly Piece[], usageUsd: number): Piece | undefined {
  return lines.reduce<Piece | undefined>((lowest, line) => {
    if (!lowest) return line;
    const gapUsd = onPiece(line, usageUsd) - onPiece(lowest, usageUsd);
    return gapUsd < 0 || (gapUsd === 0 && line.slope < lowest.slope) ? line : lowest;
  }, undefined);
}

/** The first line to fall below another before an end. */
function overtaker(
  line: Piece,
  lines: readonly Piece[],
  fromUsd: number,
  toUsd: number,
): { readonly line: Piece; readonly atUsd: number } | undefined {
  let first: { readonly line: Piece; readonly atUsd: number } | undefined;
  for (const other of lines) {
    if (other.slope >= line.slope) continue;
    const gapUsd = onPiece(other, fromUsd) - onPiece(line, fromUsd);
    const atUsd = Math.max(fromUsd, fromUsd + gapUsd / (line.slope - other.slope));
    if (atUsd >= toUsd) continue;
    const isEarlier = !first || atUsd < first.atUsd;
    if (isEarlier || (atUsd === first?.atUsd && other.slope < first.line.slope))
      first = { line: other, atUsd };
  }
  return first;
}

/** Positions of the lines that cost the same from one usage to another. */
function sameAs(
  line: Piece,
  lines: readonly Piece[],
  fromUsd: number,
  toUsd: number,
): readonly number[] {
  const isClose = (other: Piece, usd: number): boolean =>
    Math.abs(onPiece(other, usd) - onPiece(line, usd)) < CENT_USD;
  return lines.flatMap((other, position) => {
    const isAlongside = Number.isFinite(toUsd) ? isClose(other, toUsd) : other.slope === line.slope;
    return other === line || (isClose(other, fromUsd) && isAlongside) ? [position] : [];
  });
}

/** Appends a stretch: one with the same winners extends the last, and one shorter than a cent joins its neighbour. */
function join(found: Winning[], next: Winning): void {
  const last = found.at(-1);
  const isShort = Number.isFinite(next.toUsd) && toCents(next.toUsd) === toCents(next.fromUsd);
  const isSame = last?.winners.join() === next.winners.join();
  if (last && (isSame || isShort)) last.toUsd = next.toUsd;
  else if (!isShort) found.push({ ...next, fromUsd: last?.toUsd ?? 0 });
}
