import type { LocalWorkbook } from "../../src/host/page/local-workbook";

/**
 * What a tester does to the add-in's requests: holds them as a slow Excel does, or fails one as a broken Excel does. Each function
 * may run in the page, so it uses nothing around it.
 */
export interface Interrupted extends Pick<LocalWorkbook, "port" | "beforeAction"> {
  readonly status: Pick<LocalWorkbook["status"], "during">;
  /** Lets the held requests go on; there while some are held. */
  release?: () => void;
}

/** Keeps every later request waiting. */
export function hold(workbook: Interrupted): void {
  workbook.release?.();
  const { port, status } = workbook;
  const { execute } = port;
  const gate = new Promise<void>((open) => {
    workbook.release = () => {
      port.execute = execute;
      delete workbook.release;
      open();
    };
  });
  port.execute = (request) => {
    const answer = gate.then(() => execute(request));
    return status.during("Busy", answer);
  };
}

/** Lets the requests go on that were held. */
export function release(workbook: Interrupted): void {
  workbook.release?.();
}

/** Fails the next action whose statement has these words in it, such as `.formulas`; that one only. */
export function failAt(workbook: Interrupted, words: string): void {
  workbook.beforeAction = (_batch, _action, statement) => {
    if (!statement.includes(words)) return;
    delete workbook.beforeAction;
    const message = "There was an internal error while processing the request.";
    const failure = { name: "HostError", code: "GeneralException", httpStatus: 500 };
    throw Object.assign(new Error(message), failure);
  };
}
