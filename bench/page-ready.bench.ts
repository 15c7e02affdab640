import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { test } from "vitest";
import { buildLocalWorkbook, folders } from "../scripts/build-host.mjs";
import type {} from "../src/host/page/local-workbook";
import { startServer } from "../src/host/serve/server";
import { findBrowser, launchBrowser } from "../test/support/browser";
import { median, printTable } from "./print";

const ROUNDS = 5;
const STAGES = ["shell", "functions registered", "pane ready"] as const;

test("the local workbook's page against an empty page", async () => {
  const choice = await findBrowser();
  if (choice.kind === "none") {
    console.log(`\nPage ready: not measured, ${choice.reason}.`);
    return;
  }
  await buildLocalWorkbook();
  const server = await startServer(folders, 0);
  const empty = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Empty</title>");
  });
  await new Promise<void>((listening) => empty.listen(0, "127.0.0.1", listening));
  const emptyUrl = `http://127.0.0.1:${(empty.address() as AddressInfo).port}/`;
  const browser = await launchBrowser(choice);
  const rounds: number[][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round++)
      rounds.push([await emptyLoad(browser, emptyUrl), ...(await stages(browser, server.url))]);
  } finally {
    await browser.close();
    await server.close();
    empty.close();
  }
  // The first round fills the caches of the machine and is not counted.
  const counted = rounds.slice(1);
  const [base = 1, ...rest] = [0, 1, 2, 3].map((place) =>
    median(counted.map((round) => round[place] ?? 0)),
  );
  printTable("Page of the local workbook in a browser, from a cold start of the page", [
    ["", "ms", "ratio"],
    ["an empty page", base, 1],
    ...STAGES.map((stage, place) => [stage, rest[place] ?? 0, (rest[place] ?? 0) / base]),
  ]);
});

/** Every load has its own context, so that its cache is empty. */
async function inNewPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 820 } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

function emptyLoad(browser: Browser, url: string): Promise<number> {
  return inNewPage(browser, async (page) => {
    await page.goto(url);
    return page.evaluate(() => performance.now());
  });
}

/** Milliseconds from the start of the navigation to each stage, by the page's own clock. */
function stages(browser: Browser, url: string): Promise<readonly number[]> {
  return inNewPage(browser, async (page) => {
    await page.goto(url, { waitUntil: "commit" });
    const clock = () => page.evaluate(() => performance.now());
    await page.waitForFunction(() => window.localWorkbook !== undefined);
    const shell = await clock();
    await page.evaluate(async () => {
      await window.localWorkbook?.ready;
    });
    const functions = await clock();
    await page.frameLocator("iframe").locator("h1").filter({ hasNotText: "Reading" }).waitFor();
    return [shell, functions, await clock()];
  });
}
