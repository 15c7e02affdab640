import { readFile } from "node:fs/promises";
import path from "node:path";
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
import { type OfficePage, openOfficePage, type PageContent, type PaneWindow } from "./office-page";

const ROOT = path.join(import.meta.dirname, "../..");

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

export interface LocalWorkbook {
  /** The page; one that a test asked for is left to no other workbook. */
  readonly window: PaneWindow;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
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

/** Pages that workbooks leave to the next, by what they load: a page takes longer to open than a workbook. */
const free = new Map<string, OfficePage>();

/** The real Office.js in a page, on a workbook of one empty sheet, Sheet1. */
export async function openLocalWorkbook(
  options: LocalWorkbookOptions = {},
): Promise<LocalWorkbook> {
  await addinBuilt();
  const { createUniverGrid, LocalHost, makePort, openUniverInNode } = hostForNode;
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
  const content: PageContent =
    options.withAddin === true
      ? { kind: "pane", url: paneUrl }
      : univer
        ? { kind: "script", url: functions.scriptUrl }
        : { kind: "nothing" };
  // The pane goes on by itself, and Office.js asks once what its host is and can.
  let canBeLeft =
    content.kind !== "pane" &&
    options.hostInfo === undefined &&
    options.requirementSets === undefined &&
    options.theme === undefined;
  const left = canBeLeft ? free.get(content.kind) : undefined;
  if (left) {
    free.delete(content.kind);
    left.connect(port);
  }
  const page =
    left ??
    (await openOfficePage({
      address: paneUrl,
      content,
      hostInfo: options.hostInfo ?? hostForNode.HOST_INFO,
      port,
    }));
  const { window } = page;
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
    get window() {
      canBeLeft = false;
      return window;
    },
    Excel: window.Excel,
    Office: window.Office,
    OfficeExtension: window.OfficeExtension,
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
      canBeLeft = false;
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
      // A page that still asks a workbook for events would not ask the next one.
      const isAsNew = host.wantedEvents.size === 0 && page.errors.length === 0;
      port.disconnect();
      if (canBeLeft && isAsNew && !free.has(content.kind)) free.set(content.kind, page);
      else window.close();
      univer?.univer.dispose();
      const unexpected = trace.notImplemented.filter(
        (line) => !refused.some((part) => line.match(part)),
      );
      expect(unexpected, "calls that the local workbook does not imitate").toEqual([]);
      expect(trace.internalErrors, "failures of the local workbook").toEqual([]);
      expect(page.errors, "failures of the page's own scripts").toEqual([]);
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
