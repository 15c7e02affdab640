/** What the tests need of the local workbook, in one bundle, because Univer cannot be imported by Node as it is. */
export { ConditionalFormattingService } from "@univerjs/sheets-conditional-formatting";
export { HOST_INFO, installBridge } from "../../src/host/bridge";
export { registerCustomFunctions } from "../../src/host/custom-functions";
export { captureWorkbook } from "../../src/host/files/capture-workbook";
export { openWorkbook } from "../../src/host/files/open-workbook";
export { restoreWorkbook } from "../../src/host/files/restore-workbook";
export { lossesOfSaving, saveWorkbook } from "../../src/host/files/save-workbook";
export { HostObject } from "../../src/host/host-object";
export { LocalHost } from "../../src/host/model/local-host";
export { makePort } from "../../src/host/port";
export { createUniverGrid } from "../../src/host/univer-grid";
export { openUniverInNode } from "../../src/host/univer-node";
export { endQuietTime } from "./quiet-time";
