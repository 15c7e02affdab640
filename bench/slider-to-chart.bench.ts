import type { Page } from "playwright-core";
import { test } from "vitest";
import { DECISION_CASES, serveDecisionPages } from "./decision-pages";
import { median, printTable } from "./print";

const ROUNDS = 31;

const onDecisionPage = serveDecisionPages();

test("from the load slider to the repainted pane", async () => {
  const rows: (readonly (string | number)[])[] = [];
  for (const name of DECISION_CASES) {
    const times = await onDecisionPage(name, "h2", measure);
    if (!times) return console.log("\nSlider to chart: not measured, there is no browser.");
    const { emptyMs, movedMs } = times;
    rows.push([name, emptyMs, movedMs, movedMs / emptyMs]);
  }
  printTable(
    "Slider to repainted answer and thresholds, from the frame's start to after its paint",
    [["", "empty repaint, ms", "slider, ms", "ratio"], ...rows],
  );
});

async function measure(page: Page) {
  const times = await page.evaluate(async (rounds) => {
    /** Time from the start of a frame that does something until the frame is painted. */
    const frame = (work: () => void): Promise<number> =>
      new Promise((painted) => {
        requestAnimationFrame(() => {
          const started = performance.now();
          const after = new MessageChannel();
          after.port1.onmessage = () => painted(performance.now() - started);
          work();
          // Sent from a frame's callback, it arrives when the frame has been painted.
          after.port2.postMessage(undefined);
        });
      });
    const view = document
      .querySelector("bandwise-decision")
      ?.shadowRoot?.querySelector("bandwise-commitment");
    const slider = view?.shadowRoot?.querySelector("bandwise-load-slider");
    if (!slider || !("change" in slider) || typeof slider.change !== "function")
      throw new Error("the section has no load slider");
    const { change } = slider;
    const dot = document.body.appendChild(document.createElement("p"));
    const empty: number[] = [];
    const moved: number[] = [];
    for (let round = 0; round < rounds; round++) {
      empty.push(
        await frame(() => {
          dot.textContent = String(round % 10);
        }),
      );
      moved.push(await frame(() => change(0.5 + (round % 20) / 20)));
    }
    return { empty, moved };
  }, ROUNDS);
  return { emptyMs: median(times.empty), movedMs: median(times.moved) };
}
