import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Width before a chart has been measured: the narrowest pane's. */
const FIRST_WIDTH = 288;

/** The width of a chart in whole pixels; the chart is drawn again whenever it changes. */
export class ChartWidth implements ReactiveController {
  #pixels = FIRST_WIDTH;
  readonly #observer: ResizeObserver;

  constructor(private readonly chart: ReactiveControllerHost & Element) {
    this.#observer = new ResizeObserver((entries) => {
      const pixels = Math.floor(entries[0]?.contentRect.width ?? 0);
      if (pixels <= 0 || pixels === this.#pixels) return;
      this.#pixels = pixels;
      chart.requestUpdate();
    });
    chart.addController(this);
  }

  get pixels(): number {
    return this.#pixels;
  }

  hostConnected(): void {
    this.#observer.observe(this.chart);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
