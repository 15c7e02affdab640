import type { Grid } from "../grid/grid";
import type { HostPort, PortOptions } from "../office/port";
import type { Pane } from "./pane";
import type { StatusStrip } from "./status-strip";

/** What the page offers to the add-in's bridge and to tests, as `window.localWorkbook`. */
export interface LocalWorkbook {
  readonly grid: Grid;
  readonly port: HostPort;
  readonly pane: Pane;
  readonly status: StatusStrip;
  /** Runs before each action of the add-in's, once a tester puts it here; what it throws becomes that action's failure. */
  beforeAction?: NonNullable<PortOptions["beforeAction"]>;
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
