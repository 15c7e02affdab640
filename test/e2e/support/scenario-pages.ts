import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { findBrowser, launchBrowser } from "../../support/browser";
import { type ScenarioServer, serveScenarios } from "../../taskpane/scenario-server";
import { PANE_WIDTHS } from "./pictures";

/** Looks of the pane, light last: the look that a page is left in. Of what axe finds only contrast depends on the look. */
const LOOKS = [
  {
    look: "forced colors",
    media: { colorScheme: "light", forcedColors: "active" },
    only: ["color-contrast"],
  },
  {
    look: "dark",
    media: { colorScheme: "dark", forcedColors: "none" },
    only: ["color-contrast"],
  },
  {
    look: "light",
    media: { colorScheme: "light", forcedColors: "none" },
    only: undefined,
  },
] as const;

const FADES_WITHIN_MS = 1_000;
const PAUSE_MS = 100;

const axeSource = await readFile(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/**
 * Opens one scenario of a page; what goes wrong in it is added to the faults.
 *
 * @param instead The page of another scenario, which this one takes.
 */
export type ShowScenario<Name extends string> = (
  name: Name,
  faults?: string[],
  instead?: Page,
) => Promise<Page>;

/**
 * Serves a page of scenarios to one browser while the tests around it run.
 *
 * A test gets the pages of the test before it, each with a new document: a new page would compile the pane once more.
 *
 * @param module Module of the page, in test/taskpane.
 * @param drawn Waits until a page is drawn.
 */
export function useScenarioPages<Name extends string>(
  module: string,
  drawn: (page: Page) => Promise<void>,
): ShowScenario<Name> {
  let server: ScenarioServer;
  let browser: Browser;
  let documents = 0;
  const inUse: Page[] = [];
  const free: Page[] = [];

  beforeAll(async () => {
    const choice = await findBrowser();
    if (choice.kind === "none") throw new Error(choice.reason);
    [server, browser] = await Promise.all([serveScenarios(module), launchBrowser(choice)]);
  });

  afterEach(() => {
    free.push(...inUse.splice(0));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return async (name, faults = [], instead = free.pop()) => {
    const page = instead ?? (await browser.newPage());
    if (!inUse.includes(page)) inUse.push(page);
    await page.setViewportSize({ width: 350, height: 800 });
    await page.emulateMedia({
      reducedMotion: "reduce",
      colorScheme: "light",
      forcedColors: "none",
    });
    await page.mouse.move(0, 0);
    hear(page, name, faults);
    // At an address of its own, where the browser has no scroll to restore.
    documents += 1;
    await page.goto(`${server.url}?scenario=${encodeURIComponent(name)}&document=${documents}`);
    await drawn(page);
    return page;
  };
}

/** Adds what goes wrong in a page to the faults of its scenario, and to no other's. */
function hear(page: Page, name: string, faults: string[]): void {
  page.removeAllListeners("pageerror");
  page.removeAllListeners("console");
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${name}: ${message.text()}`);
  });
}

/**
 * What is wrong with the pane: what reaches over the edge at each width, and what axe finds in each look at the narrowest,
 * where parts are closest together. Leaves the page as narrow.
 */
export async function faultsOfPane(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of PANE_WIDTHS.toReversed()) faults.push(...(await tooWide(page, width)));
  return [...faults, ...(await violations(page))];
}

/** Whether anything reaches over the edge at a width. */
export async function tooWide(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 800 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [`at ${width} it is ${over} too wide`] : [];
}

/** What axe finds: everything in light, contrast in the other looks. */
export async function violations(page: Page): Promise<readonly string[]> {
  const hasAxe = await page.evaluate(() => "axe" in window);
  if (!hasAxe) await page.evaluate(axeSource);
  const found: string[] = [];
  for (const { look, media, only } of LOOKS) {
    await page.emulateMedia(media);
    await drawnIn(page, media.colorScheme);
    let faults = await seenByAxe(page, only);
    // A button that still fades from one look into the other has a contrast of neither.
    for (let waited = 0; faults.length > 0 && waited < FADES_WITHIN_MS; waited += PAUSE_MS) {
      await page.waitForTimeout(PAUSE_MS);
      faults = await seenByAxe(page, only);
    }
    found.push(...faults.map((fault) => `${look}: ${fault}`));
  }
  return found;
}

/** Waits until the pane took up a theme and is drawn in it. */
async function drawnIn(page: Page, theme: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset["theme"] === wanted,
    theme,
  );
  // Fluent writes its colours before the next picture.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

async function seenByAxe(
  page: Page,
  only: readonly string[] | undefined,
): Promise<readonly string[]> {
  const { violations } = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    // Told of what is wrong only, axe spares the search for what is right.
    const options = { resultTypes: ["violations"] };
    return await axe.run(rules ? { ...options, runOnly: rules } : options);
  }, only);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
