import type { Steps } from "../../analysis/steps";

/** Work goes on this long before the page may draw and listen. */
const SLICE_MS = 16;

/**
 * Does work in slices.
 *
 * @param isWanted Asked between slices; once it is not, the work is left.
 * @returns The answer; undefined where the work was left.
 */
export async function inSlices<Answer>(
  work: Steps<Answer>,
  isWanted: () => boolean,
): Promise<Answer | undefined> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await pause(0);
    if (!isWanted()) return undefined;
    since = performance.now();
  }
}

/** Lets the page draw and listen; at least for some milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((rested) => setTimeout(rested, ms));
}
