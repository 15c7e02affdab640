import type { Outcome } from "../../src/workbook/outcome";
import {
  type LocalWorkbook,
  type LocalWorkbookOptions,
  openLocalWorkbook,
} from "../support/local-workbook";

/** A local workbook whose Office.js is the one that src/workbook, imported by a test, talks to. */
export async function openForWorkbookCode(
  options: LocalWorkbookOptions = {},
): Promise<LocalWorkbook> {
  const workbook = await openLocalWorkbook(options);
  const { Excel, Office, OfficeExtension } = workbook.window;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return workbook;
}

export function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.fault));
}
