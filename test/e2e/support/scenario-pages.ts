import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterEach, beforeAll } from "vitest";
import { type ScenarioServer, serveScenarios } from "../../taskpane/scenario-server";
import type {} from "../../taskpane/show-scenarios";
import { PANE_WIDTHS } from "./pictures";
import { leavePages, takePage } from "./shared-pages";

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
 * Shows one scenario of a page, as new; what goes wrong in it is added to the faults.
 *
 * @param instead The page of another scenario, which this one takes.
 */
export type ShowScenario<Name extends string> = (
  name: Name,
  faults?: string[],
  instead?: Page,
) => Promise<Page>;

const PANE = { width: 350, height: 800 };

/** A screen: home fits one, and no view is taller than two before something is opened. */
export const SCREEN = { width: 350, height: 760 };
export const TWO_SCREENS = 2 * SCREEN.height;

/** The servers of all test files of this process, by the module of their page. */
const servers = new Map<string, Promise<ScenarioServer>>();

/**
 * Shows scenarios to the tests around it. A page keeps its document for later ones: to load it takes half a second.
 *
 * @param module Module of the page, in test/taskpane.
 * @param drawn Waits until a page is drawn.
 */
export function useScenarioPages<Name extends string>(
  module: string,
  drawn: (page: Page) => Promise<void>,
): ShowScenario<Name> {
  let url: string;
  const inUse = new Set<Page>();

  beforeAll(async () => {
    const serving = servers.get(module) ?? serveScenarios(module);
    servers.set(module, serving);
    ({ url } = await serving);
  });

  afterEach(() => {
    leavePages(...inUse);
    inUse.clear();
  });

  return async (name, faults = [], instead) => {
    if (instead) leavePages(instead);
    const page = await takePage(PANE, url);
    inUse.add(page);
    hear(page, name, faults);
    if (page.url() !== url) await page.goto(url);
    await page.evaluate((shown) => window.showScenario?.(shown), name);
    await drawn(page);
    return page;
  };
}

/** Adds what goes wrong in a page to the faults of its scenario, and to no other's. */
function hear(page: Page, name: string, faults: string[]): void {
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
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ ...PANE, width });
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
  await pictureOf(page);
}

/** Waits for a picture of the page: until then its fields may not hear what is typed, and its charts are not measured. */
export async function pictureOf(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** Height of the page, once it has stayed the same for some frames: parts of a view are drawn after it. */
export function height(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const now = (): number => document.documentElement.scrollHeight;
    let found = now();
    for (let same = 0; same < 20; same += 1) {
      await new Promise(requestAnimationFrame);
      if (now() !== found) same = 0;
      found = now();
    }
    return found;
  });
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
