import "../../src/taskpane/taskpane.css";
import { BandwisePane } from "../../src/taskpane/bandwise-pane";
import { followTheme } from "../../src/taskpane/kit/theme";
import { drawPaths } from "../../src/taskpane/views/term/risk/draw-paths";
import type { DrawingRequest } from "../../src/taskpane/views/term/risk/drawing-messages";
import type { DrawingWorker } from "../../src/taskpane/views/term/risk/start-drawing";
import { drawWord } from "../../src/term/draws";
import { fakeWorkbook } from "./fake-actions";
import { SCENARIOS, type ScenarioName } from "./pane-scenarios";
import { showScenarios } from "./show-scenarios";

/** A worker in the page: the server of scenarios has no other file. */
class PageWorker implements DrawingWorker {
  onmessage: DrawingWorker["onmessage"] = null;
  onerror: DrawingWorker["onerror"] = null;
  onmessageerror: DrawingWorker["onmessageerror"] = null;

  postMessage(request: DrawingRequest): void {
    drawPaths(request, (data) => this.onmessage?.({ data } as MessageEvent));
  }

  terminate(): void {}
}

// The pane in a browser on a workbook that is only a scenario.
Object.assign(globalThis, { Office: { context: {} }, Worker: PageWorker, drawWord });
followTheme();
showScenarios((name) => {
  const pane = new BandwisePane();
  void pane.begin(fakeWorkbook(SCENARIOS[name as ScenarioName]).actions);
  return pane;
});
