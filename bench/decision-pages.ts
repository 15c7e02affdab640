import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { findBrowser, launchBrowser } from "../test/support/browser";
import type { DecisionCase } from "../test/taskpane/decision-page";
import { type ScenarioServer, serveScenarios } from "../test/taskpane/scenario-server";

export const DECISION_CASES: readonly DecisionCase[] = [
  "example",
  "200 bands",
  "200 bands, step-up",
];

/** Measures on a new page, once a part of it is drawn; undefined where there is no browser. */
export type OnDecisionPage = <Measured>(
  name: DecisionCase,
  drawn: string,
  measure: (page: Page) => Promise<Measured>,
) => Promise<Measured | undefined>;

/** Serves the whole decision to one browser while the benches of a file run. */
export function serveDecisionPages(): OnDecisionPage {
  let server: ScenarioServer | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const choice = await findBrowser();
    if (choice.kind === "browser")
      [server, browser] = await Promise.all([
        serveScenarios("decision-page"),
        launchBrowser(choice),
      ]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return async (name, drawn, measure) => {
    if (!server || !browser) return undefined;
    const context = await browser.newContext({ viewport: { width: 350, height: 800 } });
    try {
      const page = await context.newPage();
      await page.goto(`${server.url}?scenario=${encodeURIComponent(name)}`);
      await page.locator(drawn).first().waitFor();
      return await measure(page);
    } finally {
      await context.close();
    }
  };
}
