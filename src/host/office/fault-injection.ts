import { HostError } from "./host-error";

/** What a tester does to the add-in's requests: holds them as a slow Excel does, or fails one as a broken Excel does. */
export class FaultInjection {
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => {};
  #failingAt: string | undefined;

  /** Keeps every later request waiting. */
  hold(): void {
    this.release();
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /** Lets the requests go on that were held. */
  release(): void {
    this.#open();
  }

  /** Fails the next action whose statement has these words in it, such as `.formulas`; that one only. */
  failAt(words: string): void {
    this.#failingAt = words;
  }

  /** Resolves when requests may go on. */
  passed(): Promise<void> {
    return this.#gate;
  }

  readonly beforeAction = (_batch: number, _action: number, statement: string): void => {
    if (this.#failingAt === undefined || !statement.includes(this.#failingAt)) return;
    this.#failingAt = undefined;
    throw new HostError(
      "GeneralException",
      "There was an internal error while processing the request.",
      500,
    );
  };
}
