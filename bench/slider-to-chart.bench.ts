import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { findBrowser, launchBrowser } from "../test/support/browser";
import type { DecisionCase } from "../test/taskpane/decision-page";
import { type ScenarioServer, serveScenarios } from "../test/taskpane/scenario-server";
import { median, printTable } from "./print";

const ROUNDS = 31;
const CASES: readonly DecisionCase[] = ["example", "200 bands", "200 bands, step-up"];

let server: ScenarioServer | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  const choice = await findBrowser();
  if (choice.kind === "browser")
    [server, browser] = await Promise.all([serveScenarios("decision-page"), launchBrowser(choice)]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("from the load slider to the repainted pane", async () => {
  if (!server || !browser) {
    console.log("\nSlider to chart: not measured, there is no browser.");
    return;
  }
  const rows: (readonly (string | number)[])[] = [];
  for (const name of CASES) {
    const { emptyMs, movedMs } = await measure(browser, server.url, name);
    rows.push([name, emptyMs, movedMs, movedMs / emptyMs]);
  }
  printTable(
    "Slider to repainted chart, sentences, thresholds and clauses, from the frame's start to after its paint",
    [["", "empty repaint, ms", "slider, ms", "ratio"], ...rows],
  );
});

async function measure(driver: Browser, url: string, name: DecisionCase) {
  const context = await driver.newContext({ viewport: { width: 350, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(`${url}?scenario=${encodeURIComponent(name)}`);
    await page.locator("h2").first().waitFor();
    const times = await page.evaluate(async (rounds) => {
      /** From the start of a frame in which something is done to after it was painted. */
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
        ?.shadowRoot?.querySelector("bandwise-where-it-pays");
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
  } finally {
    await context.close();
  }
}
