import { type BandTable, bandPosition } from "./bands";
import { NoAnswer } from "./no-answer";
import type { Answer } from "./result";

/** The lowest threshold above a commitment; none in the top band. */
export function nextThreshold(commitmentUsd: number, { bands }: BandTable): Answer<number> {
  const position = bandPosition(commitmentUsd, bands);
  const next = bands[position + 1];
  if (next) return next.thresholdUsd;
  return new NoAnswer({
    kind: "topBand",
    thresholdUsd: (bands[position] ?? bands[0]).thresholdUsd,
  });
}
