import { expect } from "vitest";
import type { OpenedWorkbook } from "./local-workbook";

/** Closes a workbook that went through its tests without a fault, a request off the machine, or a refusal. */
export async function closeWithoutFault({
  page,
  faults,
  requestsOutside,
  close,
}: OpenedWorkbook): Promise<void> {
  const refused = await page.evaluate(() => window.localWorkbook?.trace.notImplemented);
  await close();
  expect({ faults, requestsOutside, refused }).toEqual({
    faults: [],
    requestsOutside: [],
    refused: [],
  });
}
