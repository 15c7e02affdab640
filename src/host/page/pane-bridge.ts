import { installBridge } from "../office/bridge";
import type { LocalWorkbook } from "./local-workbook";

/** Runs in the add-in's page before office.js, in the place that Excel's own web view has. */
const host = window.parent as Window & { readonly localWorkbook?: LocalWorkbook };
if (host.localWorkbook === undefined) {
  throw new Error(
    "This page runs inside the local workbook: open the address that `npm start` prints.",
  );
}
installBridge(window, host.localWorkbook.port);
