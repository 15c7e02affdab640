import { registerCustomFunctions } from "../functions/custom-functions";
import type { Grid } from "../grid/grid";
import { LocalHost } from "../model/local-host";
import { HOST_INFO } from "../office/bridge";
import { addFileMembers } from "../office/file-members";
import { addLaterMembers } from "../office/later-members";
import { type HostPort, makePort, type PortOptions } from "../office/port";
import type { Addin, RibbonButton } from "../serve/manifest";
import { createUniverGrid } from "../univer/univer-grid";
import { cellBox } from "./cell-box";
import { byId } from "./elements";
import { showErrorsOfSelectedCell } from "./error-card";
import { downloadWorkbook, offerFiles } from "./files";
import { cycleFocus } from "./focus-ring";
import { openPane, type Pane } from "./pane";
import { drawRibbon } from "./ribbon";
import { showCharts } from "./sheet-charts";
import { openStatusStrip, type StatusStrip } from "./status-strip";
import { isDark, officeTheme, onThemeChange } from "./theme";
import { openUniver } from "./univer-workbook";

/** Opens the workbook, then the add-in in its pane, then its functions in the cells. */
async function open(): Promise<void> {
  const status = openStatusStrip();
  const addin: Addin = await (await fetched("/local-workbook/addin.json")).json();
  document.title = `${addin.name}: local workbook`;
  const pane = openPane(addin.name);
  const { univer, univerAPI, drawn } = openUniver("grid", isDark());
  onThemeChange((dark) => univerAPI.toggleDarkMode(dark));
  const grid = createUniverGrid({ univer, univerAPI });
  const host = new LocalHost(grid);
  const options: PortOptions = {
    pane,
    theme: officeTheme,
    onTrace: status.show,
    beforeAction: (...action) => window.localWorkbook?.beforeAction?.(...action),
  };
  const port = showingWork(makePort(host, options), status);
  status.show(port.trace);
  showCalculation(grid, status);
  showErrorsOfSelectedCell(grid, univerAPI);
  showCharts(host, univerAPI);
  cycleFocus(univer, pane);
  drawRibbon(addin.ribbonGroup, (button) => choose(button, port, pane));
  const opened = drawn.then(() => openAddin(addin, host, pane));
  const ready = status.during("Opening", opened);
  window.localWorkbook = {
    grid,
    port,
    pane,
    status,
    ready,
    scrollTo: (row, col) => univerAPI.getActiveWorkbook()?.getActiveSheet().scrollToCell(row, col),
    cellBox: (row, col) => cellBox(univerAPI, row, col),
  };
  await ready;
  byId("opening").hidden = true;
  offerFiles({
    host,
    addinName: addin.name,
    pane,
    status,
    reopenAddin: () => {
      port.disconnect();
      return openAddin(addin, host, pane);
    },
  });
}

/** What a workbook that the add-in opens beside this one is called: here it is a file to keep. */
const COPY_NAME = "Copy without the add-in.xlsx";

/** Loads the add-in's page, then makes the functions that it associates known to the cells. */
async function openAddin(addin: Addin, host: LocalHost, pane: Pane): Promise<readonly string[]> {
  byId("opening-step").textContent = `Opening ${addin.name}`;
  const loaded = new Promise((resolve) => {
    pane.frame.addEventListener("load", resolve, { once: true });
  });
  pane.frame.src = `${addin.paneUrl}?_host_Info=${encodeURIComponent(HOST_INFO)}`;
  await loaded;
  const window = pane.frame.contentWindow as (Window & typeof globalThis) | null;
  if (window === null) throw new Error("the pane has no window");
  const metadata = await (await fetched(addin.functions.metadataUrl)).json();
  const { namespace } = addin.functions;
  const { grid } = host;
  const names = registerCustomFunctions({ grid, window, namespace, metadata });
  await window.Office.onReady();
  addLaterMembers(window);
  addFileMembers(window, {
    save: async () => (await import("../xlsx/save-workbook")).saveWorkbook(host),
    open: (file) => downloadWorkbook(file, COPY_NAME),
  });
  return names;
}

/** Does what Excel does when a button of the ribbon is chosen. */
async function choose(button: RibbonButton, port: HostPort, pane: Pane): Promise<void> {
  const { action, id, label } = button;
  if (action.kind === "executeFunction") {
    await port
      .runCommand(action.functionName, id)
      .catch((error: unknown) => port.report(`${label}: ${String(error)}`));
  } else if (pane.isVisible()) pane.hide();
  else pane.show();
}

function showingWork(port: HostPort, status: StatusStrip): HostPort {
  return {
    ...port,
    execute: (json) => status.during("Busy", port.execute(json)),
    runCommand: (name, id) => status.during("Busy", port.runCommand(name, id)),
  };
}

/** Shows that the workbook calculates, from a change until everything is calculated. */
function showCalculation(grid: Grid, status: StatusStrip): void {
  let settling = false;
  grid.onEvent(({ kind }) => {
    if (kind !== "changed" || settling) return;
    settling = true;
    void status.during("Calculating", grid.settle()).finally(() => {
      settling = false;
    });
  });
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return response;
}

open().catch((error: unknown) => {
  const screen = byId("opening");
  screen.hidden = false;
  screen.role = "alert";
  screen.classList.add("has-failed");
  byId("opening-step").textContent = `The local workbook did not open.\n${String(error)}`;
  console.error(error);
});
