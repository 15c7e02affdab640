import { planOf } from "../../../../term/plan";
import { drawOutcomes, type PathOutcome } from "../../../../term/risk";
import type { DrawingAnswer, DrawingRequest } from "./drawing-messages";

/** Paths drawn in one go. */
const SLICE = 256;
/** At most this often the worker says how many are done: the pane draws itself each time. */
const WORDS = 50;

/** Draws the paths of a request slice by slice; what the worker does, without the worker. */
export function drawPaths(
  { deal, usageUsd, seed, from, to }: DrawingRequest,
  answer: (answer: DrawingAnswer) => void,
): void {
  const plan = planOf(deal);
  const outcomes: PathOutcome[] = [];
  let told = 0;
  for (let start = from; start < to; start += SLICE) {
    outcomes.push(...drawOutcomes(plan, usageUsd, seed, start, Math.min(to, start + SLICE)));
    if (outcomes.length - told < (to - from) / WORDS) continue;
    told = outcomes.length;
    answer({ kind: "progress", paths: told });
  }
  answer({ kind: "drawn", outcomes });
}
