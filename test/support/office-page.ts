import { readFile } from "node:fs/promises";
import path from "node:path";
import { type DOMWindow, JSDOM, VirtualConsole } from "jsdom";
import type { HostPort } from "../../src/host/office/port";
import { hostForNode } from "./host-bundle";
import { ORIGIN, officeFiles } from "./office-files";
import { fillPageGaps } from "./page-gaps";

const ROOT = path.join(import.meta.dirname, "../..");
const OFFICE_JS = /https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js/g;
const READY_TRIES = 500;
const READY_PAUSE_MS = 10;
/** Office.js checks after each such pause whether its parts are loaded, and gives up in the end. */
const OFFICE_PAUSE_MS = 50;
const SHORT_PAUSE_MS = 5;
const SHORT_PAUSES = 10;

/** The page's own globals, which are the real client's. */
export type PaneWindow = DOMWindow & {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
};

/** What a page loads beside Office.js: the add-in's own page, one of its scripts, or nothing. */
export type PageContent =
  | { readonly kind: "pane"; readonly url: string }
  | { readonly kind: "script"; readonly url: string }
  | { readonly kind: "nothing" };

export interface OfficePageOptions {
  readonly address: string;
  readonly content: PageContent;
  readonly hostInfo: string;
  readonly port: HostPort;
}

/** The real Office.js in a page of its own, which talks to one workbook at a time. */
export interface OfficePage {
  readonly window: PaneWindow;
  /** Failures of the page's own scripts. */
  readonly errors: readonly string[];
  /** Lets the page talk to another workbook, whose events it has not asked for yet. */
  connect(port: HostPort): void;
}

export async function openOfficePage(options: OfficePageOptions): Promise<OfficePage> {
  const { address, content, hostInfo } = options;
  const failures: string[] = [];
  const failuresOfPage = new VirtualConsole();
  failuresOfPage.on("jsdomError", (error) => {
    if (!/Not implemented/.test(error.message)) failures.push(describe(error));
  });
  failuresOfPage.forwardTo(console, { jsdomErrors: "none" });
  /** What Office.js did once, when it loaded, to hear of the workbook. */
  const joins: ((port: HostPort) => void)[] = [];
  const joined = (port: HostPort): HostPort => {
    const join = (act: (port: HostPort) => void): void => {
      joins.push(act);
      act(port);
    };
    return {
      ...port,
      onEvents: (listener) => join((one) => one.onEvents(listener)),
      onCommands: (listener) => join((one) => one.onCommands(listener)),
    };
  };
  const dom = new JSDOM(await pageHtml(content), {
    url: `${ORIGIN}${address}?_host_Info=${encodeURIComponent(hostInfo)}`,
    runScripts: "dangerously",
    resources: { interceptors: [officeFiles] },
    pretendToBeVisual: true,
    virtualConsole: failuresOfPage,
    beforeParse(window) {
      fillPageGaps(window);
      shortenFirstPauses(window);
      hostForNode.installBridge(window, joined(options.port));
    },
  });
  const window = dom.window as PaneWindow;
  await until(() => window.document.readyState === "complete" && "Office" in window);
  await window.Office.onReady();
  hostForNode.addLaterMembers(window);
  return {
    window,
    errors: failures,
    connect(port) {
      for (const join of joins) join(port);
      hostForNode.installBridge(window, joined(port));
    },
  };
}

/** Shortens the first pauses of Office.js, since its parts are on this machine. */
function shortenFirstPauses(window: DOMWindow): void {
  const setTimer = window.setTimeout.bind(window);
  let left = SHORT_PAUSES;
  const setTimerSooner: typeof window.setTimeout = (act, ms, ...args) => {
    const isPause = ms === OFFICE_PAUSE_MS && left-- > 0;
    return setTimer(act, isPause ? SHORT_PAUSE_MS : ms, ...args);
  };
  window.setTimeout = setTimerSooner;
}

/** The add-in's own page, or one with a script alone; the test's server has Office.js. */
async function pageHtml(content: PageContent): Promise<string> {
  if (content.kind === "pane") {
    const html = await readFile(path.join(ROOT, "dist", content.url), "utf8");
    return html.replace(OFFICE_JS, "/officejs/office.js");
  }
  const script = content.kind === "script" ? `<script defer src="${content.url}"></script>` : "";
  return `<!doctype html><html><head><script src="/officejs/office.js"></script>${script}</head><body></body></html>`;
}

function describe(error: Error): string {
  return error.cause instanceof Error ? `${error.message}\n${error.cause.stack}` : error.message;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tried = 0; !condition(); tried += 1) {
    if (tried === READY_TRIES) throw new Error("The page did not load.");
    await new Promise((resolve) => setTimeout(resolve, READY_PAUSE_MS));
  }
}
