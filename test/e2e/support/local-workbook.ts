import type { Frame, Page } from "playwright-core";
import { folders } from "../../../scripts/build-host.mjs";
import type {} from "../../../src/host/page/local-workbook";
import { type RunningServer, startServer } from "../../../src/host/serve/server";
import { addinBuilt, pageBuilt } from "../../support/bundles";
import { endBrowser, leaveBusyPage, type Opening, takePage } from "./shared-pages";

/** A small laptop's: the grid draws each cell in sight, and on a larger screen more of them. */
const SCREEN = { width: 1120, height: 700 };

/**
 * Between two steps of a test nobody looks at the sheet, and the grid would draw every cell in sight 60 times a second. Longer
 * pauses save little more, and at ten times this one a story fails.
 */
const MS_BETWEEN_PICTURES = 100;

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

/** The server of all local workbooks of this process, at one address: a page knows the scripts that it has run by theirs. */
let serving: Promise<RunningServer> | undefined;

/**
 * Opens the local workbook, once it is built, until its functions can be used.
 *
 * @param before What is done with the page before anything is fetched into it.
 * @throws When this machine has no browser: a test file asks `describeInBrowser` first.
 */
export async function openLocalWorkbook(
  opening: Partial<Opening> = {},
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<OpenedWorkbook> {
  await Promise.all([addinBuilt(), pageBuilt()]);
  serving ??= startServer(folders, 0);
  const { url } = await serving;
  const smallFile = `${url}local-workbook/addin.json`;
  const page = await takePage({ ...SCREEN, ...opening }, smallFile);
  const requestsOutside: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    if (leavesThisMachine(request.url())) requestsOutside.push(request.url());
  });
  page.on("websocket", (socket) => {
    if (leavesThisMachine(socket.url())) requestsOutside.push(socket.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  await before(page);
  await page.goto(url);
  await drawSeldom(page);
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
    url,
    requestsOutside,
    faults,
    close: () => leaveBusyPage(page, smallFile),
  };
}

/** Lets a page draw its pictures less often than the screen could show them. */
async function drawSeldom(page: Page): Promise<void> {
  await page.evaluate((pauseMs) => {
    window.requestAnimationFrame = (draw) =>
      window.setTimeout(() => draw(performance.now()), pauseMs);
    window.cancelAnimationFrame = window.clearTimeout;
  }, MS_BETWEEN_PICTURES);
}

/** Ends what all local workbooks of this process share, for a program that goes on. */
export async function endLocalWorkbooks(): Promise<void> {
  await Promise.all([endBrowser(), serving?.then((server) => server.close())]);
  serving = undefined;
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
