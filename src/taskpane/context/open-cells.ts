import type { PaneContext } from "./pane-context";

/** Opens the form that says where the cells of the shown deal are: that of its scenario, else that of the deal in the workbook. */
export function openCells(pane: PaneContext): void {
  pane.open(
    pane.state().shown === null
      ? { name: "start", form: "cells" }
      : { name: "scenarios", form: "scenario" },
  );
}
