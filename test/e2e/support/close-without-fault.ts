import { expect } from "vitest";
import type { OpenedWorkbook } from "./local-workbook";

/** Closes a workbook that went through its tests without a fault, a request off the machine, a refusal or a failure inside. */
export async function closeWithoutFault({
  page,
  faults,
  requestsOutside,
  close,
}: OpenedWorkbook): Promise<void> {
  const trace = await page.evaluate(() => window.localWorkbook?.port.trace);
  await close();
  expect({
    faults,
    requestsOutside,
    refused: trace?.notImplemented,
    failures: trace?.internalErrors,
  }).toEqual({ faults: [], requestsOutside: [], refused: [], failures: [] });
}
