import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Passes on what a slider is moved to. A mouse moves it more often than a screen is drawn: only the last place of a frame counts. */
export class LatestOfFrame implements ReactiveController {
  #asked: number | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Calls the last of those that are passed within a frame, when it is drawn. */
  pass(take: () => void): void {
    this.hostDisconnected();
    this.#asked = requestAnimationFrame(() => {
      this.#asked = undefined;
      take();
    });
  }

  hostDisconnected(): void {
    if (this.#asked !== undefined) cancelAnimationFrame(this.#asked);
    this.#asked = undefined;
  }
}
