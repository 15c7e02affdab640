import type { Grid } from "../grid/grid";
import type { FaultInjection } from "../office/fault-injection";
import type { HostPort, Trace } from "../office/port";
import type { Addin } from "../serve/manifest";
import type { Pane } from "./pane";
import type { StatusStrip } from "./status-strip";

/** What the page offers to the add-in's bridge and to tests, as `window.localWorkbook`. */
export interface LocalWorkbook {
  readonly addin: Addin;
  readonly grid: Grid;
  readonly port: HostPort;
  readonly trace: Trace;
  readonly pane: Pane;
  readonly status: StatusStrip;
  /** Holds the add-in's requests or fails one, to show what the add-in does then. */
  readonly interruptions: FaultInjection;
  /** Scrolls the active sheet until a cell, counted from 0, is in sight. */
  scrollTo(row: number, col: number): void;
  /** Where a cell of the active sheet, counted from 0, is drawn on the page. */
  cellBox(row: number, col: number): DOMRectReadOnly | undefined;
  /** Names of the add-in's functions, once they can be used and Office.js is ready in the pane. */
  readonly ready: Promise<readonly string[]>;
}

declare global {
  interface Window {
    localWorkbook?: LocalWorkbook;
  }
}
