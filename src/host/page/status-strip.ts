import type { Trace } from "../office/port";
import { byId, make } from "./elements";

/** What the workbook is doing, in the words shown to the person. */
export type WorkbookState = "Opening" | "Saving" | "Calculating" | "Busy" | "Ready";

export type StatusStrip = Readonly<ReturnType<typeof openStatusStrip>>;

/** The strip along the bottom: what the workbook is doing, and which requests of the add-in it cannot answer. */
export function openStatusStrip() {
  const running: WorkbookState[] = [];
  const stateNow = (): WorkbookState => running.at(-1) ?? "Ready";
  const draw = (): void => {
    const element = byId("state");
    if (element.textContent !== stateNow()) element.textContent = stateNow();
    element.dataset["state"] = stateNow();
  };
  return {
    get state() {
      return stateNow();
    },
    /** Shows a state while a task runs; of several, the one begun last. */
    async during<Result>(state: WorkbookState, task: Promise<Result>): Promise<Result> {
      running.push(state);
      draw();
      try {
        return await task;
      } finally {
        running.splice(running.indexOf(state), 1);
        draw();
      }
    },
    show(trace: Trace) {
      byId("batch").textContent = describeBatches(trace);
      showRefusals(trace);
    },
  };
}

function describeBatches({ batches, lastBatchMs }: Trace): string {
  if (batches === 0) return "No requests from the add-in yet";
  const requests = batches === 1 ? "1 request" : `${batches} requests`;
  return `${requests} from the add-in, the last took ${Math.round(lastBatchMs)} ms`;
}

/** Requests that failed because the local workbook lacks something: not the add-in's fault, so never hidden. */
function showRefusals({ notImplemented, internalErrors }: Trace): void {
  const lines = [...notImplemented, ...internalErrors];
  const details = byId("refusals");
  details.classList.toggle("has-refusals", lines.length > 0);
  const failures = internalErrors.length > 0 ? `, failures: ${internalErrors.length}` : "";
  byId("refusal-count").textContent = `NotImplemented: ${notImplemented.length}${failures}`;
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  byId("refusal-list").replaceChildren(
    ...[...counts].map(([line, count]) =>
      make("li", "", count === 1 ? line : `${line} (${count} times)`),
    ),
  );
}
