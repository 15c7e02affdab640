import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { findBrowser, launchBrowser } from "../test/support/browser";
import type { DecisionCase } from "../test/taskpane/decision-page";
import { type ScenarioServer, serveScenarios } from "../test/taskpane/scenario-server";
import { median, printTable } from "./print";

const ROUNDS = 9;
const CASES: readonly DecisionCase[] = ["example", "200 bands", "200 bands, step-up"];
const ACTS = ["deal read anew", "load moved", "card opened"] as const;
/** Until everything that an act sets off is done. */
const REST_MS = 700;

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

test("the longest that the page cannot listen", { timeout: 300_000 }, async () => {
  if (!server || !browser) {
    console.log("\nLongest task: not measured, there is no browser.");
    return;
  }
  const rows: (readonly (string | number)[])[] = [];
  for (const name of CASES) {
    const { restMs, longestMs } = await measure(browser, server.url, name);
    for (const act of ACTS) rows.push([`${name}: ${act}`, restMs, longestMs[act]]);
  }
  printTable("Longest task of the pane, with the browser's own layout in it (aim: 50 ms)", [
    ["", "at rest, ms", "longest, ms"],
    ...rows,
  ]);
});

async function measure(driver: Browser, url: string, name: DecisionCase) {
  const context = await driver.newContext({ viewport: { width: 350, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(`${url}?scenario=${encodeURIComponent(name)}`);
    await page.locator("bandwise-threshold-choices summary").first().waitFor();
    const times = await page.evaluate(
      async ([rounds, rest]) => {
        /** The longest gap between messages that the page sends itself: a task that runs keeps the next one waiting. */
        const longestGap = async (act: () => void): Promise<number> => {
          const channel = new MessageChannel();
          let longest = 0;
          let last = performance.now();
          let isOver = false;
          channel.port1.onmessage = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            if (!isOver) channel.port2.postMessage(undefined);
          };
          channel.port2.postMessage(undefined);
          act();
          await new Promise((rested) => setTimeout(rested, rest));
          isOver = true;
          return longest;
        };
        const { readAgain } = globalThis as unknown as { readAgain(): void };
        const view = document.querySelector("bandwise-decision") as unknown as {
          whatIf: { loadFactor: number };
          shadowRoot: ShadowRoot;
        };
        const choices = view.shadowRoot.querySelector("bandwise-threshold-choices")?.shadowRoot;
        const measured = {
          rest: [] as number[],
          "deal read anew": [] as number[],
          "load moved": [] as number[],
          "card opened": [] as number[],
        };
        for (let round = 0; round < rounds; round++) {
          measured.rest.push(await longestGap(() => {}));
          measured["deal read anew"].push(await longestGap(readAgain));
          measured["load moved"].push(
            await longestGap(() => {
              view.whatIf = { ...view.whatIf, loadFactor: 0.5 + round / 20 };
            }),
          );
          const card = choices?.querySelectorAll("details")[2];
          measured["card opened"].push(
            await longestGap(() => card?.querySelector("summary")?.click()),
          );
          card?.querySelector("summary")?.click();
        }
        return measured;
      },
      [ROUNDS, REST_MS] as const,
    );
    const longestMs = Object.fromEntries(ACTS.map((act) => [act, median(times[act])])) as Record<
      (typeof ACTS)[number],
      number
    >;
    return { restMs: median(times.rest), longestMs };
  } finally {
    await context.close();
  }
}
