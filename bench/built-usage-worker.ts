import { readFileSync } from "node:fs";
import path from "node:path";
import { US_DOLLAR } from "../src/core/currency";
import type {
  ReadingAnswer,
  ReadingRequest,
} from "../src/taskpane/views/usage/import/import-messages";
import type { ImportSummary } from "../src/taskpane/views/usage/import/import-summary";

type Listener = (message: { readonly data: ReadingRequest }) => void;

/** Reads a file as the pane's worker does, and hears of its progress. */
export type ReadInWorker = (file: File, onProgress: () => void) => Promise<ImportSummary>;

/** The built worker in this program's own realm, as the pane runs it: Vitest would look up each imported name where it is used. */
export function builtUsageWorker(): ReadInWorker {
  const bundle = readFileSync(path.join(import.meta.dirname, "../dist/usage-worker.js"), "utf8");
  let answer: (given: ReadingAnswer) => void = () => {};
  const listeners: Listener[] = [];
  new Function("postMessage", "addEventListener", bundle)(
    (given: ReadingAnswer) => answer(given),
    (_: string, listener: Listener) => listeners.push(listener),
  );
  return (file, onProgress) =>
    new Promise((resolve, reject) => {
      answer = (given) => {
        if (given.kind === "progress") onProgress();
        else if (given.kind === "read") resolve(given.summary);
        else reject(new Error(JSON.stringify(given)));
      };
      for (const listener of listeners)
        listener({ data: { kind: "read", files: [file], book: null, currency: US_DOLLAR } });
    });
}
