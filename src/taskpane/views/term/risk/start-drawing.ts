import type { PathOutcome } from "../../../../term/risk";
import type { DrawingAnswer, DrawingRequest, RiskQuestion } from "./drawing-messages";

/** What the pane needs of a worker. */
export interface DrawingWorker {
  postMessage(request: DrawingRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<DrawingAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export type DrawingEnd =
  | { readonly kind: "drawn"; readonly outcomes: readonly PathOutcome[] }
  | { readonly kind: "cancelled" }
  /** A worker could not be loaded, or ended without an answer. */
  | { readonly kind: "died" };

/** Paths that are being drawn. */
export interface Drawing {
  readonly end: Promise<DrawingEnd>;
  cancel(): void;
}

/**
 * Draws paths in workers, which end with the drawing. Each draws a part, and the parts joined in order are the whole: however many
 * workers there are, the paths are the same.
 *
 * @param start Starts a worker; it may throw.
 */
export function startDrawing(
  question: RiskQuestion,
  { paths, seed, workers }: Readonly<Record<"paths" | "seed" | "workers", number>>,
  start: () => DrawingWorker,
  onProgress: (paths: number) => void,
): Drawing {
  const started: DrawingWorker[] = [];
  const parts: (readonly PathOutcome[] | undefined)[] = Array(workers).fill(undefined);
  const done: number[] = Array(workers).fill(0);
  let finish: (end: DrawingEnd) => void = () => {};
  const end = new Promise<DrawingEnd>((resolve) => {
    finish = (end) => {
      for (const worker of started) worker.terminate();
      resolve(end);
    };
  });
  const die = (): void => finish({ kind: "died" });
  const take = (part: number, data: DrawingAnswer): void => {
    if (data.kind === "progress") {
      done[part] = data.paths;
      onProgress(done.reduce((sum, count) => sum + count, 0));
      return;
    }
    parts[part] = data.outcomes;
    const whole = parts.flatMap((outcomes) => (outcomes ? [outcomes] : []));
    if (whole.length === workers) finish({ kind: "drawn", outcomes: whole.flat() });
  };
  const first = (part: number): number => Math.round((paths * part) / workers);
  try {
    for (let part = 0; part < workers; part++) {
      const worker = start();
      started.push(worker);
      worker.onmessage = ({ data }) => take(part, data);
      worker.onerror = die;
      worker.onmessageerror = die;
      worker.postMessage({ ...question, seed, from: first(part), to: first(part + 1) });
    }
  } catch {
    die();
  }
  return { end, cancel: () => finish({ kind: "cancelled" }) };
}
