import { readFile } from "node:fs/promises";
import path from "node:path";
import { type DOMWindow, JSDOM, VirtualConsole } from "jsdom";
import { expect } from "vitest";
import type { BlankAs } from "../../src/host/functions/coercion";
import { parseAddress, type Rect } from "../../src/host/grid/address";
import type { Scalar } from "../../src/host/grid/cell-value";
import type { Grid } from "../../src/host/grid/grid";
import type { LocalHost } from "../../src/host/model/local-host";
import type { HostPort, PortOptions, Trace } from "../../src/host/office/port";
import { readManifest } from "../../src/host/serve/manifest";
import type { UniverParts } from "../../src/host/univer/context";
import { addinBuilt } from "./bundles";
import { hostForNode } from "./host-bundle";
import { createMemoryGrid } from "./memory-grid/memory-grid";
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

export interface LocalWorkbookOptions extends PortOptions {
  /** Load the pane (taskpane.js) too, and not the functions alone. */
  readonly withAddin?: boolean;
  readonly blankAs?: BlankAs;
  /** `_host_Info` of the page; the default is a shared runtime without logging. */
  readonly hostInfo?: string;
  /** Let cells calculate with the add-in's functions; true by default. */
  readonly registerFunctions?: boolean;
  /** Wait before each calculation as long as for a person, for measures; false by default. */
  readonly keepsQuietTime?: boolean;
  /**
   * What holds the cells: Univer by default, which calculates; or memory, where a formula shows the cell that it
   * refers to or else 0, for tests of what the add-in writes and where.
   */
  readonly grid?: "univer" | "memory";
}

/** The page's own globals, which are the real client's. */
export type PaneWindow = DOMWindow & {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
};

export interface LocalWorkbook {
  readonly window: PaneWindow;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly host: LocalHost;
  readonly grid: Grid;
  /** The library below the grid, for its own facts: how cells look, and whether they are valid. Not in memory. */
  readonly univer: UniverParts;
  readonly port: HostPort;
  readonly trace: Trace;
  /** The grid's own commands, which its menus give: undo, insert rows, rename a sheet. */
  readonly univerAPI: UniverParts["univerAPI"];
  /** Puts a value or a formula into a cell, as a person would. */
  setCell(sheet: string, address: string, content: Scalar): void;
  /** A cell's value, once everything is calculated. */
  readCell(sheet: string, address: string): Promise<Scalar>;
  /** Values of a block, once everything is calculated. */
  readCells(sheet: string, address: string): Promise<Scalar[][]>;
  /** Registers a test's own functions with the cells: TEST.NAME. */
  addFunctions(
    metadata: unknown,
    functions: Readonly<Record<string, (...args: never[]) => unknown>>,
  ): void;
  /** The message of the function behind an error. */
  errorMessage(sheet: string, address: string): Promise<string | null>;
  /** Keeps the present state of a workbook in memory, without charts; answers a function that restores it, any number of times. */
  keep(): () => void;
  /** Closes the page; refusals that the test did not expect fail it. */
  close(options?: { readonly refused?: readonly (string | RegExp)[] }): void;
}

