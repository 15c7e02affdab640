import type { ReadingAnswer, ReadingEnd, ReadingRequest } from "./import/import-messages";

/** What the pane needs of a worker. */
export interface ReadingWorker {
  postMessage(request: ReadingRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<ReadingAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** Files that are being read. */
export interface Reading {
  readonly end: Promise<ReadingEnd>;
  cancel(): void;
}

/** A worker that is busy with one long text hears nothing: it is then ended. */
const HEARS_WITHIN_MS = 1_000;

/**
 * Reads files in a worker, which ends with the reading.
 *
 * @param start Starts the worker; it may throw.
 */
export function startReading(
  request: Extract<ReadingRequest, { readonly kind: "read" }>,
  start: () => ReadingWorker,
  onProgress: (percent: number, file: string) => void,
): Reading {
  let worker: ReadingWorker | undefined;
  let finish: (end: ReadingEnd) => void = () => {};
  const end = new Promise<ReadingEnd>((resolve) => {
    finish = (end) => {
      worker?.terminate();
      resolve(end);
    };
  });
  const die = (): void => finish({ kind: "died" });
  try {
    worker = start();
    worker.onmessage = ({ data }) => {
      if (data.kind === "progress") onProgress(data.percent, data.file);
      else finish(data);
    };
    worker.onerror = die;
    worker.onmessageerror = die;
    worker.postMessage(request);
  } catch {
    die();
  }
  return {
    end,
    cancel() {
      const cancelled = (): void => finish({ kind: "cancelled" });
      const waiting = setTimeout(cancelled, HEARS_WITHIN_MS);
      void end.then(() => clearTimeout(waiting));
      try {
        worker?.postMessage({ kind: "cancel" });
      } catch {
        cancelled();
      }
    },
  };
}
