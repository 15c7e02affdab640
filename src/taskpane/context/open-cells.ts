import { openFormOfShown } from "./open-form";
import type { PaneContext } from "./pane-context";

/** Opens the form that says where the cells of the shown deal are. */
export function openCells(pane: PaneContext): void {
  openFormOfShown(pane, { name: "start", form: "cells" });
}
