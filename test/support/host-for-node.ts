/** The parts of the local workbook that tests need, in one bundle, because Node cannot import Univer unbundled. */

export { Lexer } from "@univerjs/engine-formula";
export { ConditionalFormattingService } from "@univerjs/sheets-conditional-formatting";
export { registerCustomFunctions } from "../../src/host/functions/custom-functions";
export { LocalHost } from "../../src/host/model/local-host";
export { HOST_INFO, installBridge } from "../../src/host/office/bridge";
export { HostObject } from "../../src/host/office/host-object";
export { addLaterMembers } from "../../src/host/office/later-members";
export { makePort } from "../../src/host/office/port";
export { createUniverGrid } from "../../src/host/univer/univer-grid";
export { captureWorkbook } from "../../src/host/xlsx/capture-workbook";
export { openWorkbook } from "../../src/host/xlsx/open-workbook";
export { restoreWorkbook } from "../../src/host/xlsx/restore-workbook";
export { lossesOfSaving, saveWorkbook } from "../../src/host/xlsx/save-workbook";
export { endDebounce } from "./debounce";
export { openUniverInNode } from "./univer-in-node";
