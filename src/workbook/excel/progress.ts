import { FaultError } from "./run";

/** A write that takes a while: it says how far it is, and whoever waits may give it up. */
export interface WriteProgress {
  readonly signal: AbortSignal;
  /** @param cells Cells that are about to be written. */
  writing(cells: number): void;
}

/** Stops a write that was given up; what it wrote is then taken out again. */
export function unlessCancelled(progress: WriteProgress | undefined): void {
  if (progress?.signal.aborted) throw new FaultError({ kind: "cancelled" });
}

/** How long work goes on before the page may draw and hear: well below the 50 ms at which a person notices. */
const SLICE_MS = 16;

/** Takes every item of work that is done one by one, and lets the page draw and hear in between. */
export async function inSlices<T>(
  work: Iterable<T>,
  progress: WriteProgress | undefined,
): Promise<readonly T[]> {
  const done: T[] = [];
  let started = performance.now();
  for (const item of work) {
    done.push(item);
    if (performance.now() - started < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    unlessCancelled(progress);
    started = performance.now();
  }
  return done;
}
