import type { BrowserContext, Page } from "playwright-core";
import { findBrowser, launchBrowser } from "../../support/browser";

/*
 * One browser for all test files of a process, and pages that each leaves to the next: a browser takes a second to start, and
 * a new page would compile all that it runs once more.
 */
let opened: Promise<BrowserContext> | undefined;
const free = new Set<Page>();

/** What tests listen to on a page. */
const HEARD = ["request", "websocket", "console", "pageerror"] as const;

/** How a page looks at its document. */
export interface Opening {
  readonly colorScheme?: "light" | "dark";
  readonly width: number;
  readonly height: number;
}

/**
 * A page to open a document in, set as a new one is.
 *
 * @param url Address of the document: a page that has it open already is taken first.
 * @throws When this machine has no browser: a test file asks `describeInBrowser` first.
 */
export async function takePage(
  { colorScheme = "light", width, height }: Opening,
  url?: string,
): Promise<Page> {
  opened ??= openContext();
  const pages = [...free];
  const page =
    pages.find((one) => one.url() === url) ?? pages.at(-1) ?? (await (await opened).newPage());
  free.delete(page);
  await page.unrouteAll();
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "none", colorScheme });
  await page.setViewportSize({ width, height });
  await page.mouse.move(0, 0);
  return page;
}

/** Leaves pages to whoever takes one next. */
export function leavePages(...pages: readonly Page[]): void {
  for (const page of pages) {
    stopHearing(page);
    free.add(page);
  }
}

/** Leaves a page that would go on drawing, on a small file of the same address, so that what it ran stays compiled. */
export async function leaveBusyPage(page: Page, smallFile: string): Promise<void> {
  stopHearing(page);
  await page.goto(smallFile);
  await page.evaluate(() => localStorage.clear());
  free.add(page);
}

/** Ends the browser, for a program that goes on. The tests' browser ends with their process. */
export async function endBrowser(): Promise<void> {
  await (await opened)?.browser()?.close();
  opened = undefined;
  free.clear();
}

function stopHearing(page: Page): void {
  for (const event of HEARD) page.removeAllListeners(event);
}

async function openContext(): Promise<BrowserContext> {
  const choice = await findBrowser();
  if (choice.kind === "none") throw new Error(choice.reason);
  const browser = await launchBrowser(choice);
  return browser.newContext({ locale: "en-US" });
}
