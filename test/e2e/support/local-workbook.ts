import type { Browser, Frame, Page } from "playwright-core";
import { buildLocalWorkbook, folders } from "../../../scripts/build-host.mjs";
import type {} from "../../../src/host/page/local-workbook";
import { type RunningServer, startServer } from "../../../src/host/serve/server";
import { findBrowser, launchBrowser } from "../../support/browser";

/** How the page is opened. */
export interface Opening {
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
}

/** A local workbook that is open in a browser, with what went wrong in it so far. */
export interface OpenedWorkbook {
  readonly page: Page;
  /** The add-in's own page, in the pane. */
  readonly pane: Frame;
  readonly url: string;
  /** Addresses off this machine that the page asked for; each was refused. */
  readonly requestsOutside: readonly string[];
  /** Errors in the console, uncaught errors and breaches of a page's security policy. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/**
 * Builds what is stale, serves it on a free port, and opens it until its functions can be used.
 *
 * @throws When this machine has no browser: a test file asks `describeInBrowser` first.
 */
export async function openLocalWorkbook(opening: Opening = {}): Promise<OpenedWorkbook> {
  const choice = await findBrowser();
  if (choice.kind === "none") throw new Error(choice.reason);
  await buildLocalWorkbook();
  const server = await startServer(folders, 0);
  const browser = await launchBrowser(choice);
  try {
    return await open(server, browser, opening);
  } catch (error) {
    await Promise.all([browser.close(), server.close()]);
    throw error;
  }
}

async function open(
  server: RunningServer,
  browser: Browser,
  { colorScheme = "light", width = 1360, height = 820 }: Opening,
): Promise<OpenedWorkbook> {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
    locale: "en-US",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const requestsOutside: string[] = [];
  const faults: string[] = [];
  context.on("request", (request) => {
    if (leavesThisMachine(request.url())) requestsOutside.push(request.url());
  });
  page.on("websocket", (socket) => {
    if (leavesThisMachine(socket.url())) requestsOutside.push(socket.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  await page.goto(server.url);
  const failure = page.locator("#opening.has-failed");
  await Promise.race([
    page.locator("#opening").waitFor({ state: "hidden" }),
    failure.waitFor().then(async () => {
      throw new Error((await failure.textContent()) ?? "no reason given");
    }),
  ]);
  await page.evaluate(async () => {
    await window.localWorkbook?.ready;
  });
  return {
    page,
    pane: paneOf(page),
    url: server.url,
    requestsOutside,
    faults,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** The add-in's page in the page of the workbook. */
export function paneOf(page: Page): Frame {
  const pane = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (pane === undefined) throw new Error("the page has no pane");
  return pane;
}

function leavesThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (["data:", "blob:", "about:"].includes(protocol)) return false;
  return hostname !== "127.0.0.1" && hostname !== "localhost";
}