/** The real Office.js in a page of its own, on a workbook of one empty sheet, Sheet1. */
export async function openLocalWorkbook(
  options: LocalWorkbookOptions = {},
): Promise<LocalWorkbook> {
  await addinBuilt();
  const { createUniverGrid, installBridge, LocalHost, makePort, openUniverInNode } = hostForNode;
  const univer = options.grid === "memory" ? null : openUniverInNode();
  const memory = univer ? null : createMemoryGrid();
  const grid = memory ?? createUniverGrid(there(univer));
  if (univer && options.keepsQuietTime !== true) settleAtOnce(grid, hostForNode.endDebounce);
  const host = new LocalHost(grid);
  const port = makePort(host, options);
  const { trace } = port;
  const manifest = readManifest(await readFile(path.join(ROOT, "manifest.xml"), "utf8"));
  if (!manifest.ok) throw new Error(manifest.errors.join("\n"));
  const { paneUrl, functions } = manifest.addin;
  const html = await pageHtml(
    options.withAddin === true,
    paneUrl,
    univer ? functions.scriptUrl : null,
  );
  const pageErrors: string[] = [];
  const errors = new VirtualConsole();
  errors.on("jsdomError", (error) => {
    if (!/Not implemented/.test(error.message)) pageErrors.push(describe(error));
  });
  errors.forwardTo(console, { jsdomErrors: "none" });
  const info = encodeURIComponent(options.hostInfo ?? hostForNode.HOST_INFO);
  const dom = new JSDOM(html, {
    url: `${ORIGIN}${paneUrl}?_host_Info=${info}`,
    runScripts: "dangerously",
    resources: { interceptors: [officeFiles] },
    pretendToBeVisual: true,
    virtualConsole: errors,
    beforeParse(window) {
      fillPageGaps(window);
      shortenFirstPauses(window);
      installBridge(window, port);
    },
  });
  const window = dom.window as PaneWindow;
  await until(() => window.document.readyState === "complete" && "Office" in window);
  await window.Office.onReady();
  hostForNode.addLaterMembers(window);
  if (univer && options.registerFunctions !== false) {
    hostForNode.registerCustomFunctions({
      grid,
      window,
      namespace: functions.namespace,
      metadata: JSON.parse(await readFile(path.join(ROOT, "dist", functions.metadataUrl), "utf8")),
      ...(options.blankAs ? { blankAs: options.blankAs } : {}),
    });
  }

  const locate = (sheet: string, address: string): { sheetId: string; rect: Rect } => {
    const found = grid.sheets().find(({ name }) => name === sheet);
    const parsed = parseAddress(address);
    if (!found || !parsed) throw new Error(`There is no ${sheet}!${address}.`);
    return { sheetId: found.id, rect: parsed.rect };
  };
  const readCells = async (sheet: string, address: string): Promise<Scalar[][]> => {
    await grid.settle();
    const { sheetId, rect } = locate(sheet, address);
    return grid.values(sheetId, rect);
  };
  return {
    window,
    Excel: window.Excel,
    Office: window.Office,
    host,
    grid,
    get univer() {
      return there(univer);
    },
    port,
    trace,
    get univerAPI() {
      return there(univer).univerAPI;
    },
    setCell(sheet, address, content) {
      const { sheetId, rect } = locate(sheet, address);
      grid.write(sheetId, rect, [[content]]);
    },
    async readCell(sheet, address) {
      return (await readCells(sheet, address))[0]?.[0] ?? null;
    },
    readCells,
    addFunctions(metadata, functions) {
      for (const [id, callable] of Object.entries(functions)) {
        window.CustomFunctions.associate(id, callable as (...args: unknown[]) => unknown);
      }
      const { blankAs } = options;
      hostForNode.registerCustomFunctions({
        grid,
        window,
        namespace: "TEST",
        metadata,
        ...(blankAs ? { blankAs } : {}),
      });
    },
    async errorMessage(sheet, address) {
      await grid.settle();
      const { sheetId, rect } = locate(sheet, address);
      return grid.cellMessage(sheetId, rect.row, rect.col);
    },
    keep() {
      const cells = there(memory).keep();
      const settings = [...host.settings];
      const { isStructureProtected } = host;
      const charts = () => grid.sheets().flatMap(({ id }) => host.sheet(id).charts._items());
      if (charts().length > 0) throw new Error("Charts are not kept.");
      return () => {
        there(memory).putBack(cells);
        for (const chart of charts()) chart.delete();
        host.settings.clear();
        for (const [key, value] of settings) host.settings.set(key, value);
        host.isStructureProtected = isStructureProtected;
      };
    },
    close({ refused = [] } = {}) {
      window.close();
      univer?.univer.dispose();
      const unexpected = trace.notImplemented.filter(
        (line) => !refused.some((part) => line.match(part)),
      );
      expect(unexpected, "calls that the local workbook does not imitate").toEqual([]);
      expect(trace.internalErrors, "failures of the local workbook").toEqual([]);
      expect(pageErrors, "failures of the page's own scripts").toEqual([]);
    },
  };
}

/** Members that only one of the grids has. */
function there<T>(part: T | null): T {
  if (part === null)
    throw new Error("The workbook is over another grid, which does not have this.");
  return part;
}

/** Ends the quiet time when values are waited for, and not where there is nothing to wait for. */
function settleAtOnce(grid: Grid, endQuietTime: () => void): void {
  const settle = grid.settle.bind(grid);
  grid.settle = async () => {
    let isSettled = false;
    setImmediate(() => {
      if (!isSettled) endQuietTime();
    });
    try {
      await settle();
    } finally {
      isSettled = true;
    }
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

/** The add-in's own page, or one with its functions alone; the test's server has Office.js. */
async function pageHtml(
  withAddin: boolean,
  paneUrl: string,
  scriptUrl: string | null,
): Promise<string> {
  if (withAddin) {
    const html = await readFile(path.join(ROOT, "dist", paneUrl), "utf8");
    return html.replace(OFFICE_JS, "/officejs/office.js");
  }
  const functions = scriptUrl === null ? "" : `<script defer src="${scriptUrl}"></script>`;
  return `<!doctype html><html><head><script src="/officejs/office.js"></script>${functions}</head><body></body></html>`;
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
