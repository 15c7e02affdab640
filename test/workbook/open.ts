import { afterEach } from "vitest";
import type { Outcome } from "../../src/workbook/excel/outcome";
import {
  type LocalWorkbook,
  type LocalWorkbookOptions,
  openLocalWorkbook,
} from "../support/local-workbook";

/** Options for tests of what is written and where: a formula shows the cell that it refers to, or else 0. */
export const UNCALCULATED = { grid: "memory" } as const satisfies LocalWorkbookOptions;

/** A local workbook whose Office.js is the one that src/workbook, imported by a test, talks to. */
export async function openForWorkbookCode(
  options: LocalWorkbookOptions = {},
): Promise<LocalWorkbook> {
  const workbook = await openLocalWorkbook(options);
  const { Excel, Office, OfficeExtension } = workbook;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return workbook;
}

/** Opens as many local workbooks as a test asks for, and closes them after it. */
export function opensWorkbooks(): () => Promise<LocalWorkbook> {
  const opened: LocalWorkbook[] = [];
  afterEach(() => {
    for (const workbook of opened.splice(0)) workbook.close();
  });
  return async () => {
    const workbook = await openForWorkbookCode();
    opened.push(workbook);
    return workbook;
  };
}

export function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.fault));
}
